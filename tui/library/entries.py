"""Entries of the library: what is known of an article, without its text."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from annotators.article import Article
from annotators.loaders import PIPE
from tui.reading_time import minutes_for, share_of

__all__ = ["COLUMNS", "Entry", "Found", "entry_of_row", "is_file_name", "location_of", "shortened", "source_at"]

_FILE_ADDRESS: Final = "file://"
_ISO_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d(?!\d)")
_LONGEST_DAY: Final = 16
_LONE_SURROGATE: Final = re.compile("[\ud800-\udfff]")
"""What Python decodes a byte of a file name to that is not valid in its encoding."""


COLUMNS: Final = (
    "fingerprint, location, article.title, site, published, article.words, added, opened, read, tags, position, length"
)
"""The columns of the table `article` that `entry_of_row` reads."""


class Entry(NamedTuple):
    """An article in the library. Times are seconds since the epoch; `position` and `length` are code points.

    `words` is the approximate number of words in the clean article, or in all of it before it has been annotated.
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
        """The share of the article before the reader's place, 0 to 1."""
        return share_of(self.position, self.length)

    @property
    def day(self) -> str:
        """The day of publication in ISO 8601, or the page's own words if they contain no date."""
        if _ISO_DAY.match(self.published):
            return self.published[:10]
        from annotators.metadata import date_told  # here, because most pages use ISO 8601

        return date_told(self.published) or shortened(self.published, _LONGEST_DAY)

    @property
    def minutes(self) -> int:
        """The reading time in minutes, at least 1."""
        return minutes_for(self.words)


class Found(NamedTuple):
    """An entry found by a search; `strong` is the place of the first match in `snippet`, in code points."""

    entry: Entry
    snippet: str = ""
    strong: tuple[int, int] = (0, 0)


def entry_of_row(row: Sequence[object]) -> Entry:
    """The entry in a row of the table `article` with these `COLUMNS`."""
    fingerprint, location, title, site, published, words, added, opened, read, tags, position, length = row
    return Entry(
        fingerprint=str(fingerprint),
        location=source_at(str(location)),
        title=str(title),
        site=str(site),
        published=str(published),
        words=int(str(words)),
        added=float(str(added)),
        opened=float(str(opened)),
        read=bool(read),
        tags=tuple(str(tags).split()),
        position=int(str(position)),
        length=int(str(length)),
    )


def shortened(words: str, longest: int) -> str:
    """The words in at most `longest` characters, ending in an ellipsis if they are cut."""
    return words if len(words) <= longest else f"{words[: longest - 1].rstrip()}…"


def location_of(article: Article) -> str:
    """The location of an article, valid in any working folder: an address or an absolute path.

    A path that is not valid Unicode, which SQLite does not take, becomes a `file:` address; `source_at` reverses that.
    """
    location = article.source.location
    if not is_file_name(location):
        return location
    path = os.path.abspath(location)  # noqa: PTH100 - never resolves links
    if _LONE_SURROGATE.search(path) is None:
        return path
    from urllib.parse import quote  # here, because it is slow to import and rarely needed

    return _FILE_ADDRESS + quote(os.fsencode(path))


def source_at(location: str) -> str:
    """The path or address of an article from the result of `location_of`."""
    if not location.startswith(_FILE_ADDRESS):
        return location
    from urllib.parse import unquote_to_bytes

    return os.fsdecode(unquote_to_bytes(location.removeprefix(_FILE_ADDRESS)))


def is_file_name(location: str) -> bool:
    """Whether a location is that of a file, and not an address or a pipe."""
    return location != PIPE and not location.startswith(("http://", "https://"))
