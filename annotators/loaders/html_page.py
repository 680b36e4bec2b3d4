"""A page through lxml's parser, as it is parsed, to its blocks and what it says of itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Final

from lxml import etree

from annotators.loaders.html_blocks import BlockBuilder, PageBlock
from annotators.loaders.html_metadata import TELLING, MetadataReader
from annotators.loaders.html_tokens import read_tokens

__all__ = ["Page", "read_damaged_page", "read_page"]

_TEMPLATE: Final = re.compile(r"<script[^>]{0,200}\btype\s*=\s*[\"']?text/template\b[^>]{0,200}>", re.I)
_SCRIPT_END: Final = re.compile(r"</script\s*>", re.I)
_PLACEHOLDER: Final = re.compile(r"\{\{|\$\{|<%|\{%")
_SHORTEST_POST: Final = 400


class Page:
    """What a parser tells of a page, passed on to those who gather its blocks and its metadata."""

    def __init__(self, *, hidden: bool = False) -> None:
        self.metadata = MetadataReader()
        self.blocks: list[PageBlock] = []
        self._builder = BlockBuilder(hidden=hidden)

    def start(self, tag: str, attributes: Mapping[str, str | None]) -> None:
        """An element begins."""
        self._builder.start(tag, attributes)
        metadata = self.metadata
        if metadata.reading or tag in TELLING or (attributes and not metadata.signed):
            metadata.start(tag, attributes)

    def end(self, tag: str) -> None:
        """The innermost element ends."""
        self._builder.end(tag)
        if self.metadata.reading:
            self.metadata.end(tag)

    def data(self, text: str) -> None:
        """Text inside the innermost element."""
        self._builder.data(text)
        if self.metadata.reading:
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
    safe = "".join(_unwrapped(text.replace("\0", "\N{REPLACEMENT CHARACTER}")))
    page = Page(hidden=hidden)
    try:
        # A target gets the text as it is parsed: a tree would lose what is nested a thousand deep.
        parser = etree.HTMLParser(target=page, encoding="utf-8", huge_tree=True)
        parser.feed(safe.encode("utf-8", "replace"))
        parser.close()
    except etree.LxmlError:
        return Page(hidden=hidden)
    return page


def _unwrapped(text: str) -> Iterator[str]:
    """The page with those templates opened that a script shows as they stand: some blogs keep their posts so."""
    at = 0
    while (begin := _TEMPLATE.search(text, at)) and (end := _SCRIPT_END.search(text, begin.end())):
        inside = text[begin.end() : end.start()]
        yield text[at : begin.start()]
        post = len(inside) >= _SHORTEST_POST and not _PLACEHOLDER.search(inside)
        yield f"<div>{inside}</div>" if post else text[begin.start() : end.end()]
        at = end.end()
    yield text[at:]


def read_damaged_page(text: str) -> Page:
    """All that could be text of a page that a parser makes nothing of."""
    page = Page(hidden=True)
    read_tokens(text.replace("\0", "\N{REPLACEMENT CHARACTER}"), page, unescape)
    return page.close()
