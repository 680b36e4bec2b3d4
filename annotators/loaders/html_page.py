"""A page's text through a parser: lxml's, and where that finds nothing the standard library's."""

from __future__ import annotations

from collections.abc import Mapping
from html.parser import HTMLParser
from typing import Final

from lxml import etree

from annotators.loaders.html_blocks import BlockBuilder, PageBlock
from annotators.loaders.html_metadata import MetadataReader

__all__ = ["Page", "read_page"]

_VOID: Final = frozenset(
    "area base br col embed frame hr img input link meta param source track wbr".split()  # never closed
)
_CLOSED_BY_THE_NEXT: Final = frozenset("p li td th tr option dt dd".split())


class Page:
    """What a parser tells of a page, passed on to those who gather its blocks and its metadata."""

    def __init__(self, *, hidden: bool = False) -> None:
        self.metadata = MetadataReader()
        self.blocks: list[PageBlock] = []
        self._builder = BlockBuilder(hidden=hidden)

    def start(self, tag: str, attributes: Mapping[str, str | None]) -> None:
        """An element begins."""
        self._builder.start(tag, attributes)
        self.metadata.start(tag, attributes)

    def end(self, tag: str) -> None:
        """The innermost element ends."""
        self._builder.end(tag)
        self.metadata.end(tag)

    def data(self, text: str) -> None:
        """Text inside the innermost element."""
        self._builder.data(text)
        self.metadata.data(text)

    def comment(self, text: str) -> None:
        """Comments say nothing to a reader."""

    def pi(self, target: str, data: str | None = None) -> None:
        """Neither do processing instructions."""

    def close(self) -> Page:
        """The page ends."""
        self.blocks = self._builder.close()
        return self


def read_page(text: str, *, hidden: bool = False) -> Page:
    """The blocks and metadata of a page of any depth, however broken. `hidden` shows what a browser would not."""
    safe = text.replace("\0", "\N{REPLACEMENT CHARACTER}")
    page = Page(hidden=hidden)
    try:
        # A target gets the text as it is parsed: a tree would lose what is nested a thousand deep.
        parser = etree.HTMLParser(target=page, encoding="utf-8", huge_tree=True)
        parser.feed(safe.encode("utf-8", "replace"))
        parser.close()
    except etree.LxmlError:
        page = Page(hidden=hidden)
    return page if page.blocks else _read_leniently(safe, hidden=hidden)


def _read_leniently(text: str, *, hidden: bool) -> Page:
    parser = _Balancer(Page(hidden=hidden))
    parser.feed(text)
    parser.close()
    return parser.finish()


class _Balancer(HTMLParser):
    """Tags as they stand in the page to elements that end in the order in which they began."""

    def __init__(self, page: Page) -> None:
        super().__init__(convert_charrefs=True)
        self._page = page
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._open and self._open[-1] == tag and tag in _CLOSED_BY_THE_NEXT:
            self.handle_endtag(tag)
        self._page.start(tag, dict(attrs))
        if tag in _VOID:
            self._page.end(tag)
        else:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._open[-200:]:
            while (last := self._open.pop()) != tag:
                self._page.end(last)
            self._page.end(tag)

    def handle_data(self, data: str) -> None:
        self._page.data(data)

    def finish(self) -> Page:
        """End what is still open."""
        while self._open:
            self._page.end(self._open.pop())
        return self._page.close()
