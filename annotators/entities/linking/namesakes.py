"""Two places with one name: Georgia the state and the country, Washington the state and the capital."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from annotators.annotation import Mention
from annotators.entities.forms.keys import key_of
from annotators.entities.tables import read_table

__all__ = ["states_apart"]

_IN_STATE = re.compile(r"[A-Z][\w.’'-]+, $")
_STATE = re.compile(r"(?: state\b|['’]s? (?:attorney general|governor|legislature|secretary of state|state)\b)")
_REACH = 40


@cache
def _namesakes() -> dict[str, re.Pattern[str]]:
    """For the key of a state's name, a pattern which shows that an article also names the other place."""
    rows = read_table("namesakes.toml")["states"]
    return {key: re.compile("|".join(words)) for key, words in rows.items()}


def states_apart(text: str, mentions: Sequence[Mention]) -> frozenset[int]:
    """The starts of the mentions that mean the state, in an article that also names the other place."""
    found: set[int] = set()
    for key, other in _namesakes().items():
        bearers = [one for one in mentions if one.label == "GPE" and key_of(text[one.start : one.end]) == key]
        if len(bearers) > 1 and other.search(text):
            found.update(one.start for one in bearers if _is_state(text, one))
    return frozenset(found)


def _is_state(text: str, place: Mention) -> bool:
    """Whether a city and a comma precede a name, or something that only states have follows."""
    before = text[max(0, place.start - _REACH) : place.start]
    return _IN_STATE.search(before) is not None or _STATE.match(text, place.end) is not None
