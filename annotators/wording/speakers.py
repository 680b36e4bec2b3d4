"""What the speaker of a statement is called."""

from __future__ import annotations

from annotators.annotation import AnnotationSet, Statement
from annotators.article import Article

__all__ = ["speaker_of"]


def speaker_of(article: Article, annotations: AnnotationSet, said: Statement) -> str:
    """The name of the entity that speaks, else the words that stand for it, else nothing; on one line."""
    entity = annotations.entity_by_id.get(said.speaker_entity or "")
    words = article.text[said.speaker.start : said.speaker.end] if said.speaker else ""
    return entity.name if entity else " ".join(words.split()).strip(" ,;:")
