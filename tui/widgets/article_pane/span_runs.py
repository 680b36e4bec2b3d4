"""Styled spans as sorted, disjoint runs, so that those on a line are found by bisection."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate, compress, islice, pairwise
from operator import gt, le
from typing import Final

__all__ = ["NO_RUNS", "JoinedRuns", "SpanRuns", "StyledSpan"]

StyledSpan = tuple[int, int, int]
"""Start, end (code points) and the mask of styles of a span."""


_OPENS: Final = 1 << 32
_OFFSET: Final = 33


class SpanRuns:
    """Flattened spans: `masks[i]` are the styles of `[starts[i], ends[i])`."""

    __slots__ = ("ends", "masks", "starts")

    def __init__(self, spans: Iterable[StyledSpan] = ()) -> None:
        self.starts, self.ends, self.masks = array("I"), array("I"), array("I")
        for span in spans:
            self._add(span)
        self._part()

    @classmethod
    def alike(cls, starts: Iterable[int], ends: Iterable[int], mask: int) -> SpanRuns:
        """Runs of one style from spans in order that do not overlap."""
        runs = cls()
        runs.starts, runs.ends = array("I", starts), array("I", ends)
        runs.masks = array("I", [mask]) * len(runs.starts)
        return runs

    @classmethod
    def of_columns(cls, starts: array[int], ends: array[int], masks: array[int]) -> SpanRuns:
        """Runs of spans in any order, none of them empty: where each starts, where it ends, its styles."""
        runs = cls()
        runs.starts, runs.ends, runs.masks = starts, ends, masks
        runs._part()
        return runs

    def _part(self) -> None:
        """Flattens those that overlap, where any do: the spans that hang together are flattened together."""
        starts, ends, masks = self.starts, self.ends, self.masks
        if not all(map(le, starts, islice(starts, 1, None))):
            order = sorted(range(len(starts)), key=starts.__getitem__)
            starts, ends, masks = (array("I", map(one.__getitem__, order)) for one in (starts, ends, masks))
        over = list(compress(range(1, len(starts)), map(gt, accumulate(ends, max), islice(starts, 1, None))))
        if not over:
            self.starts, self.ends, self.masks = starts, ends, masks
            return
        self.starts, self.ends, self.masks = array("I"), array("I"), array("I")
        at = 0
        for first, past in _stretches(over):
            self._add_columns(starts[at:first], ends[at:first], masks[at:first])
            self._add_cluster(list(zip(starts[first:past], ends[first:past], masks[first:past], strict=True)))
            at = past
        self._add_columns(starts[at:], ends[at:], masks[at:])

    def _add_columns(self, starts: array[int], ends: array[int], masks: array[int]) -> None:
        self.starts.extend(starts)
        self.ends.extend(ends)
        self.masks.extend(masks)

    def _add(self, span: StyledSpan) -> None:
        self.starts.append(span[0])
        self.ends.append(span[1])
        self.masks.append(span[2])

    def _add_cluster(self, spans: list[StyledSpan]) -> None:
        for run in _flatten(spans):
            self._add(run)

    def __len__(self) -> int:
        return len(self.starts)

    def mark(self, start: int, end: int, marks: list[tuple[int, int]]) -> None:
        """Adds to `marks` where each run begins (offset, mask) and ends (offset, -mask) within `[start, end)`."""
        starts, ends = self.starts, self.ends
        position = bisect_right(ends, start)
        count = len(starts)
        while position < count and starts[position] < end:
            mask = self.masks[position]
            marks.append((max(starts[position], start), mask))
            marks.append((min(ends[position], end), -mask))
            position += 1

    def touches(self, start: int, end: int) -> bool:
        """Whether any run lies over part of `[start, end)`."""
        position = bisect_right(self.ends, start)
        return position < len(self.starts) and self.starts[position] < end


def _stretches(over: list[int]) -> Iterator[tuple[int, int]]:
    """Where spans hang together, first and past the last, given those that start before one in front of them ends."""
    first = over[0]
    for number, following in pairwise((*over, 0)):
        if following != number + 1:
            yield first - 1, number + 1
            first = following


def _flatten(spans: list[StyledSpan]) -> Iterator[StyledSpan]:
    # As numbers, of which there are as many as of tuples but half as large: the offset, whether it opens, the mask.
    edges = [start << _OFFSET | _OPENS | mask for start, _, mask in spans]
    edges += [end << _OFFSET | mask for _, end, mask in spans]
    edges.sort()
    live: dict[int, int] = {}
    at = 0
    for edge in edges:
        offset, mask = edge >> _OFFSET, edge & (_OPENS - 1)
        if offset > at and live:
            combined = 0
            for one in live:
                combined |= one
            yield at, offset, combined
        at = offset
        count = live.get(mask, 0) + (1 if edge & _OPENS else -1)
        if count:
            live[mask] = count
        else:
            del live[mask]


class JoinedRuns:
    """Several `SpanRuns` without common styles, which therefore need not be flattened together."""

    __slots__ = ("parts",)

    def __init__(self, *parts: SpanRuns) -> None:
        self.parts = tuple(part for part in parts if len(part))

    def __len__(self) -> int:
        return sum(map(len, self.parts))

    def mark(self, start: int, end: int, marks: list[tuple[int, int]]) -> None:
        """As `SpanRuns.mark`."""
        for part in self.parts:
            part.mark(start, end, marks)

    def touches(self, start: int, end: int) -> bool:
        """As `SpanRuns.touches`."""
        return any(part.touches(start, end) for part in self.parts)


NO_RUNS = SpanRuns()
