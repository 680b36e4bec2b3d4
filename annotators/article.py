"""The article: untouched text, the blocks it falls into, and where it came from.

Everything else in broadsheet points into `Article.text` by code point offsets, so nothing here
ever changes a character of what was loaded.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from annotators.rows import Late, column
from annotators.text.fingerprint import fingerprint_of
from annotators.text.line_breaks import lines, with_line_feeds

if TYPE_CHECKING:
    from annotators.links import Link

__all__ = ["Article", "Block", "Metadata", "Source"]


@dataclass(frozen=True, slots=True)
class Block:
    """A run of the text that stands on its own: a paragraph, a list item, a line of a menu.

    `start` and `end` are code points into the article's text, half open, without white space at
    either edge. `tag` is the element or token the block was made from (`"p"`, `"h1"`, `"li"`),
    empty for plain text; `path` is the element path in the page (`"body/main/article/p"`), empty
    where there is none. `linked` counts its characters that are inside links and `links` those links.
    `told` says that the page repeats it where it describes its article to machines: `"body"`,
    `"deck"`, or empty. `pictured` is how many elements out from its own the one is that also holds a
    picture close before it, its own counting as 1; 0 where there is none.
    """

    start: int
    end: int
    tag: str = ""
    path: str = ""
    linked: int = 0
    links: int = 0
    told: str = ""
    pictured: int = 0

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a block needs 0 <= start < end, not [{self.start}, {self.end})")


@dataclass(frozen=True, slots=True)
class Source:
    """Where an article was read from: a path or an address as the reader gave it, `-` for a pipe."""

    location: str
    media_type: str = "text/plain"


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known about the article as a whole; `None` where nothing is.

    `published` is the date or time as the page states it, `language` a BCP 47 tag, `url` the
    canonical address.
    """

    title: str | None = None
    byline: str | None = None
    published: str | None = None
    site: str | None = None
    language: str | None = None
    url: str | None = None


@dataclass(frozen=True)
class Article:
    """A loaded article.

    Blocks are in order, never overlap, and lie apart only by white space: blocks and the gaps
    between them are `text`, to the character (`ValueError` otherwise). They are a tuple, or columns of
    their edges where they are many and nothing else is known of them. `notices` are sentences
    for the reader about how the text was read, such as a character set that had to be guessed. `links` are
    in order and never overlap (`ValueError` otherwise, but for those that are only made when they are looked at).
    """

    text: str
    blocks: Sequence[Block]
    source: Source
    metadata: Metadata = field(default_factory=Metadata)
    notices: tuple[str, ...] = ()
    links: Sequence[Link] = ()

    def __post_init__(self) -> None:
        self._check_blocks()
        if isinstance(self.links, Late):
            return
        end = 0
        for start, stop in zip(column(self.links, "start"), column(self.links, "end"), strict=True):
            if not end <= start < stop <= len(self.text):
                raise ValueError(f"link [{start}, {stop}) overlaps another or leaves the text")
            end = stop

    def _check_blocks(self) -> None:
        end = 0
        for start, stop in zip(column(self.blocks, "start"), column(self.blocks, "end"), strict=True):
            if start < end or stop > len(self.text):
                raise ValueError(f"block [{start}, {stop}) overlaps another or leaves the text")
            self._check_gap(end, start)
            end = stop
        self._check_gap(end, len(self.text))

    def _check_gap(self, start: int, end: int) -> None:
        gap = self.text[start:end]
        if gap and not gap.isspace():
            raise ValueError(f"text outside all blocks at {start}: {gap.strip()[:40]!r}")

    @cached_property
    def fingerprint(self) -> str:
        """SHA-256 of the text, in hexadecimal: what caches and saved positions know it by."""
        return fingerprint_of(self.text)

    def text_of(self, span: Block) -> str:
        """The characters of a block."""
        return self.text[span.start : span.end]

    def lines(self) -> Iterator[tuple[int, int]]:
        """Start and end of each line, its line break included; together they are the whole text."""
        return lines(with_line_feeds(self.text))
