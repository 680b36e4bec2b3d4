"""Ages that stand behind a person's name: `Nilay, nine, read` and `Field (83)`."""

from __future__ import annotations

import re
from collections.abc import Iterable

from annotators.annotation import Spanned
from annotators.entities.values import Value

__all__ = ["find_ages"]

_WORDS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    "thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
)
_AGE = re.compile(rf"(?:,[ \xa0]| \((?:aged[ \xa0])?|,[ \xa0]aged[ \xa0])(1?\d?\d|{_WORDS})(?=[,.;:)]|$)")
_OLDEST = 120


def find_ages(text: str, people: Iterable[Spanned]) -> list[Value]:
    """An age right behind each name of a person, as a DATE."""
    found: list[Value] = []
    for person in people:
        match = _AGE.match(text, person.end)
        if match and (not match[1].isdigit() or int(match[1]) <= _OLDEST):
            found.append(Value(match.start(1), match.end(1), "DATE"))
    return found
