"""Speech introduced by a noun: `“Never,” was Lund's reply`, `came the answer from Mora`, `Her verdict: “Never.”`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from annotators.annotation import Span
from annotators.quotes.claims import Claim
from annotators.quotes.english.lexicon import word_set
from annotators.quotes.english.tokens import Token
from annotators.quotes.phrases.after import phrase_after

__all__ = ["find_reply"]

_REPLIES: Final = frozenset(
    "advice answer argument assessment claim comment conclusion explanation message motto promise reaction rejoinder "
    "reply response retort verdict view warning words".split()
)
_COMES: Final = frozenset("came comes is was were".split())
_FROM: Final = frozenset(("from", "of"))
_OWNERS: Final = frozenset("her his its my our their".split())
_FARTHEST: Final = 10
_SURE: Final = 0.85


def find_reply(tokens: Sequence[Token]) -> Claim | None:
    """The claim of a sentence in which a noun says that the quotation is somebody's reply."""
    return _taken_up(tokens) or _announced(tokens)


def _taken_up(tokens: Sequence[Token]) -> Claim | None:
    """`“Never,” was Lund's reply`; `“Never,” came the reply from Lund`."""
    for at in range(1, len(tokens) - 1):
        if tokens[at - 1].kind == "quote" and tokens[at].lower in _COMES:
            noun = _noun(tokens, at + 1, len(tokens))
            return _claim(tokens, at - 1, noun, at + 1) if noun is not None else None
    return None


def _announced(tokens: Sequence[Token]) -> Claim | None:
    """`Her answer: “Never.”`; `The verdict from Lund was “guilty as charged”`."""
    quote = next((at for at, token in enumerate(tokens) if token.kind == "quote"), None)
    if quote is None or quote < 2 or not (tokens[quote - 1].text == ":" or tokens[quote - 1].lower in _COMES):
        return None
    noun = _noun(tokens, 0, quote - 1)
    return _claim(tokens, quote, noun, 0) if noun is not None else None


def _noun(tokens: Sequence[Token], start: int, stop: int) -> int | None:
    """The position of such a noun in the phrase that begins at `start`; `None` if there is none."""
    for at in range(start, min(stop, start + _FARTHEST)):
        if tokens[at].lower in _REPLIES:
            return at
        if not tokens[at].is_word or tokens[at].lower in word_set("auxiliaries") | word_set("prepositions"):
            return None
    return None


def _claim(tokens: Sequence[Token], quote: int, noun: int, start: int) -> Claim | None:
    owner = _owner(tokens, start, noun)
    if owner is None:
        return None
    spans = [Span(tokens[first].start, tokens[last].end) for first, last in ((quote, quote), (noun, noun), owner)]
    return Claim((spans[0],), spans[1], spans[2], f"whose {tokens[noun].lower} it is", _SURE)


def _owner(tokens: Sequence[Token], start: int, noun: int) -> tuple[int, int] | None:
    """The first and last token of the person whose reply it is: `Lund's`, `Her`, `from the coach, Ines Prado`."""
    if tokens[start].lower in _OWNERS:
        return start, start
    mark = next((at for at in range(start + 1, noun) if tokens[at].kind == "possessive"), None)
    if mark is not None:
        return start, mark - 1
    if noun + 2 < len(tokens) and tokens[noun + 1].lower in _FROM:
        phrase = phrase_after(tokens, noun + 2)
        if phrase is not None:
            return noun + 2, phrase.last - 1
    return None
