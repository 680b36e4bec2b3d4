"""Names in other languages than English: keeps those of an English model's names that can be trusted there.

The model has seen no German and takes capitals for names: nouns become bodies, adjectives at the start of a sentence
people. Full names of people, and places with a high score, are nearly always right.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from annotators.annotation import Mention, Span
from annotators.entities.tables import read_table
from annotators.entities.types.context import given_names
from annotators.entities.values.handles import folded
from annotators.quotes.nearby import Nearby
from annotators.text.languages import common_words

__all__ = ["NAMED_ABROAD", "names_abroad"]

_ROMANCE: Final = {"PERSON": 0.6, "GPE": 0.9, "ORG": 0.9}
_GERMANIC: Final = {"PERSON": 0.6, "GPE": 0.9}
_GERMAN: Final = {"PERSON": 0.6, "GPE": 0.98}  # every noun has a capital: `in Arbeit`, `in Sicherheit`
NAMED_ABROAD: Final = {
    "da": _GERMANIC, "de": _GERMAN, "es": _ROMANCE, "fr": _ROMANCE, "it": _ROMANCE, "nl": _GERMANIC,
    "no": _GERMANIC, "pt": _ROMANCE, "sv": _GERMANIC,
}  # fmt: skip
"""The languages in which names are kept, and for each label the least score of a name."""

_WORD: Final = re.compile(r"\S+")
_PARTICLES: Final = frozenset(
    "al ben bin da de del den der di do dos du el ibn la le ten ter van vom von zu zur".split()
)
_SENTENCE_START: Final = re.compile(r"(?:^|\n|[.!?:…–—])[\s\"“”„»«‘’'(]*\Z")
_CERTAIN: Final = 0.96
"""The score from which the first word of a sentence is accepted as a person's name."""
_LEAST_OF_A_SPEAKER: Final = 0.1
_REACH: Final = 12
_WORD_BEFORE: Final = re.compile(r"(?<![\w-])([^\W\d_a-zß-öø-ÿ][\w-]*)[ \xa0]\Z")
_LONGEST: Final = 20
_FULL: Final = 2
"""The words of a full name, at least."""
_SURNAME: Final = 3
"""The fewest letters of a surname that stands alone."""


@cache
def _given() -> frozenset[str]:
    return given_names() | frozenset(read_table("given_names_abroad.toml")["names"].split())


def names_abroad(text: str, found: Iterable[tuple[Mention, str]], speakers: Sequence[Span] = ()) -> list[Mention]:
    """The names to keep of a model's names with their languages, in text order.

    Names of people begin and end with a capital; a surname alone is kept if the full name occurs too. `speakers` are
    the words for whoever is quoted: a name of two words in them is that of a person, though the model is not sure.
    """
    spoken = Nearby.of(speakers, speakers)
    kept: list[Mention] = []
    single: list[Mention] = []
    for name, language in found:
        least = NAMED_ABROAD.get(language, {}).get(name.label)
        if least is None:
            continue
        told = _trimmed(text, name, language)
        if told is None:
            continue
        speaks = name.label == "PERSON" and any(one.start <= told.start < one.end for one in spoken.over(told))
        speaks = speaks and (
            NAMED_ABROAD[language] is _ROMANCE or folded(text[told.start : told.end].split()[0]) in _given()
        )
        sure = (name.score or 0.0) >= (_LEAST_OF_A_SPEAKER if speaks else least)
        if name.label == "PERSON" and len(text[told.start : told.end].split()) == 1:
            single.append(told)
        elif sure and (name.label != "PERSON" or speaks or _is_somebody(text, told)):
            kept.append(told)
    kept = _without_genitives(text, [_with_given_name(text, name) for name in kept])
    surnames = {text[name.start : name.end].split()[-1] for name in kept if name.label == "PERSON"}
    alone = filter(None, (_as_surname(text, name, surnames) for name in single))
    kept += [_with_given_name(text, name) for name in alone]
    return sorted(kept, key=lambda name: name.start)


def _trimmed(text: str, name: Mention, language: str) -> Mention | None:
    """The name without common words at its start and lower-case words at its end; `None` if others remain inside."""
    words = [
        (match.start() + name.start, match.end() + name.start, match.group())
        for match in _WORD.finditer(text[name.start : name.end])
    ]
    while words and not words[-1][2][0].isupper():
        words.pop()
    while words and (not words[0][2][0].isupper() or words[0][2].lower() in common_words(language)):
        words.pop(0)
    if name.label == "PERSON" and len(words) > _FULL and _is_title(words[0][2], words[1][2]):
        words.pop(0)
    if not words or not all(word[0].isupper() or word in _PARTICLES for _, _, word in words):
        return None
    return replace(name, start=words[0][0], end=words[-1][1])


def _with_given_name(text: str, name: Mention) -> Mention:
    """A person's name extended by a given name directly before it: `José Manuel Albares`."""
    before = _WORD_BEFORE.search(text[max(0, name.start - _LONGEST) : name.start])
    if name.label != "PERSON" or before is None or folded(before[1]) not in _given():
        return name
    return replace(name, start=name.start - len(before[0]))


def _is_title(first: str, second: str) -> bool:
    """Whether a name begins with a title or profession: `Anwältin Pam Bondi`."""
    return folded(second) in _given() and folded(first) not in _given()


def _is_somebody(text: str, name: Mention) -> bool:
    """Whether a name is a person and not just the capitalised opening of a sentence: `Weitere Mitglieder`."""
    if not _SENTENCE_START.search(text[max(0, name.start - _REACH) : name.start]):
        return True
    words = text[name.start : name.end]
    return folded(words.split()[0]) in _given() or (name.score or 0.0) >= _CERTAIN or text.count(words) > 1


def _without_genitives(text: str, names: Sequence[Mention]) -> list[Mention]:
    """The names without a genitive s if the article also has the name without it: `Judy Lybkes`, `Judy Lybke`."""
    forms = {text[name.start : name.end] for name in names}
    return [
        replace(name, end=name.end - 1)
        if (words := text[name.start : name.end]).endswith("s") and words[:-1] in forms
        else name
        for name in names
    ]


def _as_surname(text: str, name: Mention, surnames: set[str]) -> Mention | None:
    """The surname if it is that of somebody named in full in the article, without a genitive s; else `None`."""
    word = text[name.start : name.end]
    if len(word) < _SURNAME:
        return None
    if word in surnames:
        return name
    return replace(name, end=name.end - 1) if word.endswith("s") and word[:-1] in surnames else None
