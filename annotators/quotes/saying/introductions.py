"""The speaker in a clause that introduces a quotation: `He went on:`, `Rep. Ana Ruiz:`, `a note in Mora's hand:`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from annotators.annotation import Span
from annotators.quotes.english.lexicon import word_set
from annotators.quotes.english.tokens import Token
from annotators.quotes.phrases import Phrase
from annotators.quotes.phrases.after import phrase_after
from annotators.quotes.phrases.before import phrase_before
from annotators.quotes.phrases.subjects import looks_past, opening_phrase, subject_of
from annotators.quotes.saying.cues import cue_at

__all__ = ["introducer"]

_WRITING: Final = frozenset(
    "calligraphy capitals hand handwriting ink lettering letters print scrawl scribble script writing".split()
)
"""Nouns for handwriting: the quotation after `in Mora's handwriting` is Mora's."""
_ELSEWHERE: Final = frozenset("about after against at before for in near on to toward towards under with".split())
"""Prepositions before a name that is not the speaker: `a letter to Mora:`, `a stamp in Norwegian:`."""
_FALLING: Final = frozenset("belonged belongs fell goes went".split())
_RUNNING: Final = frozenset(
    "began begins concluded concludes continued continues ended ends opened opens ran runs started starts".split()
)
"""Verbs of documents that locate a quotation: `The poem begins:`."""


def introducer(tokens: Sequence[Token]) -> tuple[Span | None, Span | None]:
    """The cue and the speaker of a clause that introduces a quotation."""
    for at in range(len(tokens) - 1, -1, -1):
        cue = cue_at(tokens, at)
        puts = tokens[at].lower in ("put", "puts") and [word.lower for word in tokens[at + 1 : at + 2]] == ["it"]
        if not puts and (cue is None or cue.tense == "noun"):
            continue
        subject = subject_of(tokens, at)
        if subject is not None:
            return _span(tokens, subject.group, at + 1 + puts), _span(tokens, subject.first, subject.last)
        phrase = phrase_after(tokens, at + 1)
        if phrase is not None and phrase.last == len(tokens) - 1 and tokens[-1].text == ":":
            return _span(tokens, at, at + 1), _span(tokens, phrase.first, phrase.last)
    return _goes_on_saying(tokens) or _label(tokens) or (None, _opening(tokens))


def _goes_on_saying(tokens: Sequence[Token]) -> tuple[Span | None, Span | None] | None:
    """`He went on: "..."`."""
    verb = len(tokens) - 3
    if verb < 1 or tokens[verb].lower not in ("goes", "went") or tokens[verb + 1].lower != "on":
        return None
    subject = subject_of(tokens, verb)
    return (_span(tokens, verb, verb + 2), _span(tokens, subject.first, subject.last)) if subject else None


def _label(tokens: Sequence[Token]) -> tuple[Span | None, Span | None] | None:
    """A name and a colon: `Rep. Ana Ruiz (D-Wis.): "..."`."""
    if len(tokens) < 2 or tokens[-1].text != ":":
        return None
    phrase = _after_verb(tokens, phrase_before(tokens, len(tokens) - 1))
    if phrase is None:
        return None
    if phrase.first and tokens[phrase.first - 1].lower in _ELSEWHERE and not _falls_to(tokens, phrase.first - 1):
        return _writer(tokens, phrase)
    if not tokens[phrase.first].is_capital:
        return None
    verb = tokens[phrase.last - 1]
    laughed = looks_past(verb) and tokens[phrase.last - 2].is_capital  # `Mora laughed:`
    if phrase.last - phrase.first > 1 and (laughed or verb.lower in _RUNNING):
        return _span(tokens, phrase.last - 1, phrase.last), _span(tokens, phrase.first, phrase.last - 1)
    return _span(tokens, len(tokens) - 1, len(tokens)), _span(tokens, phrase.first, phrase.last)


def _after_verb(tokens: Sequence[Token], phrase: Phrase | None) -> Phrase | None:
    """The phrase without a verb and its object: `The last word went to Ana Ruiz:`, `A card came in her hand:`."""
    for at in range(phrase.last - 2, phrase.first, -1) if phrase else ():
        if tokens[at].lower in word_set("prepositions") and looks_past(tokens[at - 1]):
            return phrase._replace(first=at + 1) if phrase else None
    return phrase


def _falls_to(tokens: Sequence[Token], at: int) -> bool:
    """`The last word went to Ana Ruiz: "..."`."""
    return at > 0 and tokens[at].lower == "to" and tokens[at - 1].lower in _FALLING


def _writer(tokens: Sequence[Token], phrase: Phrase) -> tuple[Span | None, Span | None] | None:
    """The person whose handwriting it is: `a label in Mrs. Pym's neat handwriting:`."""
    owner = next((at for at in range(phrase.first, phrase.last) if tokens[at].kind == "possessive"), phrase.first)
    if owner == phrase.first or tokens[phrase.first - 1].lower != "in" or tokens[phrase.last - 1].lower not in _WRITING:
        return None
    return _span(tokens, phrase.last - 1, phrase.last), _span(tokens, phrase.first, owner)


def _opening(tokens: Sequence[Token]) -> Span | None:
    phrase = opening_phrase(tokens, len(tokens))
    if phrase is not None and tokens[phrase.first].lower == "who":  # `Ruiz, who acts for nine families: "..."`
        comma = next((at for at in range(1, phrase.first) if tokens[at].text == ","), 0)
        phrase = (phrase_before(tokens, comma) if comma else None) or phrase
    return _span(tokens, phrase.first, phrase.last) if phrase is not None else None


def _span(tokens: Sequence[Token], first: int, last: int) -> Span:
    return Span(tokens[first].start, tokens[last - 1].end)
