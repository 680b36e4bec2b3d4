"""One name twice in a clause: decides which of the mentions means the second bearer."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from annotators.annotation import Mention
from annotators.entities.types.sense_cues import PERSON, TELLING

__all__ = ["part_in_clauses"]

_UNEQUAL = 4.0
"""Unless both margins are larger than this, two mentions in one clause are taken for two bearers."""
_WITHIN_CLAUSE = 60
_CLAUSE_ENDS = re.compile(r"[.;:!?\n\r“”\"]|, and ")


def part_in_clauses(
    text: str,
    mentions: Sequence[Mention],
    cues: Sequence[Mapping[str, float]],
    said: Sequence[Mapping[str, float]],
    chosen: list[str],
) -> None:
    """Make one of two mentions in a clause another bearer, unless cues say no: `the Lincoln who rows for Lincoln`.

    Changes `chosen`, the sense of each mention, in place; `cues` are the cue weights and `said` the total scores of its
    senses.
    """
    parted = -1
    for number in range(1, len(mentions)):
        between = text[mentions[number - 1].end : mentions[number].start]
        if len(between) > _WITHIN_CLAUSE or _CLAUSE_ENDS.search(between):
            continue
        if chosen[number - 1] != chosen[number] or parted == number - 1:
            parted = number
            continue
        # what acts is sooner a person, what is acted on sooner a place
        favoured = number if chosen[number] == PERSON else number - 1
        margins = [
            (_margin(said[one], chosen[one]) - (one == favoured), one)
            for one in (number - 1, number)
            if cues[one].get(chosen[one], 0.0) < TELLING
        ]
        margin, weaker = min(margins, default=(_UNEQUAL, number))
        if margin < _UNEQUAL:
            chosen[weaker] = _second(said[weaker], chosen[weaker])
            parted = number


def _second(scores: Mapping[str, float], chosen: str) -> str:
    """The best sense other than the chosen one."""
    return max((sense for sense in scores if sense != chosen), key=lambda sense: scores[sense])


def _margin(scores: Mapping[str, float], chosen: str) -> float:
    """The lead of the chosen sense over the second best."""
    return scores[chosen] - scores[_second(scores, chosen)]
