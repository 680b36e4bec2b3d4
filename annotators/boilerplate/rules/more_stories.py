"""Titles of other articles below the text, under a heading such as `Read next:` or `Most read`.

At the end of a page such titles are easily mistaken for subheads.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from annotators.annotation import BlockLabel
from annotators.boilerplate.language.line_wording import ends_sentence
from annotators.boilerplate.relabelling import relabelled

__all__ = ["with_more_stories"]

_SURE: Final = 0.8
_HEADING: Final = re.compile(
    r"(?:read|watch|up|see) next|(?:read|see) also|also read|you (?:may|might) (?:also )?(?:like|be interested in)"
    r"|more (?:stories|articles|from us)|other stories|trending(?: now| stories)?"
    r"|(?:most|top) (?:read|viewed|popular|shared|stories)"
    r"|(?:latest|related|recommended|similar) (?:articles|headlines|news|posts|reading|stories)"
    r"|recommended(?: for you)?",
    re.I,
)
_LONGEST_HEADING: Final = 40
"""Longest heading, in characters."""
_LONGEST: Final = 20
"""Most spaces in the title of another article."""
_MOST: Final = 20
_KEPT: Final = frozenset(("body", "deck", "headline", "subhead"))


def with_more_stories(text: str, labels: Sequence[BlockLabel]) -> tuple[BlockLabel, ...]:
    """Returns the labels, with kept titles under such a heading relabelled `related`.

    Looks only below the last block of the article that ends like a sentence.
    """
    last = max((number for number, label in enumerate(labels) if _is_prose(text, label)), default=len(labels))
    settled = list(labels)
    for number in range(last + 1, len(labels)):
        label = labels[number]
        said = text[label.start : label.end].strip(" :#*")
        if len(said) <= _LONGEST_HEADING and _HEADING.fullmatch(said):
            if label.kind in _KEPT:
                settled[number] = relabelled(label, "related", _SURE, "announces other stories")
            _take(text, settled, number + 1)
    return tuple(settled)


def _take(text: str, labels: list[BlockLabel], first: int) -> None:
    for number in range(first, min(first + _MOST, len(labels))):
        label = labels[number]
        if label.kind == "related":
            continue
        if label.kind not in _KEPT or text.count(" ", label.start, label.end) > _LONGEST:
            return
        labels[number] = relabelled(label, "related", _SURE, "stands under what announces other stories")


def _is_prose(text: str, label: BlockLabel) -> bool:
    return label.kind in _KEPT and ends_sentence(text[label.start : label.end])
