"""Code that a Markdown file sets off is the story's under a line that is kept, whatever its words are.

`print`, `share` and `follow` are words of programs, too.
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
    """The labels, with blocks of code made the story's where what stands above them is kept."""
    settled = list(labels)
    for number, block in enumerate(article.blocks):
        if block.tag == "pre" and settled[number].boilerplate and (not number or settled[number - 1].kind in _HEADS):
            settled[number] = relabelled(settled[number], "body", _SURE, "is code under a line that is kept")
    return tuple(settled)
