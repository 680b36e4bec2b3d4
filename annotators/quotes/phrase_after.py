"""The noun phrase that begins at a position: `said Inga Sorel, the lead counsel`."""

from __future__ import annotations

from collections.abc import Sequence

from annotators.quotes.lexicon import is_cue_form, word_set
from annotators.quotes.phrases import NAME_PARTS, NAMES_TOO, Phrase, is_noun_like
from annotators.quotes.tokens import Token

__all__ = ["phrase_after"]


def phrase_after(tokens: Sequence[Token], start: int) -> Phrase | None:
    """The noun phrase that begins at a position, with the appositions after it."""
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
    at = start
    seen = False
    while at < len(tokens):
        token = tokens[at]
        if token.kind == "mark" and at + 2 < len(tokens) and seen:
            closing = next((p for p in range(at + 1, min(at + 4, len(tokens))) if tokens[p].kind == "mark"), None)
            if closing is None:
                break
            at = closing + 1
            continue
        if token.text == "(" and seen:
            closing = next((p for p in range(at + 1, min(at + 8, len(tokens))) if tokens[p].text == ")"), None)
            if closing is None:
                break
            at = closing + 1
            continue
        if token.lower in ("and", "&") and seen and at + 1 < len(tokens):
            nearby = tokens[at + 1]
            if (nearby.is_capital and tokens[at - 1].is_capital) or nearby.lower in ("his", "her", "the", "other"):
                at += 1
                continue
            break
        if token.lower in ("of", "for", "at", "from", "with", "in") and seen and at + 1 < len(tokens):
            if token.lower in ("at", "from", "with", "in") and tokens[at - 1].is_capital:
                break
            following = tokens[at + 1]
            if is_noun_like(following) or following.lower in word_set("determiners"):
                at += 1
                continue
            break
        if token.lower in word_set("determiners") and token.lower not in ("that", "what", "which"):
            if seen and tokens[at - 1].lower not in ("of", "for", "at", "from", "with", "and", "&", "in"):
                break
            at += 1
            continue
        if token.lower in NAME_PARTS and seen:
            at += 1
            continue
        if not is_noun_like(token) or (token.is_capital and seen and _is_time(tokens, at)):
            break
        if seen and tokens[at - 1].is_capital and not token.is_capital and _looks_finite(token):
            break
        if seen and not token.is_capital and token.lower in word_set("times"):
            break
        seen = True
        at += 1
    while at > start and (
        tokens[at - 1].lower in ("of", "for", "and", "&") or tokens[at - 1].lower in word_set("determiners")
    ):
        at -= 1
    return at if seen and at > start else None


def _is_time(tokens: Sequence[Token], at: int) -> bool:
    """Whether a capital word is a day or month here and no part of a name: `Theresa May`, `USA TODAY`."""
    word = tokens[at]
    if word.lower not in word_set("times"):
        return False
    dated = at + 1 < len(tokens) and tokens[at + 1].text[:1].isdigit()
    named = tokens[at - 1].is_capital and tokens[at - 1].kind == "word"
    return dated or not (named and (word.lower in NAMES_TOO or (word.text.isupper() and tokens[at - 1].text.isupper())))


def _looks_finite(token: Token) -> bool:
    """Whether a word in lower case right after a name is its verb rather than a noun it modifies."""
    return token.kind == "word" and (
        token.lower.endswith("ed") or is_cue_form(token.text) or token.lower in word_set("pasts")
    )


def _apposition_end(tokens: Sequence[Token], core: int) -> int:
    """Where the appositions after a phrase end: before a full stop, a quotation or a clause about the saying."""
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
    if token.lower in (
        "who",
        "whose",
        "which",
        "a",
        "an",
        "the",
        "one",
        "his",
        "her",
        "their",
        "its",
        "another",
        "now",
    ):
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
