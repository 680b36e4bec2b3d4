"""The rows of a card for the entities that are named in the same paragraphs."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import Final

from annotators.annotation import ENTITY_LABELS, AnnotationSet, Mention, Span
from annotators.article import Article
from tui.positions.surroundings import block_at
from tui.widgets.lists import Row
from tui.widgets.lists.places import Places

__all__ = ["company_rows", "count_of"]

_NAMES: Final = frozenset(ENTITY_LABELS[: ENTITY_LABELS.index("DATE")]) | {"HANDLE"}
"""The labels of named entities, without dates and numbers."""

_MOST: Final = 12
_START: Final = attrgetter("start")


def company_rows(article: Article, annotations: AnnotationSet, mentions: Sequence[Mention]) -> Iterator[Row]:
    """The entities named in the same paragraphs as these mentions, those with most paragraphs in common first."""
    shared: defaultdict[str, list[Mention]] = defaultdict(list)
    for block in dict.fromkeys(block_at(article, one.start) for one in mentions):
        named = reversed(_named_in(annotations, block))
        others = {one.entity: one for one in named if one.entity and one.entity != mentions[0].entity}
        for name, first in others.items():
            shared[name].append(first)
    if not shared:
        return
    yield Row("Named with", str(len(shared)), style="group")
    often = sorted(shared.items(), key=lambda pair: (-len(pair[1]), pair[1][0].start))
    for name, places in often[:_MOST]:
        words = annotations.entity_by_id[name].name
        yield Row(words, count_of(len(places), "paragraph"), indent=2, key=("with", name), target=Places(tuple(places)))


def count_of(number: int, noun: str) -> str:
    """`1 paragraph`, `2 paragraphs`."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _named_in(annotations: AnnotationSet, block: Span) -> list[Mention]:
    first = bisect_left(annotations.mentions, block.start, key=_START)
    last = bisect_left(annotations.mentions, block.end, key=_START)
    known = annotations.entity_by_id
    return [one for one in annotations.mentions[first:last] if one.label in _NAMES and one.entity in known]
