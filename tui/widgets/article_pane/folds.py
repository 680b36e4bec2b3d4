"""The stretches of text that the clean view folds away, and which of these folds are open."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import TYPE_CHECKING

from tui.terminal.safe_text import one_line

if TYPE_CHECKING:
    from annotators.cleaning import Segment

__all__ = ["NO_FOLDS", "FoldMap"]

OPEN_MARK = "▾"
CLOSED_MARK = "▸"


class FoldMap:
    """Immutable folds in order, each of whole lines: `[starts[i], ends[i])` in code points."""

    __slots__ = ("_opened", "ends", "segments", "starts")

    def __init__(self, segments: Iterable[Segment] = (), opened: frozenset[int] = frozenset()) -> None:
        self.segments = tuple(segment for segment in segments if not segment.kept)
        self.starts = array("I", [segment.start for segment in self.segments])
        self.ends = array("I", [segment.end for segment in self.segments])
        self._opened = opened

    def __len__(self) -> int:
        return len(self.segments)

    @property
    def opened(self) -> frozenset[int]:
        """Starts of the open folds."""
        return self._opened

    def with_opened(self, opened: frozenset[int]) -> FoldMap:
        """The same folds with these open, by their starts."""
        other = FoldMap.__new__(FoldMap)
        other.segments, other.starts, other.ends, other._opened = self.segments, self.starts, self.ends, opened
        return other

    def is_open(self, fold: int) -> bool:
        """Whether the fold's lines are shown below its own."""
        return self.starts[fold] in self._opened

    def first_from(self, offset: int) -> int:
        """The first fold that starts at `offset` or later."""
        return bisect_left(self.starts, offset)

    def at(self, offset: int) -> int | None:
        """The fold that holds a character, open or closed."""
        fold = bisect_right(self.starts, offset) - 1
        return fold if fold >= 0 and offset < self.ends[fold] else None

    def closed_at(self, offset: int) -> int | None:
        """The closed fold that hides a character."""
        fold = self.at(offset)
        return None if fold is None or self.is_open(fold) else fold

    def unfolded(self, text: str, start: int, end: int) -> str:
        """`text[start:end]` without what closed folds hide."""
        return "".join(text[first:last] for first, last in self.seen(start, end))

    def seen(self, start: int, end: int) -> list[tuple[int, int]]:
        """The parts of `[start, end)` that no closed fold hides: starts and ends."""
        pieces: list[tuple[int, int]] = []
        for fold in range(max(0, bisect_right(self.starts, start) - 1), bisect_left(self.starts, end)):
            if not self.is_open(fold):
                pieces.append((start, max(start, self.starts[fold])))
                start = max(start, self.ends[fold])
        pieces.append((start, end))
        return [piece for piece in pieces if piece[0] < piece[1]]

    def summary(self, fold: int, width: int) -> str:
        """What the fold's line says in `width` cells: `▸ 3 lines stripped: caption, credit`."""
        mark = OPEN_MARK if self.is_open(fold) else CLOSED_MARK
        said = f"{mark} {one_line(self.segments[fold].summary)}"
        return said if len(said) <= width else f"{said[: width - 1]}…"


NO_FOLDS = FoldMap()
