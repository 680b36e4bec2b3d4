"""Words of a quotation as they are compared: without case, without the typesetter's choice of marks.

What an editor adds in brackets is left out of the comparison of utterances, since the speaker never
said it; the word diff shows it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from annotators.annotation import Span

__all__ = ["Token", "content_words", "spoken_words", "tokenise"]

_TOKEN = re.compile(r"[#@]?\w+(?:[’'.-]\w+)*|[^\w\s]")
_BRACKETS = {"[": "]", "(": ")"}
_ALIKE = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "`": "'", "–": "-", "—": "-"}
)
_ENDINGS = ("'s", "ing", "ed", "es", "s")
_SHORTEST_STEM = 4


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark: `key` is what it is compared by, `[start, end)` where it is."""

    start: int
    end: int
    key: str

    @property
    def is_word(self) -> bool:
        """Whether it was spoken rather than set."""
        return self.key[-1].isalnum()


def tokenise(text: str, spans: tuple[Span, ...]) -> list[Token]:
    """The tokens of some stretches of a text, in order."""
    return [
        Token(found.start(), found.end(), found.group().lower().translate(_ALIKE))
        for span in spans
        for found in _TOKEN.finditer(text, span.start, span.end)
    ]


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
    return frozenset(_stem(token.key) for token in tokens if token.is_word and token.key not in _function_words())


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)]
    return word


@cache
def _function_words() -> frozenset[str]:
    return frozenset(Path(__file__).with_name("function_words.txt").read_text("utf-8").split())
