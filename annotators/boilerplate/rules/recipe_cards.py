"""Ingredients and steps of a recipe on an HTML page, in a card of their own.

Blogs have their recipe below the article, in a card with elements named after its parts. Its short list items read like
boilerplate, but without them a page about a dish has lost the dish.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from annotators.annotation import BlockLabel
from annotators.article import Article
from annotators.boilerplate.relabelling import relabelled

__all__ = ["with_recipe_cards"]

_SURE: Final = 0.8
_MISTAKEN: Final = frozenset(("ad", "footer", "nav", "other", "promo", "related", "widget"))
_PART: Final = re.compile(
    r"[.#@](?=[^./#@]*recipe)[^./#@]*(?:direction|ingredient|instruction|method|[-_]steps?(?=[-_./#@]|$))", re.I
)
_HEADINGS: Final = frozenset(("h2", "h3", "h4", "h5", "h6"))
_NEVER: Final = frozenset(("button", "form", "label", "option"))
_LETTERS: Final = re.compile(r"[^\W\d_]{3}")
_LINKED: Final = 0.5
_FEWEST: Final = 4
"""Fewest blocks of a card; a teaser may name one ingredient."""


def with_recipe_cards(article: Article, labels: Sequence[BlockLabel]) -> tuple[BlockLabel, ...]:
    """Returns the labels of an HTML article, with ingredients and steps of its recipe relabelled as kept."""
    parts = [number for number, block in enumerate(article.blocks) if "ecipe" in block.path and _is_part(block.path)]
    settled = list(labels)
    for number in parts if len(parts) >= _FEWEST else ():
        label, block = labels[number], article.blocks[number]
        said = article.text[block.start : block.end]
        loose = block.tag not in _NEVER and block.linked < _LINKED * len(said)
        if label.kind in _MISTAKEN and loose and _LETTERS.search(said):
            kind = "subhead" if block.tag in _HEADINGS else "body"
            settled[number] = relabelled(label, kind, _SURE, "is an ingredient or a step of the recipe")
    return tuple(settled)


@lru_cache(maxsize=512)
def _is_part(path: str) -> bool:
    return _PART.search(path) is not None
