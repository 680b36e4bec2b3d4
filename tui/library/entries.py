"""One line of the library: what is known of an article that was opened, without its text."""

from __future__ import annotations

import os
from typing import NamedTuple

from annotators.article import Article
from annotators.loaders import PIPE

__all__ = ["WORDS_A_MINUTE", "Entry", "Found", "is_file_name", "location_of"]

WORDS_A_MINUTE = 230
"""Silent reading of English non-fiction: 238 words a minute (Brysbaert 2019), less a little for the terminal."""


class Entry(NamedTuple):
    """An article in the library. Times are seconds since the epoch, `position` and `length` code points."""

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
    length: int = 0

    @property
    def share(self) -> float:
        """How far the reader has come, 0 to 1."""
        return min(1.0, self.position / self.length) if self.length else 0.0

    @property
    def minutes(self) -> int:
        """Reading time, at least one minute."""
        return max(1, round(self.words / WORDS_A_MINUTE))


class Found(NamedTuple):
    """An entry that a search found, and the words that matched: `strong` is where the first of them is in `snippet`."""

    entry: Entry
    snippet: str = ""
    strong: tuple[int, int] = (0, 0)


def location_of(article: Article) -> str:
    """Where an article is from, so that it can be found again from any folder: an address or an absolute path."""
    location = article.source.location
    return os.path.abspath(location) if is_file_name(location) else location  # noqa: PTH100 - never resolves links


def is_file_name(location: str) -> bool:
    """Whether a location names a file, and not an address or a pipe."""
    return location != PIPE and not location.startswith(("http://", "https://"))
