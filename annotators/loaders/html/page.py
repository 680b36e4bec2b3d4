"""Parses a page with lxml into blocks and metadata, without building a tree."""

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
"""Elements that are not closed by the end tag of a weaker element around them."""
_SCRIPT_END: Final = re.compile(r"</script\s*>", re.I)
_LARGE: Final = 1 << 20
"""Parsers that have read a page above this size in bytes are not reused, because a parser keeps its input until the
next."""
_spare: Final[list[tuple[etree.HTMLParser, BlockBuilder]]] = []
"""Idle parsers with their builders, for reuse. The two refer to each other; each pair would keep thirty kilobytes until
a run of the cycle collector."""
_PLACEHOLDER: Final = re.compile(r"\{\{|\$\{|<%|\{%")
_SHORTEST_POST: Final = 400


@dataclass
class Page:
    """The blocks of a page in document order, and its metadata."""

    metadata: MetadataReader
    blocks: list[PageBlock]


def read_page(text: str, *, hidden: bool = False, encoded: bytes | None = None) -> Page:
    """The blocks and metadata of a page of any depth, however malformed. With `hidden`, hidden text is included.

    `encoded` is the page as UTF-8, if available.
    """
    data = text.encode("utf-8", "replace") if encoded is None else encoded
    data = data.replace(b"\0", _NO_NUL)  # ten times as fast on bytes
    lower = data.lower()
    if _SIGN in lower:
        data = "".join(_unwrapped(data.decode("utf-8"))).encode("utf-8")
    elif not hidden and _NOSCRIPT in lower:
        data = b"".join(_closed(data, lower))
    try:
        parser, builder = _spare.pop()
    except IndexError:
        builder = BlockBuilder(MetadataReader())
        # A parser target receives the text during parsing; lxml's tree would drop what is nested a thousand levels
        # deep.
        parser = etree.HTMLParser(target=builder, encoding="utf-8", huge_tree=True)
    builder.begin(MetadataReader(), hidden=hidden)
    try:
        parser.feed(data)
        parser.close()
    except etree.LxmlError:
        return Page(MetadataReader(), [])
    page = Page(builder.metadata, builder.blocks)
    builder.begin(MetadataReader())  # an idle builder must not keep the page alive
    if len(data) <= _LARGE:
        _spare.append((parser, builder))
    return page


def _closed(data: bytes, lower: bytes) -> Iterator[bytes]:
    """Yields the parts of a page without `noscript` elements in which tags are unbalanced.

    For a browser that runs scripts their content is text up to the end tag. A parser that reads it as markup would miss
    the end and treat the rest of the page as a part of it. `lower` is the page in lower case.
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
    """Yields the parts of a page, with the content of templates that hold whole posts, as some blogs have them."""
    at = 0
    while (begin := _TEMPLATE.search(text, at)) and (end := _SCRIPT_END.search(text, begin.end())):
        inside = text[begin.end() : end.start()]
        yield text[at : begin.start()]
        post = len(inside) >= _SHORTEST_POST and not _PLACEHOLDER.search(inside)
        yield f"<div>{inside}</div>" if post else text[begin.start() : end.end()]
        at = end.end()
    yield text[at:]


def read_damaged_page(text: str) -> Page:
    """All text that a token-wise reading finds in a page that lxml cannot parse."""
    builder = BlockBuilder(MetadataReader(), hidden=True)
    read_tokens(text.replace("\0", "\N{REPLACEMENT CHARACTER}"), builder, unescape)
    return Page(builder.metadata, builder.close())
