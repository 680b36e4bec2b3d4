"""The text columns by which the library's search finds an article by its annotations."""

from __future__ import annotations

from typing import NamedTuple

from annotators.annotation import AnnotationSet
from annotators.article import Article
from annotators.metadata import with_metadata
from annotators.rows import column
from tui.library.database import storable

__all__ = ["Searchable", "searchable"]


class Searchable(NamedTuple):
    """Names and forms of the entities, the speakers and the kinds of an article, each as lines in order.

    `published` is the date, from the text where the metadata has none.
    """

    entities: str
    speakers: str
    kinds: str
    published: str = ""


def searchable(article: Article, annotations: AnnotationSet) -> Searchable:
    """The columns of an article with these annotations."""
    names, known = {entity.name for entity in annotations.entities}, annotations.entity_by_id
    mentions = (column(annotations.mentions, field) for field in ("start", "end", "entity"))
    names |= {article.text[start:end] for start, end, entity in zip(*mentions, strict=True) if entity is not None}
    spans = column(annotations.statements, "speaker")
    speakers = {article.text[span.start : span.end] for span in spans if span is not None}
    speakers |= {known[name].name for name in column(annotations.statements, "speaker_entity") if name in known}
    kinds = {*column(annotations.blocks, "kind"), *column(annotations.inline, "kind")}
    published = with_metadata(article, annotations).metadata.published or ""
    return Searchable(_joined(names), _joined(speakers), _joined(kinds), storable(published))


def _joined(words: set[str]) -> str:
    return storable(" \n ".join(sorted(words)))
