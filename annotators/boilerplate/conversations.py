"""Lines of an interview or a transcript are the story, however much a short question looks like a link."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from annotators.annotation import BlockLabel
from annotators.quotes.turns import labels_of, turns_among
from annotators.quotes.turns.labels import Label
from annotators.said import led_by

__all__ = ["with_conversations"]

_FEWEST_TURNS: Final = 4
_NO_STORY: Final = frozenset(("comments", "consent", "headline"))
"""Kinds of block whose labels are names of readers or titles."""
_REASON: Final = "a turn of an interview or a transcript"


def with_conversations(text: str, labels: Sequence[BlockLabel]) -> tuple[BlockLabel, ...]:
    """The labels, with the turns of a conversation as its body: where two speakers or more speak by turns."""
    blocks = [(label.start, label.end) for label in labels if label.kind not in _NO_STORY]
    found = labels_of(text, blocks)
    if not _are_of_conversation(label for label, _ in found):
        return tuple(labels)  # without a look for names in all of the text
    turns = turns_among(text, found)
    if not _are_of_conversation(turn.label for turn in turns):
        return tuple(labels)
    settled = list(labels)
    starts = [label.start for label in labels]
    for turn in turns:
        at = bisect_right(starts, turn.label.span.start) - 1
        if settled[at].kind != "body":
            settled[at] = replace(settled[at], kind="body", reasons=led_by(_REASON, settled[at].reasons))
    return tuple(settled)


def _are_of_conversation(labels: Iterable[Label]) -> bool:
    """Whether labels are enough for a conversation, and two of them come again."""
    speakers = Counter(label.key for label in labels)
    return speakers.total() >= _FEWEST_TURNS and sum(times > 1 for times in speakers.values()) > 1
