"""The sidebar's other two orders: all annotations by place, or each mention under its entity or speaker."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from functools import partial
from typing import Final

from annotators.annotation import Annotation, AnnotationSet, Layer, Mention, Note
from annotators.article import Article
from tui.positions.surroundings import context_of
from tui.widgets.lists import Row
from tui.widgets.lists.long_rows import rows_of
from tui.widgets.lists.places import Places, own_key, row_key
from tui.widgets.sidebar.groups import beginning, entities_by_frequency, groups_by_kind, quote_groups
from tui.widgets.sidebar.headed_rows import Group

__all__ = ["groups_by_entity", "groups_by_place"]

_CONTEXT: Final = 28
"""Characters of a mention with its context: about the width of a sidebar."""


def groups_by_place(
    article: Article, annotations: AnnotationSet, layer: Layer, shares: Mapping[str, float]
) -> Iterator[Group]:
    """The annotations of a layer in the order of the text, with the share of the article before each."""
    rows = rows_of(annotations.layer(layer), partial(_row, article))
    if rows:
        yield Group("", rows)


def groups_by_entity(
    article: Article, annotations: AnnotationSet, layer: Layer, shares: Mapping[str, float]
) -> Iterator[Group]:
    """Each entity with its mentions in context, each speaker with their quotes; other layers by kind."""
    if layer is Layer.ENTITIES:
        for entity, mentions in entities_by_frequency(article, annotations):
            rows = rows_of(mentions, partial(_row, article))
            key: Hashable = row_key(mentions[0]) if entity.id else (layer, "group", entity.name, entity.label)
            yield Group(entity.name, rows, str(len(rows)), key, folded=True)
    elif layer is Layer.QUOTES:
        yield from quote_groups(article, annotations, shares, alone=True)
    else:
        yield from groups_by_kind(article, annotations, layer, shares)


def _row(article: Article, one: Annotation) -> Row:
    where = f"{one.start / max(1, len(article.text)):.0%}"
    if isinstance(one, Mention):
        around = context_of(article, one, _CONTEXT)
        strong = (around.start, around.end)
        return Row(around.text, where, indent=2, strong=strong, key=own_key(one), target=Places((one,)))
    words = one.text if isinstance(one, Note) and one.text else beginning(article, one)
    return Row(words, where, indent=2, key=own_key(one), target=Places((one,)))
