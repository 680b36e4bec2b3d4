"""Follows a place in a text through an edit."""

from __future__ import annotations

__all__ = ["followed"]

_WORDS = 48
"""Code points after a place by which it is found again if the text around it has changed."""


def followed(old: str, new: str, offset: int) -> int:
    """The offset in `new` of the character at `offset` in `old`, by the common beginning and end of both texts.

    Between these it is found by the nearest occurrence of the words that follow it; else the offset is kept, as far as
    the text goes.
    """
    before = _alike(old, new)
    if offset < before:
        return offset
    after = min(_alike(old[::-1], new[::-1]), len(old) - before, len(new) - before)
    if offset >= len(old) - after:
        return offset + len(new) - len(old)
    words = old[offset : offset + _WORDS].rstrip()
    places = [place for place in (new.rfind(words, 0, offset + len(words)), new.find(words, offset)) if place >= 0]
    nearest = min(places, key=lambda place: abs(place - offset), default=offset) if words else offset
    return max(0, min(nearest, len(new) - 1))


def _alike(one: str, other: str) -> int:
    """The length of the common beginning of two texts."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
