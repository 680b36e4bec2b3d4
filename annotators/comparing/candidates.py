"""Candidate pairs of statements of two articles: those that share words, found by an index.

Comparing every statement with every other would take quadratic time. A word that is in many statements leads only to
those at about the same place in the other article.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Final

__all__ = ["quoting_alike", "sharing_words"]

Quotations = Sequence[tuple[str, ...]]

_LEFT_OUT: Final = 0.27
"""Share of its words that a quotation may have alone. Two are at most as alike (difflib's ratio) as `2m / (a + b)`
where `m` of their `a` and `b` words are in both; from 0.85 on, and as `m` is not more than `a`, `m` is more than
0.73 `b`. A fragment has still more of its words in the other."""

_MOST: Final = 64
_NEAREST: Final = 256


def sharing_words(ours: Sequence[frozenset[str]], theirs: Sequence[frozenset[str]]) -> list[set[int]]:
    """For each of our statements the positions of theirs that share a word with it."""
    index = _Index(theirs, len(ours))
    return [set(chain.from_iterable(index.near(word, place) for word in words)) for place, words in enumerate(ours)]


def quoting_alike(ours: Sequence[Quotations], theirs: Sequence[Quotations]) -> list[set[int]]:
    """For each of our statements the positions of theirs that may quote the same words or a part of them.

    These are all that have one of a quotation's rarest words, of which a match cannot lack all; if there are more than
    `_MOST`, those that have most of them.
    """
    our_words, their_words = [_words(one) for one in ours], [_words(one) for one in theirs]
    spread = Counter(chain.from_iterable((*our_words, *their_words)))
    shared: list[Counter[int]] = [Counter() for _ in ours]
    index = _Index(their_words, len(ours))
    for place, quotations in enumerate(ours):
        for word in _rarest(quotations, spread):
            shared[place].update(index.near(word, place))
    index = _Index(our_words, len(theirs))
    for place, quotations in enumerate(theirs):
        for word in _rarest(quotations, spread):
            for near in index.near(word, place):
                shared[near][place] += 1
    return [_most(found, _expected(place, len(ours), len(theirs))) for place, found in enumerate(shared)]


class _Index:
    """The positions of one article's statements by their words."""

    def __init__(self, statements: Sequence[Iterable[str]], others: int) -> None:
        self._places: dict[str, list[int]] = {}
        self._number = len(statements)
        self._others = others
        for place, words in enumerate(statements):
            for word in words:
                self._places.setdefault(word, []).append(place)

    def near(self, word: str, place: int) -> Sequence[int]:
        """The positions of statements with a word; of more than `_NEAREST`, those nearest to `place`."""
        places = self._places.get(word, ())
        if len(places) <= _NEAREST:
            return places
        middle = bisect_left(places, _expected(place, self._others, self._number))
        start = min(max(0, middle - _NEAREST // 2), len(places) - _NEAREST)
        return places[start : start + _NEAREST]


def _expected(place: int, ours: int, theirs: int) -> float:
    return place * theirs / ours


def _most(shared: Counter[int], expected: float) -> set[int]:
    if len(shared) <= _MOST:
        return set(shared)
    return set(sorted(shared, key=lambda place: (-shared[place], abs(place - expected)))[:_MOST])


def _words(quotations: Quotations) -> frozenset[str]:
    return frozenset(chain.from_iterable(quotations))


def _rarest(quotations: Quotations, spread: Counter[str]) -> set[str]:
    """Of each quotation the words that the fewest statements have, up to more than what may be left out."""
    found: set[str] = set()
    for quotation in quotations:
        left = _LEFT_OUT * len(quotation)
        for word, number in sorted(Counter(quotation).items(), key=lambda item: (spread[item[0]], item)):
            found.add(word)
            left -= number
            if left < 0:
                break
    return found
