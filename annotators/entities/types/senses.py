"""One name, several bearers: decides whether a one-word name means a person, a place or a body.

Only where the article itself has two of them: Thea Lincoln and Lincoln, Strand Motors and Edda Strand, the club and its
city. The model's score is weighed against the words around the mention and against the other mentions of the name.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from annotators.annotation import Mention
from annotators.entities.forms.keys import GENERATIONS, aliases, key_of, person_words, table
from annotators.entities.types.clauses import part_in_clauses
from annotators.entities.types.context import read_places
from annotators.entities.types.sense_cues import BODY, PERSON, PLACE, TEAM, TELLING, cues_around

__all__ = ["tell_bearers_apart"]

_SENSES = {"PERSON": PERSON, "GPE": PLACE, "LOC": PLACE, "ORG": BODY}

_MOST = 3.0
"""The most weight of a model's score, in nats, for a name with several bearers."""
_ELSEWHERE = 1.5
"""The weight for a sense if all other mentions of the name have it."""
_FEW = 3
"""Up to so many other mentions; each doubling adds the weight again, except for well-known places."""
_UNKNOWN = 2.0
"""The penalty for a person whose full name never occurs in the article."""
_NOT_YET = 1.5
"""The penalty for a person whose full name occurs only later."""
_UNSUPPORTED = 1.5
"""The penalty for a body without a cue at any mention."""
_PARALLEL = 1.5
"""The weight for a sense if `and`, `than`, `beat` join the name with one of that sense."""
_REASONS = ("by the words around it, for several here have this name",)

_JOINT = re.compile(
    r" (?:will |would |to |has |had |could |must )?"
    r"(?:and|against|beats?|defeats?|faces?|hosts?|like|lost to|or|plays?|stuns?|than|unlike|v|vs) ",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")


@cache
def _place_keys() -> frozenset[str]:
    return frozenset(key_of(place) for place in read_places())


class _Bearers(NamedTuple):
    """By key of a one-word name: the end of the first full name of a person with it, and bodies that begin with it."""

    people: Mapping[str, int]
    bodies: frozenset[str]


def tell_bearers_apart(text: str, names: Sequence[Mention]) -> list[Mention]:
    """The names in order, those of one word with several bearers relabelled."""
    bearers = _bearers(text, names)
    bare: dict[str, list[int]] = defaultdict(list)
    for position, name in enumerate(names):
        form = text[name.start : name.end]
        if name.label in _SENSES and " " not in form and form[0] != "@":
            bare[aliases(key_of(form))].append(position)
    found = list(names)
    for key, positions in bare.items():
        _settle(text, found, positions, key, bearers)
    return found


def _bearers(text: str, names: Iterable[Mention]) -> _Bearers:
    people: dict[str, int] = {}
    bodies: set[str] = set()
    for name in names:
        form = text[name.start : name.end]
        if " " not in form:
            continue
        if name.label == PERSON and len(words := person_words(form)) > 1:
            for word in {*words} - GENERATIONS - {*words[1:-1]}:
                people.setdefault(word, name.end)
        elif name.label == BODY:
            first, *rest = key_of(form).split()
            if rest and not (len(rest) == 1 and rest[0] in table().generic):
                bodies.add(first)
    return _Bearers(people, frozenset(bodies))


def _senses(
    key: str, mentions: Sequence[Mention], bearers: _Bearers, cues: Sequence[Mapping[str, float]]
) -> dict[str, str]:
    """The senses that a name may have here, with the label of each."""
    weights: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for mention in mentions:
        weights[_SENSES[mention.label]][mention.label] += mention.score or 0.5
    if key in bearers.people:
        weights[PERSON][PERSON] += 0.0
    if key in bearers.bodies:
        weights[BODY][BODY] += 0.0
    if key in _place_keys():
        weights[PLACE][PLACE] += 0.0
    team = any(around.get(TEAM) for around in cues)
    if team and BODY in weights and any(around.get(PLACE, 0.0) >= TELLING for around in cues):
        weights[PLACE][PLACE] += 0.0  # a club by the name of its city
    if key not in bearers.people and any(around.get(BODY, 0.0) >= TELLING for around in cues):
        weights[BODY][BODY] += 0.0
    return {sense: max(labels, key=lambda label: labels[label]) for sense, labels in weights.items()}


def _settle(text: str, names: list[Mention], positions: Sequence[int], key: str, bearers: _Bearers) -> None:
    """Give the mentions at `positions` of `names` the labels of their bearers, in place."""
    cues = [cues_around(text, names[position]) for position in positions]
    senses = _senses(key, [names[position] for position in positions], bearers, cues)
    if len(senses) < 2:
        return
    person = bearers.people.get(key)
    said = [
        _evidence(text, names, position, around, senses, person)
        for position, around in zip(positions, cues, strict=True)
    ]
    if (
        BODY in senses
        and key not in bearers.bodies
        and not any(around.get(BODY) or around.get(TEAM) for around in cues)
    ):
        for scores in said:
            scores[BODY] -= _UNSUPPORTED
    chosen = [max(one, key=lambda sense: one[sense]) for one in said]
    counts = Counter(chosen)
    doublings = 0.0 if key in _place_keys() else math.log2(max(1.0, (len(said) - 1) / _FEW))
    elsewhere = _ELSEWHERE * (1 + doublings)
    for own, scores in zip(chosen, said, strict=True):
        for sense in scores:
            scores[sense] += elsewhere * (counts[sense] - (sense == own)) / max(1, len(said) - 1)
    chosen = [max(one, key=lambda sense: one[sense]) for one in said]
    part_in_clauses(text, [names[position] for position in positions], cues, said, chosen)
    for position, sense in zip(positions, chosen, strict=True):
        name = names[position]
        if _SENSES[name.label] != sense:
            names[position] = replace(name, label=senses[sense], score=0.6, reasons=_REASONS)


def _evidence(
    text: str,
    names: Sequence[Mention],
    position: int,
    cues: Mapping[str, float],
    senses: Mapping[str, str],
    person: int | None,
) -> dict[str, float]:
    name = names[position]
    scores = dict.fromkeys(senses, 0.0)
    scores[_SENSES[name.label]] += _prior(text, name)
    if PERSON in scores:
        heading = _in_heading(text, name)
        unknown = _UNKNOWN * (0.5 if heading else 1.0)
        scores[PERSON] -= unknown if person is None else _NOT_YET * (person > name.end and not heading)
    for label, weight in cues.items():
        sense = _team(text, name, senses) if label == TEAM else label
        if sense in scores:
            scores[sense] += weight
    for sense in _parallels(text, names, position):
        if sense in scores:
            scores[sense] += _PARALLEL
    return scores


def _prior(text: str, name: Mention) -> float:
    """The log odds of the model's label, at most `_MOST`; half of it in a heading."""
    score = min(max(name.score or 0.5, 0.5), 0.99)
    return min(_MOST, math.log(score / (1 - score))) * (0.5 if _in_heading(text, name) else 1.0)


def _in_heading(text: str, name: Mention) -> bool:
    """Whether the name is on a line in which nearly all longer words have capitals."""
    start = text.rfind("\n", 0, name.start) + 1
    end = text.find("\n", name.end)
    words = [word for word in _WORD.findall(text[start : end if end >= 0 else len(text)][:200]) if len(word) > 3]
    return len(words) > 2 and sum(word[0].isupper() for word in words) >= 0.9 * len(words)


def _team(text: str, name: Mention, senses: Mapping[str, str]) -> str | None:
    """The sense of a team: its country, else a body, else a place if the article has no such body."""
    if text[name.start : name.end] in read_places(countries=True):
        return PLACE
    return BODY if BODY in senses else PLACE if PLACE in senses else None


def _parallels(text: str, names: Sequence[Mention], position: int) -> list[str]:
    """The senses of the names that `and`, `than`, `beat` join with this one."""
    found = []
    name = names[position]
    for one, other in ((position - 1, position), (position, position + 1)):
        if one < 0 or other >= len(names):
            continue
        between = text[names[one].end : names[other].start]
        beside = names[one] if other == position else names[other]
        same = text[name.start : name.end] in text[beside.start : beside.end].split()
        if _JOINT.fullmatch(between) and beside.label in _SENSES and not same:
            found.append(_SENSES[beside.label])
    return found
