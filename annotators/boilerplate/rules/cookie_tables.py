"""Tables of the cookies that a site sets: name, lifetime and purpose of each. Well-formed prose, but not the article.

Such a table can have dozens of sentences and outweigh the article above it, so the whole table is labelled `consent`,
including headings and short text between its rows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from annotators.annotation import BlockLabel
from annotators.boilerplate.relabelling import relabelled
from annotators.text.patterns import compiled_late

__all__ = ["is_cookie_row", "with_cookie_tables"]

_SURE: Final = 0.9
_FEWEST: Final = 3
_APART: Final = 12
"""Most blocks between two rows of one table: headings and descriptions of its sections."""
_AROUND: Final = 3
"""Blocks above and below a table that are labelled with it if they mention cookies."""
_TIME: Final = r"(?:\d{1,3} (?:year|month|week|day|hour|minute|second)s?\b ?){1,4}"
_STAYS: Final = rf"(?:{_TIME}|session|never|persistent|sitzung|sesión|sessione)"
_GAP: Final = r"(?:\t+| {2,}| ?\| ?)"
_CELLS: Final = compiled_late(rf"\S{{1,60}}(?: \S{{1,20}}){{0,2}}{_GAP}{_STAYS}{_GAP}\S", re.I)
_SPOKEN: Final = compiled_late(
    rf"\S{{1,60}} {_STAYS} (?:(?:this|the|a) (?:\w+ ){{0,2}}cookies?\b|no description\b)", re.I
)
_NAME: Final = re.compile(r"\S{1,60}")
_TIME_ALONE: Final = compiled_late(_STAYS, re.I)
_SHORT: Final = 40
"""Longest lifetime, in characters."""
_COOKIE: Final = re.compile(r"\bcookies?\b", re.I)
_PARAGRAPH: Final = 60
"""Spaces in a block between two rows from which it is not part of the table, unless it mentions cookies."""
_IDENTIFIER: Final = re.compile(r"(?=\S*(?:_|\w-\w|[a-z][A-Z]|[A-Z]{3}))\S+")
"""Cookie names as programs write them: `_ga`, `lang-choice`, `bCookie`, `PHPSESSID`."""
_REASON: Final = "is of a table of cookies"


def is_cookie_row(said: str) -> bool:
    """Whether a line gives a cookie's name, lifetime and purpose."""
    return _CELLS.match(said) is not None or _SPOKEN.match(said) is not None


def with_cookie_tables(text: str, labels: Sequence[BlockLabel]) -> tuple[BlockLabel, ...]:
    """Returns the labels, with the rows of cookie tables and the short blocks between them relabelled `consent`."""
    if "ookie" not in text:
        return tuple(labels)
    settled = list(labels)
    for first, last in _tables(text, labels):
        for number in range(max(0, first - _AROUND), min(len(labels), last + 1 + _AROUND)):
            label = labels[number]
            said = text[label.start : label.end]
            inside = first <= number <= last and said.count(" ") < _PARAGRAPH
            if label.kind != "consent" and (inside or _COOKIE.search(said)):
                settled[number] = relabelled(label, "consent", _SURE, _REASON)
    return tuple(settled)


def _tables(text: str, labels: Sequence[BlockLabel]) -> list[tuple[int, int]]:
    """Block numbers of the first and last row of each cookie table."""
    tables: list[list[int]] = []
    for number, label in enumerate(labels):
        said = text[label.start : min(label.end, label.start + 400)]
        if is_cookie_row(said) or _is_below(text, labels, number):
            if tables and number - tables[-1][-1] <= _APART:
                tables[-1].append(number)
            else:
                tables.append([number])
    found = [rows for rows in tables if len(rows) >= _FEWEST and _of_cookies(text, labels, rows)]
    return [(rows[0], rows[-1] + _is_below(text, labels, rows[-1])) for rows in found]


def _is_below(text: str, labels: Sequence[BlockLabel], number: int) -> bool:
    """Whether a line is a cookie's name alone and the next line its lifetime: a table whose cells are lines."""
    if number + 1 == len(labels) or _NAME.fullmatch(text, labels[number].start, labels[number].end) is None:
        return False
    below = labels[number + 1]
    return below.end - below.start <= _SHORT and _TIME_ALONE.fullmatch(text, below.start, below.end) is not None


def _of_cookies(text: str, labels: Sequence[BlockLabel], rows: Sequence[int]) -> bool:
    """Whether rows with durations list cookies: one begins with an identifier, and cookies are mentioned nearby."""
    around = labels[max(0, rows[0] - _AROUND) : rows[-1] + 1 + _AROUND]
    spoken = any(_COOKIE.search(text, label.start, label.end) for label in around)
    return spoken and any(_IDENTIFIER.match(text, labels[row].start) for row in rows)
