"""Noun phrases by rule: who stands before a verb of saying, and who stands after it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from annotators.quotes.lexicon import is_cue_form, word_set
from annotators.quotes.tokens import Token

__all__ = ["Phrase", "is_noun_like", "phrase_after", "phrase_before"]

_JOINS: Final = frozenset("of for".split())
_LOOSE_JOINS: Final = frozenset("from with in at on to by behind against near close familiar inside within".split())
_NAME_PARTS: Final = frozenset("al bin da de del der di dos el la le van von ibn abu st y".split())
_NAMES_TOO: Final = frozenset("april august autumn friday june may summer".split())
_OPEN, _SHUT = frozenset("([“\"‘'"), frozenset(")]”\"’'")
_LONGEST = 60


class Phrase(NamedTuple):
    """A noun phrase: token positions `[first, last)` of a sentence, `head` the core without what follows a comma."""

    first: int
    last: int
    head: int


def is_noun_like(token: Token) -> bool:
    """Whether a word can stand inside a noun phrase before its last word."""
    if token.kind == "possessive":
        return True
    if token.kind == "other":
        return token.text in "&%§¶©®°±¼½¾"
    if not token.is_word:
        return False
    if token.is_capital:
        return token.lower not in _FUNCTION_CAPITALS
    word = token.lower
    return word not in _function_words()


_FUNCTION_CAPITALS: Final = frozenset(
    "according after although and as at because before but by during for from he her his how i if in it its meanwhile my "
    "now of on once or our she since so still that their then there they this those though to under until we what when "
    "where whether which while who why with without yes yet you your however instead also later earlier".split()
)


def _function_words() -> frozenset[str]:
    return (
        word_set("auxiliaries") | word_set("prepositions") | word_set("pronouns_any") | word_set("conjunctions")
        | word_set("subordinators") | word_set("adverbs") | word_set("determiners") | _EXTRA
    )  # fmt: skip


_EXTRA: Final = frozenset("or if than as and but who which that how why what n't".split())


def phrase_before(tokens: Sequence[Token], end: int) -> Phrase | None:
    """The noun phrase that ends just before a position; what stands between commas after it is part of it."""
    last = end
    if last > 0 and tokens[last - 1].text == ",":
        return _with_apposition(tokens, last)
    if last > 0 and tokens[last - 1].text in (")", "]"):
        opening = _opening_bracket(tokens, last - 1)
        core = _core_before(tokens, opening) if opening is not None else None
        return Phrase(core.first, last, core.last) if core else None
    return _core_before(tokens, last)


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
        if not _can_be_apposed(tokens, comma + 1, end - 1):
            continue
        core = _core_before(tokens, comma)
        if core is None or not _is_nameable(tokens, core):
            continue
        first = _name_before(tokens, core)
        return Phrase(first, end, core.last if first == core.first else first + 1)
    return None


def _name_before(tokens: Sequence[Token], core: Phrase) -> int:
    """Where the name begins before a first apposition, where more follow: `Ann Lee, 43, of Leeds, a nurse,`."""
    best = at = core.first
    named = tokens[core.first].is_capital and tokens[core.first].lower not in ("a", "an", "the")
    for _ in range(4):
        if at > 1 and tokens[at - 1].lower in ("of", "from", "in") and tokens[at - 2].text == ",":
            at -= 1
            named = False
        if at < 2 or tokens[at - 1].text != ",":
            break
        earlier = _core_before(tokens, at - 1)
        if earlier is None or tokens[earlier.last - 1].lower in word_set("times"):
            break
        at = earlier.first
        capital = tokens[earlier.last - 1].is_capital
        placed = at > 0 and tokens[at - 1].lower in word_set("prepositions")
        if capital and not placed and not named:
            best = at
        named = named and not tokens[earlier.last - 1].text[:1].isdigit() and not placed
    return best


def _is_nameable(tokens: Sequence[Token], core: Phrase) -> bool:
    """Whether a phrase is one that something may be apposed to: it has a name, an article or a role in it."""
    words = tokens[core.first : core.last]
    if words[-1].lower in word_set("times"):
        return False
    return any(word.is_capital for word in words) or words[0].lower in word_set("determiners")


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
    if opening in word_set("prepositions") or opening in word_set("subordinators"):
        return opening in ("of", "in", "at", "on", "during", "after", "like", "when", "while", "with", "asked", "from")
    if tokens[first].is_capital or opening in word_set("adverbs"):
        return True
    return is_noun_like(tokens[first]) or opening.endswith(("ing", "ed"))


def _core_before(tokens: Sequence[Token], end: int) -> Phrase | None:
    """The phrase without appositions that ends before a position, with `of` and the like inside it."""
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
    """Whether the comma before a position parts two names of a list that ends in `and`."""
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
    if joint in _JOINS:
        return not (first > 0 and tokens[first - 1].lower in word_set("prepositions") and joint == "for")
    if first > 0 and tokens[first - 1].lower in word_set("prepositions"):
        return False
    return not head.is_capital and not head.text[:1].isdigit()


def _run_before(tokens: Sequence[Token], end: int) -> int | None:
    """Where the run of nouns, names and adjectives that ends before a position begins; None where there is none."""
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
        if before.lower in word_set("determiners") and not (before.lower in ("that", "what", "which")):
            first -= 1
            if first > 0 and tokens[first - 1].lower in ("all", "both", "half", "many", "most", "some"):
                first -= 1
            break
        if not _continues(tokens, first, end):
            break
        first -= 1
    if first >= end or (end - first == 1 and tokens[first].lower in word_set("determiners")):
        return None
    return first


_STANDING: Final = frozenset(
    "others some many most critics both all those one everyone someone neither none anyone nobody".split()
)


def _with_quantity(tokens: Sequence[Token], at: int) -> int:
    return at - 1 if at > 0 and tokens[at - 1].lower in ("some", "many", "the", "most", "both", "all") else at


def _nick_opening(tokens: Sequence[Token], at: int) -> int | None:
    for position in range(at - 1, max(-1, at - 5), -1):
        if tokens[position].kind == "mark":
            return position
    return None


def _continues(tokens: Sequence[Token], first: int, end: int) -> bool:
    before = tokens[first - 1]
    if before.lower in _NAME_PARTS and first < end:
        return True
    if not is_noun_like(before):
        return False
    if first == end:
        return True
    following = tokens[first]
    if before.lower in word_set("times") and not before.is_capital:
        return False
    if before.is_capital and before.lower in _NAMES_TOO and following.is_capital:
        return first < 2 or tokens[first - 2].lower not in word_set("prepositions")
    if before.is_capital and before.lower in word_set("times"):
        return first - 1 > 0 and tokens[first - 2].lower not in word_set("prepositions") and not following.is_capital
    if not before.is_capital and following.is_capital and before.kind == "word" and first - 1 > 0:
        return not before.lower.endswith("ly") and not is_cue_form(before.text)
    return not (before.lower.endswith("ly") and not before.is_capital)


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
        if token.lower in _NAME_PARTS and seen:
            at += 1
            continue
        if not is_noun_like(token) or (token.is_capital and seen and token.lower in word_set("times")):
            break
        if seen and tokens[at - 1].is_capital and not token.is_capital and _looks_finite(token):
            break
        if seen and not token.is_capital and token.lower in word_set("times"):
            break
        seen = True
        at += 1
    while at > start and (tokens[at - 1].lower in ("of", "for", "and", "&") or tokens[at - 1].lower in word_set("determiners")):
        at -= 1
    return at if seen and at > start else None


def _looks_finite(token: Token) -> bool:
    """Whether a word in lower case right after a name is its verb rather than a noun it modifies."""
    return token.kind == "word" and (token.lower.endswith("ed") or is_cue_form(token.text) or token.lower in word_set("pasts"))


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
            if following.kind == "quote" or following.lower in word_set("participles_before") or (
                following.lower.endswith("ing") or following.lower in word_set("conjunctions")
                or following.lower in word_set("subordinators")
            ):
                break
        at += 1
    if at < len(tokens) and tokens[at - 1].text == ",":
        at -= 1
    return at


def _apposes(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if token.lower in ("who", "whose", "which", "a", "an", "the", "one", "his", "her", "their", "its", "another", "now"):
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
