"""The tokens of quotations as they are compared: without case and the shape of marks.

Additions of an editor in brackets are left out when utterances are compared, since the speaker did not say them; the
word diff shows them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from annotators.annotation import Span

__all__ = ["Token", "content_words", "figures", "is_content", "negations", "spoken_words", "tokenise", "tokens_of"]

_TOKEN = re.compile(r"[#@]?\w+(?:(?:[’'.-]|(?<=\d),(?=\d{3}))\w+)*|[^\w\s]")
_BRACKETS = {"[": "]", "(": ")"}
_ALIKE = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "`": "'", "–": "-", "—": "-"}
)
_ENDINGS = ("'s", "ing", "ed", "es", "s")
_SHORTEST_STEM = 4
_GROUPS = re.compile(r"(?<=\d),(?=\d{3})")
_NUMBERS = {
    word: str(value)
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty".split()
    )
    if word not in ("zero", "one")
} | {"hundred": "100", "thousand": "1000", "dozen": "12", "half": "0.5"}
_NEGATIVE = frozenset("cannot neither never no nobody none nor not nothing without".split())


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a punctuation mark; `key` is compared, `[start, end)` is its place."""

    start: int
    end: int
    key: str

    @property
    def is_word(self) -> bool:
        """Whether it is a word, and not punctuation."""
        return self.key[-1].isalnum()


def tokenise(text: str, spans: tuple[Span, ...]) -> list[Token]:
    """The tokens of some stretches of a text, in order."""
    return [
        Token(found.start(), found.end(), _GROUPS.sub("", found.group().lower().translate(_ALIKE)))
        for span in spans
        for found in _TOKEN.finditer(text, span.start, span.end)
    ]


def tokens_of(text: str) -> list[Token]:
    """The tokens of a whole text."""
    return tokenise(text, (Span(0, len(text)),))


def spoken_words(tokens: list[Token]) -> list[Token]:
    """Words only, and none of those that an editor put in brackets."""
    spoken: list[Token] = []
    closing: list[str] = []
    for token in tokens:
        if token.key in _BRACKETS:
            closing.append(_BRACKETS[token.key])
        elif closing and token.key == closing[-1]:
            closing.pop()
        elif token.is_word and not closing:
            spoken.append(token)
    return spoken


def content_words(tokens: list[Token]) -> frozenset[str]:
    """Stems of the words that carry meaning: function words are left out, common endings cut off."""
    return frozenset(_stem(token.key) for token in tokens if token.is_word and is_content(token.key))


def is_content(word: str) -> bool:
    """Whether a word in lower case carries a meaning of its own."""
    return word not in _function_words()


def figures(tokens: list[Token]) -> frozenset[str]:
    """The numbers among the tokens, `1,000` and `1000` alike, whether in digits or in words."""
    return frozenset(
        _NUMBERS.get(token.key, token.key) for token in tokens if token.key[0].isdigit() or token.key in _NUMBERS
    )


def negations(tokens: list[Token]) -> int:
    """The number of negating words."""
    return sum(token.key in _NEGATIVE or token.key.endswith("n't") for token in tokens)


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)]
    return word


@cache
def _function_words() -> frozenset[str]:
    return frozenset(Path(__file__).with_name("function_words.txt").read_text("utf-8").split())
