"""The names of the layers, for settings and styles, which need not load `annotators.annotation`."""

from __future__ import annotations

from enum import StrEnum

__all__ = ["Layer"]


class Layer(StrEnum):
    """A set of annotations that is shown, hidden and exported together."""

    ENTITIES = "entities"
    QUOTES = "quotes"
    STRUCTURE = "structure"
    NOTES = "notes"
