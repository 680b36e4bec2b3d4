"""From probabilities to one kind a line: one headline, and nothing stripped that may well be the story."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from annotators.annotation import BOILERPLATE_KINDS, KEPT_KINDS

__all__ = ["Choice", "choose"]

STRIP_FROM = 0.6
"""How probable it must be that a line is boilerplate before it is labelled so."""
HEADLINE_FROM = 0.1

_STRIPPED = frozenset(BOILERPLATE_KINDS)
_KEPT = frozenset(KEPT_KINDS)


class Choice(NamedTuple):
    """A line's kind, how probable it is, and the kind that comes next on the other side of the question."""

    kind: str
    score: float
    rival: str


def choose(
    probabilities: Sequence[Mapping[str, float]], weighed: int | None = None, strip_from: float = STRIP_FROM
) -> list[Choice]:
    """A kind for each line from the probabilities of its kinds.

    Stripped or kept is decided first, by the sum over the kinds of each side; then the best kind
    of that side. The line most likely to be the headline is it, and no other line is; where none
    is likely it is the one that `find_headline` weighed heaviest, if any.
    """
    headline = _headline(probabilities)
    if headline is None:
        headline = weighed
    choices = []
    for number, shares in enumerate(probabilities):
        allowed = {kind: share for kind, share in shares.items() if kind != "headline" or number == headline}
        if number == headline:
            choices.append(Choice("headline", shares.get("headline", 0.0), _best(shares, _STRIPPED) or "nav"))
            continue
        stripped = sum(share for kind, share in shares.items() if kind in _STRIPPED)
        wanted, others = (_STRIPPED, _KEPT) if stripped >= strip_from else (_KEPT, _STRIPPED)
        kind = _best(allowed, wanted) or ("other" if wanted is _STRIPPED else "body")
        rival = _best(shares, others) or ("nav" if wanted is _KEPT else "body")
        choices.append(Choice(kind, min(1.0, allowed.get(kind, 0.0)), rival))
    return choices


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
