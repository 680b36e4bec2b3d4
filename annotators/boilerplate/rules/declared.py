"""What a block is where the file itself says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from annotators.annotation import BlockLabel
from annotators.article import Article

__all__ = ["as_declared"]

_DECLARED: Final = {"front_matter": ("other", "tells programs of the article")}
"""By the tag of a block: the front matter of a Markdown file is not there to be read."""


def as_declared(article: Article, labels: Sequence[BlockLabel]) -> tuple[BlockLabel, ...]:
    """The labels of an article's blocks, certain where the file leaves no doubt."""
    known = {block.start: _DECLARED[block.tag] for block in article.blocks if block.tag in _DECLARED}
    return tuple(
        replace(label, kind=known[label.start][0], score=None, reasons=(known[label.start][1],))
        if label.start in known
        else label
        for label in labels
    )
