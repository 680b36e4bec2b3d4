"""The start of reported speech after its cue, past the addressee, the place and the time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from annotators.quotes.english.lexicon import CueForm, word_set
from annotators.quotes.english.tokens import Token
from annotators.quotes.phrases.after import phrase_after

__all__ = ["ENDS", "MEDIA", "content_start"]

_FARTHEST_THAT = 14


_ADDRESSED: Final = frozenset("tell assure remind inform warn".split())


MEDIA: Final = frozenset(
    "ad address affidavit announcement appearance article blog book briefing broadcast call column conference court "
    "debate document editorial email e-mail essay facebook filing hearing interview lawsuit letter meeting memo "
    "memoir message news note op-ed petition post posting press press-conference rally release remarks report series "
    "speech statement testimony tweet tweets twitter video writing".split()
)


ENDS: Final = frozenset((".", "!", "?", ",", ";", ":", "—", "–", "--"))


def content_start(tokens: Sequence[Token], at: int, cue: CueForm) -> int | None:
    """The token where the content after a cue begins, past addressee, place and time; `None` without content."""
    start = _after_dashes(tokens, at + 1)
    if cue.lemma in _ADDRESSED or (cue.lemma == "ask" and not _asks_for(tokens, start)):
        start = _after_addressee(tokens, start)
        that = _that_after(tokens, start) or _that_anywhere(tokens, start)
        if that is not None:
            return that
    that = _that_after(tokens, start)
    if that is not None:
        return that
    start = _after_circumstances(tokens, start)
    while start < len(tokens) and (tokens[start].text in (",", ":", "—", "–", "--") or tokens[start].kind == "mark"):
        if tokens[start].text == "," and not (start + 1 < len(tokens) and tokens[start + 1].kind == "quote"):
            return None
        start += 1
    if start >= len(tokens) or not (tokens[start].is_word or tokens[start].kind in ("quote", "mark")):
        return None
    return start


def _after_dashes(tokens: Sequence[Token], start: int) -> int:
    """The token after an aside between dashes: `said – and few believed it – that the money was safe`."""
    if start >= len(tokens) or tokens[start].kind != "dash":
        return start
    stop = min(len(tokens) - 1, start + _FARTHEST_THAT)
    return next((at + 1 for at in range(start + 2, stop) if tokens[at].kind == "dash"), start)


def _asks_for(tokens: Sequence[Token], start: int) -> bool:
    return start < len(tokens) and tokens[start].lower in (
        "for",
        "whether",
        "if",
        "why",
        "how",
        "what",
        "that",
        "about",
    )


def _after_addressee(tokens: Sequence[Token], start: int) -> int:
    if start < len(tokens) and tokens[start].lower in ("me", "him", "them", "us", "her", "it", "you"):
        return start + 1
    phrase = phrase_after(tokens, start)
    return phrase.head if phrase is not None else start


def _that_after(tokens: Sequence[Token], start: int) -> int | None:
    """The conjunction that opens the content, if only circumstances stand before it."""
    for at in range(start, min(start + _FARTHEST_THAT, len(tokens))):
        token = tokens[at]
        if token.lower in ("that", "whether") and at + 1 < len(tokens) and tokens[at + 1].text not in ENDS:
            circumstances = at == start or tokens[start].lower in (
                word_set("prepositions") | word_set("times") | word_set("adverbs") | {"to"}
            )
            return at if circumstances else None
        if token.kind == "quote" or token.text in (".", ";", ":"):
            return None
        if at == start and token.lower not in word_set("prepositions") | word_set("times") | word_set("adverbs"):
            return None
    return None


def _that_anywhere(tokens: Sequence[Token], start: int) -> int | None:
    """The `that` after an addressee, however long the addressee is."""
    for at in range(start, min(start + _FARTHEST_THAT, len(tokens))):
        if tokens[at].kind == "quote" or tokens[at].text in (".", ";", ":", ","):
            return None
        if tokens[at].lower == "that":
            return at
    return None


def _after_circumstances(tokens: Sequence[Token], start: int) -> int:
    """The token after `Monday`, `on Twitter`, `in an interview with her` and the like."""
    at = start
    while at < len(tokens):
        token = tokens[at]
        if token.lower in word_set("times") or (
            token.lower in ("earlier", "late", "last", "this", "again")
            and (at + 1 < len(tokens) and tokens[at + 1].lower in word_set("times"))
        ):
            at += 1
            continue
        if token.lower in ("on", "in", "at", "during", "to", "via", "with"):
            phrase = phrase_after(tokens, at + 1)
            if phrase is None:
                return at
            words = {word.lower for word in tokens[at + 1 : phrase.head]}
            timely = words & (word_set("times") | MEDIA | word_set("reporters"))
            if not timely and not (token.lower == "to" and tokens[at + 1].is_capital):
                return at
            at = phrase.head
            continue
        return at
    return at
