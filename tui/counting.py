"""Where a place lies among the annotations that are lit: the `3/42` of the status line."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Collection

from annotators.annotation import AnnotationSet, Layer

__all__ = ["Counting"]


class Counting:
    """Counts once for a set of annotations, then answers by bisection."""

    def __init__(self, annotations: AnnotationSet) -> None:
        self._starts = {layer: array("L", (one.start for one in annotations.layer(layer))) for layer in Layer}

    def total(self, layers: Collection[Layer]) -> int:
        """How many annotations these layers have."""
        return sum(len(self._starts[layer]) for layer in layers)

    def place(self, offset: int, layers: Collection[Layer]) -> int:
        """How many of them start at or before an offset."""
        return sum(bisect_right(self._starts[layer], offset) for layer in layers)

    def words(self, offset: int, layers: Collection[Layer]) -> str:
        """`3/42`, or nothing where these layers have no annotation."""
        total = self.total(layers)
        return f"{self.place(offset, layers)}/{total}" if total else ""
