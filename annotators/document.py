"""broadsheet/1: an article with its annotations as one JSON object, and back.

The format is a contract with other programs: fields may be added, none is removed within `broadsheet/1`. Offsets
are code points into `text`, half open.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from itertools import chain
from typing import TYPE_CHECKING, Any, Final

from annotators.annotation import (
    Annotation,
    AnnotationSet,
    BlockLabel,
    Entity,
    Layer,
    Mark,
    Mention,
    Note,
    Span,
    Statement,
)
from annotators.article import Article, Block, Metadata, Source
from annotators.rows import Columnar, column

if TYPE_CHECKING:
    from annotators.links import Link

__all__ = [
    "FORMAT",
    "DocumentError",
    "annotations_from",
    "brief_document",
    "from_document",
    "layers_from",
    "layers_of",
    "to_document",
    "with_blocks",
    "without_annotations",
]

FORMAT = "broadsheet/1"

Json = dict[str, Any]
_ORIGIN: Final = ("tag", "path", "linked", "links", "told", "pictured", "number")


class DocumentError(ValueError):
    """A JSON object that is not a broadsheet/1 document; the message says where and why."""


def to_document(article: Article, annotations: AnnotationSet) -> Json:
    """The broadsheet/1 object of an article with its annotations, made of values that `json` can write."""
    return {key: list(value) if isinstance(value, Iterator) else value for key, value in _fields(article, annotations)}


def brief_document(article: Article, annotations: AnnotationSet) -> Json:
    """`to_document` without text and links, for another process, which gets those separately.

    Where nothing is known of the blocks but their places, `spans` replaces `blocks`: a flat list of the start and
    end of each, in code points.
    """
    fields = dict(_fields(article, annotations))
    del fields["text"], fields["links"]
    blocks = article.blocks
    if not annotations.blocks and (isinstance(blocks, Columnar) or not any(map(_origin, blocks))):
        del fields["blocks"]
        fields["spans"] = list(chain.from_iterable(zip(column(blocks, "start"), column(blocks, "end"), strict=True)))
    return {key: list(value) if isinstance(value, Iterator) else value for key, value in fields.items()}


def with_blocks(document: Json) -> Json:
    """The document with an object for each block again, where `brief_document` has made `spans` of them."""
    if "spans" not in document:
        return document
    edges = iter(document["spans"])
    return {**document, "blocks": [{"start": start, "end": end} for start, end in zip(edges, edges, strict=True)]}


def without_annotations(article: Article, annotations: AnnotationSet) -> Json:
    """`brief_document` with links, and with the reader's own notes as its only annotations.

    Where the blocks are labelled, `origins` replaces `blocks`: pairs of a label's number and what is known of that
    block besides its place and label, such as its element.
    """
    found = brief_document(article, AnnotationSet(notes=annotations.notes))
    wanted = {"format", "source", "metadata", "notes", *(() if annotations.blocks else ("blocks", "spans"))}
    document: Json = {key: value for key, value in found.items() if key in wanted}
    if annotations.blocks:
        document["origins"] = list(_origins(article, annotations))
    links = [asdict(link) for link in article.links if link.href]
    return {**document, "links": links, "layers": layers_of(annotations)}


def _origins(article: Article, annotations: AnnotationSet) -> Iterator[tuple[int, Json]]:
    """For each labelled block of which more is known than its place: the number of the label, and what is known."""
    if isinstance(article.blocks, Columnar):
        return
    known = {(block.start, block.end): origin for block in article.blocks if (origin := _origin(block))}
    edges = zip(column(annotations.blocks, "start"), column(annotations.blocks, "end"), strict=True)
    for number, edge in enumerate(edges):
        if edge in known:
            yield number, known[edge]


def _fields(article: Article, annotations: AnnotationSet) -> Iterator[tuple[str, Any]]:
    """The keys and values of the object; long lists are iterators."""
    text = article.text
    yield "format", FORMAT
    yield "source", {"path": article.source.location, "media_type": article.source.media_type}
    yield "metadata", asdict(article.metadata)
    yield "text", text
    yield "blocks", _blocks(article, annotations)
    yield "inline", (_label(label) for label in annotations.inline)
    yield "entities", (_mention(mention, text) for mention in annotations.mentions)
    counts = Counter(mention.entity for mention in annotations.mentions)
    yield "entity_index", ({**asdict(entity), "mentions": counts[entity.id]} for entity in annotations.entities)
    yield "marks", (_mark(mark) for mark in annotations.marks)
    yield "statements", (_statement(said, text) for said in annotations.statements)
    yield "notes", (_note(note, text) for note in annotations.notes)
    yield "links", (asdict(link) for link in article.links if link.href)
    yield "layers", layers_of(annotations)


def layers_of(annotations: AnnotationSet) -> Json:
    """The names of the layers that are ready, in order, and of those that will not come, each with the reason."""
    unavailable = {str(layer): why for layer, why in annotations.unavailable.items()}
    return {"ready": sorted(annotations.ready), "unavailable": unavailable}


def layers_from(layers: Mapping[str, Any]) -> Json:
    """The arguments `ready` and `unavailable` of an `AnnotationSet` from what `layers_of` has made.

    Raises `ValueError` for an unknown layer.
    """
    return {
        "ready": frozenset(Layer(name) for name in layers.get("ready", ())),
        "unavailable": {Layer(name): why for name, why in layers.get("unavailable", {}).items()},
    }


def from_document(document: Mapping[str, Any]) -> tuple[Article, AnnotationSet]:
    """The article and the annotations of a JSON object; raises `DocumentError` if it is not a valid document."""
    if document.get("format") != FORMAT:
        raise DocumentError(f"not a {FORMAT} document: its format is {document.get('format')!r}")
    try:
        return _article(document), annotations_from(document)
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise DocumentError(f"not as {FORMAT} says: {error!r}") from error


def _article(document: Mapping[str, Any]) -> Article:
    known = set(Metadata.__dataclass_fields__)
    metadata = {key: value for key, value in document.get("metadata", {}).items() if key in known}
    return Article(
        text=document["text"],
        blocks=tuple(
            Block(item["start"], item["end"], **{key: item[key] for key in _ORIGIN if key in item})
            for item in document.get("blocks", ())
        ),
        source=Source(document["source"]["path"], document["source"].get("media_type", "text/plain")),
        metadata=Metadata(**metadata),
        links=_links(document.get("links", ())),
    )


def _links(items: Iterable[Mapping[str, Any]]) -> Sequence[Link]:
    from annotators.links import LinksBuilder  # here, because most articles read from files have no links

    links = LinksBuilder()
    for item in items:
        links.add(item["start"], item["end"], item["href"])
    return links.links()


def annotations_from(document: Mapping[str, Any]) -> AnnotationSet:
    """The annotations of a document; it need not have its text."""
    return AnnotationSet(
        blocks=tuple(_read_label(item) for item in document.get("blocks", ()) if "kind" in item),
        inline=tuple(_read_label(item) for item in document.get("inline", ())),
        mentions=tuple(
            Mention(**_where(item), label=item["label"], entity=item.get("entity"))
            for item in document.get("entities", ())
        ),
        entities=tuple(Entity(item["id"], item["name"], item["label"]) for item in document.get("entity_index", ())),
        marks=tuple(
            Mark(**_where(item), kind=item["kind"], closed=item.get("closed", True))
            for item in document.get("marks", ())
        ),
        statements=tuple(_read_statement(item) for item in document.get("statements", ())),
        notes=tuple(
            Note(**_where(item), id=item["id"], text=item.get("note", ""), created=item.get("created", 0.0))
            for item in document.get("notes", ())
        ),
        **layers_from(document.get("layers", {})),
    )


def _blocks(article: Article, annotations: AnnotationSet) -> Iterator[Json]:
    if not annotations.blocks:
        yield from map(_bare_block, article.blocks)
        return
    origins = {(block.start, block.end): block for block in article.blocks}
    for label in annotations.blocks:
        yield _block(label, origins.get((label.start, label.end)))


def _mention(mention: Mention, text: str) -> Json:
    return {**_quoted(mention, text), "label": mention.label, "entity": mention.entity, **_why(mention)}


def _mark(mark: Mark) -> Json:
    return {"start": mark.start, "end": mark.end, "kind": mark.kind, "closed": mark.closed, **_why(mark)}


def _note(note: Note, text: str) -> Json:
    return {**_quoted(note, text), "id": note.id, "note": note.text, "created": note.created}


def _why(annotation: Annotation) -> Json:
    found: Json = {}
    if annotation.score is not None:
        found["score"] = round(annotation.score, 4)
    if annotation.reasons:
        found["reason"] = "; ".join(annotation.reasons)
    return found


def _label(label: BlockLabel) -> Json:
    return {
        "start": label.start,
        "end": label.end,
        "kind": label.kind,
        "boilerplate": label.boilerplate,
        **_why(label),
    }


def _block(label: BlockLabel, origin: Block | None) -> Json:
    return {**_label(label), **(_origin(origin) if origin else {})}


def _bare_block(block: Block) -> Json:
    return {"start": block.start, "end": block.end, **_origin(block)}


def _origin(block: Block) -> Json:
    return {key: value for key in _ORIGIN if (value := getattr(block, key))}


def _quoted(annotation: Annotation, text: str) -> Json:
    return {
        "start": annotation.start,
        "end": annotation.end,
        "text": text[annotation.start : annotation.end],
    }


def _piece(span: Span | None, text: str) -> Json | None:
    return None if span is None else {"start": span.start, "end": span.end, "text": text[span.start : span.end]}


def _statement(said: Statement, text: str) -> Json:
    found: Json = {
        "id": said.id,
        "type": said.type,
        "start": said.start,
        "end": said.end,
        "content": [{"start": span.start, "end": span.end} for span in said.content],
        "cue": _piece(said.cue, text),
        "speaker": _piece(said.speaker, text),
        "speaker_entity": said.speaker_entity,
        **_why(said),
    }
    if said.addressee is not None:
        found["addressee"] = _piece(said.addressee, text)
    if said.medium is not None:
        found["medium"] = _piece(said.medium, text)
    return found


def _where(item: Mapping[str, Any]) -> Json:
    reason = item.get("reason", "")
    return {
        "start": item["start"],
        "end": item["end"],
        "score": item.get("score"),
        "reasons": tuple(reason.split("; ")) if reason else (),
    }


def _read_label(item: Mapping[str, Any]) -> BlockLabel:
    return BlockLabel(**_where(item), kind=item["kind"])


def _read_span(item: Mapping[str, Any] | None) -> Span | None:
    return None if item is None else Span(item["start"], item["end"])


def _read_statement(item: Mapping[str, Any]) -> Statement:
    content: Sequence[Mapping[str, Any]] = item["content"]
    return Statement(
        **_where(item),
        id=item["id"],
        type=item["type"],
        content=tuple(Span(part["start"], part["end"]) for part in content),
        cue=_read_span(item.get("cue")),
        speaker=_read_span(item.get("speaker")),
        speaker_entity=item.get("speaker_entity"),
        addressee=_read_span(item.get("addressee")),
        medium=_read_span(item.get("medium")),
    )
