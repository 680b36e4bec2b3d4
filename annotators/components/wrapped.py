"""The annotators without a model as spaCy components: blocks, quotation marks, statements.

They treat a Doc as plain text. Their results are in `doc.spans`, labelled by kind, type or mark; `doc._.statements` are
the statements with cue, speaker and entity.
"""

from __future__ import annotations

from collections.abc import Iterable

from spacy.language import Language
from spacy.tokens import Doc, SpanGroup

from annotators.annotation import AnnotationSet, BlockLabel, Entity, Mark
from annotators.article import Article, Source
from annotators.boilerplate import label_blocks
from annotators.components.extensions import register
from annotators.components.roles import ROLE_SPANS
from annotators.components.values import doc_mentions
from annotators.loaders.segmentation import segment
from annotators.quotes import RoleSpan, find_marks, find_statements

__all__ = ["article_of"]

register()
Labelled = Iterable[tuple[int, int, str]]


def article_of(doc: Doc) -> Article:
    """The Doc's text as an article, cut into blocks."""
    return Article(doc.text, segment(doc.text), Source("-"))


@Language.component("broadsheet_blocks", assigns=["doc.spans"])
def _add_blocks(doc: Doc) -> Doc:
    labels = label_blocks(article_of(doc)).blocks
    _put(doc, "blocks", ((label.start, label.end, label.kind) for label in labels))
    return doc


@Language.component("broadsheet_quote_marks", assigns=["doc.spans"])
def _add_marks(doc: Doc) -> Doc:
    marks = find_marks(doc.text, article_of(doc).blocks)
    _put(doc, "quote_marks", ((mark.start, mark.end, mark.kind) for mark in marks))
    return doc


@Language.component("broadsheet_statements", assigns=["doc.spans", "doc._.statements"])
def _add_statements(doc: Doc) -> Doc:
    statements = find_statements(article_of(doc), _annotations(doc), _roles(doc))
    _put(doc, "statements", ((said.start, said.end, said.type) for said in statements))
    doc._.statements = statements
    return doc


def _annotations(doc: Doc) -> AnnotationSet:
    """The annotations that other components have left on the Doc; those that are missing are made now."""
    article = article_of(doc)
    blocks: tuple[BlockLabel, ...] = label_blocks(article).blocks
    marks: tuple[Mark, ...] = find_marks(doc.text, article.blocks)
    names = doc._.entity_names or {}
    labels = {ent.id_: ent.label_ for ent in doc.ents}
    mentions = tuple(doc_mentions(doc))
    entities = tuple(Entity(key, name, labels.get(key, "")) for key, name in names.items())
    return AnnotationSet(blocks=blocks, marks=marks, mentions=mentions, entities=entities)


def _roles(doc: Doc) -> tuple[RoleSpan, ...]:
    if ROLE_SPANS not in doc.spans:
        return ()
    return tuple(
        RoleSpan(span.start_char, span.end_char, span.label_, span._.score or 0.0) for span in doc.spans[ROLE_SPANS]
    )


def _put(doc: Doc, key: str, spans: Labelled) -> None:
    found = [doc.char_span(start, end, label=label, alignment_mode="expand") for start, end, label in spans]
    doc.spans[key] = SpanGroup(doc, name=key, spans=[span for span in found if span is not None])
