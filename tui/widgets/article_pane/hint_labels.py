"""Letters for hint mode: short, no label the beginning of another, the home row first."""

from __future__ import annotations

from typing import Final

__all__ = ["hint_labels"]

_LETTERS: Final = "asdfghjklqwertyuiopzxcvbnm"


def hint_labels(count: int) -> list[str]:
    """`count` labels: of one letter as many as can be, for a longer one hides more of what it labels."""
    labels = list(_LETTERS)
    while len(labels) < count:
        shortest = min(map(len, labels))
        last = max(place for place, label in enumerate(labels) if len(label) == shortest)
        labels[last : last + 1] = [labels[last] + letter for letter in _LETTERS]
    return labels[:count]
