"""Headings in Markdown are the headline or subheads of the article, whatever words they contain.

The heading of a boilerplate section keeps its kind: `## Related` above a list of links stays `related`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from annotators.annotation import BlockLabel
from annotators.article import Article
from annotators.rows import column

__all__ = ["settle_headings"]

_LEVELS: Final = {f"h{level}": level for level in range(1, 7)}
_CERTAIN: Final = 0.9
_HEADING: Final = "is marked as a heading"
_NO_HEADING: Final = "is not marked as a heading where others are"


def settle_headings(article: Article, labels: Sequence[BlockLabel]) -> tuple[BlockLabel, ...]:
    """Returns the labels of a Markdown article with its headings relabelled; labels of other articles are unchanged."""
    levels = [_LEVELS.get(tag, 0) for tag in column(article.blocks, "tag")]
    if not any(levels):
        return tuple(labels)
    headline = _headline(levels, labels)
    settled = []
    for number, (level, label) in enumerate(zip(levels, labels, strict=True)):
        kind, reason = label.kind, _HEADING
        if number == headline:
            kind = "headline"
        elif not level:
            kind, reason = ("body", _NO_HEADING) if kind == "headline" else (kind, "")
        elif not label.boilerplate or _heads_the_story(levels, labels, number):
            kind = "subhead"
        settled.append(label if kind == label.kind else _as(label, kind, reason))
    return tuple(settled)


def _headline(levels: Sequence[int], labels: Sequence[BlockLabel]) -> int | None:
    """Label number of the only first-level heading, else of the heading predicted as headline; None if in the body."""
    top = [number for number, level in enumerate(levels) if level == 1]
    if len(top) == 1 and not _story_before(labels, top[0]):
        return top[0]
    for number, level in enumerate(levels):
        if level and labels[number].kind == "headline" and not _story_before(labels, number):
            return number
    return None


def _story_before(labels: Sequence[BlockLabel], number: int) -> bool:
    return any(label.kind == "body" for label in labels[:number])


def _heads_the_story(levels: Sequence[int], labels: Sequence[BlockLabel], number: int) -> bool:
    """Whether most characters between a heading and the next of its level or above are article text."""
    kept = stripped = 0
    for level, label in zip(levels[number + 1 :], labels[number + 1 :], strict=True):
        if level and level <= levels[number]:
            break
        if not level:
            size = label.end - label.start
            kept, stripped = (kept, stripped + size) if label.boilerplate else (kept + size, stripped)
    if not kept and not stripped:
        return (labels[number].score or 0.0) < _CERTAIN
    return kept > stripped


def _as(label: BlockLabel, kind: str, reason: str) -> BlockLabel:
    return replace(label, kind=kind, reasons=(reason, *label.reasons)[:3])
