"""Whether a line is a sentence, and reports something: what asks something of the reader does not."""

from __future__ import annotations

import re
from typing import Final

from annotators.boilerplate.language.lexicon import families
from annotators.boilerplate.language.tokens import tokens

__all__ = ["ANNOUNCES", "SENTENCE_END", "announces", "ends_sentence", "is_sentence", "tells_of_somebody", "words_tell"]

_TELLS: Final = re.compile(
    r"\b(?:said|says|told|tells|asked|urged|wrote|cried|shouted|warned|replied|insisted|s?he|his|her|him)\b", re.I
)
SENTENCE_END: Final = r"[.!?…][\"'”’“«»)\]]*"
"""A pattern of what a sentence ends in: a full stop or its like, and the quotation marks and brackets it closes."""
_ENDS: Final = re.compile(rf"{SENTENCE_END}$")
_SENTENCE: Final = re.compile(rf"(?:\S+\s+){{7}}.*{SENTENCE_END}", re.S)
_NO_NAME: Final = re.compile(r"\b(?:your|be published|required|log(?:ged)? in|name)\b", re.I)
"""What forms say to those who fill them in."""

_STORIES_TOO: Final = frozenset(("month", "note", "role", "source", "speech", "weekday"))
"""Families of words that a story has as well."""
_A_THIRD: Final = 3
_LOOKED_AT: Final = 400
"""Characters of a line whose words are looked at."""

ANNOUNCES: Final = re.compile(
    r"(?:now playing|read more|read next|also read|read also|see also|related|related stories|recommended"
    r"|lesen sie auch|lesen sie mehr|mehr zum thema|(?:à )?lire aussi|leggi anche|le[ae] también|leia (?:também|mais)"
    r"|lees ook|les også|les mer|läs också|läs mer|læs også|lue myös|czytaj (?:także|też))\s*:",
    re.I,
)
"""How a line begins that announces another story."""
_OPENING: Final = "[*_> "
"""What may stand before it in Markdown."""


def announces(text: str) -> bool:
    """Whether a line opens by announcing another story."""
    return ANNOUNCES.match(text.lstrip(_OPENING)) is not None


def tells_of_somebody(text: str) -> bool:
    """Whether a line reports what was said, or speaks of one who is not spoken to."""
    return _TELLS.search(text) is not None


def ends_sentence(text: str) -> bool:
    """Whether a text ends as a sentence does."""
    return _ENDS.search(text) is not None


def is_sentence(text: str) -> bool:
    """Whether a line is eight words or more with an end, and none to who fills in a form."""
    return _SENTENCE.fullmatch(text) is not None and _NO_NAME.search(text) is None


def words_tell(line: str) -> bool:
    """Whether a third of the words of a short line are such as furniture has, or it has no words at all."""
    words = tokens(line[:_LOOKED_AT])
    told = sum(count for family, count in families(words).items() if family not in _STORIES_TOO)
    return told * _A_THIRD >= sum(word[0].isalpha() for word in words)
