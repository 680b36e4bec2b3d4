"""How far annotation has come."""

from __future__ import annotations

from typing import NamedTuple

from annotators.annotation import AnnotationSet

__all__ = ["Progress"]


class Progress(NamedTuple):
    """All annotations found so far, and the share of the text that the model has read, 0 to 1."""

    annotations: AnnotationSet
    share: float
