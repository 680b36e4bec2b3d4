"""The passages of an article that a model reads, and their order."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from annotators.annotation import KEPT_KINDS, AnnotationSet, Span
from annotators.article import Article
from annotators.kinds import PART_KINDS

__all__ = ["READ_KINDS", "groups_from", "passages_of"]

READ_KINDS: frozenset[str] = frozenset((*KEPT_KINDS, *PART_KINDS, "caption", "credit"))
"""The kinds of block that the model reads; menus and promos are full of names from other articles."""

LONGEST = 20_000
"""The most code points of a passage; a longer block is cut at a blank."""

_FIRST_GROUP = 2_000
"""Code points of the first group, about two screens; each further group is twice as long."""


def passages_of(article: Article, annotations: AnnotationSet) -> list[Span]:
    """The kept text, captions and credits in order; without labels, every block.

    A part of a block that has a label of another kind is left out.
    """
    blocks: Iterable[Span]
    if annotations.blocks:
        blocks = (block.span for block in annotations.blocks if block.kind in READ_KINDS)
    else:
        blocks = (Span(block.start, block.end) for block in article.blocks)
    skipped = [label.span for label in annotations.inline if label.kind not in READ_KINDS]
    return [piece for block in blocks for part in _without(block, skipped) for piece in _cut(article.text, part)]


def _without(block: Span, skipped: Sequence[Span]) -> Iterator[Span]:
    start = block.start
    for span in skipped:
        if block.start <= span.start and span.end <= block.end:
            if start < span.start:
                yield Span(start, span.start)
            start = max(start, span.end)
    if start < block.end:
        yield Span(start, block.end)


def _cut(text: str, span: Span) -> Iterator[Span]:
    start = span.start
    while span.end - start > LONGEST:
        blank = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        end = blank if blank > 0 else start + LONGEST
        yield Span(start, end)
        start = end
    yield Span(start, span.end)


def groups_from(passages: Sequence[Span], first: int) -> list[list[Span]]:
    """The passages in groups, each about twice as long as the one before.

    The group with the offset `first` comes first, then what follows it, then what lies before.
    """
    at = max(0, bisect_right([span.start for span in passages], first) - 1)
    groups: list[list[Span]] = []
    room = 0
    limit = _FIRST_GROUP
    for number, passage in enumerate([*passages[at:], *passages[:at]]):
        if not groups or room <= 0 or number == len(passages) - at:
            groups.append([])
            room, limit = limit, limit * 2
        groups[-1].append(passage)
        room -= passage.end - passage.start
    return groups
