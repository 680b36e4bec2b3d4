"""Turns of an interview or a transcript belong to the article, even short questions that look like links."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from annotators.annotation import BlockLabel
from annotators.article import Block
from annotators.boilerplate.language.line_wording import announces, has_boilerplate_words
from annotators.memory.lazy_reasons import led_by
from annotators.quotes.turns import labels_of, turns_among
from annotators.quotes.turns.labels import Label
from annotators.rows import column
from annotators.text.patterns import compiled_late

__all__ = ["no_turns", "with_conversations"]

_FEWEST_TURNS: Final = 4
_NO_STORY: Final = frozenset(("comments", "consent", "headline"))
"""Kinds whose speaker-like labels ("Name: …") are names of commenters or titles."""
_APART: Final = frozenset(("ad", "caption", "comments", "consent", "credit", "headline", "promo", "share"))
"""Kinds that stand between two turns and belong to neither."""
_STORY: Final = frozenset(("body", "subhead"))
_LINKED: Final = 0.5
"""Share of linked characters from which a block is an entry in a list of links: "Letters: What readers think"."""
_LIKELY: Final = 0.5
"""Score of a boilerplate label in HTML from which it outweighs a speaker-like label."""
_REST: Final = 3
"""Most lines between two turns that may continue the first."""
_HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_REASON: Final = "a turn of an interview or a transcript"
_GOES_ON: Final = "goes on with what is said in an interview"
_SENTENCES: Final = compiled_late(
    r"(?=.*[.!?…][\"'”’»)]*\Z)(?:(?:\S+\s+){7}|.*[.!?…][\"'”’»)]*\s+[\"'“‘«(]?[^\W\d_a-z])", re.S
)
"""At least eight words, or two sentences, with the end of a sentence."""


def no_turns(blocks: Sequence[Block], labels: Sequence[BlockLabel], marked_up: bool) -> set[int]:
    """Numbers of the blocks that cannot be turns: links and, with markup, headings and probable boilerplate.

    Menus and lists of headlines have many lines such as "Canada: A new approach", with labels that recur.
    """
    found = set[int]()
    if not marked_up and not any(column(blocks, "linked")):  # as in plain text, whose blocks need not be made for this
        return found
    for number, (block, label) in enumerate(zip(blocks, labels, strict=True)):
        linked = block.linked >= _LINKED * (block.end - block.start)
        if linked or (marked_up and (block.tag in _HEADINGS or (label.boilerplate and (label.score or 0.0) > _LIKELY))):
            found.add(number)
    return found


def with_conversations(text: str, labels: Sequence[BlockLabel], apart: Collection[int] = ()) -> tuple[BlockLabel, ...]:
    """Returns the labels, with the turns of a conversation between two or more speakers relabelled `body`.

    Blocks whose numbers are in `apart` are not considered.
    """
    blocks = [
        (label.start, label.end)
        for number, label in enumerate(labels)
        if label.kind not in _NO_STORY and number not in apart
    ]
    found = labels_of(text, blocks)
    if not _are_of_conversation(label for label, _ in found):
        return tuple(labels)  # saves the search for names in the whole text
    turns = turns_among(text, found)
    if not _are_of_conversation(turn.label for turn in turns):
        return tuple(labels)
    settled = list(labels)
    starts = [label.start for label in labels]
    places = sorted({bisect_right(starts, turn.label.span.start) - 1 for turn in turns})
    for at in places:
        _keep(settled, at, _REASON)
    for first, end in pairwise(places):
        between = range(first + 1, end)
        if len(between) <= _REST and all(number not in apart and _goes_on(text, labels[number]) for number in between):
            for at in between:
                _keep(settled, at, _GOES_ON)
    return tuple(settled)


def _keep(labels: list[BlockLabel], at: int, reason: str) -> None:
    if labels[at].kind != "body":
        labels[at] = replace(labels[at], kind="body", reasons=led_by(reason, labels[at].reasons))


def _goes_on(text: str, label: BlockLabel) -> bool:
    """Whether a line between two turns may continue the first: sentences that do not address the reader."""
    if label.kind in _APART:
        return False
    said = text[label.start : label.end]
    whole = label.kind in _STORY or _SENTENCES.match(said) is not None
    return whole and not (has_boilerplate_words(said) or announces(said))


def _are_of_conversation(labels: Iterable[Label]) -> bool:
    """Whether there are enough speaker labels for a conversation, two of them repeated."""
    speakers = Counter(label.key for label in labels)
    return speakers.total() >= _FEWEST_TURNS and sum(times > 1 for times in speakers.values()) > 1
