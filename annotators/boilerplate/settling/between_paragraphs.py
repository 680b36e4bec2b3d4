"""Low-score boilerplate between two paragraphs belongs to the article, unless its words say otherwise.

Headings and lists stand between paragraphs; advertising and links there use recognisable words. Topics (`tags`) stand
below an article, never between its paragraphs, so they are relabelled at any score.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from annotators.annotation import BlockLabel
from annotators.boilerplate.language.line_wording import announces, ends_sentence, has_boilerplate_words
from annotators.boilerplate.relabelling import relabelled

__all__ = ["with_lines_between_paragraphs"]

_UNSURE: Final = 0.6
"""Highest score to relabel. On labelled pages, 16 of 22 such lines up to this score were article text, but only 22 of
57 up to 0.9. All 18 lines labelled `tags` were article text."""
_LEAST: Final = 10
"""Fewest spaces in a paragraph."""
_MOST: Final = 20
"""Most lines between two paragraphs."""
_HEADS: Final = 2
"""Most consecutive lines that may be headings; more are a list."""
_TAKEN: Final = frozenset(("ad", "caption", "comments", "other", "promo", "related", "share", "widget"))
_REASON: Final = "stands between two paragraphs, and hardly anything tells what else it is"


def with_lines_between_paragraphs(text: str, labels: Sequence[BlockLabel]) -> tuple[BlockLabel, ...]:
    """Returns the labels, with low-score lines and tags between two paragraphs relabelled `body` or `subhead`."""
    settled = list(labels)
    for first, end in _between(text, labels):
        said = [text[label.start : label.end] for label in labels[first:end]]
        if any(has_boilerplate_words(line) or announces(line) for line in said):
            continue
        for number in range(first, end):
            label = labels[number]
            unsure = label.kind in _TAKEN and (label.score or 0.0) <= _UNSURE
            if unsure or label.kind == "tags":
                heads = end - first <= _HEADS and not ends_sentence(text[label.start : label.end])
                settled[number] = relabelled(label, "subhead" if heads else "body", _UNSURE, _REASON)
    return tuple(settled)


def _between(text: str, labels: Sequence[BlockLabel]) -> Iterator[tuple[int, int]]:
    """Yields the half-open ranges of label numbers of boilerplate runs directly between two paragraphs."""
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
