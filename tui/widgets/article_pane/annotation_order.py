"""The annotations of all layers in the order in which the reader's keys step through them."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from itertools import accumulate
from typing import TypeAlias, cast

from annotators.annotation import Annotation, AnnotationSet, BlockLabel, Layer, Mark, Mention, Note, Statement
from annotators.rows import column

__all__ = ["AnnotationOrder", "successor"]

_FIELDS: dict[type[Annotation], tuple[str, ...]] = {
    Mention: ("mentions",),
    Statement: ("statements",),
    Mark: ("marks",),
    BlockLabel: ("blocks", "inline"),
    Note: ("notes",),
}

_Key: TypeAlias = tuple[int, int, int, int]
"""The order of annotations: start, negative end, rank of the layer, number among notes on the same words."""

_RANK = {layer: rank for rank, layer in enumerate(Layer)}


class AnnotationOrder:
    """Steps by start, then longest first, then by layer; each layer's annotations have to be in that order."""

    def __init__(self) -> None:
        self._layers: dict[Layer, Sequence[Annotation]] = {}
        self._starts: dict[Layer, array[int]] = {}
        self._reach: dict[Layer, array[int]] = {}

    def set_layer(self, layer: Layer, annotations: Sequence[Annotation]) -> None:
        """Replaces the annotations of a layer."""
        self._layers[layer] = annotations
        self._starts[layer] = array("I", column(annotations, "start"))
        self._reach.pop(layer, None)  # computed again when `at` is called

    def starting_in(self, start: int, end: int, layers: Collection[Layer]) -> list[Annotation]:
        """The annotations of these layers that start in `[start, end)`, in order."""
        found: list[tuple[_Key, Annotation]] = []
        for layer in layers:
            starts = self._starts.get(layer)
            if starts is not None:
                for position in range(bisect_left(starts, start), bisect_left(starts, end)):
                    one = self._layers[layer][position]
                    found.append((_key(one, layer, position), one))
        return [one for _, one in sorted(found, key=lambda pair: pair[0])]

    def after(self, offset: int, current: Annotation | None, layers: Collection[Layer]) -> Annotation | None:
        """The annotation after `current`, or without one the first that starts at `offset` or later."""
        start = offset if current is None else current.start
        candidates = [found for layer in layers for found in self._forward(layer, start, current)]
        return min(candidates, key=lambda pair: pair[0])[1] if candidates else None

    def before(self, offset: int, current: Annotation | None, layers: Collection[Layer]) -> Annotation | None:
        """The annotation before `current`, or without one the last that starts before `offset`."""
        start = offset if current is None else current.start
        candidates = [found for layer in layers for found in self._backward(layer, start, current)]
        return max(candidates, key=lambda pair: pair[0])[1] if candidates else None

    def at(self, offset: int, layers: Collection[Layer]) -> Annotation | None:
        """The shortest annotation of these layers that contains a character."""
        best: Annotation | None = None
        for layer in layers:
            starts = self._starts.get(layer)
            if starts is None:
                continue
            reach = self._reach.get(layer)
            if reach is None:
                ends = column(self._layers[layer], "end")
                reach = self._reach[layer] = array("I", accumulate(ends, max))
            for position in range(bisect_right(reach, offset), bisect_right(starts, offset)):
                one = self._layers[layer][position]
                if one.end > offset and (best is None or one.end - one.start < best.end - best.start):
                    best = one
        return best

    def _forward(self, layer: Layer, start: int, current: Annotation | None) -> Iterator[tuple[_Key, Annotation]]:
        starts = self._starts.get(layer)
        if starts is None:
            return
        past = None if current is None else self._current_key(current)
        for position in range(bisect_left(starts, start), len(starts)):
            one = self._layers[layer][position]
            if past is None or _key(one, layer, position) > past:
                yield _key(one, layer, position), one
                return

    def _backward(self, layer: Layer, start: int, current: Annotation | None) -> Iterator[tuple[_Key, Annotation]]:
        starts = self._starts.get(layer)
        if starts is None:
            return
        past = None if current is None else self._current_key(current)
        last = bisect_left(starts, start) if past is None else bisect_right(starts, start)
        for position in range(last - 1, -1, -1):
            one = self._layers[layer][position]
            if past is None or _key(one, layer, position) < past:
                yield _key(one, layer, position), one
                return

    def _current_key(self, current: Annotation) -> _Key:
        for layer, starts in self._starts.items():
            for position in range(bisect_left(starts, current.start), bisect_right(starts, current.start)):
                if self._layers[layer][position] == current:
                    return _key(current, layer, position)
        return current.start, -current.end, len(_RANK), 0


def successor(annotation: Annotation, annotations: AnnotationSet) -> Annotation | None:
    """The annotation in a new set that replaces one of an older set; `None` if there is none.

    One that annotators do not make, such as a link, is returned as it is.
    """
    if type(annotation) not in _FIELDS:
        return annotation
    for name in _FIELDS[type(annotation)]:
        found = getattr(annotations, name)
        if isinstance(annotation, Note) and annotation in found:  # others may be on the same words
            return annotation
        for position in range(bisect_left(found, annotation.start, key=lambda one: one.start), len(found)):
            if found[position].start > annotation.start:
                break
            if found[position].end == annotation.end:
                return cast("Annotation", found[position])
    return None


def _key(annotation: Annotation, layer: Layer, position: int) -> _Key:
    return annotation.start, -annotation.end, _RANK[layer], position if layer is Layer.NOTES else 0
