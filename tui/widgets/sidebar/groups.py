"""The sidebar's groups by kind: types of entities, speakers, kinds of block."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from functools import partial
from typing import Final, TypeVar

from annotators.annotation import (
    Annotation,
    AnnotationSet,
    Entity,
    Layer,
    Mention,
    Statement,
    in_order,
)
from annotators.article import Article
from annotators.rows import chosen, column
from annotators.text.markup import without_markup
from annotators.wording.statements import read_out
from tui.widgets.lists import Row
from tui.widgets.lists.long_rows import MadeRows, rows_of
from tui.widgets.lists.places import Places, own_key, row_key, speaker_name
from tui.widgets.sidebar.headed_rows import Group, SpeakerRows, group_key

__all__ = ["beginning", "entities_by_frequency", "groups_by_kind", "quote_groups"]

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
_NOBODY: Final = "Nobody named"
_MANY: Final = 30
"""The number of speakers from which on their groups are made on demand."""
_BEGINNING: Final = 60
"""Characters of a quote or block in a row; the list cuts them to its width."""


AnnotationT = TypeVar("AnnotationT", bound=Annotation)


def groups_by_kind(
    article: Article, annotations: AnnotationSet, layer: Layer, shares: Mapping[str, float]
) -> Iterator[Group]:
    """The groups of a layer; `shares` are the speakers' shares of voice by the ids of statements."""
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
            Row(entity.name, str(len(mentions)), indent=2, key=_key(entity, mentions), target=Places(mentions))
            for entity, mentions in found
            if entity.label in labels
        )
        if rows:
            yield _folding(Layer.ENTITIES, name, rows, folded=name in _FOLDED_AT_FIRST)


def entities_by_frequency(article: Article, annotations: AnnotationSet) -> list[tuple[Entity, Sequence[Mention]]]:
    """All entities with their mentions, the most frequent first; mentions without an entity are grouped by words."""
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
    return sorted(found, key=lambda pair: (-len(pair[1]), next(iter(column(pair[1], "start")))))


def _key(entity: Entity, mentions: Sequence[Mention]) -> Hashable:
    """`row_key` of the mentions, computed without making one if they have an entity."""
    return (Layer.ENTITIES, entity.id) if entity.id else row_key(mentions[0])


def quote_groups(
    article: Article, annotations: AnnotationSet, shares: Mapping[str, float], *, alone: bool = False
) -> Iterator[Group]:
    """The quotes by speaker, the most frequent first, then other quotation marks by kind.

    A speaker's only quote stands beside the name; with `alone`, under it.
    """
    statements, speakers = annotations.statements, _by_speaker(article, annotations)
    several = len(speakers) if alone else sum(len(positions) > 1 for _, positions in speakers)

    def speaker(number: int) -> Group:
        name, positions = speakers[number]
        share = shares.get(statements[positions[0]].id) if shares else None
        count = str(len(positions)) if share is None else f"{len(positions)} · {share:.0%}"
        return Group(name, rows_of(chosen(statements, positions), partial(_row, article)), count, group_key(name))

    if several > _MANY:
        yield Group("", SpeakerRows(statements, speakers[:several], speaker))
    else:
        yield from map(speaker, range(several))
    only = chosen(statements, (positions[0] for _, positions in speakers[several:]))  # in the order of the text, too
    if only:
        yield Group("", rows_of(only, partial(_said, article, annotations, shares)))
    for kind, marks in _by_kind(annotations.free_marks):
        yield _folding(Layer.QUOTES, f"“…” {kind}", rows_of(marks, partial(_row, article)))


def _by_speaker(article: Article, annotations: AnnotationSet) -> list[tuple[str, array[int]]]:
    """The positions of each speaker's statements."""
    statements, known = annotations.statements, annotations.entity_by_id
    names = {entity: known[entity].name if entity in known else "" for entity in column(statements, "speaker_entity")}
    found: defaultdict[str, list[int]] = defaultdict(list)
    speakers = zip(column(statements, "speaker_entity"), column(statements, "speaker"), strict=True)
    for position, (entity, words) in enumerate(speakers):
        name = names[entity] or (without_markup(article.text[words[0] : words[1]]) if words else "") or _NOBODY
        found[name].append(position)
    ordered = sorted(found.items(), key=lambda pair: (-len(pair[1]), pair[1][0]))
    return [(name, array("I", positions)) for name, positions in ordered]


def _by_kind(annotations: Sequence[AnnotationT]) -> list[tuple[str, Sequence[AnnotationT]]]:
    """Marks or labels by kind, the most frequent first."""
    found: defaultdict[str, array[int]] = defaultdict(partial(array, "I"))
    for position, kind in enumerate(column(annotations, "kind")):
        found[kind].append(position)
    return sorted(((kind, chosen(annotations, at)) for kind, at in found.items()), key=lambda pair: -len(pair[1]))


def _boilerplate_groups(article: Article, annotations: AnnotationSet) -> Iterator[Group]:
    for kind, labels in _by_kind(annotations.layer(Layer.STRUCTURE)):
        yield _folding(Layer.STRUCTURE, kind.replace("_", " "), rows_of(labels, partial(_row, article)))


def _notes(article: Article, annotations: AnnotationSet) -> Iterator[Group]:
    rows = tuple(
        Row(note.text or beginning(article, note), indent=2, key=row_key(note), target=Places((note,)))
        for note in in_order(annotations.notes)
    )
    if rows:
        yield _folding(Layer.NOTES, "By place", rows)


def _folding(
    layer: Layer, name: str, rows: tuple[Row, ...] | MadeRows, *, count: str = "", folded: bool = False
) -> Group:
    return Group(name, rows, count or str(len(rows)), (layer, "group", name), folded)


def _said(article: Article, annotations: AnnotationSet, shares: Mapping[str, float], said: Statement) -> Row:
    """The row of a speaker with a single quote."""
    name = speaker_name(article, annotations, said) or _NOBODY
    share = shares.get(said.id)
    text = f"{name}  {beginning(article, said)}"
    of_all = "" if share is None else f"{share:.0%}"
    return Row(text, of_all, indent=2, strong=(0, len(name)), key=own_key(said), target=Places((said,)))


def _row(article: Article, annotation: Annotation) -> Row:
    return Row(beginning(article, annotation), indent=2, key=own_key(annotation), target=Places((annotation,)))


def beginning(article: Article, annotation: Annotation) -> str:
    """The first words of an annotation on one line; those of a statement as in `read_out`."""
    text = article.text
    start = read_out(text, annotation)[0].start if isinstance(annotation, Statement) else annotation.start
    return " ".join(without_markup(text[start : min(annotation.end, start + _BEGINNING)]).split())
