"""The noun phrase that begins at a position: `said Inga Sorel, the lead counsel`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from annotators.quotes.english.lexicon import is_cue_form, word_set
from annotators.quotes.english.tokens import Token
from annotators.quotes.phrases import NAME_PARTS, NAMES_TOO, Phrase, is_noun_like

__all__ = ["phrase_after"]

_PREPOSITIONS: Final = frozenset("at for from in of with".split())
_BEFORE_A_DETERMINER: Final = _PREPOSITIONS | {"and", "&"}
_APPOSING: Final = frozenset("a an another her his its now one the their which who whose".split())
_LEFT_OUT_AT_THE_END: Final = frozenset("& and for of".split())


def phrase_after(tokens: Sequence[Token], start: int) -> Phrase | None:
    """The noun phrase that begins at a position, with the appositions that follow."""
    at = start
    if at >= len(tokens):
        return None
    if tokens[at].lower in word_set("pronouns"):
        return Phrase(at, at + 1, at + 1)
    core = _core_after(tokens, at)
    if core is None:
        return None
    return Phrase(at, _apposition_end(tokens, core), core)


def _core_after(tokens: Sequence[Token], start: int) -> int | None:
    """The end of the phrase without its appositions, `None` if there is none."""
    at = start
    while at < len(tokens) and _determines(tokens[at]):
        at += 1
    if at == len(tokens) or not is_noun_like(tokens[at]):
        return None
    reached: int | None = at + 1
    while reached is not None:
        at = reached
        reached = _goes_on(tokens, at) if at < len(tokens) else None
    while at > start and (
        tokens[at - 1].lower in _LEFT_OUT_AT_THE_END or tokens[at - 1].lower in word_set("determiners")
    ):
        at -= 1
    return at if at > start else None


def _goes_on(tokens: Sequence[Token], at: int) -> int | None:
    """The position up to which the phrase goes on from `at`, after a word or an aside; `None` if it has ended."""
    token, followed = tokens[at], at + 1 < len(tokens)
    if token.kind == "mark" and at + 2 < len(tokens):
        return next(
            (place + 1 for place in range(at + 1, min(at + 4, len(tokens))) if tokens[place].kind == "mark"), None
        )
    if token.text == "(":
        return next((place + 1 for place in range(at + 1, min(at + 8, len(tokens))) if tokens[place].text == ")"), None)
    if token.lower in ("and", "&") and followed:
        goes_on = _joins(tokens, at)
    elif token.lower in _PREPOSITIONS and followed:
        goes_on = _leads_to_more(tokens, at)
    elif _determines(token):
        goes_on = tokens[at - 1].lower in _BEFORE_A_DETERMINER
    else:
        goes_on = token.lower in NAME_PARTS or _is_one_more_noun(tokens, at)
    return at + 1 if goes_on else None


def _determines(token: Token) -> bool:
    return token.lower in word_set("determiners") and token.lower not in ("that", "what", "which")


def _joins(tokens: Sequence[Token], at: int) -> bool:
    """Whether an `and` is inside the phrase: between two names, or before a further person (`and his`, `and other`)."""
    after = tokens[at + 1]
    return (after.is_capital and tokens[at - 1].is_capital) or after.lower in ("his", "her", "the", "other")


def _leads_to_more(tokens: Sequence[Token], at: int) -> bool:
    """Whether a preposition belongs to the phrase: `the head of the union`; after a name only `of` and `for` do."""
    if tokens[at].lower not in ("of", "for") and tokens[at - 1].is_capital:
        return False
    return is_noun_like(tokens[at + 1]) or tokens[at + 1].lower in word_set("determiners")


def _is_one_more_noun(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if not is_noun_like(token):
        return False
    if token.is_capital:
        return not _is_time(tokens, at)
    return token.lower not in word_set("times") and not (tokens[at - 1].is_capital and _looks_finite(token))


def _is_time(tokens: Sequence[Token], at: int) -> bool:
    """Whether a capitalised word is a day or month and not part of a name, as in `Theresa May`, `USA TODAY`."""
    word = tokens[at]
    if word.lower not in word_set("times"):
        return False
    dated = at + 1 < len(tokens) and tokens[at + 1].text[:1].isdigit()
    named = tokens[at - 1].is_capital and tokens[at - 1].kind == "word"
    return dated or not (named and (word.lower in NAMES_TOO or (word.text.isupper() and tokens[at - 1].text.isupper())))


def _looks_finite(token: Token) -> bool:
    """Whether a lower-case word directly after a name is a verb rather than a noun."""
    return token.kind == "word" and (
        token.lower.endswith("ed") or is_cue_form(token.text) or token.lower in word_set("pasts")
    )


def _apposition_end(tokens: Sequence[Token], core: int) -> int:
    """The end of the appositions after a phrase: before a stop, a quotation or a clause about the act of saying."""
    if core + 1 >= len(tokens) or tokens[core].text != "," or not _apposes(tokens, core + 1):
        return core
    at = core + 1
    while at < len(tokens):
        token = tokens[at]
        if token.kind == "quote" or token.text in (".", "!", "?", ";", ":", "—", "–", "--"):
            break
        if token.text == "," and at + 1 < len(tokens) and not _apposes(tokens, at + 1):
            following = tokens[at + 1]
            if (
                following.kind == "quote"
                or following.lower in word_set("participles_before")
                or (
                    following.lower.endswith("ing")
                    or following.lower in word_set("conjunctions")
                    or following.lower in word_set("subordinators")
                )
            ):
                break
        at += 1
    if at < len(tokens) and tokens[at - 1].text == ",":
        at -= 1
    return at


def _apposes(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if token.lower in _APPOSING:
        return True
    if token.text[:1].isdigit():
        return True
    if token.lower in word_set("participles_before") or token.lower in word_set("conjunctions"):
        return False
    if token.lower in word_set("prepositions") or token.lower in word_set("subordinators"):
        return False
    if token.lower in word_set("pronouns") or token.lower in word_set("times"):
        return False
    return is_noun_like(token) and not token.lower.endswith("ing")
