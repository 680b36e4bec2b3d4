"""All annotations as W3C Web Annotations with text quote and text position selectors.

https://www.w3.org/TR/annotation-model/ counts code points, as is done everywhere here.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence
from datetime import UTC, datetime
from typing import Any, Final

from annotators.annotation import Annotation, AnnotationSet, Note, Span, Spanned
from annotators.article import Article
from annotators.notes.anchoring import select
from annotators.wording.speakers import speaker_of
from annotators.wording.statements import read_out

__all__ = ["to_web_annotations"]

Json = dict[str, Any]
_CONTEXT: Final = "http://www.w3.org/ns/anno.jsonld"


def to_web_annotations(article: Article, annotations: AnnotationSet, stripped: Collection[str] = ()) -> str:
    """An AnnotationPage as JSON-LD. Nothing is left out, whatever is `stripped`."""
    page = {
        "@context": _CONTEXT,
        "id": f"urn:sha256:{article.fingerprint}#annotations",
        "type": "AnnotationPage",
        "items": [
            {"id": f"urn:sha256:{article.fingerprint}#annotation-{number}", **item}
            for number, item in enumerate(_items(article, annotations), 1)
        ],
    }
    return json.dumps(page, ensure_ascii=False, indent=2).replace("\x7f", "\\u007f") + "\n"


def _items(article: Article, annotations: AnnotationSet) -> Iterator[Json]:
    for label in (*annotations.blocks, *annotations.inline):
        yield _item(article, label, "classifying", [_tag(label.kind)])
    for mention in annotations.mentions:
        entity = annotations.entity_by_id.get(mention.entity or "")
        named = [_tag(entity.name, "identifying")] if entity else []
        yield _item(article, mention, "identifying", [_tag(mention.label), *named])
    for mark in annotations.marks:
        yield _item(article, mark, "classifying", [_tag(mark.kind)])
    for said in annotations.statements:
        speaker = speaker_of(article, annotations, said)
        bodies = [_tag(said.type), *([_tag(speaker, "identifying")] if speaker else [])]
        yield _item(article, said, "describing", bodies, read_out(article.text, said))
    for note in annotations.notes:
        yield _noted(article, note)


def _noted(article: Article, note: Note) -> Json:
    text = {"type": "TextualBody", "purpose": "commenting", "format": "text/plain", "value": note.text}
    item = _item(article, note, "commenting" if note.text else "highlighting", [text] if note.text else [])
    if note.created:
        item["created"] = datetime.fromtimestamp(note.created, UTC).isoformat(timespec="seconds")
    return item


def _item(
    article: Article, one: Annotation, motivation: str, bodies: Sequence[Json], spans: Sequence[Spanned] = ()
) -> Json:
    item: Json = {
        "type": "Annotation",
        "motivation": motivation,
        **({"body": list(bodies)} if bodies else {}),
        "target": [_target(article, span) for span in spans or [Span(one.start, one.end)]],
    }
    return item


def _target(article: Article, span: Spanned) -> Json:
    source = article.metadata.url or article.source.location
    return {"source": source, "selector": select(article.text, span).to_json()}


def _tag(value: str, purpose: str = "tagging") -> Json:
    return {"type": "TextualBody", "purpose": purpose, "value": value}
