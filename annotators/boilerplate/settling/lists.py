"""A list with bullets or numbers is article text or boilerplate as a whole.

If some items of a list under article text are labelled `body`, the others are, too: singly, short items look like a
menu.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from annotators.annotation import BlockLabel
from annotators.boilerplate.language.line_wording import has_boilerplate_words
from annotators.boilerplate.language.tokens import without_box
from annotators.boilerplate.relabelling import relabelled

__all__ = ["with_whole_lists"]

_MARKED: Final = re.compile(r"(?:[-–•*·●○‣▪]|\d{1,2}[.)])\s+\S")
_MARKS: Final = "-–•*·●○‣▪ \t"
_FEWEST: Final = 2
_HEADS: Final = frozenset(("body", "subhead", "headline", "deck"))
"""Kinds of the line above that make a list part of the article."""
_SURE: Final = 0.6
_REASON: Final = "is of a list of which other items are the story"


def with_whole_lists(text: str, labels: Sequence[BlockLabel]) -> tuple[BlockLabel, ...]:
    """Returns the labels, with all items of a list relabelled `body` if one is and the line above is kept."""
    settled = list(labels)
    for first, end in _lists(text, labels):
        kinds = [label.kind for label in labels[first:end]]
        if not first or labels[first - 1].kind not in _HEADS or "body" not in kinds:
            continue
        for number in range(first, end):
            label = labels[number]
            if label.boilerplate and not has_boilerplate_words(without_box(text[label.start : label.end])):
                settled[number] = relabelled(label, "body", _SURE, _REASON)
    return tuple(settled)


def _lists(text: str, labels: Sequence[BlockLabel]) -> Iterator[tuple[int, int]]:
    """Yields the half-open ranges of label numbers of runs of list items."""
    first = 0
    for number in range(len(labels) + 1):
        if number < len(labels) and _is_item(text, labels[number]):
            continue
        if number - first >= _FEWEST:
            yield first, number
        first = number + 1


def _is_item(text: str, label: BlockLabel) -> bool:
    """Whether a line begins with a bullet or number, inside the block or before it on the same line."""
    if _MARKED.match(text, label.start, label.end):
        return True
    before = text[text.rfind("\n", 0, label.start) + 1 : label.start]
    return len(before) > 1 and not before.strip(_MARKS)
