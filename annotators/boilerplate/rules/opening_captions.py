"""Opening lines of an HTML article that the model took for captions without being sure, far from any picture.

What stands between the headline and the first paragraph is the standfirst or the first paragraph itself unless there is
evidence for something else; an opening that is hidden costs the reader more than a caption that is shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from annotators.annotation import BlockLabel
from annotators.article import Article
from annotators.boilerplate.relabelling import relabelled

__all__ = ["with_opening_captions"]

_UNSURE: Final = 0.5
"""Score below which a caption is no sure one."""
_KEPT: Final = 0.4
_FEWEST: Final = 60
"""Characters of the shortest line that may be a standfirst, or ends the search as a paragraph."""
_STORY: Final = frozenset(("body", "deck"))


def with_opening_captions(article: Article, labels: Sequence[BlockLabel]) -> tuple[BlockLabel, ...]:
    """Returns the labels, with such captions between the headline and the first paragraph relabelled `deck`.

    Blocks that closely follow a picture (`pictured`) are left as they are.
    """
    first = next((number for number, label in enumerate(labels) if label.kind == "headline"), None)
    if first is None:
        return tuple(labels)
    settled = list(labels)
    for number in range(first + 1, len(labels)):
        label = labels[number]
        if label.end - label.start <= _FEWEST:
            continue
        if label.kind in _STORY:
            break
        if label.kind != "caption" or (label.score or 0.0) >= _UNSURE:
            continue
        block = article.blocks[number]
        if not block.pictured and block.tag != "h1":
            settled[number] = relabelled(label, "deck", _KEPT, "opens the article, and no picture is near")
    return tuple(settled)
