"""How long an article takes to read: one measure, that of the clean text, for every place that says it.

Characters and not words are counted: that takes no time, whatever the length, while keys wait.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from annotators.cleaning import Segment

__all__ = ["kept_characters", "minutes_for", "share_of", "words_in"]

_WORDS_A_MINUTE: Final = 230
"""Silent reading of English non-fiction: 238 words a minute (Brysbaert 2019), less a little for the terminal."""

_CHARACTERS_A_WORD: Final = 5.87
"""With the space after it."""


def kept_characters(length: int, segments: Iterable[Segment]) -> int:
    """The characters of a text of that `length` without its stripped segments."""
    return length - sum(segment.end - segment.start for segment in segments if not segment.kept)


def words_in(characters: int) -> int:
    """About how many words so many characters are."""
    return round(characters / _CHARACTERS_A_WORD)


def minutes_for(words: int) -> int:
    """Minutes for so many words, at least one."""
    return max(1, round(words / _WORDS_A_MINUTE))


def share_of(position: int, length: int) -> float:
    """How far a reader has come who left an article at that character, 0 to 1."""
    return min(1.0, position / length) if length else 0.0
