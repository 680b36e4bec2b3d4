"""What a block is where the file itself says so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from annotators.annotation import BlockLabel
from annotators.article import Article
from annotators.boilerplate.rules.armour import armoured
from annotators.kinds import EXPORTED, KINDS
from annotators.text.footnotes import begins_footnote

__all__ = ["as_declared"]

_DECLARED: Final = {"front_matter": ("other", "tells programs of the article")}
"""By the tag of a block: the front matter of a Markdown file is not there to be read."""
_AROUND: Final = f"article.{EXPORTED}/"
_CODE: Final = re.compile(r"<(script|style)\b[^<>]*+>(?:[^<]++|<(?!/))*+</\1\s*+>\Z", re.I)
_TAGS: Final = re.compile(r"(?:</?[a-z][^<>]*+>\s*+)++", re.I)
_OPENING: Final = re.compile(r"<(?!/|(?:br|hr|img|input|wbr|source)\b)", re.I)
"""Tags that want an end: where that stands elsewhere, what lies between them would lose its frame."""
_KINDS: Final = frozenset(KINDS)


def as_declared(article: Article, labels: Sequence[BlockLabel]) -> tuple[BlockLabel, ...]:
    """The labels of an article's blocks, certain where the file leaves no doubt."""
    known = dict(_said(article))
    if not known:
        return tuple(labels)
    return tuple(
        replace(label, kind=known[label.start][0], score=None, reasons=(known[label.start][1],))
        if label.start in known
        else label
        for label in labels
    )


def _said(article: Article) -> Iterator[tuple[int, tuple[str, str]]]:
    """The kind of each block that says it, by where it starts, and in words how it does."""
    yield from ((block.start, ("other", "is a signature or a key in armour")) for block in armoured(article))
    written_as_markdown = article.source.media_type == "text/markdown"
    for block in article.blocks:
        if block.tag in _DECLARED:
            yield block.start, _DECLARED[block.tag]
        elif _AROUND in block.path:
            yield block.start, (_class_within(block.path.rpartition(_AROUND)[2]), "was written so by broadsheet")
        elif written_as_markdown and block.tag in {"p", ""} and begins_footnote(article.text, block.start):
            yield block.start, ("note", "is a footnote")
        elif block.tag == "html" and written_as_markdown and (why := _why_unseen(article.text_of(block))):
            yield block.start, ("other", why)


def _why_unseen(text: str) -> str:
    """Why a page made of Markdown shows nothing of a piece of HTML in it; empty where it does."""
    if text.startswith("<!--") and text.find("-->") == len(text) - 3:
        return "is a comment, which no page shows"
    if _CODE.match(text):
        return "is code"
    whole = _TAGS.fullmatch(text) and len(_OPENING.findall(text)) == text.count("</")
    return "is markup without a word" if whole else ""


def _class_within(path: str) -> str:
    """The kind that is the class of the innermost element that has one; items of lists have none, and are the story."""
    for element in reversed(path.split("/")):
        if (kind := element.partition(".")[2]) in _KINDS:
            return kind
    return "body"
