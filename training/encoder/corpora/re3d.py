"""re3d: documents with spans of characters, some of them generic noun phrases. Its BBC part is not read."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from training.encoder.corpora.chunks import tags_of_text
from training.encoder.corpora.lexicon import Lexicon, mapping_table
from training.encoder.corpora.paragraphs import UNKNOWN, Paragraph

__all__ = ["RE3D_PARTS", "re3d_paragraphs"]

RE3D_PARTS = ("UK Government", "US State Department", "CENTCOM")
_LABELS = {"Person": "PERSON", "Organisation": "ORG", "Location": "LOC", "Nationality": "NORP"}
_LEADING = frozenset(["the", "a", "an", "this", "these", "northern", "southern", "eastern", "western", "former"])
_INNER = frozenset(["of", "the", "and", "for", "al", "bin", "de", "in", "on", "to"])

Span = tuple[int, int, str]


def re3d_paragraphs(folder: Path, lexicon: Lexicon, nlp: Any) -> Iterator[Paragraph]:
    """The documents of one part; entities that are no clear name, and other capitalised words, are `UNKNOWN`."""
    entities: dict[str, list[Mapping[str, Any]]] = {}
    for row in _rows(folder / "entities.json"):
        entities.setdefault(row["documentId"], []).append(row)
    for row in _rows(folder / "documents.json"):
        doc = nlp.make_doc(row["text"])
        known, unknown = _spans(doc, entities.get(row["_id"], []), lexicon)
        for position, token in enumerate(doc):
            span = (token.idx, token.idx + len(token))
            if token.text in lexicon.peoples:
                known.append((*span, "NORP"))
            elif token.text[:1].isupper() and position and doc[position - 1].text not in (".", "\n", "\n\n"):
                unknown.append((*span, UNKNOWN))
        yield tags_of_text(nlp, doc.text, known, unknown)


def _rows(path: Path) -> Iterator[Mapping[str, Any]]:
    for line in path.read_text("utf-8", "replace").split("\n"):
        if line.strip():
            yield json.loads(line)


def _spans(doc: Any, entities: Sequence[Mapping[str, Any]], lexicon: Lexicon) -> tuple[list[Span], list[Span]]:
    known: list[Span] = []
    unknown: list[Span] = []
    for entity in sorted(entities, key=lambda one: one["begin"] - one["end"]):
        span = doc.char_span(entity["begin"], entity["end"], alignment_mode="contract")
        if span is None or entity["type"] not in _LABELS:
            continue
        start = span.start
        while start < span.end and _leads(doc[start].text, entity["type"], lexicon):
            start += 1
        if not _is_name([token.text for token in doc[start : span.end]]):
            unknown.append((span.start_char, span.end_char, UNKNOWN))
            continue
        first, last = doc[start].idx, span.end_char
        if not any(left < last and first < right for left, right, _ in known):
            label = _LABELS[entity["type"]]
            known.append((first, last, lexicon.place(doc.text[first:last]) if label == "LOC" else label))
    return known, unknown


def _leads(word: str, kind: str, lexicon: Lexicon) -> bool:
    """Whether a word precedes a name without being part of it."""
    titled = word in mapping_table()["others"]["titles"] or word in lexicon.peoples
    return word.lower() in _LEADING or (kind == "Person" and titled)


def _is_name(words: Sequence[str]) -> bool:
    return (
        bool(words) and words[0][:1].isupper() and not any(word[:1].islower() and word not in _INNER for word in words)
    )
