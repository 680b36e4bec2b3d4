"""What is kept and what is stripped of text that was cleaned before, by how probable the trees think it furniture.

How probable it must be depends on the line's words, on what the chains are sure of, and on the text: where the trees
take back a good part of what the chains would strip, the text is none that chains know (a list, products,
documentation), and only what is all but certain is stripped from it. Where most of a short text would go, only those
lines go whose own words tell that they are furniture.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from annotators.annotation import BOILERPLATE_KINDS, BlockLabel
from annotators.boilerplate.language.telling import announces, words_tell

__all__ = ["Line", "decided"]

_STRIPPED: Final = frozenset(BOILERPLATE_KINDS)
_POSSIBLE: Final = 0.1
"""What the chains must give furniture before a line that they kept is stripped."""
_APART_FROM: Final = {"headline": 0.3, "byline": 0.3, "timestamp": 0.3, "source": 0.3, "deck": 0.2}
"""Kinds that are kept and not the story's text: below these a line is a paragraph that looked like one."""
_PICTURED: Final = frozenset(("caption", "credit"))
_LIKELY: Final = 0.6
"""What was called these though the chains gave furniture less is so by a rule, for what it says of a picture. Stories
say the words of their captions again, so that the trees know little of them."""
_KNOWN: Final = _PICTURED.union(_APART_FROM)
_SURE: Final = 0.9
"""Kinds that chains know by what they are, and from what probability."""
_BACK: Final = 0.3
"""The share of the words stripped from which, where so much is taken back, the text is none that chains know."""
_MOST: Final = 0.5
_SHORT: Final = 40
"""The share of the words of a short text, and its lines: hardly an extractor leaves so much furniture in one."""


class Bounds(NamedTuple):
    """Probabilities of furniture: what was stripped is the story's again below the first, whatever its length.

    What was kept is stripped from the second. A line of `w` words needs `w / (w + worth)` at least in both cases.
    """

    keep_below: float
    strip_from: float
    worth: float


_USUAL: Final = Bounds(0.4, 0.7, 10)
_UNKNOWN: Final = Bounds(0.7, 1.0, 5)


class Line(NamedTuple):
    """A line: itself, its label, the chains' probabilities of its kinds, how many words, the trees' of furniture."""

    text: str
    label: BlockLabel
    shares: Mapping[str, float]
    words: int
    furniture: float


def decided(lines: Sequence[Line], weight: float = 1.0) -> tuple[BlockLabel, ...]:
    """The labels of the lines of a text; `weight` below 1 takes less back of what was stripped."""
    found = [_decided(line, _USUAL, weight) for line in lines]
    before, after = _words([line.label for line in lines], lines), _words(found, lines)
    if before - after > _BACK * before:
        found = [_decided(line, _UNKNOWN, weight) for line in lines]
    if len(lines) > _SHORT or _words(found, lines) <= _MOST * sum(line.words for line in lines):
        return tuple(found)
    return tuple(
        label if not label.boilerplate or words_tell(line.text) or announces(line.text) else _kept(line)
        for line, label in zip(lines, found, strict=True)
    )


def _words(labels: Sequence[BlockLabel], lines: Sequence[Line]) -> int:
    """How many words these labels strip."""
    return sum(line.words for line, label in zip(lines, labels, strict=True) if label.boilerplate)


def _decided(line: Line, bounds: Bounds, weight: float) -> BlockLabel:
    label, kind = line.label, line.label.kind
    least = line.words / (line.words + bounds.worth)
    if kind in _STRIPPED or kind in _APART_FROM:
        below = _APART_FROM.get(kind, weight * max(bounds.keep_below, least))
        return label if line.furniture >= below or _is_known(line) else _kept(line)
    stripped = line.furniture >= max(bounds.strip_from, least) and _chains_say(line.shares) >= _POSSIBLE
    return _out(line) if stripped else label


def _is_known(line: Line) -> bool:
    """Whether the chains or a rule know better what the line is."""
    kind = line.label.kind
    sure = kind in _KNOWN and line.shares.get(kind, 0.0) >= _SURE
    return sure or (kind in _PICTURED and _chains_say(line.shares) < _LIKELY)


def _chains_say(shares: Mapping[str, float]) -> float:
    """How probable the chains think it that a line is furniture."""
    return sum(share for kind, share in shares.items() if kind in _STRIPPED)


def _kept(line: Line) -> BlockLabel:
    kind = max((line.shares.get(kind, 0.0), kind) for kind in ("body", "subhead"))[1]
    return _as(line, kind, 1 - line.furniture, "too little tells against it in text that was cleaned before")


def _out(line: Line) -> BlockLabel:
    kind = max((line.shares.get(kind, 0.0), kind) for kind in BOILERPLATE_KINDS)[1]
    return _as(line, kind, line.furniture, "looks like what is left over in text that was cleaned before")


def _as(line: Line, kind: str, score: float, reason: str) -> BlockLabel:
    reasons = (reason, *line.label.reasons)[:3]
    return replace(line.label, kind=kind, score=round(score, 4), reasons=reasons)
