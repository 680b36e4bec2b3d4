"""How far annotating has come."""

from __future__ import annotations

from dataclasses import dataclass

from annotators.annotation import AnnotationSet

__all__ = ["Progress"]


@dataclass(frozen=True, slots=True)
class Progress:
    """What is known so far: all annotations, and the share of the text that the model has read, 0 to 1."""

    annotations: AnnotationSet
    share: float
