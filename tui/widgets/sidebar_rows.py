"""The rows of the sidebar: the four layers, what is in them, grouped and counted."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterator
from dataclasses import dataclass
from typing import Final

from annotators.annotation import (
    Annotation,
    AnnotationSet,
    BlockLabel,
    Entity,
    Layer,
    Mark,
    Mention,
    Note,
    Statement,
    in_order,
)
from annotators.article import Article
from tui.widgets.row_list import Row

__all__ = ["LAYER_TITLES", "Places", "lamp", "row_key", "sidebar_rows", "speaker_name"]

LAYER_TITLES: Final = {
    Layer.ENTITIES: "Entities",
    Layer.QUOTES: "Quotes",
    Layer.STRUCTURE: "Boilerplate",
    Layer.NOTES: "Notes",
}
"""The layers in the order of their keys, 1 to 4."""

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
class Places:
    """What a row stands for: all the annotations it is about, in text order."""

    annotations: tuple[Annotation, ...]


@dataclass(frozen=True, slots=True)
class _Group:
    """Rows under a heading that folds them, or on their own where `name` is empty."""

    name: str
    layer: Layer
    rows: tuple[Row, ...]
    count: int


def row_key(annotation: Annotation) -> Hashable:
    """The key of the row that an annotation belongs to."""
    match annotation:
        case Mention(entity=str(entity)):
            return (Layer.ENTITIES, entity)
        case Statement(id=name):
            return (Layer.QUOTES, name)
        case Note(id=name):
            return (Layer.NOTES, name)
        case _:
            return (type(annotation).__name__, annotation.start, annotation.end)


def speaker_name(article: Article, annotations: AnnotationSet, said: Statement) -> str:
    """Who a statement is by, in the fullest form known; empty where nobody is named."""
    if said.speaker_entity and (entity := annotations.entity_by_id.get(said.speaker_entity)):
        return entity.name
    return article.text[said.speaker.start : said.speaker.end] if said.speaker else ""


def sidebar_rows(
    article: Article,
    annotations: AnnotationSet,
    lit: Collection[Layer],
    turned: Collection[Hashable] = (),
    waiting: str = "",
) -> tuple[Row, ...]:
    """All rows. `turned` holds the keys of groups that are folded or unfolded against the default.

    `waiting` is what the entities layer says while its annotator is at work.
    """
    rows: list[Row] = []
    for layer in LAYER_TITLES:
        rows.append(_layer_row(annotations, layer, lit=layer in lit))
        if layer in annotations.unavailable:
            rows.extend(Row(line, indent=2, style="dim") for line in _wrap(annotations.unavailable[layer]))
        elif layer is Layer.ENTITIES and waiting and layer not in annotations.ready:
            rows.append(Row(waiting, indent=2, style="dim"))
        for group in _groups(article, annotations, layer):
            if not group.name:
                rows.extend(group.rows)
                continue
            key = (group.layer, "group", group.name)
            folded = (group.name in _FOLDED_AT_FIRST) != (key in turned)
            rows.append(
                Row(f"{'▸' if folded else '▾'} {group.name}", str(group.count), style="group", key=key, target=key)
            )
            if not folded:
                rows.extend(group.rows)
    return tuple(rows)


def lamp(lit: bool) -> str:
    """What says whether a layer is lit: the first character of its row."""
    return "●" if lit else "○"


def _layer_row(annotations: AnnotationSet, layer: Layer, *, lit: bool) -> Row:
    """The row that heads a layer: whether it is lit, its key, its name and how much is in it."""
    count = str(len(annotations.layer(layer)))
    if layer is not Layer.NOTES and layer not in annotations.ready:
        count = "–" if layer in annotations.unavailable else "…"
    number = list(LAYER_TITLES).index(layer) + 1
    text = f"{lamp(lit)} {number} {LAYER_TITLES[layer]}"
    return Row(text, count, style="head", key=layer, target=layer)


def _groups(article: Article, annotations: AnnotationSet, layer: Layer) -> Iterator[_Group]:
    match layer:
        case Layer.ENTITIES:
            return _entity_groups(article, annotations)
        case Layer.QUOTES:
            return _quote_groups(article, annotations)
        case Layer.STRUCTURE:
            return _boilerplate_groups(article, annotations)
        case Layer.NOTES:
            return _notes(article, annotations)


def _entity_groups(article: Article, annotations: AnnotationSet) -> Iterator[_Group]:
    loose: defaultdict[tuple[str, str], list[Mention]] = defaultdict(list)
    for mention in annotations.mentions:
        if mention.entity not in annotations.entity_by_id:
            loose[article.text[mention.start : mention.end].lower(), mention.label].append(mention)
    found: list[tuple[Entity, tuple[Mention, ...]]] = [
        (entity, annotations.mentions_of[entity.id]) for entity in annotations.entities
    ]
    found += [
        (Entity("", article.text[first.start : first.end], label), (first, *rest))
        for (_, label), (first, *rest) in loose.items()
    ]
    found.sort(key=lambda pair: (-len(pair[1]), pair[1][0].start if pair[1] else 0))
    for name, labels in _GROUPS:
        rows = [
            Row(
                entity.name,
                str(len(mentions)),
                indent=2,
                key=(Layer.ENTITIES, entity.id) if entity.id else row_key(mentions[0]),
                target=Places(mentions),
            )
            for entity, mentions in found
            if entity.label in labels and mentions
        ]
        if rows:
            yield _Group(name, Layer.ENTITIES, tuple(rows), len(rows))


def _quote_groups(article: Article, annotations: AnnotationSet) -> Iterator[_Group]:
    by_speaker: defaultdict[str, list[Statement]] = defaultdict(list)
    for said in annotations.statements:
        by_speaker[speaker_name(article, annotations, said) or "Nobody named"].append(said)
    for name, statements in sorted(by_speaker.items(), key=lambda pair: (-len(pair[1]), pair[1][0].start)):
        if len(statements) == 1:
            yield _Group("", Layer.QUOTES, (_said(article, name, statements[0]),), 1)
        else:
            rows = tuple(_row(article, said, Places((said,))) for said in statements)
            yield _Group(name, Layer.QUOTES, rows, len(rows))
    by_kind: defaultdict[str, list[Mark]] = defaultdict(list)
    for mark in annotations.free_marks:
        by_kind[mark.kind].append(mark)
    for kind, marks in sorted(by_kind.items(), key=lambda pair: -len(pair[1])):
        rows = tuple(_row(article, mark, Places((mark,))) for mark in marks)
        yield _Group(f"“…” {kind}", Layer.QUOTES, rows, len(rows))


def _boilerplate_groups(article: Article, annotations: AnnotationSet) -> Iterator[_Group]:
    labels = [label for label in annotations.layer(Layer.STRUCTURE) if isinstance(label, BlockLabel)]
    for kind, count in Counter(label.kind for label in labels).most_common():
        rows = tuple(_row(article, label, Places((label,))) for label in labels if label.kind == kind)
        yield _Group(kind.replace("_", " "), Layer.STRUCTURE, rows, count)


def _notes(article: Article, annotations: AnnotationSet) -> Iterator[_Group]:
    rows = tuple(
        Row(note.text or _beginning(article, note), indent=2, key=row_key(note), target=Places((note,)))
        for note in in_order(annotations.notes)
    )
    if rows:
        yield _Group("By place", Layer.NOTES, rows, len(rows))


def _said(article: Article, name: str, said: Statement) -> Row:
    """A speaker's only quote, beside the name."""
    text = f"{name}  {_beginning(article, said)}"
    return Row(text, indent=2, strong=(0, len(name)), key=row_key(said), target=Places((said,)))


def _row(article: Article, annotation: Annotation, target: Places) -> Row:
    return Row(_beginning(article, annotation), indent=2, key=row_key(annotation), target=target)


def _beginning(article: Article, annotation: Annotation) -> str:
    return " ".join(article.text[annotation.start : min(annotation.end, annotation.start + _BEGINNING)].split())


def _wrap(sentence: str, width: int = 24) -> list[str]:
    import textwrap  # rarely needed, never at the start

    return textwrap.wrap(sentence, width, max_lines=5, placeholder="…")
