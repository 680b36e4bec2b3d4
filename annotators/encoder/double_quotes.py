"""Finds text in double quotation marks, for texts without annotated marks.

It handles curly, straight and typewriter marks, and quotations over several paragraphs that each open with a mark.
Single marks are ignored; `annotators.quotes` tells them from apostrophes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

__all__ = ["double_quote_spans"]

_OPENING = frozenset("“„«")
_CLOSING = frozenset("”»")
_LINE = re.compile(r"[^\n]+")
_MARK = re.compile(r"[“„«”»\"]|``|''")
_LONGEST_UNCLOSED = 60
"""The most blanks in a quotation without a closing mark; with more the opening one is ignored."""


class _Glyph(NamedTuple):
    start: int
    end: int
    opens: bool


def double_quote_spans(text: str) -> list[tuple[int, int]]:
    """`[start, end)` of each quotation with its marks, in order."""
    spans: list[tuple[int, int]] = []
    for line in _LINE.finditer(text):
        spans += _in_line(text, line.start(), line.end())
    return spans


def _in_line(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    opened: int | None = None
    for match in _MARK.finditer(text, start, end):
        glyph = _read(text, match, (start, end), opened is not None)
        if glyph.opens and opened is None:
            opened = glyph.start
        elif not glyph.opens and opened is not None:
            yield opened, glyph.end
            opened = None
    if opened is not None and (_goes_on(text, end) or text.count(" ", opened, end) < _LONGEST_UNCLOSED):
        yield opened, end


def _read(text: str, match: re.Match[str], line: tuple[int, int], inside: bool) -> _Glyph:
    mark = match.group()
    if mark in _OPENING or mark == "``":
        return _Glyph(match.start(), match.end(), True)
    if mark in _CLOSING:
        return _Glyph(match.start(), match.end(), False)
    before = text[match.start() - 1] if match.start() > line[0] else " "
    after = text[match.end()] if match.end() < line[1] else " "
    if inside:
        opens = before.isspace() and not after.isspace()
    else:
        opens = before.isspace() or before in "([—–-‘'" or match.start() == line[0]
    return _Glyph(match.start(), match.end(), opens)


def _goes_on(text: str, end: int) -> bool:
    following = text[end : end + 8].lstrip("\n \t")[:1]
    return bool(following) and (following in _OPENING or following == '"')
