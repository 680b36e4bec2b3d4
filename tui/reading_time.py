"""How long the clean text of an article takes to read: one measure for all places that show it.

Characters are counted instead of words, which takes no time at any length.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from annotators.cleaning import Segment

__all__ = ["kept_characters", "minutes_for", "share_of", "words_in"]

_WORDS_A_MINUTE: Final = 230
"""Silent reading of English non-fiction takes 238 words a minute (Brysbaert 2019); a little less in a terminal."""

_CHARACTERS_A_WORD: Final = 5.87
"""Of an English word with the space after it."""


def kept_characters(length: int, segments: Iterable[Segment]) -> int:
    """The number of characters of a text of that `length` outside its stripped segments."""
    return length - sum(segment.end - segment.start for segment in segments if not segment.kept)


def words_in(characters: int) -> int:
    """The approximate number of words in that many characters."""
    return round(characters / _CHARACTERS_A_WORD)


def minutes_for(words: int) -> int:
    """The minutes that it takes to read that many words, at least 1."""
    return max(1, round(words / _WORDS_A_MINUTE))


def share_of(position: int, length: int) -> float:
    """The share of a text of that `length` before `position`, 0 to 1."""
    return min(1.0, position / length) if length else 0.0
