"""A list with marks before its items is furniture or the story as a whole.

Under a line that is kept, a list of which some items read like the story is the story: its short items look like a
menu's one by one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from annotators.annotation import BlockLabel
from annotators.boilerplate.language.telling import words_tell
from annotators.boilerplate.language.tokens import without_box
from annotators.boilerplate.relabelling import relabelled

__all__ = ["with_whole_lists"]

_MARKED: Final = re.compile(r"(?:[-–•*·●○‣▪]|\d{1,2}[.)])\s+\S")
_MARKS: Final = "-–•*·●○‣▪ \t"
_FEWEST: Final = 2
_HEADS: Final = frozenset(("body", "subhead", "headline", "deck"))
"""What a list of the story hangs under."""
_SURE: Final = 0.6
_REASON: Final = "is of a list of which other items are the story"


def with_whole_lists(text: str, labels: Sequence[BlockLabel]) -> tuple[BlockLabel, ...]:
    """The labels, with the items of lists taken for the story where some are and the line above is kept."""
    settled = list(labels)
    for first, end in _lists(text, labels):
        kinds = [label.kind for label in labels[first:end]]
        if not first or labels[first - 1].kind not in _HEADS or "body" not in kinds:
            continue
        for number in range(first, end):
            label = labels[number]
            if label.boilerplate and not words_tell(without_box(text[label.start : label.end])):
                settled[number] = relabelled(label, "body", _SURE, _REASON)
    return tuple(settled)


def _lists(text: str, labels: Sequence[BlockLabel]) -> Iterator[tuple[int, int]]:
    """The first number of each run of items, and the one after its last."""
    first = 0
    for number in range(len(labels) + 1):
        if number < len(labels) and _is_item(text, labels[number]):
            continue
        if number - first >= _FEWEST:
            yield first, number
        first = number + 1


def _is_item(text: str, label: BlockLabel) -> bool:
    """Whether a line begins with the mark of an item, within the block or before it."""
    if _MARKED.match(text, label.start, label.end):
        return True
    before = text[text.rfind("\n", 0, label.start) + 1 : label.start]
    return len(before) > 1 and not before.strip(_MARKS)
