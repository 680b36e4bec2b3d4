"""Labels for hint mode: short, none the beginning of another, letters of the home row first."""

from __future__ import annotations

from typing import Final

__all__ = ["hint_labels"]

_LETTERS: Final = "asdfghjklqwertyuiopzxcvbnm"


def hint_labels(count: int) -> list[str]:
    """`count` labels, as many of one letter as possible, because longer ones hide more of the text."""
    labels = list(_LETTERS)
    while len(labels) < count:
        shortest = min(map(len, labels))
        last = max(place for place, label in enumerate(labels) if len(label) == shortest)
        labels[last : last + 1] = [labels[last] + letter for letter in _LETTERS]
    return labels[:count]
