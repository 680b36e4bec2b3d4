"""One line of the library: what is known of an article that was opened, without its text."""

from __future__ import annotations

import os
from typing import NamedTuple

from annotators.article import Article
from annotators.loaders import PIPE
from tui.reading_time import minutes_for, share_of

__all__ = ["Entry", "Found", "is_file_name", "location_of"]


class Entry(NamedTuple):
    """An article in the library. Times are seconds since the epoch, `position` and `length` code points.

    `words` are about those of the clean article, or of all of it while nobody has said what is clean.
    """

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
        return share_of(self.position, self.length)

    @property
    def minutes(self) -> int:
        """Reading time, at least one minute."""
        return minutes_for(self.words)


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
