"""Footnotes and numbered sections: ascending numbers on lines of their own, each followed by running text.

Lists of the most-read articles are numbered, too, but their numbers are followed by titles, not sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from annotators.annotation import BlockLabel
from annotators.boilerplate.relabelling import relabelled
from annotators.text.patterns import compiled_late

__all__ = ["with_footnotes"]

_SURE: Final = 0.6
_NUMBER: Final = re.compile(r"[\[(]?(\d{1,2})[\])]?\.?")
_FEWEST: Final = 3
_APART: Final = 12
"""Most lines between two numbers."""
_SENTENCE: Final = compiled_late(r"(?:\S+\s+){4,}\S*[.!?…][\"”’)\]]*(?:\s*↩\ufe0e?)?", re.S)
_TAKEN: Final = frozenset(("ad", "author_box", "caption", "comments", "nav", "other", "promo", "related", "widget"))


def with_footnotes(text: str, labels: Sequence[BlockLabel]) -> tuple[BlockLabel, ...]:
    """Returns the labels, with such numbers and the sentences under them relabelled `body`."""
    settled = list(labels)
    for places in _sequences(text, labels):
        under = [at + 1 for at in places if at + 1 < len(labels)]
        told = sum(_tells(text, labels[at]) for at in under)
        if 3 * told < 2 * len(places) or not any(label.kind == "body" for label in labels[: places[0]]):
            continue
        for at in (*places, *under):
            if labels[at].kind in _TAKEN:
                settled[at] = relabelled(labels[at], "body", _SURE, "is a note or a part under its number, in order")
    return tuple(settled)


def _sequences(text: str, labels: Sequence[BlockLabel]) -> Iterator[list[int]]:
    """Yields the label numbers of each sequence of stand-alone numbers that counts up from 1."""
    places: list[int] = []
    for at, label in enumerate(labels):
        match = _NUMBER.fullmatch(text, label.start, label.end) if label.end - label.start < 6 else None
        if match is None:
            continue
        if int(match[1]) == len(places) + 1 and (not places or at - places[-1] <= _APART):
            places.append(at)
        else:
            if len(places) >= _FEWEST:
                yield places
            places = [at] if match[1] == "1" else []
    if len(places) >= _FEWEST:
        yield places


def _tells(text: str, label: BlockLabel) -> bool:
    return _SENTENCE.fullmatch(text, label.start, label.end) is not None
