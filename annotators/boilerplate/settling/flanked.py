"""Lines between two paragraphs of the story that are furniture of some unsure kind are the story's.

Between two paragraphs stand headings and lists, and what sells or leads away among them says so in its words.
Topics stand below a story and never between its paragraphs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from annotators.annotation import BlockLabel
from annotators.boilerplate.language.telling import announces, ends_sentence, words_tell
from annotators.boilerplate.relabelling import relabelled

__all__ = ["with_flanked"]

_UNSURE: Final = 0.6
"""How probable a kind may be: of such lines of labelled pages between two paragraphs 16 were the story's and six were
not, of those up to nine in ten 22 and 35. Of topics 18 were and none was not."""
_LEAST: Final = 10
"""Spaces in a paragraph."""
_MOST: Final = 20
"""Lines between two paragraphs, at most."""
_HEADS: Final = 2
"""Lines in a row that may be headings; more are a list."""
_TAKEN: Final = frozenset(("ad", "caption", "comments", "other", "promo", "related", "share", "widget"))
_REASON: Final = "stands between two paragraphs, and hardly anything tells what else it is"


def with_flanked(text: str, labels: Sequence[BlockLabel]) -> tuple[BlockLabel, ...]:
    """The labels, with unsure lines and topics between two paragraphs the story's where no word tells otherwise."""
    settled = list(labels)
    for first, end in _between(text, labels):
        said = [text[label.start : label.end] for label in labels[first:end]]
        if any(words_tell(line) or announces(line) for line in said):
            continue
        for number in range(first, end):
            label = labels[number]
            unsure = label.kind in _TAKEN and (label.score or 0.0) <= _UNSURE
            if unsure or label.kind == "tags":
                heads = end - first <= _HEADS and not ends_sentence(text[label.start : label.end])
                settled[number] = relabelled(label, "subhead" if heads else "body", _UNSURE, _REASON)
    return tuple(settled)


def _between(text: str, labels: Sequence[BlockLabel]) -> Iterator[tuple[int, int]]:
    """The first number of each run of furniture right between two paragraphs, and the one after its last."""
    first = 0
    for number in range(len(labels) + 1):
        if number < len(labels) and labels[number].boilerplate:
            continue
        amid = 0 < first < number < len(labels) and number - first <= _MOST
        if amid and _is_paragraph(text, labels[first - 1]) and _is_paragraph(text, labels[number]):
            yield first, number
        first = number + 1


def _is_paragraph(text: str, label: BlockLabel) -> bool:
    return label.kind == "body" and text.count(" ", label.start, label.end) >= _LEAST
