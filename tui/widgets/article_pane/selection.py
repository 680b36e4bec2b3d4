"""Moves the free end of a selection by characters or words."""

from __future__ import annotations

import re
from typing import Final

from annotators.annotation import Span
from tui.widgets.article_pane.cells import clusters
from tui.widgets.article_pane.line_painter import written_end

__all__ = ["cluster_end", "moved", "offset_in_line", "word_at"]

_WORD: Final = r"\S+"
_WORD_CHARACTERS: Final = r"[\w’'-]+"
_REACH: Final = 4096
"""Code points in which the start of a word or cluster is looked for; a longer one is stepped through in pieces."""


def cluster_end(text: str, offset: int) -> int:
    """Where the character at `offset` ends with all its marks."""
    for cluster in clusters(text, offset, min(len(text), offset + _REACH)):
        return cluster.end
    return offset


def moved(text: str, offset: int, unit: str, count: int) -> int:
    """`offset` moved by `count` characters or words; negative moves back. Stays inside the text."""
    for _ in range(abs(count)):
        if unit == "word":
            offset = _word_after(text, offset) if count > 0 else _word_before(text, offset)
        elif count > 0:
            offset = cluster_end(text, offset)
        else:
            offset = _cluster_before(text, offset)
    return max(0, min(offset, max(0, len(text) - 1)))


def _word_after(text: str, offset: int) -> int:
    """The last character of the word at or after the next character."""
    following = re.compile(_WORD).search(text, offset + 1)
    return following.end() - 1 if following else len(text)


def _word_before(text: str, offset: int) -> int:
    start = max(0, offset - _REACH)
    for word in re.compile(_WORD).finditer(text, start, offset):
        start = word.start()
    return start


def _cluster_before(text: str, offset: int) -> int:
    line = max(text.rfind("\n", 0, offset), offset - _REACH, 0)
    start = line
    for cluster in clusters(text, line, offset):
        start = cluster.start
    return start


def offset_in_line(text: str, start: int, end: int, column: int) -> int:
    """The character `column` cells into the line `[start, end)`; the last one for any column past it."""
    edge, last = 0, start
    for cluster in clusters(text, start, written_end(text, start, end)):
        last, edge = cluster.start, edge + cluster.cells
        if column < edge:
            break
    return last


def word_at(text: str, offset: int) -> Span:
    """The word around a character, or the character alone."""
    begin = max(0, text.rfind(" ", 0, offset), offset - _REACH)
    for word in re.compile(_WORD_CHARACTERS).finditer(text, begin, offset + _REACH):
        if word.end() > offset:
            return Span(word.start(), word.end()) if word.start() <= offset else Span(offset, cluster_end(text, offset))
    return Span(offset, cluster_end(text, offset))
