"""The name of a statement's speaker."""

from __future__ import annotations

from annotators.annotation import AnnotationSet, Statement
from annotators.article import Article
from annotators.text.markup import without_markup

__all__ = ["speaker_of"]


def speaker_of(article: Article, annotations: AnnotationSet, said: Statement) -> str:
    """The name of the speaker's entity, else the words for the speaker, else an empty string; on one line."""
    entity = annotations.entity_by_id.get(said.speaker_entity or "")
    words = without_markup(article.text[said.speaker.start : said.speaker.end]) if said.speaker else ""
    return entity.name if entity else " ".join(words.split()).strip(" ,;:")
