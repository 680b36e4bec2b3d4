"""Letters for hint mode: short, no label the beginning of another, the home row first."""

from __future__ import annotations

from itertools import islice, product
from typing import Final

__all__ = ["hint_labels"]

_LETTERS: Final = "asdfghjklqwertyuiopzxcvbnm"


def hint_labels(count: int) -> list[str]:
    """`count` labels, all of the same length."""
    length = 1
    while len(_LETTERS) ** length < count:
        length += 1
    return ["".join(letters) for letters in islice(product(_LETTERS, repeat=length), count)]
