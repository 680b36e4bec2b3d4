"""Features of the second reading from the labels of the first: place of the body, headline, neighbours."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from annotators.annotation import BOILERPLATE_KINDS
from annotators.boilerplate.language.lexicon import function_words
from annotators.boilerplate.lines.page import FOREIGN, Page

__all__ = ["body_span", "second_pass"]

_STEPS = (1, 2, 3, 5, 8, 12, 20, 40)
_WINDOW = 6
_STORY = frozenset(("body", "subhead"))
_BRIDGED = 12
_TWINS = 64
"""The most lines with the same words whose labels are compared."""
_STRIPPED = frozenset(BOILERPLATE_KINDS)


def body_span(labels: Sequence[str], looks_size: Sequence[int]) -> tuple[int, int]:
    """The first and last line of the longest stretch of body, by words; short interruptions do not end it."""
    best, current = (0, 0, -1), (0, 0, -1)
    for number, label in enumerate(labels):
        if label not in _STORY:
            continue
        weight, first, last = current
        if last < 0 or number - last > _BRIDGED:
            weight, first = 0, number
        current = (weight + min(looks_size[number], 60), first, number)
        best = max(best, current, key=lambda stretch: stretch[0])
    return best[1], best[2]


def second_pass(page: Page, labels: Sequence[str], headline: int | None) -> list[list[str]]:
    """The features of every line that depend on the labels and the headline of the first reading."""
    count = len(labels)
    start, end = body_span(labels, page.sizes)
    headlines = [] if headline is None else [headline]
    title = _content(page, headline) if headline is not None else frozenset()
    runs = _label_runs(labels)
    whole = _whole(labels)
    features = []
    for number, label in enumerate(labels):
        gaps, brief = (page.gaps[number], page.gaps[number + 1]), page.features[number].brief[0]
        zone, side = _zone(number, start, end), _side(number, headlines)
        found = _beside(labels, number, runs[number], gaps, brief)
        found += [
            f"body={zone}",
            f"body={zone.partition(' ')[0]}&y={label}",
            f"body={zone.partition(' ')[0]}&{brief}{gaps[0]}{gaps[1]}",
            f"headline={side}&body={zone}",
            f"headline={side}&y={label}",
            whole,
            f"{whole}&y={label}",
        ]
        if number > 1:
            found.append(f"y-2={labels[number - 2]}&{label}")
        if number + 2 < count:
            found.append(f"y+2={labels[number + 2]}&{label}")
        found += _around(tuple(labels[max(0, number - _WINDOW) : number + 1 + _WINDOW]))
        found.extend(_likeness(page, number, title, labels))
        features.append(found)
    return features if not page.foreign else [[FOREIGN + feature for feature in row] for row in features]


@lru_cache(maxsize=2048)
def _around(window: tuple[str, ...]) -> tuple[str, ...]:
    """Features of how often each kind occurs among the surrounding lines."""
    return tuple([f"around={kind}{bisect_right((1, 3, 6), seen)}" for kind, seen in Counter(window).items()])


def _beside(labels: Sequence[str], number: int, run: tuple[int, int], gaps: tuple[int, int], brief: str) -> list[str]:
    """The labels of a line and its neighbours, and the run of lines with the same label."""
    label, (first, last), (gap, next_gap) = labels[number], run, gaps
    before = labels[number - 1] if number else "edge"
    after = labels[number + 1] if number + 1 < len(labels) else "edge"
    previous_run = labels[first - 1] if first else "edge"
    next_run = labels[last + 1] if last + 1 < len(labels) else "edge"
    return [
        f"y={label}",
        f"y={label}&{brief}",
        f"y={before}{gap}{label}",
        f"y={label}{next_gap}{after}",
        f"y={before},{label},{after}",
        f"y-1={before}&{brief}",
        f"y+1={after}&{brief}",
        f"run-={previous_run}&{label}",
        f"run+={next_run}&{label}",
        f"run={label}{bisect_right((1, 2, 4, 8, 16), last + 1 - first)}",
    ]


def _whole(labels: Sequence[str]) -> str:
    """Feature of the page's length and its share of boilerplate, which is low in extracted text."""
    stripped = sum(label in _STRIPPED for label in labels)
    share = bisect_right((4, 12, 30, 60), 100 * stripped // max(1, len(labels)))
    return f"page={bisect_right((8, 16, 32, 64, 128), len(labels))}{share}"


def _likeness(page: Page, number: int, title: frozenset[str], labels: Sequence[str]) -> list[str]:
    line = page.features[number]
    found = []
    if title and 2 < line.size < 60:
        own = _content(page, number)
        if own:
            shared = len(own & title)
            found.append(f"title words={min(4, shared)}")
            found.append(f"title share={shared * 5 // max(len(own), len(title))}&{labels[number]}")
    same = page.places[" ".join(line.words)]
    if len(same) > 1:
        others = [labels[other] for other in same[:_TWINS] if other != number]
        found.append(f"twin={_commonest(others)}")
    if len(line.words) >= 5:
        opening = page.openings[line.words[:5]]
        if opening != number:
            found.append(f"opens like={labels[opening]}")
    return found


def _commonest(labels: Sequence[str]) -> str:
    """The most frequent label; of several, the one that occurs first."""
    if labels.count(labels[0]) * 2 > len(labels):  # the usual case
        return labels[0]
    return Counter(labels).most_common(1)[0][0]


def _content(page: Page, number: int) -> frozenset[str]:
    return frozenset(word for word in page.features[number].words if word[0].isalnum() and word not in function_words())


def _label_runs(labels: Sequence[str]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    first = 0
    for number in range(len(labels)):
        if number + 1 == len(labels) or labels[number + 1] != labels[number]:
            runs.extend([(first, number)] * (number + 1 - first))
            first = number + 1
    return runs


def _side(number: int, headlines: Sequence[int]) -> str:
    if not headlines:
        return "none"
    if number in headlines:
        return "this"
    before = number < headlines[0]
    distance = headlines[0] - number if before else number - headlines[-1]
    return f"{'ahead' if before else 'past'}{bisect_right((1, 2, 3, 5, 9), distance)}"


def _zone(number: int, start: int, end: int) -> str:
    if end < start:
        return "nowhere"
    if number < start:
        return f"before {bisect_right(_STEPS, start - number)}"
    if number > end:
        return f"after {bisect_right(_STEPS, number - end)}"
    return f"in {min(2, number - start)}{min(2, end - number)}"
