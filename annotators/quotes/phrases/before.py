"""The subject before a verb, with appositions between commas: `Hugh Hill, a doctor, said`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from annotators.quotes.english.lexicon import word_set
from annotators.quotes.english.tokens import Token
from annotators.quotes.phrases import Phrase, core_before, is_noun_like
from annotators.quotes.phrases.offices import is_office

__all__ = ["phrase_before"]

_LONGEST = 60


def phrase_before(tokens: Sequence[Token], end: int) -> Phrase | None:
    """The noun phrase that ends directly before a position, with the appositions between commas after it."""
    end = _before_aside(tokens, end)
    apposed = end > 0 and tokens[end - 1].text == ","
    found = _with_apposition(tokens, end) if apposed else _core_before(tokens, end)
    return found if found is not None and _has_word(tokens[found.first : found.last]) else None


def _before_aside(tokens: Sequence[Token], end: int) -> int:
    """The start of an aside in brackets that follows a comma, else `end`: `Ann Lee, a diver, (once again) said`."""
    if end < 3 or tokens[end - 1].text != ")":
        return end
    opening = _opening_bracket(tokens, end - 1)
    return opening if opening and tokens[opening - 1].text == "," else end


def _has_word(tokens: Sequence[Token]) -> bool:
    """Whether there is a letter among the tokens: a number alone is no speaker."""
    return any(any(map(str.isalpha, token.text)) for token in tokens)


def _core_before(tokens: Sequence[Token], last: int) -> Phrase | None:
    """The phrase that ends before a position, with brackets after it: `Rep. Jim Jordan (R-Ohio)`."""
    if last > 0 and tokens[last - 1].text in (")", "]"):
        opening = _opening_bracket(tokens, last - 1)
        core = core_before(tokens, opening) if opening is not None else None
        return Phrase(core.first, last, core.last) if core else None
    return core_before(tokens, last)


def _opening_bracket(tokens: Sequence[Token], at: int) -> int | None:
    for position in range(at - 1, max(-1, at - 12), -1):
        if tokens[position].text in ("(", "["):
            return position
    return None


def _with_apposition(tokens: Sequence[Token], end: int) -> Phrase | None:
    """`Hugh Hill, a doctor,` and `Hugh Hill, who runs the clinic in York,` before a verb."""
    for comma in range(end - 2, max(0, end - _LONGEST), -1):
        token = tokens[comma]
        if token.kind == "quote" or token.text in (";", ":"):
            return None
        if token.text != ",":
            continue
        if not _can_be_apposed(tokens, comma + 1, end - 1) or _is_clause(tokens, comma + 1, end - 1):
            continue
        core = _core_before(tokens, comma)
        if core is None or not _is_nameable(tokens, core):
            continue
        first = _name_before(tokens, core)
        last = comma if tokens[comma + 1].lower in _AT_THE_TIME else end
        return Phrase(first, last, core.last if first == core.first else first + 1)
    return None


def _name_before(tokens: Sequence[Token], core: Phrase) -> int:
    """The first token of the name before several appositions: `Ann Lee, 43, of Leeds, a nurse,`."""
    best = at = core.first
    named = tokens[core.first].is_capital and tokens[core.first].lower not in ("a", "an", "the")
    for _ in range(4):
        if at > 1 and tokens[at - 1].lower in ("of", "from", "in") and tokens[at - 2].text == ",":
            at -= 1
            named = False
        if at < 2 or tokens[at - 1].text != ",":
            break
        earlier = core_before(tokens, at - 1)
        if earlier is None or tokens[earlier.last - 1].lower in word_set("times"):
            break
        at = earlier.first
        if named and tokens[at].lower in word_set("determiners") and is_office(tokens[earlier.last - 1].lower):
            return at  # `the coach, Ines Prado, who is new,`
        capital = tokens[earlier.last - 1].is_capital
        placed = at > 0 and tokens[at - 1].lower in word_set("prepositions")
        if capital and not placed and not named:
            best = at
        named = named and not tokens[earlier.last - 1].text[:1].isdigit() and not placed
    return best


def _is_nameable(tokens: Sequence[Token], core: Phrase) -> bool:
    """Whether a phrase can have an apposition: it has a capital or begins with a determiner, and is no time."""
    words = tokens[core.first : core.last]
    if words[-1].lower in word_set("times"):
        return False
    return any(word.is_capital for word in words) or words[0].lower in word_set("determiners")


def _is_clause(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether the tokens are a clause with its own verb: `In Lund, forty boats are still at sea, said ...`."""
    for at in range(first, last):
        word = tokens[at].lower
        if word in _RELATIVES or word in word_set("subordinators"):
            return False
        if word in _FINITE and at > first:
            return tokens[at - 1].text != ","
    return False


_AT_THE_TIME: Final = frozenset("appearing asked pressed quizzed speaking talking writing".split())
"""Words that begin an aside about the act of saying, not about the speaker: `Lund, speaking to reporters,`."""
_RELATIVES: Final = frozenset("who whose which whom that where when".split())
_FINITE: Final = frozenset("are is was were".split())


def _can_be_apposed(tokens: Sequence[Token], first: int, last: int) -> bool:
    if first >= last:
        return False
    opening = tokens[first].lower
    if opening in ("who", "whose", "which", "whom", "one", "now", "also", "then", "himself", "herself"):
        return True
    if tokens[first].text[:1].isdigit():
        return last - first <= 3 or tokens[first + 1].text == ","
    if opening in ("a", "an", "the", "his", "her", "its", "their", "another", "both"):
        return True
    if opening in ("speaking", "writing", "appearing", "talking", "citing", "noting", "referring", "himself"):
        return True
    if tokens[first].is_capital:
        return True
    if opening in word_set("prepositions") or opening in word_set("subordinators"):
        return opening in (
            "of",
            "in",
            "at",
            "on",
            "during",
            "after",
            "like",
            "when",
            "while",
            "with",
            "asked",
            "from",
            "under",
        )
    if opening in word_set("adverbs"):
        return True
    return is_noun_like(tokens[first]) or opening.endswith(("ing", "ed"))
