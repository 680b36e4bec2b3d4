"""Merges names from a model with values, languages and tags from rules into one list without overlaps."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from annotators.annotation import Mention
from annotators.entities.values.ages import find_ages
from annotators.entities.values.finding import VALUE_LABELS, find_values
from annotators.entities.values.handles import Owners, find_tags, names_body
from annotators.entities.values.languages import find_languages

__all__ = ["find_rule_mentions", "merge_mentions"]

_BEFORE_MONTH = re.compile(
    r"\b(?:after|before|by|during|early|from|in|last|late|mid|next|of|on|since|this|through|to|until)[ -]$",
    re.IGNORECASE,
)
_LONGEST_MONTH_NAME = 6
"""The length of `August`; months up to it are names of people too: at equal length the model's label wins."""


def find_rule_mentions(text: str) -> list[Mention]:
    """Values, languages, handles and hashtags of a text; they may overlap."""
    values = [*find_values(text), *find_languages(text)]
    return [Mention(start=one.start, end=one.end, label=one.label) for one in values] + find_tags(text)


def merge_mentions(text: str, names: Iterable[Mention], rules: Iterable[Mention] | None = None) -> tuple[Mention, ...]:
    """The mentions without overlaps, in order of start; `rules` are those of `find_rule_mentions`, made if left out.

    The longer one wins: a name keeps the number in it (`Plover 5`), a value takes in a name (`1 million US dollars`).
    Handles take the label of the person or body they belong to.
    """
    names = list(names)
    found = list(find_rule_mentions(text) if rules is None else rules)
    people = [name for name in names if name.label == "PERSON"]
    ages = [Mention(start=age.start, end=age.end, label=age.label) for age in find_ages(text, people)]
    kept: list[Mention] = []
    taken: set[int] = set()
    given = {text[name.start : name.end].split()[0] for name in people if " " in text[name.start : name.end]}
    found = [_person_not_month(text, mention, given) for mention in found]
    for mention in sorted([*names, *found, *ages], key=_strength):
        places = range(mention.start, mention.end)
        if taken.isdisjoint(places):
            taken.update(places)
            kept.append(mention)
    kept.sort(key=lambda one: one.start)
    owners = Owners(text, kept)
    return tuple(_owned(text, mention, owners) if mention.label == "HANDLE" else mention for mention in kept)


def _strength(mention: Mention) -> tuple[int, int, int, int]:
    """The sort key: of overlapping mentions the first is kept."""
    tag = mention.label in ("HANDLE", "HASHTAG")
    length = mention.end - mention.start
    rank = {"LANGUAGE": 0, "CARDINAL": 3, "EVENT": 3, "ORDINAL": 3}.get(
        mention.label, 2 if mention.label in VALUE_LABELS else 1
    )
    if mention.label == "DATE" and length > _LONGEST_MONTH_NAME:
        rank = 0
    return (0 if tag else 1, -length, rank, mention.start)


def _person_not_month(text: str, mention: Mention, given: set[str]) -> Mention:
    """A month that is the given name of someone in the article becomes a PERSON unless it is used as a date."""
    if mention.label != "DATE" or text[mention.start : mention.end] not in given:
        return mention
    dated = _BEFORE_MONTH.search(text, max(0, mention.start - 12), mention.start)
    return mention if dated else replace(mention, label="PERSON")


def _owned(text: str, handle: Mention, owners: Owners) -> Mention:
    owner = owners.of(handle)
    if owner:
        return replace(handle, label=owner.label)
    return replace(handle, label="ORG") if names_body(text[handle.start : handle.end]) else handle
