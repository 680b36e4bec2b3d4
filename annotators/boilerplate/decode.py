"""From probabilities to one kind a line: one headline, and nothing stripped that may well be the story."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from annotators.annotation import BOILERPLATE_KINDS, KEPT_KINDS

__all__ = ["Choice", "choose"]

STRIP_FROM = 0.6
"""How probable it must be that a line is boilerplate before it is labelled so, on a page with its furniture."""
_CAREFUL: tuple[tuple[float, float], ...] = ((0.1, 0.9), (0.2, 0.75))
"""The same where less than this share of the lines is likely boilerplate: what was cleaned before has little of it."""
HEADLINE_FROM = 0.1

_STRIPPED = frozenset(BOILERPLATE_KINDS)
_KEPT = frozenset(KEPT_KINDS)


class Choice(NamedTuple):
    """A line's kind, how probable it is, and the kind that comes next on the other side of the question."""

    kind: str
    score: float
    rival: str


def choose(
    probabilities: Sequence[Mapping[str, float]], weighed: int | None = None, strip_from: float | None = None
) -> list[Choice]:
    """A kind for each line from the probabilities of its kinds.

    Stripped or kept is decided first, by the sum over the kinds of each side, with more care where there is
    little to strip; then the best kind of that side. The line most likely to be the headline is it, and no other
    line is; where none is likely it is the one that `find_headline` weighed heaviest, if any.
    """
    headline = _headline(probabilities)
    if headline is None:
        headline = weighed
    furniture = [sum(share for kind, share in shares.items() if kind in _STRIPPED) for shares in probabilities]
    if strip_from is None:
        strip_from = _from(furniture)
    choices = []
    for number, shares in enumerate(probabilities):
        allowed = {kind: share for kind, share in shares.items() if kind != "headline" or number == headline}
        if number == headline:
            choices.append(Choice("headline", shares.get("headline", 0.0), _best(shares, _STRIPPED) or "nav"))
            continue
        wanted, others = (_STRIPPED, _KEPT) if furniture[number] >= strip_from else (_KEPT, _STRIPPED)
        kind = _best(allowed, wanted) or ("other" if wanted is _STRIPPED else "body")
        rival = _best(shares, others) or ("nav" if wanted is _KEPT else "body")
        choices.append(Choice(kind, min(1.0, allowed.get(kind, 0.0)), rival))
    return choices


def _from(furniture: Sequence[float]) -> float:
    """From what probability lines are stripped, by how much of the page is likely furniture."""
    share = sum(one >= STRIP_FROM for one in furniture) / max(1, len(furniture))
    return next((careful for most, careful in _CAREFUL if share < most), STRIP_FROM)


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
