"""The limit on the length of two sequences of words that are compared word by word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

__all__ = ["is_too_much"]

_MOST_PAIRS: Final = 100_000
"""The most pairs of equal words, all of which difflib visits more than once."""

_MOST_WORDS: Final = 5000


def is_too_much(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether comparing them would take too long: thousands of words, or hundreds of equal ones."""
    if len(one) * len(other) <= _MOST_PAIRS:
        return False
    if max(len(one), len(other)) > _MOST_WORDS:
        return True
    numbers = Counter(other)
    return sum(number * numbers[word] for word, number in Counter(one).items()) > _MOST_PAIRS
