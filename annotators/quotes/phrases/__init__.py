"""Noun phrases by rule, and the one that ends directly before a position."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final, NamedTuple

from annotators.quotes.english.lexicon import is_cue_form, word_set
from annotators.quotes.english.tokens import Token

__all__ = ["NAMES_TOO", "NAME_PARTS", "Phrase", "core_before", "is_noun_like"]

_JOINS: Final = frozenset("of for".split())
_LOOSE_JOINS: Final = frozenset("from with in at on to by behind against near close familiar inside within".split())
NAME_PARTS: Final = frozenset("al bin da de del der di dos el la le van von ibn abu st y".split())
NAMES_TOO: Final = frozenset("april august autumn friday june may summer".split())
_CLOCK: Final = re.compile(r"\d{1,2}:\d\d(?::\d\d)?")
"""A time of day, as before each entry of a live page: `14:32 Lund tells ...`."""
_OPEN, _SHUT = frozenset("([“\"‘'"), frozenset(")]”\"’'")


class Phrase(NamedTuple):
    """A noun phrase at tokens `[first, last)` of a sentence; `head` is the end of its core, without appositions."""

    first: int
    last: int
    head: int


def is_noun_like(token: Token) -> bool:
    """Whether a word can stand inside a noun phrase before its last word."""
    if token.kind == "possessive":
        return True
    if token.kind == "other":
        return token.text in "&%§¶©®°±¼½¾"
    if not token.is_word or (token.text[0].isdigit() and _CLOCK.fullmatch(token.text)):
        return False
    if token.is_capital:
        return token.lower not in _FUNCTION_CAPITALS
    word = token.lower
    return word not in _function_words()


_FUNCTION_CAPITALS: Final = frozenset(
    "according after although and as at because before but by during for from he her his how i if in it its let "
    "meanwhile my now of on once or our she since so still that their then there they this those though to under "
    "until we what when where whether which while who why with without yes yet you your however instead also "
    "later earlier".split()
)


@cache
def _function_words() -> frozenset[str]:
    return (
        word_set("auxiliaries") | word_set("prepositions") | word_set("pronouns_any") | word_set("conjunctions")
        | word_set("subordinators") | word_set("adverbs") | word_set("determiners") | _EXTRA
    )  # fmt: skip


_EXTRA: Final = frozenset("or if than as and but who which that how why what n't".split())


def core_before(tokens: Sequence[Token], end: int) -> Phrase | None:
    """The noun phrase without appositions that ends before a position; it may contain `of` and the like."""
    first = _run_before(tokens, end)
    if first is None:
        return None
    last = end
    while first > 1:
        joint = tokens[first - 1].lower
        if joint in ("and", "&", "or") and _joins_names(tokens, first, last):
            left = _run_before(tokens, first - 1)
            if left is None:
                break
            first = left
            continue
        if joint == "," and _lists(tokens, first):
            left = _run_before(tokens, first - 1)
            if left is None:
                break
            first = left
            continue
        if joint not in _JOINS and joint not in _LOOSE_JOINS:
            break
        left_end = first - 1
        if tokens[left_end - 1].lower == "familiar" and left_end > 1:
            left_end -= 1
        left = _run_before(tokens, left_end)
        if left is None or not _takes_complement(tokens, left, left_end, joint):
            break
        first = left
    return Phrase(first, last, last)


def _joins_names(tokens: Sequence[Token], first: int, last: int) -> bool:
    left = tokens[first - 2]
    if not (left.is_word or left.text in (",", ")")):
        return False
    if left.text == ",":
        return tokens[first - 3].is_capital and tokens[first].is_capital
    right = tokens[first]
    if right.lower in word_set("pronouns"):
        return False
    if left.is_capital == right.is_capital and left.lower not in word_set("times"):
        return is_noun_like(left) and not is_cue_form(left.text)
    return right.lower in ("his", "her", "their", "other", "the") and is_noun_like(left) and left.is_capital


def _lists(tokens: Sequence[Token], first: int) -> bool:
    """Whether the comma before a position separates two names of a list that contains `and`."""
    if first < 3 or not (tokens[first - 2].is_capital and tokens[first].is_capital):
        return False
    after = [token.text for token in tokens[first : first + 8]]
    return "and" in after and tokens[first - 2].lower not in word_set("times") and first - 2 > 0


def _takes_complement(tokens: Sequence[Token], first: int, end: int, joint: str) -> bool:
    head = tokens[end - 1]
    if head.lower in word_set("times") or head.lower in word_set("adverbs"):
        return False
    if head.kind == "possessive" or (head.lower == "according"):
        return False
    if joint == "to" and head.lower in _WRITTEN:
        return True
    if joint in _JOINS:
        return not (first > 0 and tokens[first - 1].lower in word_set("prepositions") - {"of"} and joint == "for")
    if first > 0 and tokens[first - 1].lower in word_set("prepositions"):
        return False
    many = end == 1 and head.lower.endswith("s")  # `Regulators in Dublin`, whose capital only opens the sentence
    return (not head.is_capital or many or head.lower in _STANDING) and not head.text[:1].isdigit()


def _run_before(tokens: Sequence[Token], end: int) -> int | None:
    """The first token of the run of nouns, names and adjectives that ends before a position; `None` without one."""
    if end <= 0:
        return None
    token = tokens[end - 1]
    if token.lower in word_set("pronouns") or token.lower in _STANDING:
        return _with_quantity(tokens, end - 1)
    if token.kind == "possessive" or not (is_noun_like(token) or token.text in _SHUT):
        return None
    first = end
    while first > 0 and end - first < 14:
        before = tokens[first - 1]
        if before.text in _SHUT and before.kind == "mark" and first > 2:
            opening = _nick_opening(tokens, first - 1)
            if opening is None:
                break
            first = opening
            continue
        if before.lower in word_set("determiners") and before.lower not in ("that", "what", "which"):
            first -= 1
            wider = _BEFORE_NUMBERS if before.lower in _NUMBERS else frozenset()
            if first > 0 and tokens[first - 1].lower in _BEFORE_DETERMINERS | wider:
                first -= 1
            break
        if not _continues(tokens, first, end):
            break
        first -= 1
    if first >= end or (end - first == 1 and tokens[first].lower in word_set("determiners")):
        return None
    return first


_WRITTEN: Final = frozenset("appeal email emails letter letters memo message note petition".split())
"""Writings that have an addressee: `a draft of the letter to the mayor`."""
_BEFORE_DETERMINERS: Final = frozenset("all both half many most some".split())
_NUMBERS: Final = frozenset("two three four five six seven eight nine ten other".split())
_BEFORE_NUMBERS: Final = frozenset("her his its my our the their these those your".split())
_STANDING: Final = frozenset(
    "others some many most critics both all those one two three four five six seven eight nine ten everyone everybody "
    "someone somebody another neither none anyone anybody nobody few several other half each".split()
)


_QUANTITIES: Final = frozenset("a all both many most no quite some the".split())


def _with_quantity(tokens: Sequence[Token], at: int) -> int:
    return at - 1 if at > 0 and tokens[at - 1].lower in _QUANTITIES else at


def _nick_opening(tokens: Sequence[Token], at: int) -> int | None:
    if tokens[at - 1].text == ",":
        return None  # the name of a programme, and no nickname
    for position in range(at - 1, max(-1, at - 5), -1):
        if tokens[position].kind == "mark":
            return position
    return None


def _continues(tokens: Sequence[Token], first: int, end: int) -> bool:
    before = tokens[first - 1]
    if before.lower in NAME_PARTS and first < end:
        return True
    if not is_noun_like(before):
        return False
    if first == end:
        return True
    following = tokens[first]
    if before.lower in word_set("times") and not before.is_capital:
        return False
    if before.is_capital and before.lower in NAMES_TOO and following.is_capital:
        return first < 2 or tokens[first - 2].lower not in word_set("prepositions")
    if before.is_capital and before.lower in word_set("times"):
        return first - 1 > 0 and tokens[first - 2].lower not in word_set("prepositions") and not following.is_capital
    if not before.is_capital and following.is_capital and before.kind == "word" and first - 1 > 0:
        return not before.lower.endswith("ly") and not is_cue_form(before.text)
    return not (before.lower.endswith("ly") and not before.is_capital)
