"""Self-describing lines on HTML pages in languages other than English: `Lesen Sie auch`, `Crédits photo : ...`.

The model of pages has been trained on words of many languages, but on few pages of each.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from annotators.annotation import BlockLabel
from annotators.article import Article
from annotators.boilerplate.rules.rows_abroad import with_rows_abroad

__all__ = ["with_pages_abroad"]

_ENGLISH: Final = "en"


def with_pages_abroad(article: Article, labels: Sequence[BlockLabel]) -> tuple[BlockLabel, ...]:
    """Returns the labels of an HTML article, after `with_rows_abroad` if the page declares another language.

    A caption must closely follow a picture: elsewhere words like `(links)` have another meaning.
    """
    language = (article.metadata.language or _ENGLISH).lower()
    if language.startswith(_ENGLISH):
        return tuple(labels)
    found = with_rows_abroad(article.text, labels)
    return tuple(
        before if after.kind == "caption" and not block.pictured else after
        for block, before, after in zip(article.blocks, labels, found, strict=True)
    )
