"""Names in other languages than English: of what a model of English takes for names there, what it can be trusted with.

It has read no German, and takes capitals for names: nouns become bodies, adjectives at the start of a sentence
people. People by their full name and places that it is sure of are right nearly always.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from annotators.annotation import Mention
from annotators.entities.types.context import given_names
from annotators.entities.values.handles import folded
from annotators.text.languages import common_words

__all__ = ["NAMED_ABROAD", "names_abroad"]

_ROMANCE: Final = {"PERSON": 0.6, "GPE": 0.9, "ORG": 0.9}
_GERMANIC: Final = {"PERSON": 0.6, "GPE": 0.9}
_GERMAN: Final = {"PERSON": 0.6, "GPE": 0.98}  # every noun has a capital: `in Arbeit`, `in Sicherheit`
NAMED_ABROAD: Final = {
    "da": _GERMANIC, "de": _GERMAN, "es": _ROMANCE, "fr": _ROMANCE, "it": _ROMANCE, "nl": _GERMANIC,
    "no": _GERMANIC, "pt": _ROMANCE, "sv": _GERMANIC,
}  # fmt: skip
"""The languages in which names are told, with the least score that a model must give a name of each label."""

_WORD: Final = re.compile(r"\S+")
_PARTICLES: Final = frozenset(
    "al ben bin da de del den der di do dos du el ibn la le ten ter van vom von zu zur".split()
)
_SENTENCE_START: Final = re.compile(r"(?:^|\n|[.!?:…–—])[\s\"“”„»«‘’'(]*\Z")
_CERTAIN: Final = 0.96
"""A score at which the first word of a sentence is believed to be somebody's name."""
_REACH: Final = 12
_WORD_BEFORE: Final = re.compile(r"(?<![\w-])([^\W\d_a-zß-öø-ÿ][\w-]*)[ \xa0]\Z")
_LONGEST: Final = 20
_FULL: Final = 2
"""Words of a full name."""
_SURNAME: Final = 3
"""Letters of a surname that stands alone, and more."""


def names_abroad(text: str, found: Iterable[tuple[Mention, str]]) -> list[Mention]:
    """Of a model's names in stretches of other languages, in order, each with its language: those that can be told.

    People begin and end with a capital; a surname alone is told where the full name is.
    """
    kept: list[Mention] = []
    single: list[Mention] = []
    for name, language in found:
        least = NAMED_ABROAD.get(language, {}).get(name.label)
        if least is None:
            continue
        told = _trimmed(text, name, language)
        sure = (name.score or 0.0) >= least
        if told is None:
            continue
        if name.label == "PERSON" and len(text[told.start : told.end].split()) == 1:
            single.append(told)
        elif sure and (name.label != "PERSON" or _is_somebody(text, told)):
            kept.append(told)
    kept = _without_genitives(text, [_with_given_name(text, name) for name in kept])
    surnames = {text[name.start : name.end].split()[-1] for name in kept if name.label == "PERSON"}
    alone = filter(None, (_as_surname(text, name, surnames) for name in single))
    kept += [_with_given_name(text, name) for name in alone]
    return sorted(kept, key=lambda name: name.start)


def _trimmed(text: str, name: Mention, language: str) -> Mention | None:
    """A name without common words before it and words in lower case after it; `None` where others are in it."""
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
    """Somebody with the given name right before what the model has taken for all of the name: `José Manuel Albares`."""
    before = _WORD_BEFORE.search(text[max(0, name.start - _LONGEST) : name.start])
    if name.label != "PERSON" or before is None or folded(before[1]) not in given_names():
        return name
    return replace(name, start=name.start - len(before[0]))


def _is_title(first: str, second: str) -> bool:
    """Whether a name begins with what somebody is: `Anwältin Pam Bondi`."""
    return folded(second) in given_names() and folded(first) not in given_names()


def _is_somebody(text: str, name: Mention) -> bool:
    """Whether words with capitals are no more than the opening of a sentence: `Weitere Mitglieder`, `Laut Polizei`."""
    if not _SENTENCE_START.search(text[max(0, name.start - _REACH) : name.start]):
        return True
    words = text[name.start : name.end]
    return folded(words.split()[0]) in given_names() or (name.score or 0.0) >= _CERTAIN or text.count(words) > 1


def _without_genitives(text: str, names: Sequence[Mention]) -> list[Mention]:
    """The names, without the s of a genitive where the article has the name without it: `Judy Lybkes`, `Judy Lybke`."""
    forms = {text[name.start : name.end] for name in names}
    return [
        replace(name, end=name.end - 1)
        if (words := text[name.start : name.end]).endswith("s") and words[:-1] in forms
        else name
        for name in names
    ]


def _as_surname(text: str, name: Mention, surnames: set[str]) -> Mention | None:
    """A name of one word that is the surname of somebody whom the article names in full."""
    word = text[name.start : name.end]
    if len(word) < _SURNAME:
        return None
    if word in surnames:
        return name
    return replace(name, end=name.end - 1) if word.endswith("s") and word[:-1] in surnames else None
