"""Tests of a line's wording: whether it is a sentence, reports about somebody, or has words of boilerplate."""

from __future__ import annotations

import re
from typing import Final

from annotators.boilerplate.language.lexicon import families
from annotators.boilerplate.language.tokens import tokens
from annotators.text.patterns import compiled_late

__all__ = [
    "ANNOUNCES",
    "SENTENCE_END",
    "announces",
    "ends_sentence",
    "has_boilerplate_words",
    "is_about_somebody",
    "is_numbered_part",
    "is_of_cookies",
    "is_sentence",
]

_TELLS: Final = compiled_late(
    r"\b(?:said|says|told|tells|asked|urged|wrote|cried|shouted|warned|replied|insisted|s?he|his|her|him)\b", re.I
)
SENTENCE_END: Final = r"[.!?…][\"'”’“«»)\]]*"
"""A pattern of the end of a sentence: a final mark, with closing quotation marks and brackets."""
_ENDS: Final = re.compile(rf"{SENTENCE_END}$")
_SENTENCE: Final = compiled_late(rf"(?:\S+\s+){{7}}.*{SENTENCE_END}", re.S)
_NO_NAME: Final = re.compile(r"\b(?:your|be published|required|log(?:ged)? in|name)\b", re.I)
"""Words of forms, addressed to those who fill them in."""

_STORIES_TOO: Final = frozenset(("month", "note", "role", "source", "speech", "weekday"))
"""Families of phrases that are frequent in articles as well."""
_A_THIRD: Final = 3
_LOOKED_AT: Final = 400
"""Characters from the start of a line whose words are tested."""

ANNOUNCES: Final = re.compile(
    r"(?:now playing|read more|read next|also read|read also|see also|related|related stories|recommended"
    r"|lesen sie auch|lesen sie mehr|mehr zum thema|(?:à )?lire aussi|leggi anche|le[ae] también|leia (?:também|mais)"
    r"|lees ook|les også|les mer|läs också|läs mer|læs også|lue myös|czytaj (?:także|też))\s*:",
    re.I,
)
"""The beginning of a line that announces another article."""
_OPENING: Final = "[*_> "
"""Markdown that may precede it."""
_COOKIES: Final = re.compile(
    r"\b(?:we(?: and our partners)?|(?:this|our|the) (?:web ?)?sites?) (?:may )?uses?"
    r" (?:(?:\w+ ){0,3}and )?(?:\w+ )?cookies\b"
    r"|\b(?:by|if you) (?:us|continu|go|brows|click|visit|access|accept)\w*\b[^.!?]{0,80}\bcookies?\b",
    re.I,
)
_REPORTED: Final = re.compile(r"\b(?:said|says|told|tells|added)\b", re.I)
_PART: Final = re.compile(
    r"(?:item|part|chapter|section|act|lot|day|week|step|round|question) (?:\d{1,3}|[ivxlc]{1,6})\s?[:–—-]\s.{1,80}",
    re.I,
)


def announces(text: str) -> bool:
    """Whether a line begins with an announcement of another article."""
    return ANNOUNCES.match(text.lstrip(_OPENING)) is not None


def is_about_somebody(text: str) -> bool:
    """Whether a line has a verb of saying or a pronoun of the third person."""
    return _TELLS.search(text) is not None


def ends_sentence(text: str) -> bool:
    """Whether a text ends with the end of a sentence."""
    return _ENDS.search(text) is not None


def is_sentence(text: str) -> bool:
    """Whether a line has eight words or more, ends as a sentence, and is not an instruction of a form."""
    return _SENTENCE.fullmatch(text) is not None and _NO_NAME.search(text) is None


def has_boilerplate_words(line: str) -> bool:
    """Whether a third of the words of a short line are typical of boilerplate, or it has no words at all."""
    words = tokens(line[:_LOOKED_AT])
    told = sum(count for family, count in families(words).items() if family not in _STORIES_TOO)
    return told * _A_THIRD >= sum(word[0].isalpha() for word in words)


def is_numbered_part(said: str) -> bool:
    """Whether a line is the title of one of several parts: `Item 1: the roundabout`."""
    return _PART.fullmatch(said) is not None and not ends_sentence(said)


def is_of_cookies(said: str) -> bool:
    """Whether a line is a cookie notice and not a report about one."""
    return _COOKIES.search(said) is not None and _REPORTED.search(said) is None and "“" not in said
