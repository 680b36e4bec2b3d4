"""The annotations that a row stands for, and the key of their row."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import Final, NamedTuple

from annotators.annotation import Annotation, AnnotationSet, Entity, Layer, Mention, Note, Span, Statement
from annotators.article import Article

__all__ = ["LAYER_COMMANDS", "LAYER_TITLES", "Places", "name_of", "own_key", "row_key", "speaker_name"]

LAYER_TITLES: Final = {
    Layer.ENTITIES: "Entities",
    Layer.QUOTES: "Quotes",
    Layer.STRUCTURE: "Boilerplate",
    Layer.NOTES: "Notes",
}
"""The layers in the order of their keys, 1 to 4."""

LAYER_COMMANDS: Final = {
    Layer.ENTITIES: "toggle_entities",
    Layer.QUOTES: "toggle_quotes",
    Layer.STRUCTURE: "toggle_boilerplate",
    Layer.NOTES: "toggle_notes",
}
"""The commands that switch the layers on and off."""


class Places(NamedTuple):
    """All annotations that a row stands for, in text order."""

    annotations: Sequence[Annotation]


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
            return own_key(annotation)


def own_key(annotation: Annotation) -> Hashable:
    """The key of the row that one annotation has to itself."""
    return (type(annotation).__name__, annotation.start, annotation.end)


def speaker_name(article: Article, annotations: AnnotationSet, said: Statement) -> str:
    """The speaker of a statement in the fullest form known; empty if nobody is named."""
    return name_of(article, annotations.entity_by_id, said.speaker_entity, said.speaker)


def name_of(article: Article, known: Mapping[str, Entity], entity: str | None, words: Span | None) -> str:
    """The name of an entity, or else the words that stand for it in the text."""
    if entity and entity in known:
        return known[entity].name
    return article.text[words.start : words.end] if words else ""
