"""Makes annotations while their JSON is parsed, without dictionaries in between.

The document of a large article has tens of thousands of objects; parsed as usual, all of them would be dictionaries at
once before the first annotation is made. Strings that recur, such as labels and reasons, are kept once.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from sys import intern
from typing import Any

from annotators.annotation import AnnotationSet, BlockLabel, Entity, Layer, Mark, Mention, Note, Span, Statement

__all__ = ["annotations_of", "parse"]


def parse(data: bytes) -> dict[str, Any]:
    """A JSON object in which the annotations of broadsheet/1 documents are `Annotation` objects already."""
    parsed: dict[str, Any] = json.loads(data, object_hook=_revived)
    return parsed


def annotations_of(document: Mapping[str, Any]) -> AnnotationSet:
    """The annotations of a document parsed by `parse`; it may lack its text and any layer."""
    layers = document.get("layers", {})
    return AnnotationSet(
        blocks=tuple(label for label in document.get("blocks", ()) if isinstance(label, BlockLabel)),
        inline=tuple(document.get("inline", ())),
        mentions=tuple(document.get("entities", ())),
        entities=tuple(document.get("entity_index", ())),
        marks=tuple(document.get("marks", ())),
        statements=tuple(document.get("statements", ())),
        notes=tuple(document.get("notes", ())),
        ready=frozenset(Layer(name) for name in layers.get("ready", ())),
        unavailable={Layer(name): why for name, why in layers.get("unavailable", {}).items()},
    )


@lru_cache(maxsize=4096)
def _reasons(words: str) -> tuple[str, ...]:
    return tuple(map(intern, words.split("; "))) if words else ()


def _revived(item: dict[str, Any]) -> Any:
    """The annotation, entity or span for a dictionary; the dictionary itself if it is none of these."""
    start = item.get("start")
    if not isinstance(start, int):
        if "mentions" in item and "name" in item:
            return Entity(intern(item["id"]), item["name"], intern(item["label"]))
        return item
    end, score, reasons = item["end"], item.get("score"), _reasons(item.get("reason", ""))
    if "content" in item:
        return _statement(item, start, end, score)
    if "label" in item:
        label, entity = intern(item["label"]), item.get("entity")
        entity = intern(entity) if entity else None
        return Mention(start=start, end=end, score=score, reasons=reasons, label=label, entity=entity)
    if "closed" in item:
        kind, closed = intern(item["kind"]), item["closed"]
        return Mark(start=start, end=end, score=score, reasons=reasons, kind=kind, closed=closed)
    if "kind" in item:
        return BlockLabel(start=start, end=end, score=score, reasons=reasons, kind=intern(item["kind"]))
    if "note" in item:
        return Note(start=start, end=end, id=item["id"], text=item["note"], created=item.get("created", 0.0))
    return Span(start, end)


def _statement(item: dict[str, Any], start: int, end: int, score: float | None) -> Statement:
    speaker = item.get("speaker_entity")
    return Statement(
        start=start,
        end=end,
        score=score,
        reasons=_reasons(item.get("reason", "")),
        id=item["id"],
        type=intern(item["type"]),
        content=tuple(item["content"]),
        cue=item.get("cue"),
        speaker=item.get("speaker"),
        speaker_entity=intern(speaker) if speaker else None,
        addressee=item.get("addressee"),
        medium=item.get("medium"),
    )
