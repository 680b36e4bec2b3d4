"""What the sidebar lists under each layer by kind: types of name, speakers, kinds of block."""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from annotators.annotation import (
    Annotation,
    AnnotationSet,
    BlockLabel,
    Entity,
    Layer,
    Mark,
    Mention,
    Statement,
    in_order,
)
from annotators.article import Article
from annotators.rows import chosen, column
from tui.widgets.places import Places, row_key, speaker_name
from tui.widgets.row_list import Row

__all__ = ["Group", "beginning", "entities_by_frequency", "groups_by_kind", "quote_groups", "quotes_by_speaker"]

_GROUPS: Final[tuple[tuple[str, frozenset[str]], ...]] = (
    ("People", frozenset({"PERSON"})),
    ("Organisations", frozenset({"ORG"})),
    ("Places", frozenset({"GPE", "LOC", "FAC"})),
    ("Groups", frozenset({"NORP"})),
    ("Works, laws, events", frozenset({"WORK_OF_ART", "LAW", "EVENT", "PRODUCT", "LANGUAGE"})),
    ("Handles and tags", frozenset({"HANDLE", "HASHTAG"})),
    ("Dates", frozenset({"DATE", "TIME"})),
    ("Numbers", frozenset({"PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL"})),
)
_FOLDED_AT_FIRST: Final = frozenset({"Dates", "Numbers"})
_BEGINNING: Final = 60
"""Characters of a quote or block that a row begins to tell; the widget cuts them to its width."""


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under a heading that folds them, or on their own where `name` is empty; `key` is the heading's."""

    name: str
    rows: tuple[Row, ...]
    count: str = ""
    key: Hashable = None
    folded: bool = False


def groups_by_kind(
    article: Article, annotations: AnnotationSet, layer: Layer, shares: Mapping[str, float]
) -> Iterator[Group]:
    """The groups of a layer; `shares` is each speaker's share of voice by the id of a statement."""
    match layer:
        case Layer.ENTITIES:
            return _entity_groups(article, annotations)
        case Layer.QUOTES:
            return quote_groups(article, annotations, shares)
        case Layer.STRUCTURE:
            return _boilerplate_groups(article, annotations)
        case Layer.NOTES:
            return _notes(article, annotations)


def _entity_groups(article: Article, annotations: AnnotationSet) -> Iterator[Group]:
    found = entities_by_frequency(article, annotations)
    known = frozenset().union(*(labels for _, labels in _GROUPS))
    others = frozenset(entity.label for entity, _ in found) - known  # of a model with labels of its own
    for name, labels in (*_GROUPS, ("Others", others)):
        rows = tuple(
            Row(entity.name, str(len(mentions)), indent=2, key=row_key(mentions[0]), target=Places(mentions))
            for entity, mentions in found
            if entity.label in labels
        )
        if rows:
            yield _folding(Layer.ENTITIES, name, rows, folded=name in _FOLDED_AT_FIRST)


def entities_by_frequency(article: Article, annotations: AnnotationSet) -> list[tuple[Entity, Sequence[Mention]]]:
    """Everything that is named with its mentions, the most mentioned first; mentions of no entity by their words."""
    mentions, known = annotations.mentions, annotations.entity_by_id
    loose: defaultdict[tuple[str, str], array[int]] = defaultdict(partial(array, "I"))
    columns = [column(mentions, field) for field in ("entity", "start", "end", "label")]
    for position, (entity, start, end, label) in enumerate(zip(*columns, strict=True)):
        if entity not in known:
            loose[article.text[start:end].lower(), label].append(position)
    found = [(entity, annotations.mentions_of[entity.id]) for entity in annotations.entities]
    for (_, label), positions in loose.items():
        first = mentions[positions[0]]
        found.append((Entity("", article.text[first.start : first.end], label), chosen(mentions, positions)))
    found = [pair for pair in found if pair[1]]
    return sorted(found, key=lambda pair: (-len(pair[1]), pair[1][0].start))


def quote_groups(
    article: Article, annotations: AnnotationSet, shares: Mapping[str, float], *, alone: bool = False
) -> Iterator[Group]:
    """The quotes by speaker, who has most of them first, then other quotation marks by kind.

    A speaker's only quote stands beside the name, unless it is to stand `alone` under it.
    """
    for name, statements in quotes_by_speaker(article, annotations):
        share = shares.get(statements[0].id)
        of_all = "" if share is None else f"{share:.0%}"
        if len(statements) == 1 and not alone:
            yield Group("", (_said(article, name, statements[0], of_all),))
        else:
            rows = tuple(_row(article, said, Places((said,))) for said in statements)
            yield _folding(Layer.QUOTES, name, rows, count=f"{len(rows)} · {of_all}" if of_all else str(len(rows)))
    by_kind: defaultdict[str, list[Mark]] = defaultdict(list)
    for mark in annotations.free_marks:
        by_kind[mark.kind].append(mark)
    for kind, marks in sorted(by_kind.items(), key=lambda pair: -len(pair[1])):
        yield _folding(Layer.QUOTES, f"“…” {kind}", tuple(_row(article, mark, Places((mark,))) for mark in marks))


def quotes_by_speaker(article: Article, annotations: AnnotationSet) -> list[tuple[str, list[Statement]]]:
    """The statements of each speaker, who has most of them first."""
    found: defaultdict[str, list[Statement]] = defaultdict(list)
    for said in annotations.statements:
        found[speaker_name(article, annotations, said) or "Nobody named"].append(said)
    return sorted(found.items(), key=lambda pair: (-len(pair[1]), pair[1][0].start))


def _boilerplate_groups(article: Article, annotations: AnnotationSet) -> Iterator[Group]:
    labels = [label for label in annotations.layer(Layer.STRUCTURE) if isinstance(label, BlockLabel)]
    for kind, _ in Counter(label.kind for label in labels).most_common():
        rows = tuple(_row(article, label, Places((label,))) for label in labels if label.kind == kind)
        yield _folding(Layer.STRUCTURE, kind.replace("_", " "), rows)


def _notes(article: Article, annotations: AnnotationSet) -> Iterator[Group]:
    rows = tuple(
        Row(note.text or beginning(article, note), indent=2, key=row_key(note), target=Places((note,)))
        for note in in_order(annotations.notes)
    )
    if rows:
        yield _folding(Layer.NOTES, "By place", rows)


def _folding(layer: Layer, name: str, rows: tuple[Row, ...], *, count: str = "", folded: bool = False) -> Group:
    return Group(name, rows, count or str(len(rows)), (layer, "group", name), folded)


def _said(article: Article, name: str, said: Statement, of_all: str) -> Row:
    """A speaker's only quote, beside the name."""
    text = f"{name}  {beginning(article, said)}"
    return Row(text, of_all, indent=2, strong=(0, len(name)), key=row_key(said), target=Places((said,)))


def _row(article: Article, annotation: Annotation, target: Places) -> Row:
    return Row(beginning(article, annotation), indent=2, key=row_key(annotation), target=target)


def beginning(article: Article, annotation: Annotation) -> str:
    """The first words of an annotation, on one line."""
    return " ".join(article.text[annotation.start : min(annotation.end, annotation.start + _BEGINNING)].split())
