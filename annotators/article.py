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

    `start` and `end` are code points into the article's text, half open; there is no white space at either edge.
    `tag` is the element or token that the block was made from (`"p"`, `"h1"`, `"li"`), empty for plain text.
    `path` are the elements around it (`"body/main/article/p"`), empty where there are none. `linked` is the
    number of its characters inside links, `links` the number of those links. `told` is `"body"` or `"deck"` where
    the page's metadata gives the same text as the article's body or description, else empty. `pictured` says how
    many elements outwards the first one is that also holds the picture before the block, its own element counting
    as 1; 0 where no picture stands close before it. `number` is that of the item of a numbered list that begins
    with the block, which is not in the text; 0 where there is none.
    """

    start: int
    end: int
    tag: str = ""
    path: str = ""
    linked: int = 0
    links: int = 0
    told: str = ""
    pictured: int = 0
    number: int = 0

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a block needs 0 <= start < end, not [{self.start}, {self.end})")


@dataclass(frozen=True, slots=True)
class Source:
    """Where an article was read from: a path or address as it was given, `-` for standard input."""

    location: str
    media_type: str = "text/plain"


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known about the article as a whole; a field is `None` where it is unknown.

    `published` is the date or time as the page states it, `language` a BCP 47 tag, `url` the canonical address.
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

    `blocks` are in order, do not overlap, and have nothing but white space between them, so that blocks and gaps
    together are `text`, to the character (else `ValueError`). They are a tuple, or `rows.Rows` of starts and ends
    where they are many and nothing more is known of them. `notices` are sentences for the reader about how the
    text was read, such as a character set that had to be guessed. `links` are in order and do not overlap (else
    `ValueError`; not checked where they are made only on demand).
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
        """SHA-256 of the text in hexadecimal: the key of the article in caches and the library."""
        return fingerprint_of(self.text)

    def text_of(self, span: Block) -> str:
        """The characters of a block."""
        return self.text[span.start : span.end]

    def lines(self) -> Iterator[tuple[int, int]]:
        """Start and end of each line with its line break; together the lines are the whole text."""
        return lines(with_line_feeds(self.text))
