"""A page through lxml's parser, as it is parsed, to its blocks and what it says of itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Final

from lxml import etree

from annotators.loaders.html.blocks import BlockBuilder, PageBlock
from annotators.loaders.html.metadata import MetadataReader
from annotators.loaders.html.tokens import read_tokens

__all__ = ["Page", "read_damaged_page", "read_page"]

_TEMPLATE: Final = re.compile(r"<script[^>]{0,200}\btype\s*=\s*[\"']?text/template\b[^>]{0,200}>", re.I)
_SIGN: Final = b"text/template"
_NO_NUL: Final = "\N{REPLACEMENT CHARACTER}".encode()
_NOSCRIPT, _NOSCRIPT_END = b"<noscript", b"</noscript>"
_STRONG: Final = (b"div", b"table", b"tr", b"td")
"""Elements that the end of a weaker one around them does not end."""
_SCRIPT_END: Final = re.compile(r"</script\s*>", re.I)
_LARGE: Final = 1 << 20
"""Bytes of a page, which a parser keeps until the next, above which it is not kept itself."""
_spare: Final[list[tuple[etree.HTMLParser, BlockBuilder]]] = []
"""Parsers that are through with a page, each with what it tells: they hold each other, and left to Python's cycle
collector they would be thirty kilobytes a page."""
_PLACEHOLDER: Final = re.compile(r"\{\{|\$\{|<%|\{%")
_SHORTEST_POST: Final = 400


@dataclass
class Page:
    """The blocks of a page, in their order, and what it says of itself."""

    metadata: MetadataReader
    blocks: list[PageBlock]


def read_page(text: str, *, hidden: bool = False, encoded: bytes | None = None) -> Page:
    """The blocks and metadata of a page of any depth, however broken. `hidden` shows what a browser would not.

    `encoded` is the page as UTF-8, where that is at hand.
    """
    data = text.encode("utf-8", "replace") if encoded is None else encoded
    data = data.replace(b"\0", _NO_NUL)  # as bytes in a tenth of the time
    lower = data.lower()
    if _SIGN in lower:
        data = "".join(_unwrapped(data.decode("utf-8"))).encode("utf-8")
    elif not hidden and _NOSCRIPT in lower:
        data = b"".join(_closed(data, lower))
    try:
        parser, builder = _spare.pop()
    except IndexError:
        builder = BlockBuilder(MetadataReader())
        # A target gets the text as it is parsed: a tree would lose what is nested a thousand deep.
        parser = etree.HTMLParser(target=builder, encoding="utf-8", huge_tree=True)
    builder.begin(MetadataReader(), hidden=hidden)
    try:
        parser.feed(data)
        parser.close()
    except etree.LxmlError:
        return Page(MetadataReader(), [])
    page = Page(builder.metadata, builder.blocks)
    builder.begin(MetadataReader())  # whoever holds it holds nothing of the page
    if len(data) <= _LARGE:
        _spare.append((parser, builder))
    return page


def _closed(data: bytes, lower: bytes) -> Iterator[bytes]:
    """The page without what stands for scripts where that opens an element and does not close it, or the other way.

    To a browser with scripts it is text and ends where it says so; a parser that looks into it would not see the end,
    and take the rest of the page for a part of it. `lower` is the page in lower case.
    """
    kept = 0
    at = lower.find(_NOSCRIPT)
    while at >= 0 and (end := lower.find(_NOSCRIPT_END, at)) >= 0:
        part = lower[at:end]
        if any(part.count(b"<" + tag) != part.count(b"</" + tag) for tag in _STRONG):
            yield data[kept:at]
            kept = lower.find(b">", end) + 1 or len(data)
        at = lower.find(_NOSCRIPT, end)
    yield data[kept:]


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
    builder = BlockBuilder(MetadataReader(), hidden=True)
    read_tokens(text.replace("\0", "\N{REPLACEMENT CHARACTER}"), builder, unescape)
    return Page(builder.metadata, builder.close())
