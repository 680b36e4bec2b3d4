"""One name twice in a clause: of which mention the second bearer is meant."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from annotators.annotation import Mention
from annotators.entities.types.sense_cues import PERSON, TELLING

__all__ = ["part_in_clauses"]

_UNEQUAL = 4.0
"""Two mentions in one clause are two bearers unless their margins are both larger than this."""
_WITHIN_CLAUSE = 60
_CLAUSE_ENDS = re.compile(r"[.;:!?\n\r“”\"]|, and ")


def part_in_clauses(
    text: str,
    mentions: Sequence[Mention],
    cues: Sequence[Mapping[str, float]],
    said: Sequence[Mapping[str, float]],
    chosen: list[str],
) -> None:
    """One name twice in a clause is two bearers, unless a cue says no: `the Lincoln who rows for Lincoln`."""
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
    """The sense that fits best after the chosen one."""
    return max((sense for sense in scores if sense != chosen), key=lambda sense: scores[sense])


def _margin(scores: Mapping[str, float], chosen: str) -> float:
    """By how much the chosen sense leads."""
    return scores[chosen] - scores[_second(scores, chosen)]
