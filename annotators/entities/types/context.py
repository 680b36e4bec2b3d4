"""Labels of names by the words around them: an age means a person, a president a place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from annotators.annotation import Mention, Spanned
from annotators.entities.forms.keys import table
from annotators.entities.tables import read_table
from annotators.entities.values.ages import has_age
from annotators.quotes.english.gender import people_words

__all__ = ["given_names", "is_ruled", "read_context", "read_places"]

SURE = 0.95
"""The score of a label that the context determines."""
_OVERRULED = 0.98
"""A model score above this overrules the context."""
_UNSURE = 0.75
"""Below this score, a relative clause that fits a team as well as a person means a person."""
_SOMEONE = re.compile(r"(?:, (?:who|whose)\b|[^.;:!?\n“”\"]{0,120}\b(?:he|her|herself|himself|his|she)\b)")
_SPECIES = re.compile(r"([A-Z][a-z]+) the [a-z]+(?: [a-z]+)?")
_BY_CONTEXT = ("by the words around it",)


class _Lexicon(NamedTuple):
    owns: re.Pattern[str]
    owned: re.Pattern[str]
    credit: re.Pattern[str]
    agencies: frozenset[str]
    countries: frozenset[str]
    descriptions: frozenset[str]


@cache
def _lexicon() -> _Lexicon:
    words = read_table("context.toml")
    ruled, rulers, credited = (
        "|".join(sorted(words[key], key=len, reverse=True)) for key in ("ruled", "rulers", "credits")
    )
    return _Lexicon(
        re.compile(rf"['’]s? (?:[a-z]+ )?(?:{ruled})\b"),
        re.compile(rf"\b(?:{rulers}) of $"),
        re.compile(rf"(?:^|[\n(\[|.] ?)(?:{credited}):? $", re.IGNORECASE),
        frozenset(read_table("agencies.toml")["names"]),
        frozenset(read_table("countries.toml")["names"]),
        frozenset(words["descriptions"]),
    )


@cache
def given_names() -> frozenset[str]:
    """Given names in lower case: frequent ones, those that are places, those that are months."""
    names = people_words("given", "women") | people_words("given", "men")
    places = (place.lower() for place in read_table("countries.toml")["also_people"])
    short = (name for group in read_table("given_names.toml")["groups"] for name in group)
    return frozenset((*names, *short, *places, "april", "august", "june", "may"))


@cache
def read_places(*, countries: bool = False) -> frozenset[str]:
    """The names of countries and, unless `countries` is set, of places that are names of people too."""
    places = read_table("countries.toml")
    return frozenset(places["names"]) if countries else frozenset((*places["names"], *places["also_people"]))


def read_context(text: str, names: Iterable[Mention]) -> list[Mention]:
    """The names with the labels that their context implies; a place and its state, after a comma, are separated."""
    found: list[Mention] = []
    for name in names:
        for part in _places_apart(text, _without_species(text, name)):
            found += [_labelled(text, one) for one in _described(text, part)]
    return _before_countries(text, found)


def _without_species(text: str, name: Mention) -> Mention:
    """`Mishi the cat` as someone called Mishi; the words of a title have capitals: `Thomas the Tank Engine`."""
    named = _SPECIES.fullmatch(text, name.start, name.end)
    if named is None or name.label == "PERSON" or (name.score or 0.0) > _UNSURE:
        return name
    return replace(name, end=named.end(1), label="PERSON", score=SURE, reasons=_BY_CONTEXT)


def _places_apart(text: str, name: Mention) -> list[Mention]:
    """`Mobile, Alabama` as two places."""
    at = text.find(", ", name.start, name.end)
    if name.label != "GPE" or at < 0 or text[at + 2 : name.end].isupper():
        return [name]
    return [replace(name, end=at), replace(name, start=at + 2)]


def _described(text: str, name: Mention) -> list[Mention]:
    """The country in the description of an event: `2028 US presidential election` is not a name."""
    words = text[name.start : name.end].split()
    if name.label != "EVENT" or words[-1] not in _lexicon().descriptions:
        return [name]
    country = next((word for word in words if word in _lexicon().countries), None)
    if country is None:
        return []
    start = text.index(country, name.start)
    return [replace(name, start=start, end=start + len(country), label="GPE")]


def _labelled(text: str, name: Mention) -> Mention:
    label = _label_of(text, name)
    if label is None or label == name.label:
        return name
    if (name.score or 0.0) > _OVERRULED and text[name.start : name.end] not in _lexicon().countries:
        return name
    return replace(name, label=label, score=SURE, reasons=_BY_CONTEXT)


def _label_of(text: str, name: Mention) -> str | None:
    lexicon = _lexicon()
    form = text[name.start : name.end]
    before = text[max(0, name.start - 24) : name.start]
    if form in lexicon.agencies and (before[-1:] in "/(|" or before[-2:] == "/ " or before.endswith(" via ")):
        return "ORG"
    if form in lexicon.countries and name.label in ("PERSON", "LOC", "NORP", "PRODUCT"):
        return "GPE"
    if name.label in ("GPE", "ORG", "LOC", "FAC", "PRODUCT") and " " in form:
        who = text[name.end : name.end + 6] == ", who " and (name.score or 0.0) < _UNSURE
        if who or has_age(text, name.end) or _is_someone(text, name):
            return "PERSON"
    if name.label in ("GPE", "LOC", "FAC", "ORG") and 2 <= len(form.split()) <= 4 and lexicon.credit.search(before):
        return "PERSON" if form.istitle() and form not in lexicon.agencies else None
    if name.label == "PERSON" and " " not in form and is_ruled(text, name):
        return "GPE"
    return None


def _is_someone(text: str, name: Mention) -> bool:
    """Whether a name begins with a given name, does not end like a company, and is followed by he, she or who."""
    first, *_, last = text[name.start : name.end].split()
    if (name.score or 0.0) >= SURE or first.lower() not in given_names() or not _SOMEONE.match(text, name.end):
        return False
    if first in read_places() and last.endswith("s"):  # a team: Boston Celtics
        return False
    return last[0].isupper() and last.isalpha() and last.lower() not in table().generic | table().endings


def is_ruled(text: str, name: Spanned) -> bool:
    """Whether a name has what only places have: a president, a coast."""
    before = text[max(0, name.start - 24) : name.start]
    return bool(_lexicon().owns.match(text, name.end) or _lexicon().owned.search(before))


def _before_countries(text: str, names: Sequence[Mention]) -> list[Mention]:
    """The names; one before a comma and a country or state is a place."""
    found = list(names)
    for position, (name, after) in enumerate(pairwise(names)):
        between = text[name.end : after.start]
        if (
            between == ", "
            and name.label == "PERSON"
            and after.label == "GPE"
            and " " not in text[name.start : name.end]
        ):
            found[position] = replace(name, label="GPE", score=SURE, reasons=_BY_CONTEXT)
    return found
