"""The clean article as plain text."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from typing import Final

from annotators.annotation import AnnotationSet
from annotators.article import Article
from annotators.cleaning import DEFAULT_STRIPPED, clean_text
from annotators.exporters.kept_blocks import KeptBlock, kept_blocks

__all__ = ["squeezed", "to_plain_text"]

_PAGES: Final = frozenset(("text/html", "multipart/related", "application/epub+zip"))
"""Media types whose blank lines come from the loader, which separates elements by them."""
_BLANK_START: Final = re.compile(r"\A(?:[ \t]*\r?\n)+")
_BLANK_RUN: Final = re.compile(r"(?m)^([ \t]*\r?\n)(?:[ \t]*\r?\n)+")


def to_plain_text(article: Article, annotations: AnnotationSet, stripped: Collection[str] = DEFAULT_STRIPPED) -> str:
    """The clean text; a page has dashes or numbers before its list items, and no blank lines of stripped elements."""
    text = clean_text(article, annotations, stripped)
    if article.source.media_type not in _PAGES:
        return text
    if any(block.tag == "li" or block.number for block in article.blocks):
        text = "".join(_with_items(text, article, kept_blocks(article, annotations, stripped)))
    return squeezed(text)


def _with_items(text: str, article: Article, blocks: Iterable[KeptBlock]) -> Iterator[str]:
    """The clean text with a dash or a number before the items of its lists, between which is no blank line."""
    at = 0
    item_before = False
    for block in blocks:
        words = article.text[block.start : block.end]
        place = text.index(words, at)
        item = block.is_item
        mark = f"{block.number}. " if block.number else "- "
        between = text[at:place]
        yield "\n" if item and item_before and not between.strip() else between
        yield mark + words.replace("\n", "\n" + " " * len(mark)) if item else words
        at, item_before = place + len(words), item
    yield text[at:]


def squeezed(text: str) -> str:
    """The text without blank lines at its beginning, and with one in place of several."""
    return _BLANK_RUN.sub(lambda found: found.group(1), _BLANK_START.sub("", text))
