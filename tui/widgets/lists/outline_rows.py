"""The headings of an article as rows, to go to one of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from annotators.annotation import AnnotationSet, BlockLabel
from annotators.article import Article
from tui.widgets.lists import Row
from tui.widgets.lists.places import Places

__all__ = ["heading_before", "outline_rows"]

_KINDS: Final = ("headline", "subhead")
_DEEPEST: Final = 6


def outline_rows(article: Article, annotations: AnnotationSet) -> tuple[Row, ...]:
    """Headline and subheads in the order of the text, indented by the levels that HTML or Markdown gives them."""
    tags = {block.start: block.tag for block in article.blocks}
    rows: list[Row] = []
    book = article.source.media_type == "application/epub+zip"
    for label in annotations.blocks:
        if label.kind in _KINDS:
            first = not rows
            words = " ".join(article.text[label.start : label.end].split()).lstrip("#").strip() or "…"
            where = f"{label.start / max(1, len(article.text)):.0%}"
            indent = 2 * _depth(label, tags.get(label.start, ""), first=first, book=book)
            rows.append(Row(words, where, indent=indent, key=label.start, target=Places((label,))))
    return tuple(rows)


def heading_before(rows: tuple[Row, ...], offset: int) -> int | None:
    """The key of the heading that a place is under."""
    before: Iterator[int] = (row.target.annotations[0].start for row in reversed(rows))
    return next((start for start in before if start <= offset), None)


def _depth(label: BlockLabel, tag: str, *, first: bool, book: bool) -> int:
    """The indent of a heading: 0 for a headline, the level of its element for a subhead, 1 without an element.

    The chapters of a book are on one level. Below the first heading, a headline without an element is a subhead.
    """
    if label.kind == "headline" and (first or tag):
        return 0
    level = int(tag[1]) - 1 if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit() else 1
    return max(0 if book else 1, min(level, _DEEPEST))
