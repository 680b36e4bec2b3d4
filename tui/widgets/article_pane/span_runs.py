"""Styled spans as runs that do not overlap, in sorted arrays: what lies on a line is found by bisection."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import pairwise

__all__ = ["NO_RUNS", "SpanRuns", "StyledSpan"]

StyledSpan = tuple[int, int, int]
"""Start, end (code points) and the mask of styles of a span."""


class SpanRuns:
    """Any spans, flattened: `masks[i]` holds the styles over `[starts[i], ends[i])`."""

    __slots__ = ("ends", "masks", "starts")

    def __init__(self, spans: Iterable[StyledSpan] = ()) -> None:
        ordered = sorted(spans)
        overlap = any(after[0] < before[1] for before, after in pairwise(ordered))
        runs = _flatten(ordered) if overlap else ordered
        self.starts = array("I", [run[0] for run in runs])
        self.ends = array("I", [run[1] for run in runs])
        self.masks = array("L", [run[2] for run in runs])

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

    def index_of(self, start: int) -> int:
        """The first run that starts at `start` or later."""
        return bisect_left(self.starts, start)


def _flatten(ordered: list[StyledSpan]) -> list[StyledSpan]:
    edges: list[tuple[int, bool, int]] = []
    for start, end, mask in ordered:
        edges.append((start, True, mask))
        edges.append((end, False, mask))
    edges.sort()
    live: dict[int, int] = {}
    runs: list[StyledSpan] = []
    at = 0
    for offset, opens, mask in edges:
        if offset > at and live:
            combined = 0
            for one in live:
                combined |= one
            runs.append((at, offset, combined))
        at = offset
        count = live.get(mask, 0) + (1 if opens else -1)
        if count:
            live[mask] = count
        else:
            del live[mask]
    return runs


NO_RUNS = SpanRuns()
