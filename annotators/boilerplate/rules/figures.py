"""Rows of figures amid the story: results, tables, prices, hours, marks.

Row by row they look like a ticker or a menu. What tells them from one is that several of them are alike, and that
they hang under a line of the story and the story goes on below them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from annotators.annotation import BlockLabel
from annotators.boilerplate.language.telling import announces, words_tell
from annotators.boilerplate.parts.signed_and_dated import date_in
from annotators.boilerplate.relabelling import relabelled

__all__ = ["with_figures"]

_SURE: Final = 0.6
_LONGEST: Final = 90
"""Characters of a row, and of a heading among rows."""
_FEWEST: Final = 3
_BETWEEN: Final = 2
"""Headings or the like between two rows, at most."""
_NEAR: Final = 2
"""Lines between rows and the story above or below them, at most."""
_FIGURE: Final = re.compile(r"(?<!\d)(?!(?:1[5-9]|20)\d\d(?![\d.,:/]))\d[\d.,:/–-]*")
"""Not a year: titles have one too."""
_FIGURE_OR_QUESTION: Final = re.compile(r"\d|\?[\"”’]?\Z")
_WORD: Final = re.compile(r"[^\W\d_]+")
_COUNTED: Final = re.compile(
    r"\(\d+\)\W*$|\b\d+\s(?:comments?|shares?|views?|likes?|min(?:ute)?s?|hours?|hrs?|days?)\b(?! (?:and|for|in|to)\b)"
    r"|\bago\b|[©@]|\bread\b|^#|^page \d|\b(?:add to (?:bag|basket|cart)|(?:book|buy|order|shop) now)\b",
    re.I,
)
"""What rows of furniture have: comments, stories of a topic, minutes since one was published, something to buy."""
_NUMBERED: Final = re.compile(r"(\d{1,2})[.):]?(?:\s+(?=\D)|\Z)")
"""The number before an item of a list, or above it on a line of its own."""
_STORY: Final = frozenset(("body", "byline", "deck", "headline", "subhead", "timestamp"))
_TAKEN: Final = frozenset(
    ("ad", "author_box", "comments", "credit", "nav", "other", "promo", "related", "share", "tags", "widget")
)
_ENDED: Final = re.compile(r"(?:\S+\s+){7}.*[.!?:…][\"”’)]*$", re.S)


def with_figures(text: str, labels: Sequence[BlockLabel], *, framed: bool) -> tuple[BlockLabel, ...]:
    """The labels, with rows of figures, and what stands among them, made the story's.

    `framed` says that the text may be a whole page: then the story has to go on below them, and what is numbered in
    order is none of them, as lists of other stories are. Where each number has a line of its own that holds for all.
    """
    settled = list(labels)
    for first, end in _runs(text, labels):
        if not _hangs(labels, first, end, framed) or _is_ranking(text, labels[first:end], framed):
            continue
        heads = _heads(text, labels, first)
        for number in range(heads, end):
            label = labels[number]
            said = text[label.start : label.end]
            heads_bare_rows = number < first and not framed and label.kind in ("nav", "widget")
            if label.kind in _TAKEN and (heads_bare_rows or not _tells(said)):
                settled[number] = relabelled(label, "body", _SURE, "is of rows of figures amid the story")
    return tuple(settled)


def _runs(text: str, labels: Sequence[BlockLabel]) -> Iterator[tuple[int, int]]:
    """The first number of each run of rows that are alike, and the one after its last."""
    rows: list[int] = []
    for number, label in enumerate(labels):
        if not _is_row(text, label):
            continue
        if rows and number - rows[-1] > 1 + _BETWEEN:
            yield from _alike(text, labels, rows)
            rows = []
        rows.append(number)
    yield from _alike(text, labels, rows)


def _alike(text: str, labels: Sequence[BlockLabel], rows: Sequence[int]) -> Iterator[tuple[int, int]]:
    if len(rows) < _FEWEST:
        return
    shapes = Counter(_shape(text, labels[number]) for number in rows)
    again = sum(count for count in shapes.values() if count > 1)
    if 3 * again >= 2 * len(rows) and 2 * len(rows) > rows[-1] - rows[0]:
        yield rows[0], rows[-1] + 1


def _is_row(text: str, label: BlockLabel) -> bool:
    """Whether a line is short, has a figure, and is no date and no count of what furniture counts."""
    if label.end - label.start > _LONGEST or _FIGURE.search(text, label.start, label.end) is None:
        return False
    said = text[label.start : label.end]
    return _COUNTED.search(said) is None and date_in(said) is None and _ENDED.fullmatch(said) is None


def _shape(text: str, label: BlockLabel) -> str:
    """Where a row has figures and where words."""
    said = _WORD.sub("w", _FIGURE.sub("9", text[label.start : label.end]))
    return re.sub(r"(.)\1+", r"\1", re.sub(r"[^w9]", "", said))


def _hangs(labels: Sequence[BlockLabel], first: int, end: int, framed: bool) -> bool:
    """Whether the story is right above a run, and below it where it has to be."""
    above = any(label.kind in _STORY for label in labels[max(0, first - 1 - _NEAR) : first])
    below = any(label.kind == "body" for label in labels[end : end + 1 + _NEAR])
    return above and (below or not framed)


def _is_ranking(text: str, labels: Sequence[BlockLabel], framed: bool) -> bool:
    """Whether rows are numbered in order, and most have no other figure and ask nothing."""
    found = [match for label in labels if (match := _NUMBERED.match(text, label.start, label.end))]
    if not framed:
        found = [match for match in found if match.end() == _end_of_line(text, match.end())]
    numbers = [int(match[1]) for match in found]
    others = sum(
        _FIGURE_OR_QUESTION.search(text, match.end(), _end_of_line(text, match.end())) is not None for match in found
    )
    ordered = len(numbers) >= _FEWEST and numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    return ordered and 2 * others < len(found)


def _heads(text: str, labels: Sequence[BlockLabel], first: int) -> int:
    """The first of the headings right above a run that were stripped, or the run's own first line."""
    while first and labels[first - 1].kind in _TAKEN and labels[first - 1].end - labels[first - 1].start <= _LONGEST:
        first -= 1
    return first


def _tells(said: str) -> bool:
    return (words_tell(said) and _FIGURE.search(said) is None) or announces(said)


def _end_of_line(text: str, at: int) -> int:
    end = text.find("\n", at)
    return end if end >= 0 else len(text)
