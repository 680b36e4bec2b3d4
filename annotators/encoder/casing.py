"""The casing of a word as one of eight classes, an input of the encoder beside its lower-case pieces."""

from __future__ import annotations

__all__ = ["CLASSES", "SPECIAL", "case_of"]

CLASSES = 8
SPECIAL, LOWER, TITLE, UPPER, SINGLE, MIXED, DIGIT, NO_LETTERS = range(CLASSES)


def case_of(word: str) -> int:
    """The casing class of a word; `SPECIAL` is used for the special tokens of a window."""
    if any(char.isdigit() for char in word):
        return DIGIT
    letters = [char for char in word if char.isalpha()]
    if not letters:
        return NO_LETTERS
    if not any(char.isupper() for char in letters):
        return LOWER
    if all(char.isupper() for char in letters):
        return SINGLE if len(letters) == 1 else UPPER
    return TITLE if letters[0].isupper() and not any(char.isupper() for char in letters[1:]) else MIXED
