"""The links of an article, and the addresses that are written in its text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from heapq import merge
from typing import TYPE_CHECKING, Final

from annotators.annotation import Annotation

if TYPE_CHECKING:
    from annotators.article import Article

__all__ = ["Link", "link_at", "links_in", "links_of"]

_LONGEST: Final = 2048
"""Characters before an offset in which the beginning of an address is looked for."""

_CLOSED_BY: Final = {")": "(", "]": "[", "’": "‘", "'": "'"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Link(Annotation):
    """Words of the text with an address: linked words, or an address that is written out."""

    address: str


@cache  # compiled when it is first needed
def _address() -> re.Pattern[str]:
    return re.compile(r"https?://[^\s<>\"“”‘’|\\^`{}\x00-\x1f\x7f-\x9f]+", re.IGNORECASE)


def links_of(article: Article, start: int, end: int) -> Iterator[Link]:
    """The links and written addresses that begin in `[start, end)`, in order; not addresses inside links."""
    reached = 0
    for link in merge(_links_over(article, start, end), links_in(article.text, start, end), key=lambda one: one.start):
        if link.start >= reached:
            if link.start >= start:
                yield link
            reached = link.end


def links_in(text: str, start: int, end: int) -> Iterator[Link]:
    """The addresses that begin in `[start, end)`, without punctuation of the sentence or a bracket around them."""
    for found in _address().finditer(text, start):
        if found.start() >= end:
            return
        address = _without_closing(found.group()[:_LONGEST])
        yield Link(start=found.start(), end=found.start() + len(address), address=address)


def link_at(article: Article, offset: int) -> Link | None:
    """The link, or else the address in the text, at an offset."""
    for link in _links_over(article, offset, offset + 1):
        return link
    around = links_in(article.text, max(0, offset - _LONGEST), offset + 1)
    return next((link for link in around if link.start <= offset < link.end), None)


def _links_over(article: Article, start: int, end: int) -> Iterator[Link]:
    if article.links:
        from annotators.links import links_over  # most articles of files have none

        for one in links_over(article.links, start, end):
            yield Link(start=one.start, end=one.end, address=one.href)


def _without_closing(address: str) -> str:
    while address[-1] in ".,;:!?*_" or (
        address[-1] in _CLOSED_BY and address.count(address[-1]) > address[:-1].count(_CLOSED_BY[address[-1]])
    ):
        address = address[:-1]
    return address
