"""Ages after a name or a noun for a person: `Oona, nine, read`, `Croft (71)`, `a girl, 14,`."""

from __future__ import annotations

import re
from collections.abc import Iterable

from annotators.annotation import Spanned
from annotators.entities.values.finding import Value

__all__ = ["find_ages", "has_age"]

_WORDS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    "thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
)
_AGE = re.compile(
    rf"(?:,[ \xa0]| \((?:aged[ \xa0])?|,[ \xa0]aged[ \xa0])(1?\d?\d|{_WORDS})(?![.,:]\d|\.[’‘'])(?=[,.;:)]|$)"
)
_ANYONE = re.compile(
    r"\b(?:boy|brother|daughter|driver|father|girl|grandfather|grandmother|husband|man|mother|pensioner|pupil|sister|son"
    r"|student|teenager|toddler|widow|widower|wife|woman)\b",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"\b(?:[Aa]ged?[ \xa0](?!between)|(?:turn|turned|turning|turns)[ \xa0])(\d{1,3})"
    r"(?=[.,;:)!?]|[ \xa0](?:and|at|but|from|he|in|last|next|on|or|she|they|this|to|today|were|when|who)\b|$)"
    r"|\b(?:[Hh]e|[Ss]he|who)(?: is| was| will be|['’]s)[ \xa0](?:now[ \xa0])?(\d{2,3})(?=[.,;:)!?]| when\b|$)"
    r"|(?<=[a-z],[ \xa0])([1-9]\d)(?=,[ \xa0](?!(?:and |or )?\d))"
)
_AGES = re.compile(r"\b[Aa]ged[ \xa0]((?:between[ \xa0])?\d{1,3}(?:[-–]|[ \xa0](?:to|and)[ \xa0])\d{1,3})\b")
_OLDEST = 120


def has_age(text: str, end: int) -> bool:
    """Whether an age follows the name that ends at `end`."""
    match = _AGE.match(text, end)
    return match is not None and (not match[1].isdigit() or int(match[1]) <= _OLDEST)


def find_ages(text: str, people: Iterable[Spanned]) -> list[Value]:
    """Ages, labelled DATE, in order: after names of people and nouns for them, after `aged`, `turned`, `who is`."""
    found: list[Value] = []
    ends = [person.end for person in people] + [match.end() for match in _ANYONE.finditer(text)]
    for end in sorted(set(ends)):
        match = _AGE.match(text, end) if has_age(text, end) else None
        if match:
            found.append(Value(match.start(1), match.end(1), "DATE"))
    for match in _SAID.finditer(text):
        group = match.lastindex or 1
        if 0 < int(match[group]) <= _OLDEST:
            found.append(Value(match.start(group), match.end(group), "DATE"))
    found += [Value(*match.span(1), "DATE") for match in _AGES.finditer(text)]
    return sorted(set(found))
