"""Headings that a Markdown file marks as such: the title of the story or of a part of it, whatever their words are.

A section that is furniture keeps its heading's kind: `## Related` over a list of links is `related`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from annotators.annotation import BlockLabel
from annotators.article import Article

__all__ = ["settle_headings"]

_LEVELS: Final = {f"h{level}": level for level in range(1, 7)}
_CERTAIN: Final = 0.9
_HEADING: Final = "is marked as a heading"
_NO_HEADING: Final = "is not marked as a heading where others are"


def settle_headings(article: Article, labels: Sequence[BlockLabel]) -> tuple[BlockLabel, ...]:
    """The labels of a Markdown article's blocks, with its headings labelled as headings; of others, as they were."""
    levels = [_LEVELS.get(block.tag, 0) for block in article.blocks]
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
    """The only heading of the first level; else the heading above the story that was taken for the headline."""
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
    """Whether what stands under a heading, down to the next one of its level, is the story's by most of its letters."""
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
