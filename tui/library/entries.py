"""One line of the library: what is known of an article that was opened, without its text."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["WORDS_A_MINUTE", "Entry"]

WORDS_A_MINUTE = 230
"""Silent reading of English non-fiction: 238 words a minute (Brysbaert 2019), less a little for the terminal."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An article in the library. Times are seconds since the epoch, `position` a code point."""

    fingerprint: str
    location: str
    title: str
    site: str
    published: str
    words: int
    added: float
    opened: float
    read: bool
    tags: tuple[str, ...]
    position: int

    @property
    def minutes(self) -> int:
        """Reading time, at least one minute."""
        return max(1, round(self.words / WORDS_A_MINUTE))
