"""Sentences for the rules: a quotation is one token of the sentence around it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from annotators.annotation import Mark, Span
from annotators.quotes.english.lexicon import is_cue_form, word_set
from annotators.quotes.english.tokens import Token, tokenize
from annotators.text.languages import ENGLISH

__all__ = ["Paragraph", "Sentence", "read_paragraph"]

_ENDS = frozenset(".!?…")
_SPEECH_KINDS = ("direct", "fragment")
_CLAUSE_WORDS = 12
_LONGEST = 200
"""The most tokens of a sentence: it is cut after them, so that a text without full stops takes linear time."""


class Sentence(NamedTuple):
    """The tokens of one sentence; a token of kind `quote` stands for a whole quotation."""

    tokens: tuple[Token, ...]

    @property
    def start(self) -> int:
        """Code point of the first token."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Code point after the last token."""
        return self.tokens[-1].end


class Paragraph(NamedTuple):
    """A block with its kind, its sentences, and its quotations by start.

    For a turn of an interview or transcript this is what is said, without the `label` that names the speaker; `part` is
    then `question`, `answer` or `name`, or `more` where it continues the turn before it. `language` is an ISO 639-1
    code; the sentences are of little use where it is not English.
    """

    start: int
    end: int
    kind: str
    sentences: tuple[Sentence, ...]
    quotes: dict[int, Mark]
    label: Span | None = None
    part: str = ""
    language: str = ENGLISH


def read_paragraph(text: str, start: int, end: int, kind: str, marks: Sequence[Mark]) -> Paragraph:
    """The sentences of a block; `marks` are all marks of the article, in order."""
    quotes = {mark.start: mark for mark in _outermost(marks, start, end) if mark.kind in _SPEECH_KINDS}
    glyphs = {offset for mark in _inside(marks, start, end) for offset in (mark.start, mark.end - 1)}
    tokens: list[Token] = []
    at = start
    for mark in quotes.values():
        tokens += tokenize(text, at, mark.start)
        tokens.append(Token(mark.start, mark.end, text[mark.start : mark.end], f"“{mark.kind}”", "quote"))
        at = mark.end
    tokens += tokenize(text, at, end)
    tokens = [_plural(token) if _is_loose(text, token, glyphs) else token for token in tokens]
    return Paragraph(start, end, kind, tuple(_cut(text, tokens)), quotes)


def _is_loose(text: str, token: Token, glyphs: set[int]) -> bool:
    """Whether an apostrophe after s, x or z is a possessive and no quotation mark: the pilots' boats."""
    return (
        token.kind == "mark"
        and token.text in ("'", "’")
        and token.start not in glyphs
        and text[token.start - 1] in "sSxXzZ"
    )


def _plural(token: Token) -> Token:
    return token._replace(lower="'s", kind="possessive")


def _inside(marks: Sequence[Mark], start: int, end: int) -> Iterator[Mark]:
    for position in range(bisect_left(marks, start, key=lambda mark: mark.start), len(marks)):
        if marks[position].start >= end:
            return
        yield marks[position]


def _outermost(marks: Sequence[Mark], start: int, end: int) -> Iterator[Mark]:
    reached = start
    for mark in _inside(marks, start, end):
        if mark.start >= reached and mark.end <= end:
            yield mark
            reached = mark.end


def _cut(text: str, tokens: Sequence[Token]) -> Iterator[Sentence]:
    first = 0
    for at, token in enumerate(tokens):
        if at - first >= _LONGEST or _ends_sentence(text, tokens, at, token):
            yield Sentence(tuple(tokens[first : at + 1]))
            first = at + 1
    if first < len(tokens):
        yield Sentence(tuple(tokens[first:]))


def _ends_sentence(text: str, tokens: Sequence[Token], at: int, token: Token) -> bool:
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None:
        return False
    if token.kind == "quote":
        return _quote_ends(text, tokens, at)
    if token.text in _ENDS or token.kind == "dots":
        if following.text in (")", "]", "”", '"', "’", "'", "''", ".", "!", "?"):
            return False
        return following.kind in ("quote", "mark") or not following.text[:1].islower()
    if token.text in (")", "”", '"', "’", "''", "'") and at and tokens[at - 1].text in _ENDS:
        return following.is_capital or following.kind == "quote"
    if token.kind == "abbreviation" and len(token.text) > 3 and token.text.count(".") > 1:
        return following.is_capital and following.lower in word_set("openers")
    return False


def _quote_ends(text: str, tokens: Sequence[Token], at: int) -> bool:
    """Whether a sentence ends with a quotation: that ends in a stop, and no clause of saying follows."""
    inner = tokens[at].text.rstrip("”\"»’'“` ")
    following = tokens[at + 1]
    if following.kind == "quote":
        return inner[-1:] in _ENDS
    if inner[-1:] not in _ENDS or not (following.is_capital or following.kind == "mark" or following.lower.isdigit()):
        return False
    if inner[-1:] == "." and not inner.endswith("..."):
        return True
    return not _is_attribution(tokens, at + 1)


def _is_attribution(tokens: Sequence[Token], at: int) -> bool:
    """Whether a short clause of saying begins here whose verb no word or a preposition follows: Dana Fenn asked."""
    for position in range(at, min(at + _CLAUSE_WORDS, len(tokens))):
        token = tokens[position]
        if token.kind == "quote" or token.text in (".", "!", "?", ";"):
            return False
        if position > at and is_cue_form(token.text):
            following = tokens[position + 1] if position + 1 < len(tokens) else None
            return following is None or not following.is_word or following.lower in word_set("prepositions")
    return False
