"""Code blocks in Markdown belong to the article if the block above them does, whatever words they contain.

Programs use words such as `print`, `share` and `follow`, which would otherwise count as signs of boilerplate.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from annotators.annotation import BlockLabel
from annotators.article import Article
from annotators.boilerplate.relabelling import relabelled

__all__ = ["with_code"]

_SURE: Final = 0.8
_HEADS: Final = frozenset(("body", "byline", "deck", "headline", "note", "subhead", "timestamp"))


def with_code(article: Article, labels: Sequence[BlockLabel]) -> tuple[BlockLabel, ...]:
    """Returns the labels, with code blocks (tag `pre`) relabelled `body` where the block above them is article text."""
    settled = list(labels)
    for number, block in enumerate(article.blocks):
        if block.tag == "pre" and settled[number].boilerplate and (not number or settled[number - 1].kind in _HEADS):
            settled[number] = relabelled(settled[number], "body", _SURE, "is code under a line that is kept")
    return tuple(settled)
