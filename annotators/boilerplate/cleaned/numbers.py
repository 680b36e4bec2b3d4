"""Features for each line of extracted text: of the whole text, the line, its labels, its position and neighbours.

Features are identified by position: a forest is valid only for rows built by the code that it was trained with.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from annotators.annotation import BOILERPLATE_KINDS, KEPT_KINDS
from annotators.boilerplate.language.lexicon import FAMILIES_SAID, content_words, families
from annotators.boilerplate.language.line_wording import announces, has_boilerplate_words
from annotators.boilerplate.lines.page import Page

__all__ = ["rows_of"]

_KINDS: Final = tuple(sorted((*BOILERPLATE_KINDS, *KEPT_KINDS)))
_FAMILIES: Final = tuple(sorted(FAMILIES_SAID))
_STRIPPED: Final = frozenset(BOILERPLATE_KINDS)
_STORY: Final = frozenset(("body", "subhead"))
_MARKS: Final = ("clock", "date", "ago", "address", "handle", "money", "divider", "bracket", "quote")
_SURE: Final = 0.6
_WINDOW: Final = 5
_LONGEST: Final = 80
_FAR: Final = 60
"""Distances in lines are capped at this."""
_YOU: Final = frozenset(("you", "your", "yours"))
_ME: Final = frozenset(("i", "my", "me", "i'm", "i've"))
_SHE: Final = frozenset(("he", "she", "his", "her", "said", "told"))
_ENDS: Final = frozenset('.!?”"')
_BULLETS: Final = frozenset("-•*·–▪●○‣✓")

Shares = Sequence[Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class _Text:
    """Properties of the text that the features of every line use: per-line values, and where the article is."""

    furniture: Sequence[float]
    stripped: Sequence[bool]
    sizes: Sequence[int]
    sums: Sequence[int]
    first: int
    last: int
    core: tuple[int, int]
    subject: Mapping[str, int]
    title: set[str]


def rows_of(page: Page, shares: Shares, kinds: Sequence[str]) -> list[list[float]]:
    """One row of features per line, from the CRFs' probabilities and the kinds after the rules."""
    text = _text(page, shares, kinds)
    whole = _whole(page, shares, text)
    return [
        [*whole, *_line(page, number), *_labels(shares[number], kinds[number]), *_place(page, text, number)]
        for number in range(len(kinds))
    ]


def _text(page: Page, shares: Shares, kinds: Sequence[str]) -> _Text:
    furniture = [sum(share for kind, share in row.items() if kind in _STRIPPED) for row in shares]
    stripped = [kind in _STRIPPED for kind in kinds]
    sums = list(accumulate((0 if out else size for out, size in zip(stripped, page.sizes, strict=True)), initial=0))
    story = [number for number, kind in enumerate(kinds) if kind in _STORY]
    subject: dict[str, int] = {}
    for line in page.features:
        for word in content_words(line.words):
            subject[word] = subject.get(word, 0) + 1
    title = next((number for number, kind in enumerate(kinds) if kind == "headline"), None)
    return _Text(
        furniture, stripped, page.sizes, sums, story[0] if story else len(kinds), story[-1] if story else -1, page.core,
        subject, content_words(page.features[title].words) if title is not None else set(),
    )  # fmt: skip


def _whole(page: Page, shares: Shares, text: _Text) -> list[float]:
    """Features of the text as a whole."""
    count, words = len(page.features), max(1, sum(page.sizes))
    prose = [line for line in page.features if line.prose]
    said = [word for line in page.features for word in line.words]
    spoken = max(1, len(said))
    return [
        count,
        words,
        sum(share >= _SURE for share in text.furniture) / count,
        sum(share * size for share, size in zip(text.furniture, page.sizes, strict=True)) / words,
        sum(size for size, out in zip(page.sizes, text.stripped, strict=True) if out) / words,
        len(prose) / count,
        sum(line.size for line in prose) / words,
        sum(line.title for line in page.features) / count,
        sum(has_boilerplate_words(line) for line in page.texts) / count,
        sum(line[-1] in _ENDS for line in page.texts) / count,
        sum(line[0] in _BULLETS for line in page.texts) / count,
        sum(page.gaps) / count,
        max(row.get("headline", 0.0) for row in shares),
        max(row.get("byline", 0.0) for row in shares),
        max(row.get("timestamp", 0.0) for row in shares),
        sum(word in _YOU for word in said) / spoken,
        sum(word in _ME for word in said) / spoken,
        sum(word in _SHE for word in said) / spoken,
        sum(any(char.isdigit() for char in line) for line in page.texts) / count,
    ]


def _line(page: Page, number: int) -> list[float]:
    """Features of a line's own text."""
    line, said = page.features[number], page.texts[number]
    head = said[:360]
    letters = max(1, sum(char.isalpha() for char in head))
    marks = set(line.own)
    held = families(line.words[:48])
    function = next((part[9:] for part in line.own if part.startswith("function=")), "?")
    return [
        line.size,
        len(said),
        line.prose,
        line.title,
        -1 if function == "?" else int(function),
        sum(char.isupper() for char in head) / letters,
        sum(char.isdigit() for char in head) / len(head),
        sum(char in ",;:" for char in head),
        said[0].islower() - said[0].isupper(),
        said[0] in _BULLETS,
        said[-1] in _ENDS,
        said[-1] in ":…",
        has_boilerplate_words(said),
        announces(said),
        len(page.places[" ".join(line.words)]),
        *(f"holds:{mark}" in marks for mark in _MARKS),
        *(held.get(family, 0) for family in _FAMILIES),
    ]


def _labels(shares: Mapping[str, float], kind: str) -> list[float]:
    """Features of the labels that the CRFs and the rules give a line."""
    return [kind in _STRIPPED, kind in _STORY, *(shares.get(one, 0.0) for one in _KINDS)]


def _place(page: Page, text: _Text, number: int) -> list[float]:
    """Features of a line's position and of the lines around it."""
    last = len(text.sizes) - 1
    own = content_words(page.features[number].words)
    around = range(max(0, number - _WINDOW), min(last, number + _WINDOW) + 1)
    above, below = text.sums[number], text.sums[-1] - text.sums[number + 1]
    return [
        text.furniture[number],
        min(number, _FAR),
        min(last - number, _FAR),
        _near(number - text.first),
        _near(number - text.last),
        _near(number - text.core[0]),
        _near(number - text.core[1]),
        above / max(1, above + below),
        min(above, 2000),
        min(below, 2000),
        sum(text.furniture[other] for other in around) / len(around),
        _run(text.stripped, number, -1),
        _run(text.stripped, number, 1),
        page.gaps[number],
        page.gaps[number + 1],
        sum(text.subject[word] > 1 for word in own) / max(1, len(own)),
        sum(min(5, text.subject[word]) for word in own) / max(1, len(own)),
        len(own & text.title) / max(1, len(own)),
        *(_of(text.furniture, number + step) for step in (-3, -2, -1, 1, 2, 3)),
        *(min(_LONGEST, _of(text.sizes, number + step)) for step in (-2, -1, 1, 2)),
    ]


def _near(distance: int) -> int:
    return max(-_FAR, min(_FAR, distance))


def _of(values: Sequence[float], number: int) -> float:
    return values[number] if 0 <= number < len(values) else -1


def _run(stripped: Sequence[bool], number: int, step: int) -> int:
    """Number of consecutive boilerplate lines directly above (`step` -1) or below (1) a line."""
    at = number + step
    while 0 <= at < len(stripped) and stripped[at] and abs(at - number) <= _FAR:
        at += step
    return abs(at - number) - 1
