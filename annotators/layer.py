"""The layers by name, where settings and styles can have them without all that is in them."""

from __future__ import annotations

from enum import StrEnum

__all__ = ["Layer"]


class Layer(StrEnum):
    """A set of annotations that is shown, hidden and exported together."""

    ENTITIES = "entities"
    QUOTES = "quotes"
    STRUCTURE = "structure"
    NOTES = "notes"
