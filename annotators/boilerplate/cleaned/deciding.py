"""Thresholds for the second pass: which lines of extracted text to keep, by the forest's probability of boilerplate.

The threshold depends on the length of the line, on the certainty of the CRFs, and on the text. If the forest reverses a
large share of the CRFs' boilerplate, the text is of a type that the CRFs do not know (a list, products, documentation),
and only nearly certain lines stay boilerplate. If most of a short text would be boilerplate, only lines whose own words
say so are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from annotators.annotation import BOILERPLATE_KINDS, BlockLabel
from annotators.boilerplate.cleaned.measured import speaks
from annotators.boilerplate.language.line_wording import announces, has_boilerplate_words, is_of_cookies, is_sentence

__all__ = ["Line", "decided"]

_STRIPPED: Final = frozenset(BOILERPLATE_KINDS)
_POSSIBLE: Final = 0.1
"""Least probability of boilerplate, by the CRFs, for a line that they kept to be relabelled as boilerplate."""
_APART_FROM: Final = {"headline": 0.3, "byline": 0.3, "timestamp": 0.3, "source": 0.3, "deck": 0.2}
"""Kinds of article text outside the body. If the forest's probability is below the bound, the line becomes body text.
"""
_HARDLY_BACK: Final = {"author_box": 0.4, "caption": 0.3, "comments": 0.6}
"""Bounds for kinds that are rarely article text where they are long. Of the lines of any length between these and the
usual bound, in extracted text of sites other than news, 21 were article text and 171 were not."""
_LONG: Final = 12
"""Fewest words of a line for which these bounds hold."""
_PICTURED: Final = frozenset(("caption", "credit"))
_LIKELY: Final = 0.6
"""If the CRFs gave boilerplate less than this, a rule made the line a caption or credit. Articles repeat words of their
captions, so the forest is unreliable here. A sentence with as much probability of `body` is kept against the forest.
"""
_KNOWN: Final = _PICTURED.union(_APART_FROM)
_SURE: Final = 0.9
"""Probability from which the CRFs' prediction of a kind in `_KNOWN` is final."""
_BACK: Final = 0.3
"""Share of the boilerplate words from which, if as many are reversed, the CRFs do not know this type of text."""
_MOST: Final = 0.5
_SHORT: Final = 40
"""Highest share of boilerplate words, and most lines, of a short text: extractors rarely leave more in one."""


class Bounds(NamedTuple):
    """Thresholds on the forest's probability of boilerplate: `keep_below` makes a boilerplate line body text.

    A kept line becomes boilerplate from `strip_from`. For a line of `w` words, both are at least `w / (w + worth)`.
    """

    keep_below: float
    strip_from: float
    worth: float


_USUAL: Final = Bounds(0.4, 0.7, 10)
_UNKNOWN: Final = Bounds(0.7, 1.0, 5)


class Line(NamedTuple):
    """A line with its label, the CRFs' probability of each kind, its number of words, the forest's probability."""

    text: str
    label: BlockLabel
    shares: Mapping[str, float]
    words: int
    furniture: float


def decided(lines: Sequence[Line], weight: float = 1.0) -> tuple[BlockLabel, ...]:
    """Returns a label for each line; `weight` below 1 keeps more of the boilerplate labels."""
    found = [_decided(line, _USUAL, weight) for line in lines]
    before, after = _words([line.label for line in lines], lines), _words(found, lines)
    if before - after > _BACK * before:
        found = [_decided(line, _UNKNOWN, weight) for line in lines]
    if len(lines) > _SHORT or _words(found, lines) <= _MOST * sum(line.words for line in lines):
        return tuple(found)
    return tuple(
        label if not label.boilerplate or has_boilerplate_words(line.text) or announces(line.text) else _kept(line)
        for line, label in zip(lines, found, strict=True)
    )


def _words(labels: Sequence[BlockLabel], lines: Sequence[Line]) -> int:
    """Number of words that are labelled boilerplate."""
    return sum(line.words for line, label in zip(lines, labels, strict=True) if label.boilerplate)


def _decided(line: Line, bounds: Bounds, weight: float) -> BlockLabel:
    label, kind = line.label, line.label.kind
    least = line.words / (line.words + bounds.worth)
    if kind in _STRIPPED or kind in _APART_FROM:
        usual = weight * max(bounds.keep_below, least)
        bound = _HARDLY_BACK.get(kind, 1.0) if line.words >= _LONG else 1.0
        below = _APART_FROM.get(kind, min(usual, bound))
        return label if line.furniture >= below or _is_known(line) else _kept(line)
    stripped = line.furniture >= max(bounds.strip_from, least) and _chains_say(line.shares) >= _POSSIBLE
    return _out(line) if stripped and not _reads_like_story(line) else label


def _is_known(line: Line) -> bool:
    """Whether the CRFs or a rule are more reliable than the forest for a line."""
    kind = line.label.kind
    if kind == "consent" and is_of_cookies(line.text):
        return True
    sure = kind in _KNOWN and line.shares.get(kind, 0.0) >= _SURE
    return sure or (kind in _PICTURED and _chains_say(line.shares) < _LIKELY)


def _reads_like_story(line: Line) -> bool:
    """Whether a line is a sentence to nobody that the CRFs take for body text; the forest alone does not strip it."""
    return line.shares.get("body", 0.0) >= _LIKELY and is_sentence(line.text) and not speaks(line.text)


def _chains_say(shares: Mapping[str, float]) -> float:
    """Probability of boilerplate by the CRFs."""
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
