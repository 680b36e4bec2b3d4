"""Rows of figures that belong to the article: results, tables, price lists, opening hours, marks.

Taken singly, such a row looks like a stock ticker or a menu. It is kept if several rows share a shape, follow a line of
the article, and (in a whole page) are followed by one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from annotators.annotation import BlockLabel
from annotators.boilerplate.language.line_wording import announces, has_boilerplate_words
from annotators.boilerplate.parts.signed_and_dated import date_in
from annotators.boilerplate.relabelling import relabelled

__all__ = ["with_figures"]

_SURE: Final = 0.6
_LONGEST: Final = 90
"""Longest row, and longest heading between rows, in characters."""
_FEWEST: Final = 3
_DIGITS: Final = 3
_BETWEEN: Final = 2
"""Most other lines, such as headings, between two rows."""
_NEAR: Final = 2
"""Most lines between the rows and the nearest line of the article above or below."""
_FIGURE: Final = re.compile(r"(?<!\d)(?!(?:1[5-9]|20)\d\d(?![\d.,:/]))\d[\d.,:/–-]*")
"""A number that is not a year, because titles contain years, too."""
_FIGURE_OR_QUESTION: Final = re.compile(r"\d|\?[\"”’]?\Z")
_WORD: Final = re.compile(r"[^\W\d_]+")
_COUNTED: Final = re.compile(
    r"\(\d+\)\W*$|\b\d+\s(?:comments?|shares?|views?|likes?|min(?:ute)?s?|hours?|hrs?|days?)\b(?! (?:and|for|in|to)\b)"
    r"|\bago\b|[©@]|\bread\b|^#|^page \d|\b(?:add to (?:bag|basket|cart)|(?:book|buy|order|shop) now)\b",
    re.I,
)
"""Marks of boilerplate rows: numbers of comments or articles, time since publication, something to buy."""
_NUMBERED: Final = re.compile(r"(\d{1,2})[.):]?(?:\s+(?=\D)|\Z)")
"""The number of a list item, before its text or alone on the line above it."""
_STORY: Final = frozenset(("body", "byline", "deck", "headline", "subhead", "timestamp"))
_TAKEN: Final = frozenset(
    ("ad", "author_box", "comments", "credit", "nav", "other", "promo", "related", "share", "tags", "widget")
)
_ENDED: Final = re.compile(r"(?:\S+\s+){7}.*[.!?:…][\"”’)]*$", re.S)


def with_figures(text: str, labels: Sequence[BlockLabel], *, framed: bool) -> tuple[BlockLabel, ...]:
    """Returns the labels, with rows of figures and the lines between them relabelled `body`.

    If `framed` is true, the text may be a whole page: the article then has to continue below the rows, and rows
    numbered 1, 2, 3 … are not kept, because lists of other articles look so. If each number stands on its own line,
    numbered rows are not kept in either case.
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
    """Yields the half-open ranges of label numbers, `(first, end)`, of runs of similar rows."""
    rows: list[int] = []
    counting = _counting(text, labels)
    for number, label in enumerate(labels):
        if number in counting or not _is_row(text, label):
            continue
        if rows and number - rows[-1] > 1 + _BETWEEN:
            yield from _alike(text, labels, rows)
            rows = []
        rows.append(number)
    yield from _alike(text, labels, rows)


def _counting(text: str, labels: Sequence[BlockLabel]) -> set[int]:
    """The numbers of lines that count up by one, each a number alone: stars to give, or pages to turn to."""
    found: set[int] = set()
    run: list[int] = []
    for number, label in enumerate(labels):
        said = text[label.start : label.end] if label.end - label.start <= _DIGITS else ""
        alone = said.isdecimal()
        if not (alone and run and int(said) == int(text[labels[run[-1]].start : labels[run[-1]].end]) + 1):
            run = []
        if alone:
            run.append(number)
        if len(run) >= _FEWEST:
            found.update(run)
    return found


def _alike(text: str, labels: Sequence[BlockLabel], rows: Sequence[int]) -> Iterator[tuple[int, int]]:
    if len(rows) < _FEWEST:
        return
    shapes = Counter(_shape(text, labels[number]) for number in rows)
    again = sum(count for count in shapes.values() if count > 1)
    if 3 * again >= 2 * len(rows) and 2 * len(rows) > rows[-1] - rows[0]:
        yield rows[0], rows[-1] + 1


def _is_row(text: str, label: BlockLabel) -> bool:
    """Whether a line is short, has a figure, and is neither a date nor a count that boilerplate shows."""
    if label.end - label.start > _LONGEST or _FIGURE.search(text, label.start, label.end) is None:
        return False
    said = text[label.start : label.end]
    return _COUNTED.search(said) is None and date_in(said) is None and _ENDED.fullmatch(said) is None


def _shape(text: str, label: BlockLabel) -> str:
    """The sequence of figures (`9`) and words (`w`) in a row, without repetitions."""
    said = _WORD.sub("w", _FIGURE.sub("9", text[label.start : label.end]))
    return re.sub(r"(.)\1+", r"\1", re.sub(r"[^w9]", "", said))


def _hangs(labels: Sequence[BlockLabel], first: int, end: int, framed: bool) -> bool:
    """Whether the article is right above a run and, if `framed`, also right below it."""
    above = any(label.kind in _STORY for label in labels[max(0, first - 1 - _NEAR) : first])
    below = any(label.kind == "body" for label in labels[end : end + 1 + _NEAR])
    return above and (below or not framed)


def _is_ranking(text: str, labels: Sequence[BlockLabel], framed: bool) -> bool:
    """Whether rows are a numbered list of titles: in order, and most without a second figure or a question."""
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
    """Number of the first heading directly above a run that is labelled boilerplate; else the run's first row."""
    while first and labels[first - 1].kind in _TAKEN and labels[first - 1].end - labels[first - 1].start <= _LONGEST:
        first -= 1
    return first


def _tells(said: str) -> bool:
    return (has_boilerplate_words(said) and _FIGURE.search(said) is None) or announces(said)


def _end_of_line(text: str, at: int) -> int:
    end = text.find("\n", at)
    return end if end >= 0 else len(text)
