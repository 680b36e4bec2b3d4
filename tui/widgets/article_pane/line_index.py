"""Where the lines of a wrapped text start, found a piece at a time.

Lines break after white space, which hangs past the edge, and beside ideographs; a word longer than
the line breaks between clusters. Wrapping is greedy, so a line depends only on where it starts and
the index can stop and go on anywhere.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from time import perf_counter
from typing import Final

from tui.widgets.article_pane.cells import NOT_SINGLE, cell_width, cluster_at
from tui.widgets.article_pane.folds import NO_FOLDS, FoldMap

__all__ = ["LineIndex"]

_SPACES = re.compile(" *")
_SEARCHED_AT_ONCE: Final = 1 << 16
_LINES_BETWEEN_CLOCKS: Final = 64
_NEVER: Final = 1 << 62
_NOT_FIRST: Final = frozenset("、。，．：；？！）」』】〉》〕］｝・ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ")
_NOT_LAST: Final = frozenset("（「『【〈《〔［｛")


class LineIndex:
    """Starts of the visual lines of `text` at `width` cells, in code points.

    `starts[:]` are the lines known so far; each ends where the next starts, the last at
    `position`. A closed fold is one line that spans all of it; an open one is an empty line before
    the lines it holds. A text that breaks its lines with carriage returns alone is read so.
    """

    def __init__(self, text: str, width: int, folds: FoldMap = NO_FOLDS) -> None:
        self.text = text
        self.width = max(1, width)
        self.starts = array("I")
        self.position = 0
        self.folds = folds
        self._next_fold = 0
        self._newline = "\r" if "\n" not in text and "\r" in text else "\n"
        self._content_end = 0
        self._paragraph_end = 0
        self._special = -1
        self._searched = 0

    def __len__(self) -> int:
        return len(self.starts)

    @property
    def complete(self) -> bool:
        """Whether every line is known."""
        return self.position >= len(self.text)

    @property
    def estimated_lines(self) -> int:
        """The number of lines, guessed from those known while the index is not complete."""
        known = len(self.starts)
        return known if self.complete else max(known + 1, known * len(self.text) // max(1, self.position))

    def span(self, line: int) -> tuple[int, int]:
        """Start and end of a known line, its line break included."""
        end = self.starts[line + 1] if line + 1 < len(self.starts) else self.position
        return self.starts[line], end

    def fold_on(self, line: int) -> int | None:
        """The fold whose own line this is."""
        start, end = self.span(line)
        fold = self.folds.at(start) if len(self.folds) else None
        if fold is None or self.folds.starts[fold] != start or (self.folds.is_open(fold) and start != end):
            return None
        return fold

    def line_of(self, offset: int) -> int:
        """The line that holds a character; the text is wrapped as far as that takes. 0 for an empty text."""
        if offset >= self.position:
            self.extend(offset=offset)
        return max(0, bisect_right(self.starts, offset) - 1)

    def extend(self, *, offset: int | None = None, line: int | None = None, seconds: float | None = None) -> None:
        """Wraps on: past a character, until a line is known, for about so long, or to the end."""
        last_offset = _NEVER if offset is None else offset
        last_line = _NEVER if line is None else line
        deadline = None if seconds is None else perf_counter() + seconds
        size = len(self.text)
        while self.position < size and self.position <= last_offset and len(self.starts) <= last_line:
            if deadline is not None and perf_counter() > deadline:
                break
            self._wrap_some(last_offset, last_line)

    def refold(self, folds: FoldMap, offset: int) -> None:
        """Takes other folds that are the same before `offset`, the start of a line; later lines are forgotten."""
        del self.starts[bisect_left(self.starts, offset) :]
        self.position = min(self.position, offset)
        self._paragraph_end = 0
        self.folds = folds
        self._next_fold = folds.first_from(self.position)

    def _wrap_some(self, last_offset: int, last_line: int) -> None:
        starts = self.starts
        for _ in range(_LINES_BETWEEN_CLOCKS):
            if self.position >= self._paragraph_end and not self._enter_paragraph():
                continue
            if self.position >= len(self.text):
                return
            starts.append(self.position)
            self.position = self._next_start(self.position)
            if self.position > last_offset or len(starts) > last_line:
                return

    def _enter_paragraph(self) -> bool:
        position, folds, size = self.position, self.folds, len(self.text)
        if position >= size:
            return True
        if self._next_fold < len(folds) and position >= folds.starts[self._next_fold]:
            fold = self._next_fold
            self._next_fold += 1
            self.starts.append(position)
            if not folds.is_open(fold):
                self.position = folds.ends[fold]
                return False
        newline = self.text.find(self._newline, position)
        self._content_end = size if newline < 0 else newline
        self._paragraph_end = size if newline < 0 else newline + 1
        if newline > position and self._newline == "\n" and self.text[newline - 1] == "\r":
            self._content_end -= 1
        self._special, self._searched = -1, position
        return True

    def _next_start(self, position: int) -> int:
        end, width = self._content_end, self.width
        limit = position + width
        if self._special < position or (self._searched <= limit and self._searched < end):
            self._search_special(position, limit, end)
        if self._special <= limit and self._special < end:
            following = _break_clusters(self.text, position, end, width)
        elif end <= limit:
            return self._paragraph_end
        else:
            cut = self.text.rfind(" ", position, limit + 1)
            if cut < 0:
                return limit
            following = _skip_spaces(self.text, cut, end)
        return following if following < end else self._paragraph_end

    def _search_special(self, position: int, limit: int, end: int) -> None:
        self._searched = min(end, max(limit + 1, position + _SEARCHED_AT_ONCE))
        found = NOT_SINGLE.search(self.text, position, self._searched)
        self._special = found.start() if found else _NEVER


def _break_clusters(text: str, start: int, end: int, width: int) -> int:
    """Where the line that starts at `start` breaks, `end` if it does not; measures cluster by cluster."""
    column, candidate, before, position = 0, -1, "", start
    while position < end:
        plain_end = _plain_end(text, position, end, width)
        if plain_end > position:
            if before and _may_part(before, text[position]):
                candidate = position
            over = position + max(0, width - column)
            if over < plain_end:
                word = _skip_spaces(text, over, plain_end)
                space = word - 1 if word > over else text.rfind(" ", position, over)
                if word < plain_end:
                    return space + 1 if space >= 0 else candidate if candidate > start else over
            space = text.rfind(" ", position, plain_end)
            candidate = candidate if space < 0 else space + 1
            column += plain_end - position
            before, position = text[plain_end - 1], plain_end
            if position == end:
                break
        cluster = cluster_at(text, position, end, column)
        base = text[position]
        if base in " \t":
            candidate = cluster.end
        else:
            if before and _may_part(before, base):
                candidate = position
            if column + cluster.cells > width and position > start:
                return candidate if candidate > start else position
        column += cluster.cells
        before, position = base, cluster.end
    return end


def _plain_end(text: str, position: int, end: int, width: int) -> int:
    """Where the one-cell characters from `position` on end that no later mark can change."""
    searched = min(end, position + width + 2)
    found = NOT_SINGLE.search(text, position, searched)
    if found:
        return max(position, found.start() - 1)
    return searched if searched == end else searched - 1


def _skip_spaces(text: str, start: int, end: int) -> int:
    found = _SPACES.match(text, start, end)
    return found.end() if found else start


def _may_part(before: str, after: str) -> bool:
    """Whether a line may break between two characters because one of them is an ideograph."""
    if after in _NOT_FIRST or before in _NOT_LAST:
        return False
    return _is_ideograph(before) or _is_ideograph(after)


def _is_ideograph(character: str) -> bool:
    return "\u2e80" <= character < "\U0001f000" and cell_width(character) == 2
