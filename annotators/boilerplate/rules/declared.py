"""Kinds that the file itself declares: front matter, exports of broadsheet, footnotes, armour and invisible HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from annotators.annotation import BlockLabel
from annotators.article import Article
from annotators.boilerplate.rules.armour import armoured
from annotators.kinds import EXPORTED, KINDS
from annotators.rows import column
from annotators.text.footnotes import begins_footnote
from annotators.text.patterns import compiled_late

__all__ = ["as_declared"]

_DECLARED: Final = {"front_matter": ("other", "tells programs of the article")}
"""Kind and reason by block tag. Front matter is metadata, which no reader of the rendered page sees."""
_AROUND: Final = f"article.{EXPORTED}/"
_CODE: Final = re.compile(r"<(script|style)\b[^<>]*+>(?:[^<]++|<(?!/))*+</\1\s*+>\Z", re.I)
_TAGS: Final = compiled_late(r"(?:</?[a-z][^<>]*+>\s*+)++", re.I)
_OPENING: Final = re.compile(r"<(?!/|(?:br|hr|img|input|wbr|source)\b)", re.I)
"""Start tags that need an end tag. If it is in another block, removing this one would unbalance the markup between."""
_KINDS: Final = frozenset(KINDS)


def as_declared(article: Article, labels: Sequence[BlockLabel]) -> tuple[BlockLabel, ...]:
    """Returns the labels, with declared kinds in place of predicted ones and None as their score."""
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
    """Yields the start of each block whose kind is declared, with the kind and the reason."""
    yield from ((block.start, ("other", "is a signature or a key in armour")) for block in armoured(article))
    written_as_markdown = article.source.media_type == "text/markdown"
    fields = [column(article.blocks, field) for field in ("start", "end", "tag", "path")]
    for start, end, tag, path in zip(*fields, strict=True):
        if tag in _DECLARED:
            yield start, _DECLARED[tag]
        elif _AROUND in path:
            yield start, (_class_within(path.rpartition(_AROUND)[2]), "was written so by broadsheet")
        elif written_as_markdown and tag in {"p", ""} and begins_footnote(article.text, start):
            yield start, ("note", "is a footnote")
        elif tag == "html" and written_as_markdown and (why := _why_unseen(article.text[start:end])):
            yield start, ("other", why)


def _why_unseen(text: str) -> str:
    """Why a piece of HTML in Markdown renders as nothing (comment, code, markup without text); empty if it renders."""
    if text.startswith("<!--") and text.find("-->") == len(text) - 3:
        return "is a comment, which no page shows"
    if _CODE.match(text):
        return "is code"
    whole = _TAGS.fullmatch(text) and len(_OPENING.findall(text)) == text.count("</")
    return "is markup without a word" if whole else ""


def _class_within(path: str) -> str:
    """The kind named by the innermost class in an exported path; `body` if there is none, as in list items."""
    for element in reversed(path.split("/")):
        if (kind := element.partition(".")[2]) in _KINDS:
            return kind
    return "body"
