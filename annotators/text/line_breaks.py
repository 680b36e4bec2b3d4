"""Line breaks: LF, CR LF, and a lone CR (classic Mac OS)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

__all__ = ["NARROWEST", "is_wrap", "line_end", "line_start", "lines", "with_line_feeds", "without_wraps"]

NARROWEST: Final = 40
"""Fewest characters of a full line, after which a line break may be a soft wrap."""

# These are patterns as text, compiled where they are used: this module loads before the first paint, which needs
# neither.
_LONE_RETURN: Final = r"\r(?!\n)"
_WRAP: Final = rf"(?<=[^\r\n]{{{NARROWEST}}})(?:\r\n|\r|\n)(?=\S)"
"""The line break after a full line."""
_BREAKS: Final = ("\n", "\r\n", "\r")


def with_line_feeds(text: str) -> str:
    """The text, of the same length, with LF for each lone CR, so that every line ends in LF."""
    if "\r" not in text or text.count("\r") == text.count("\r\n"):  # a hundredth of a second for megabytes
        return text
    return re.sub(_LONE_RETURN, "\n", text)


def without_wraps(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text, of the same length, with a blank for each soft wrap (a break after a full line) within the spans.

    `spans` are half-open, in order and disjoint. Text outside them is unchanged.
    """
    pieces: list[str] = []
    at = 0
    for start, end in spans:
        if text.find("\n", start, end) >= 0 or text.find("\r", start, end) >= 0:
            pieces += [text[at:start], re.sub(_WRAP, _blanks, text[start:end])]
            at = end
    return "".join((*pieces, text[at:])) if pieces else text


def _blanks(found: re.Match[str]) -> str:
    return " " * len(found[0])


def is_wrap(text: str, start: int, end: int) -> bool:
    """Whether the white space `[start, end)` is one line break after a full line, possibly with blanks around it.

    For a text with any kind of line break.
    """
    line = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    return text[start:end].strip(" \t") in _BREAKS and start - line >= NARROWEST


def line_start(text: str, offset: int) -> int:
    """Start of the line that holds the character at `offset`. This and all below expect a text `with_line_feeds`."""
    return text.rfind("\n", 0, offset) + 1


def line_end(text: str, offset: int) -> int:
    """End, with its line break, of the line that holds the character before `offset`."""
    found = text.find("\n", offset - 1)
    return len(text) if found < 0 else found + 1


def lines(text: str) -> Iterator[tuple[int, int]]:
    """Yields start and end, with its break, of each line. `str.splitlines` would also break at ten other characters."""
    start = 0
    while start < len(text):
        end = line_end(text, start + 1)
        yield start, end
        start = end
