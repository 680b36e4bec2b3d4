"""The number of a place among the visible annotations: the `3/42` of the status line."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence

from annotators.annotation import AnnotationSet, Layer
from annotators.cleaning import Segment
from annotators.rows import column

__all__ = ["Counting"]


class Counting:
    """Counts the annotations that do not start in a `stripped` segment, once; then answers by bisection."""

    def __init__(self, annotations: AnnotationSet, stripped: Sequence[Segment] = ()) -> None:
        self._starts = {
            layer: array("L", _outside(list(column(annotations.layer(layer), "start")), stripped)) for layer in Layer
        }

    def total(self, layers: Collection[Layer]) -> int:
        """The number of annotations of these layers."""
        return sum(len(self._starts[layer]) for layer in layers)

    def place(self, offset: int, layers: Collection[Layer]) -> int:
        """The number of those that start at or before an offset."""
        return sum(bisect_right(self._starts[layer], offset) for layer in layers)

    def words(self, offset: int, layers: Collection[Layer], to_come: int = 0) -> str:
        """`3/42`, or an empty string if these layers have no annotations.

        `to_come` is the number of annotations that start at the offset and are stepped to later, and so do not count.
        """
        total, place = self.total(layers), self.place(offset, layers)
        here = place - self.place(offset - 1, layers) if offset and to_come else place
        return f"{place - min(to_come, here)}/{total}" if total else ""


def _outside(starts: list[int], stripped: Sequence[Segment]) -> Iterator[int]:
    at = 0
    for segment in stripped:
        yield from starts[at : (end := bisect_left(starts, segment.start))]
        at = max(end, bisect_left(starts, segment.end))
    yield from starts[at:]
