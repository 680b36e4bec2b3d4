"""Couples with one surname: `Mark and Susan Webb`, of whom `Mr Webb` is the first."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from annotators.annotation import Mention
from annotators.entities.linking.people import Hint, Words
from annotators.quotes.english.gender import gender_of_name

__all__ = ["with_shared_surnames"]


def with_shared_surnames(
    text: str, people: Sequence[Mention], words: Sequence[Words], hints: Sequence[Hint]
) -> list[Words]:
    """The words of each person's name, a given name before `and` with the surname that follows.

    Only where a title before that surname later means somebody of that given name's gender, for `Harry and Meghan
    Markle` have not one name.
    """
    titled = {(name[0], hint.gender) for name, hint in zip(words, hints, strict=True) if len(name) == 1 and hint.gender}
    found = list(words)
    for number, (first, second) in enumerate(pairwise(people)):
        name, other = words[number], words[number + 1]
        if len(name) != 1 or len(other) != 2 or text[first.end : second.start] not in (" and ", " & "):
            continue
        gender = gender_of_name(f"{text[first.start : first.end]} {other[1]}")
        if gender and gender != gender_of_name(text[second.start : second.end]) and (other[1], gender) in titled:
            found[number] = (*name, other[1])
    return found
