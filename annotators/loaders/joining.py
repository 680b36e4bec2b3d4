"""Joins articles into one: the parts of a mail, the chapters of a book."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from annotators.article import Article, Block, Source
from annotators.links import Link
from annotators.rows import Late

__all__ = ["joined"]

_APART = "\n\n"


def joined(articles: Sequence[Article], location: str, media_type: str, notices: tuple[str, ...] = ()) -> Article:
    """The articles joined with blank lines between; the metadata are those of the first."""
    blocks: list[Block] = []
    links: list[tuple[int, Sequence[Link]]] = []
    pieces: list[str] = []
    at = 0
    for article in articles:
        blocks += [replace(one, start=at + one.start, end=at + one.end) for one in article.blocks]
        links.append((at, article.links))
        pieces.append(article.text)
        at += len(article.text) + len(_APART)
    said = dict.fromkeys(notice for article in articles for notice in article.notices)
    source, known = Source(location, media_type), articles[0].metadata
    return Article(_APART.join(pieces), tuple(blocks), source, known, (*notices, *said), Late(lambda: _moved(links)))


def _moved(links: Sequence[tuple[int, Sequence[Link]]]) -> tuple[Link, ...]:
    """The links of the articles at their new places."""
    return tuple(replace(one, start=at + one.start, end=at + one.end) for at, own in links for one in own)
