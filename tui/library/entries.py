"""One line of the library: what is known of an article that was opened, without its text."""

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
"""What Python has in place of a byte of a file name that is no part of a letter."""


COLUMNS: Final = (
    "fingerprint, location, article.title, site, published, article.words, added, opened, read, tags, position, length"
)
"""The columns of the table `article` that `entry_of_row` reads."""


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
    def day(self) -> str:
        """The day on which it was published, in ISO 8601; what its page says instead where that tells no day."""
        if _ISO_DAY.match(self.published):
            return self.published[:10]
        from annotators.metadata import date_told  # most pages say it as ISO 8601 has it

        return date_told(self.published) or shortened(self.published, _LONGEST_DAY)

    @property
    def minutes(self) -> int:
        """Reading time, at least one minute."""
        return minutes_for(self.words)


class Found(NamedTuple):
    """An entry that a search found, and the words that matched: `strong` is where the first of them is in `snippet`."""

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
    """`words` in at most so many characters, the last of them an ellipsis where some are left out."""
    return words if len(words) <= longest else f"{words[: longest - 1].rstrip()}…"


def location_of(article: Article) -> str:
    """Where an article is from, so that it can be found again from any folder: an address or an absolute path.

    A path that is not Unicode, which SQLite would not take, is a `file:` address; `source_at` undoes that.
    """
    location = article.source.location
    if not is_file_name(location):
        return location
    path = os.path.abspath(location)  # noqa: PTH100 - never resolves links
    if _LONE_SURROGATE.search(path) is None:
        return path
    from urllib.parse import quote  # slow to import and rarely wanted

    return _FILE_ADDRESS + quote(os.fsencode(path))


def source_at(location: str) -> str:
    """What an article was opened from, of what `location_of` has made of it."""
    if not location.startswith(_FILE_ADDRESS):
        return location
    from urllib.parse import unquote_to_bytes

    return os.fsdecode(unquote_to_bytes(location.removeprefix(_FILE_ADDRESS)))


def is_file_name(location: str) -> bool:
    """Whether a location names a file, and not an address or a pipe."""
    return location != PIPE and not location.startswith(("http://", "https://"))
