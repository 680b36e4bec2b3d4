"""Completes names of people of which a model missed a part: a given name that is also a month or city, a nickname."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from annotators.annotation import Mention
from annotators.entities.forms.edges import title_words
from annotators.entities.types.context import given_names

__all__ = ["complete_people"]

_INNER = r"(?:the )?[^\W\d_a-zß-öø-ÿ][^\"“”‘()\n]{0,18}[^\W_]"
_NICKNAME = re.compile(rf" (?:\"{_INNER}\"|“{_INNER}”|‘{_INNER}’|'{_INNER}'|\({_INNER}\)) ")
_GIVEN_BEFORE = re.compile(r"(?:^|(?<=[\s\"“‘'(—–]))([A-Z][a-z]+) $")
_SURNAME_AFTER = re.compile(r" ([A-Z][a-z]+(?:-[A-Z][a-z]+)?)\b(?! [A-Z][a-z])")
_DATED = re.compile(
    r"\b(?:after|before|by|early|from|in|last|late|mid|next|of|on|since|this|through|to|until|\d+)[ -]$"
)
_TITLE = re.compile(r"([^\W\d_]+)\.? $")
_SENTENCE_END = re.compile(r"[.!?:\n][\"”’)]*\s*[\"“‘]?$|^[\"“‘]?$")
_VERBS = frozenset(("bill", "chase", "drew", "frank", "grant", "jack", "mark", "may", "pat", "rob", "sue", "will"))
"""Given names that are also words which may begin a sentence."""
_REACH = 24


def complete_people(text: str, names: Sequence[Mention]) -> list[Mention]:
    """The names in order, those of people with the given name, nickname and surname that belong to them."""
    found: list[Mention] = []
    for name in _without_nicknames(text, names):
        last = found[-1] if found else None
        if last and last.end > name.start:
            continue
        if name.label != "PERSON":
            found.append(name)
            continue
        name = _with_surname(text, name)
        if last and _is_first_part(text, last, name):
            found[-1] = replace(last, end=name.end, label="PERSON", score=name.score)
            continue
        start = _start(text, name)
        found.append(replace(name, start=start) if last is None or last.end <= start else name)
    return found


def _without_nicknames(text: str, names: Sequence[Mention]) -> Iterator[Mention]:
    """The names without nicknames in the middle of a person's name: `Dwight "Doc" Harlan`."""
    for position, name in enumerate(names):
        around = names[max(0, position - 1) : position + 2]
        people = len(around) == 3 and around[0].label == around[2].label == "PERSON"
        if not (people and _NICKNAME.fullmatch(text[around[0].end : around[2].start])):
            yield name


def _is_first_part(text: str, last: Mention, name: Mention) -> bool:
    """Whether two names are parts of one: around a nickname, or a given name that was taken for a place."""
    between = text[last.end : name.start]
    if last.label == "PERSON":
        return any(
            last.start + nickname.start() <= last.end and last.start + nickname.end() == name.start
            for nickname in _NICKNAME.finditer(text[last.start : name.start])
        )
    form = text[last.start : last.end]
    alone = " " not in text[name.start : name.end] and last.label in ("GPE", "LOC", "ORG", "FAC", "NORP")
    return alone and between == " " and form.lower() in given_names() and not form.isupper()


def _start(text: str, name: Mention) -> int:
    """The start of a surname with the given name before it, if there is one."""
    before = _GIVEN_BEFORE.search(text, max(0, name.start - _REACH), name.start)
    if before is None or " " in text[name.start : name.end]:
        return name.start
    word = before[1].lower()
    ahead = text[max(0, before.start(1) - _REACH) : before.start(1)]
    if (
        word not in given_names()
        or word == "said"
        or _DATED.search(ahead)
        or (word in _VERBS and _SENTENCE_END.search(ahead))
    ):
        return name.start
    return before.start(1)


def _with_surname(text: str, name: Mention) -> Mention:
    """A given name after a title, extended by the surname: `Dr. Ruby Crane`."""
    form = text[name.start : name.end]
    title = _TITLE.search(text, max(0, name.start - _REACH), name.start)
    after = _SURNAME_AFTER.match(text, name.end)
    if title and after and form.lower() in given_names() and title[1].lower() in title_words():
        return replace(name, end=after.end())
    return name
