"""Chooses a kind for each line from probabilities: one headline, and boilerplate only where it is certain enough."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from annotators.annotation import BOILERPLATE_KINDS, KEPT_KINDS

__all__ = ["Choice", "choose"]

STRIP_FROM = 0.6
"""The least probability of boilerplate for a line to be labelled so."""
_WORTH: tuple[tuple[float, float], ...] = ((0.3, 0.5), (0.5, 2.0), (1.0, 20.0))
"""Words of article text that may be lost for each line of boilerplate found, if at most this share of the lines is
probably boilerplate: almost none in extracted text, a sentence on a whole page."""
_ABROAD = 10.0
"""The same, as an upper bound for other languages than English, in which boilerplate is recognised less reliably."""
_SHORT = 3.0
"""The same, as an upper bound for pages with a short story, of which each sentence is a good part."""
_BARE: tuple[float, float] = (0.2, 2.0)
"""The same, as an upper bound for text without a page's frame: inside the article, and outside it or if words suggest
boilerplate."""
_LIKELY = 0.6
HEADLINE_FROM = 0.1

_STRIPPED = frozenset(BOILERPLATE_KINDS)
_KEPT = frozenset(KEPT_KINDS)


class Choice(NamedTuple):
    """A line's kind, its probability, and the most probable kind on the other side of kept and boilerplate."""

    kind: str
    score: float
    rival: str


def choose(
    probabilities: Sequence[Mapping[str, float]],
    sizes: Sequence[int],
    weighed: int | None = None,
    telling: Sequence[bool] | None = None,
    *,
    abroad: bool = False,
    short: bool = False,
) -> list[Choice]:
    """A kind for each line, from the probabilities of its kinds and its number of words.

    `telling`, given only for text without a page's frame, says whether the words of each line suggest boilerplate.
    `abroad` says that the text is in a language other than English, `short` that its story is a short one.

    The first decision is between kept and boilerplate, by the summed probabilities of both sides and the number of
    words at stake: a paragraph needs a higher probability than a button. Then the most probable kind of that side is
    chosen. Only one line is the headline: `weighed`, else the most probable one above a bound.
    """
    headline = _headline(probabilities) if weighed is None else weighed
    furniture = [sum(share for kind, share in shares.items() if kind in _STRIPPED) for shares in probabilities]
    worth = min(_worth(furniture), _SHORT if short else _ABROAD if abroad else _worth(furniture))
    story = [number for number, shares in enumerate(probabilities) if shares.get("body", 0.0) >= _LIKELY]
    first, last = (story[0], story[-1]) if story else (len(probabilities), -1)
    choices = []
    for number, shares in enumerate(probabilities):
        allowed = {kind: share for kind, share in shares.items() if kind != "headline" or number == headline}
        if number == headline:
            choices.append(Choice("headline", shares.get("headline", 0.0), _best(shares, _STRIPPED) or "nav"))
            continue
        lost = worth if telling is None else min(worth, _BARE[telling[number] or not first < number < last])
        wanted, others = (_STRIPPED, _KEPT) if furniture[number] >= _from(sizes[number], lost) else (_KEPT, _STRIPPED)
        kind = _best(allowed, wanted) or ("other" if wanted is _STRIPPED else "body")
        rival = _best(shares, others) or ("nav" if wanted is _KEPT else "body")
        choices.append(Choice(kind, min(1.0, allowed.get(kind, 0.0)), rival))
    return choices


def _worth(furniture: Sequence[float]) -> float:
    share = sum(one >= STRIP_FROM for one in furniture) / max(1, len(furniture))
    return next(worth for most, worth in _WORTH if share <= most)


def _from(words: int, worth: float) -> float:
    """The least probability at which a line of that many words is labelled boilerplate."""
    return max(STRIP_FROM, words / (words + worth))


def _best(shares: Mapping[str, float], among: frozenset[str]) -> str | None:
    found = [(share, kind) for kind, share in shares.items() if kind in among]
    return max(found)[1] if found else None


def _headline(probabilities: Sequence[Mapping[str, float]]) -> int | None:
    best, where = HEADLINE_FROM, None
    for number, shares in enumerate(probabilities):
        share = shares.get("headline", 0.0)
        if share > best:
            best, where = share, number
    return where
