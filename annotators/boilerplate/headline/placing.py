"""Features of headlines from the story: how near it is, how much of it follows, and how many words are shared."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Sequence
from itertools import accumulate
from typing import NamedTuple

from annotators.boilerplate.lines.line_features import LineFeatures
from annotators.boilerplate.lines.page import Page

__all__ = ["placing"]

_PARAGRAPH, _WEIGHT = 12, 80
_FOLLOWS, _OPENS, _THICK = 12, 8, 120
_MOST = 400
_OPENING = 12
_BESIDE, _WITHIN = 5, 60
_DISTANCES = (-3, 0, 1, 2, 3, 4, 6, 9, 14, 25, 50)
_DRESS = 3
_DATED = frozenset(("mdate", "mago", "mclock"))


class _Story(NamedTuple):
    """Weight of the story, dates and bylines up to each line; where it begins; how many of its words a line shares."""

    sums: Sequence[int]
    dates: Sequence[int]
    bylines: Sequence[int]
    first: int | None
    most: int
    shared: dict[int, int]


def placing(page: Page, labels: Sequence[str], numbers: Collection[int]) -> dict[int, list[str]]:
    """The features of the lines with these numbers; `labels` are the present kinds of all lines.

    A paragraph that occurs twice on the page is not part of the story; notices do.
    """
    weights = [
        min(line.size, _WEIGHT) if label == "body" and line.size > _PARAGRAPH and not _is_twin(page, line) else 0
        for line, label in zip(page.features, labels, strict=True)
    ]
    sums = [0, *accumulate(weights)]
    first = _first(weights, sums)
    shared = _shared(page, weights, first, numbers)
    above = range(max(0, first - _WITHIN + 1), first) if first is not None else ()
    most = max((shared.get(at, 0) for at in above), default=0)
    dates = [0, *accumulate(_is_dated(line) for line in page.features)]
    bylines = [0, *accumulate(_is_signed(line) for line in page.features)]
    story = _Story(sums, dates, bylines, first, most, shared)
    return {number: _features(page, number, story) for number in numbers}


def _is_twin(page: Page, line: LineFeatures) -> bool:
    return len(page.places[" ".join(line.words)]) > 1


def _first(weights: Sequence[int], sums: Sequence[int]) -> int | None:
    """The beginning of the story: a paragraph with enough of the story right below."""
    enough = min(_THICK, sums[-1] // 2)
    last = len(weights)
    return next(
        (at for at, weight in enumerate(weights) if weight and sums[min(last, at + _OPENS)] - sums[at] >= enough), None
    )


def _shared(page: Page, weights: Sequence[int], first: int | None, numbers: Collection[int]) -> dict[int, int]:
    """The number of words that each line shares with the opening of the story."""
    story: set[str] = set()
    if first is not None:
        opening = [at for at in range(first, len(weights)) if weights[at]][:_OPENING]
        for at in opening:
            story |= page.contents[at]
    return {number: len(page.contents[number] & story) for number in numbers}


def _features(page: Page, number: int, story: _Story) -> list[str]:
    features, last = page.features, len(page.features)
    sums, first = story.sums, story.first
    follows = sums[min(last, number + 1 + _FOLLOWS)] - sums[number + 1]
    size = features[number].size
    above = max((line.size for line in features[max(0, number - 3) : number]), default=0)
    below = features[number + 1].size if number + 1 < last else None
    found = [
        f"follows={min(10, 10 * follows // max(1, min(sums[-1], _MOST)))}",
        f"bigger={size > above}{'$' if below is None else size >= below}",
        f"before={bisect_right((2, 4, 7), above)}&size={bisect_right((2, 3, 5, 8, 14, 22), size)}",
    ]
    if first is not None:
        own, words = story.shared[number], len(page.contents[number])
        beside = (at for at in range(number - _BESIDE, min(first, number + _BESIDE + 1)) if at != number)
        near = max((story.shared.get(at, 0) for at in beside), default=0)
        after = min(first, number + 1 + _DRESS)
        found += [
            f"dates between={min(2, story.dates[first] - story.dates[after])}",
            f"bylines between={min(2, story.bylines[first] - story.bylines[after])}",
            f"to story={bisect_right(_DISTANCES, first - number)}",
            f"shares beside={(own > near) - (own < near)}{min(3, own)}",
            f"shares most={own >= story.most}{min(3, own)}",
            f"shares part={5 * own // max(1, words)}&{min(2, own)}",
        ]
    return found + _dressed(page, number)


def _dressed(page: Page, number: int) -> list[str]:
    """Which of the next three lines has a date, and which begins as a byline."""
    below = page.features[number + 1 : number + 1 + _DRESS]
    dated = next((at for at, line in enumerate(below, start=1) if _is_dated(line)), None)
    signed = next((at for at, line in enumerate(below, start=1) if _is_signed(line)), None)
    return [
        *([f"dated+{dated}"] if dated else []),
        *([f"signed+{signed}"] if signed else []),
        *(["is dated"] if _is_dated(page.features[number]) else []),
    ]


def _is_dated(line: LineFeatures) -> bool:
    return not _DATED.isdisjoint(line.brief)


def _is_signed(line: LineFeatures) -> bool:
    return "fbyline" in line.brief or line.words[:1] == ("by",)
