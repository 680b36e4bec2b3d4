"""Line wrapping: finds where the lines of a text start, a piece at a time.

Lines break after white space, which hangs past the edge, and beside ideographs; a word longer than
the line breaks between clusters. Wrapping is greedy, so a line depends only on where it starts and
the index can stop and go on anywhere.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from functools import cache, lru_cache
from itertools import islice
from time import perf_counter
from typing import Final

from annotators.text.line_breaks import with_line_feeds
from tui.widgets.article_pane.cells import NOT_SINGLE, cell_width, cluster_at
from tui.widgets.article_pane.folds import NO_FOLDS, FoldMap

__all__ = ["LineIndex", "share_read"]

_SPACES = re.compile(" *")
_WHITE = re.compile("[ \t]*")
_BLANK_LINES = re.compile("\n+")
_SEARCHED_AT_ONCE: Final = 1 << 16
_SEARCHED_AROUND: Final = 1 << 10
_LINES_BETWEEN_CLOCKS: Final = 512
_MANY: Final = 200
"""The least number of lines for which it pays to search for the next character that is not one cell wide."""
_FEW: Final = 8
"""The number of lines up to which wrapping one by one is faster than all at once."""
_NEVER: Final = 1 << 62
_IDEOGRAPH, _NEVER_FIRST, _NEVER_LAST = 1, 2, 4


class LineIndex:
    """Starts of the visual lines of `text` at `width` cells, in code points.

    `starts[:]` are the lines known so far; each ends where the next starts, the last at
    `position`. A closed fold is one line that spans all of it; an open one is an empty line before
    the lines it holds. `text` has line feeds where it had carriage returns alone.
    """

    def __init__(self, text: str, width: int, folds: FoldMap = NO_FOLDS) -> None:
        self.text = with_line_feeds(text)
        self.width = max(1, width)
        self.starts = array("I")
        self.position = 0
        self.folds = folds
        self._next_fold = 0
        self._content_end = 0
        self._paragraph_end = 0
        self._special = self._searched = self._odd = -1

    def __len__(self) -> int:
        return len(self.starts)

    @property
    def complete(self) -> bool:
        """Whether every line is known."""
        return self.position >= len(self.text)

    @property
    def estimated_lines(self) -> int:
        """The number of lines, estimated from those known while the index is incomplete."""
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
        """The line that contains a character, wrapping the text up to it if need be; 0 for an empty text."""
        if offset >= self.position:
            self.extend(offset=offset)
        return max(0, bisect_right(self.starts, offset) - 1)

    def extend(self, *, offset: int | None = None, line: int | None = None, seconds: float | None = None) -> None:
        """Wraps on until an offset or a line is known, for about `seconds`, or to the end of the text."""
        last_offset = _NEVER if offset is None else offset
        last_line = _NEVER if line is None else line
        deadline = None if seconds is None else perf_counter() + seconds
        size = len(self.text)
        while self.position < size and self.position <= last_offset and len(self.starts) <= last_line:
            if deadline is not None and perf_counter() > deadline:
                break
            self._wrap_some(last_offset, last_line)

    def refold(self, folds: FoldMap, offset: int) -> None:
        """Replaces the folds by others that are the same before `offset`, the start of a line; drops later lines."""
        del self.starts[bisect_left(self.starts, offset) :]
        self.position = min(self.position, offset)
        self._paragraph_end = 0
        self._odd = -1
        self.folds = folds
        self._next_fold = folds.first_from(self.position)

    def _wrap_some(self, last_offset: int, last_line: int) -> None:
        """Wraps about as many lines as may be wrapped between two looks at the clock."""
        enough = min(last_line, len(self.starts) + _LINES_BETWEEN_CLOCKS)
        size, many = len(self.text), enough - len(self.starts) >= _MANY
        near = (_FEW + 1) * self.width + 1  # a character of other width so near leaves too few lines for all at once
        while self.position < size and self.position <= last_offset and len(self.starts) <= enough:
            if many and not 0 <= self._odd - self.position < near and self._wrap_plain(last_offset, enough):
                continue
            if self.position < self._paragraph_end or self._enter_paragraph():
                self._wrap_paragraph(last_offset, min(enough, len(self.starts) + _FEW) if many else enough)

    def _wrap_plain(self, last_offset: int, last_line: int) -> bool:
        """Wraps the lines before the next fold and the next character that is not one cell wide; false without any.

        Wraps across paragraphs, in a fifth of the time that one by one takes.
        """
        text, position, folds = self.text, self.position, self.folds
        if self._odd < position:
            found = _odd_character().search(text, position, position + _SEARCHED_AT_ONCE)
            self._odd = found.start() if found else min(len(text), position + _SEARCHED_AT_ONCE)
        bound = min(self._odd, last_offset)
        if self._next_fold < len(folds.starts):
            bound = min(bound, folds.starts[self._next_fold])
        room = bound - self.width - 1
        if room - position < _FEW * self.width:
            return False
        lines = islice(_plain_line(self.width).finditer(text, position, bound), last_line + 1 - len(self.starts))
        ends = [line.end() for line in lines]
        while ends and (ends[-1] >= bound or (ends[-2] if len(ends) > 1 else position) >= room):
            ends.pop()  # what lies past the bound might have made it another line
        if not ends:
            return False
        self.starts.append(position)
        self.position = ends.pop()
        self.starts.extend(ends)
        self._paragraph_end = 0
        return True

    def _enter_paragraph(self) -> bool:
        """Finds the end of the paragraph at `position`; false if it passed a closed fold or blank line instead."""
        text, position, folds = self.text, self.position, self.folds
        if self._next_fold < len(folds.starts) and position >= folds.starts[self._next_fold]:
            fold = self._next_fold
            self._next_fold += 1
            self.starts.append(position)
            if not folds.is_open(fold):
                self.position = folds.ends[fold]
                return False
        newline = text.find("\n", position)
        if newline == position:
            fold_start = folds.starts[self._next_fold] if self._next_fold < len(folds.starts) else len(text)
            blank = _BLANK_LINES.match(text, position, min(fold_start, position + _LINES_BETWEEN_CLOCKS))
            self.position = blank.end() if blank else position + 1
            self.starts.extend(range(position, self.position))
            return False
        self._content_end = len(text) if newline < 0 else newline
        self._paragraph_end = len(text) if newline < 0 else newline + 1
        if newline > 0 and text[newline - 1] == "\r":
            self._content_end -= 1
        self._special = self._searched = position - 1
        return True

    def _wrap_paragraph(self, last_offset: int, last_line: int) -> None:
        text, starts, width = self.text, self.starts, self.width
        position, end, special, searched = self.position, self._content_end, self._special, self._searched
        while True:
            starts.append(position)
            limit = position + width
            if special < position or searched <= limit < end:
                searched = min(end, limit + _SEARCHED_AROUND)
                found = NOT_SINGLE.search(text, position, searched)
                special = found.start() if found else _NEVER
            if special <= limit and special < end:
                following = _break_clusters(text, position, end, width)
            elif end <= limit:
                following = end
            else:
                following = text.rfind(" ", position, limit + 1) + 1 or limit
                if following < end and text[following] == " ":
                    following = _skip_spaces(text, following, end)
                if following == special or searched <= following < end:  # a mark on the space before it
                    following = _break_clusters(text, position, end, width)
            position = following if following < end else self._paragraph_end
            if following >= end or position > last_offset or len(starts) > last_line:
                break
        self.position, self._special, self._searched = position, special, searched


@lru_cache(maxsize=16)
def _plain_line(width: int) -> re.Pattern[str]:
    """Pattern for a line of one-cell characters.

    It is the rest of a paragraph with its line break; or the text up to the last space that fits, with the white space
    after it; or all characters that fit.
    """
    return re.compile(f".{{0,{width}}}+ *\r?\n|.{{0,{width}}} +|.{{{width}}}")


@cache
def _odd_character() -> re.Pattern[str]:
    """Like `NOT_SINGLE`, but without line breaks."""
    return re.compile(NOT_SINGLE.pattern.replace("[^", "[^\n\r", 1))


def share_read(top: int, bottom: int, size: int) -> float:
    """The scroll position in a text of `size` characters: 0 with the first line at the top, 1 with the last shown."""
    return 1.0 if bottom >= size else top / (size - (bottom - top))


def _break_clusters(text: str, start: int, end: int, width: int) -> int:
    """The offset at which the line from `start` breaks, `end` if it fits; measures cluster by cluster."""
    line = _Measured(text, start, end, width)
    while line.position < end:
        broken = line.past_plain()
        if broken is None and line.position < end:
            if text[line.position] >= "\u3400":
                broken = line.past_ideographs()
            if broken is None:
                broken = line.past_cluster()
        if broken is not None:
            return broken
    return end


class _Measured:
    """State of measuring a line: the offset reached, its cells, and the last possible break, -1 if there is none.

    Each method advances over some characters and returns where the line breaks, `None` if it continues.
    """

    __slots__ = ("before", "candidate", "column", "end", "position", "start", "text", "width")

    def __init__(self, text: str, start: int, end: int, width: int) -> None:
        self.text, self.start, self.end, self.width = text, start, end, width
        self.position, self.column, self.candidate, self.before = start, 0, -1, ""

    def past_plain(self) -> int | None:
        """Advances over one-cell characters that no later combining mark can change."""
        text, position = self.text, self.position
        searched = min(self.end, position + self.width + 2)
        if found := NOT_SINGLE.search(text, position, searched):
            plain_end = found.start() - 1  # what is found may be a mark on the one before it
        else:
            plain_end = searched if searched == self.end else searched - 1
        if plain_end <= position:
            return None
        if self.before:
            self._may_break_here()
        over = position + max(0, self.width - self.column)
        if over < plain_end and (word := _skip_spaces(text, over, plain_end)) < plain_end:
            space = word - 1 if word > over else text.rfind(" ", position, over)
            return space + 1 if space >= 0 else self._candidate_or(over)
        self.candidate = text.rfind(" ", position, plain_end) + 1 or self.candidate
        self.column += plain_end - position
        self.before, self.position = text[plain_end - 1], plain_end
        return None

    def past_ideographs(self) -> int | None:
        """Advances over ideographs except the last, which may carry a combining mark."""
        text, position = self.text, self.position
        found = _ideographs().match(text, position, min(self.end, position + self.width + 2))
        count = found.end() - position - 1 if found else 0
        if not count:
            return None
        if self.before:
            self._may_break_here()
        fitting = max(0, self.width - self.column) // 2
        if count > fitting and position + fitting > self.start:
            return position + fitting if fitting else self._candidate_or(position)
        if count <= fitting:
            self.candidate = position + count - 1 if count > 1 else self.candidate
            self.column += 2 * count
            self.position += count
            self.before = text[self.position - 1]
        return None

    def past_cluster(self) -> int | None:
        """Advances over a cluster, or over white space, which is not measured past the edge."""
        text, position, base = self.text, self.position, self.text[self.position]
        is_white = base in " \t"
        if is_white and self.column > self.width and (white := _WHITE.match(text, position, self.end)):
            position = max(position, white.end() - 2)
        cluster = cluster_at(text, position, self.end, self.column)
        if is_white:
            self.candidate = cluster.end
        else:
            if self.before:
                self._may_break_here()
            if self.column + cluster.cells > self.width and position > self.start:
                return self._candidate_or(position)
        self.column += cluster.cells
        self.before, self.position = base, cluster.end
        return None

    def _may_break_here(self) -> None:
        if _may_part(self.before, self.text[self.position]):
            self.candidate = self.position

    def _candidate_or(self, otherwise: int) -> int:
        return self.candidate if self.candidate > self.start else otherwise


def _skip_spaces(text: str, start: int, end: int) -> int:
    found = _SPACES.match(text, start, end)
    return found.end() if found else start


def _may_part(before: str, after: str) -> bool:
    """Whether a line may break between two characters because one of them is an ideograph."""
    left, right = _role(before), _role(after)
    return bool((left | right) & _IDEOGRAPH) and not right & _NEVER_FIRST and not left & _NEVER_LAST


@cache
def _ideographs() -> re.Pattern[str]:
    """Characters of two cells between any two of which a line may break; compiled for the first text that has one."""
    return re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3]+")


@lru_cache(maxsize=4096)
def _role(character: str) -> int:
    wide = "\u2e80" <= character < "\U0001f000" and cell_width(character) == 2
    role = _IDEOGRAPH if wide else 0
    if character in "、。，．：；？！）」』】〉》〕］｝・ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ":
        role |= _NEVER_FIRST
    return role | _NEVER_LAST if character in "（「『【〈《〔［｛" else role
