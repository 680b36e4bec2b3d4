"""How long two sequences of words may be to be held against each other word by word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

__all__ = ["is_too_much"]

_MOST_PAIRS: Final = 100_000
"""Equal words of one and the other: difflib goes through all of them, and more than once."""

_MOST_WORDS: Final = 5000


def is_too_much(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether it would take longer than a reader waits: thousands of words, or hundreds that are all the same."""
    if len(one) * len(other) <= _MOST_PAIRS:
        return False
    if max(len(one), len(other)) > _MOST_WORDS:
        return True
    numbers = Counter(other)
    return sum(number * numbers[word] for word, number in Counter(one).items()) > _MOST_PAIRS
