"""Where lines end: at a line feed, at a carriage return with one, and at one alone, as old Macs wrote them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

__all__ = ["NARROWEST", "is_wrap", "line_end", "line_start", "lines", "with_line_feeds", "without_wraps"]

NARROWEST: Final = 40
"""The fewest characters of a line that was full, so that what comes after it may go on in the next."""

# Patterns as text, compiled where they are used: this file is loaded before the first paint, which needs neither.
_LONE_RETURN: Final = r"\r(?!\n)"
_WRAP: Final = rf"(?<=[^\r\n]{{{NARROWEST}}})(?:\r\n|\r|\n)(?=\S)"
"""The end of a line that was full."""
_BREAKS: Final = ("\n", "\r\n", "\r")


def with_line_feeds(text: str) -> str:
    """The text with a line feed for each lone carriage return: of the same length, and every line ends in one."""
    if "\r" not in text or text.count("\r") == text.count("\r\n"):  # of megabytes in a hundredth of the time
        return text
    return re.sub(_LONE_RETURN, "\n", text)


def without_wraps(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text, of the same length, with blanks for each line break in the spans at which a full line was wrapped.

    `spans` are in order and do not overlap; what stands in none of them stays as it is.
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
    """Whether the white space `[start, end)` is one line break at the end of a full line: it stands for a blank then.

    Of a text whose lines may end in any way; blanks before and after the break may be within.
    """
    line = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    return text[start:end].strip(" \t") in _BREAKS and start - line >= NARROWEST


def line_start(text: str, offset: int) -> int:
    """Where the line begins that holds the character at `offset`. Like all below: of a text `with_line_feeds`."""
    return text.rfind("\n", 0, offset) + 1


def line_end(text: str, offset: int) -> int:
    """Where the line ends that holds the character before `offset`, its line break included."""
    found = text.find("\n", offset - 1)
    return len(text) if found < 0 else found + 1


def lines(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each line, its break included, and no break but those: `str.splitlines` knows ten more."""
    start = 0
    while start < len(text):
        end = line_end(text, start + 1)
        yield start, end
        start = end
