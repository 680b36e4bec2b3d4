"""Cues in the words directly before and after a name of one word: a person, a place, a body, a team."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from typing import NamedTuple

from annotators.annotation import Mention
from annotators.entities.tables import read_table
from annotators.entities.types.context import is_ruled
from annotators.entities.values.ages import has_age

__all__ = ["BODY", "PERSON", "PLACE", "TEAM", "TELLING", "cues_around"]

PERSON, PLACE, BODY = "PERSON", "GPE", "ORG"
TEAM = "TEAM"

TELLING = 2.5
"""A cue of this weight proves a bearer even if the model has found none."""
_AGE = 5.0
"""The weight of an age after the name, for a person."""
_RULED = 3.0
"""The weight of a president or a coast, for a place."""
_REACH = 48
_PREPOSITION = re.compile(r"\b(?:against|at|by|from|in|near|of|to|with) $")


class _Cue(NamedTuple):
    label: str
    weight: float
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    subject: bool


@cache
def _cues() -> tuple[_Cue, ...]:
    rows = read_table("sense_cues.toml")["cues"]
    return tuple(
        _Cue(
            row["label"],
            row["weight"],
            re.compile(row["before"]) if "before" in row else None,
            re.compile(row["after"]) if "after" in row else None,
            row.get("subject", False),
        )
        for row in rows
    )


def cues_around(text: str, name: Mention) -> dict[str, float]:
    """The weight that the words around a name add to each sense."""
    before, after = text[max(0, name.start - _REACH) : name.start] or "\n", text[name.end : name.end + _REACH]
    found: dict[str, float] = defaultdict(float)
    behind = _PREPOSITION.search(before) is not None
    for cue in _cues():
        if cue.subject and behind:
            continue
        if (cue.before is None or cue.before.search(before)) and (cue.after is None or cue.after.match(after)):
            found[cue.label] += cue.weight
    if has_age(text, name.end):
        found[PERSON] += _AGE
    if is_ruled(text, name):
        found[PLACE] += _RULED
    return found
