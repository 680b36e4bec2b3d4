"""The subject of a verb of saying, from the tokens to its left."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from annotators.quotes.english.lexicon import is_cue_form, word_set
from annotators.quotes.english.tokens import Token
from annotators.quotes.phrases import Phrase
from annotators.quotes.phrases.before import phrase_before

__all__ = ["Subject", "group_start", "is_passive", "looks_past", "opening_phrase", "subject_of"]

_RAISING: Final = frozenset(
    "went goes going on came forward continued continues sought seeks took takes wanted wants tried refused refuses "
    "managed began begins proceeded used hastened rushed appeared seemed seems to not".split()
)
"""Verbs before another verb whose subject is the same: went on to say, refused to say."""

_FINITE_RAISING: Final = _RAISING - frozenset("on forward to not".split())
_BOTH_WAYS: Final = frozenset(("both", "either", "neither"))
"""Words that stand inside a verb group: `was neither held nor fined`."""
_OBJECTS: Final = frozenset("him me them us".split())
"""Pronouns that are never a subject: `let me say`."""
_LEAVES: Final = frozenset(",;:—–--")


class Subject(NamedTuple):
    """A subject at tokens `[first, last)`, the first token of the verb group, and how the subject was found."""

    first: int
    last: int
    group: int
    how: str


def group_start(tokens: Sequence[Token], at: int) -> int:
    """The first token of the verb group of the verb at a position, with its auxiliaries and adverbs."""
    first = at
    while first > 0 and _belongs(tokens, first, at):
        first -= 1
    return first


def _belongs(tokens: Sequence[Token], first: int, at: int) -> bool:
    """Whether the word before a verb group that begins at `first` is part of it."""
    before = tokens[first - 1]
    word = before.lower
    if word in word_set("auxiliaries"):
        return True
    if word in _BOTH_WAYS and first > 1 and tokens[first - 2].lower in word_set("auxiliaries"):
        return True
    if before.is_word and not before.is_capital and (word in word_set("adverbs") or word.endswith("ly")):
        return word != "family"
    if word == "to":
        return first > 1 and tokens[first - 2].lower in _RAISING | {"had", "have", "has"}
    return word in _RAISING and first < at and tokens[first].lower in ("to", "on", "forward")


def subject_of(tokens: Sequence[Token], at: int, prior: Phrase | None = None) -> Subject | None:
    """The subject of the verb at a position.

    `prior` is the subject of the verb before it in the same sentence, which a participle or a second verb after `and`
    shares.
    """
    group = group_start(tokens, at)
    if group == 0:
        if tokens[at].lower.endswith("ing") and prior:
            return Subject(prior.first, prior.last, group, "participle")
        return None
    before = tokens[group - 1]
    participle = tokens[at].lower.endswith("ing") and not _has_auxiliary(tokens, group, at)
    if before.lower in word_set("relatives") and before.lower != "that":
        return Subject(group - 1, group, group, "relative clause")
    if _is_infinitive(tokens, group, at) and not _is_raised(tokens, group, at):
        return None
    finite = group < at and tokens[group].lower in _FINITE_RAISING
    if participle and before.lower == "of":
        return None  # `an act of saying good night` reports no speech
    if participle or (_is_infinitive(tokens, group, at) and not finite):
        shared = _own_subject(tokens, group) or prior or _of_participle(tokens, group)
        return Subject(shared.first, shared.last, group, "participle") if shared else None
    if before.lower in ("and", "but", "or", "then") or before.text == ",":
        return _after_and_or_comma(tokens, group, prior)
    if before.lower in _OBJECTS:
        return None
    found = phrase_before(tokens, _before_circumstance(tokens, group))
    if found is None:
        return None
    whole = _with_participle(tokens, _with_relative(tokens, found))
    return Subject(whole.first, whole.last, group, "subject")


def _after_and_or_comma(tokens: Sequence[Token], group: int, prior: Phrase | None) -> Subject | None:
    """The subject of a verb group after a comma or a conjunction: with an apposition, or shared with another verb."""
    found = phrase_before(tokens, group) if tokens[group - 1].text == "," else None
    if found is not None:
        return Subject(found.first, found.last, group, "subject with apposition")
    shared = prior or _shared_subject(tokens, group)
    return Subject(shared.first, shared.last, group, "shared subject") if shared else None


def is_passive(tokens: Sequence[Token], at: int) -> bool:
    """Whether the participle at a position is passive: `was widely accused`."""
    for before in range(at - 1, max(-1, at - 4), -1):
        word = tokens[before].lower
        if word in ("is", "are", "was", "were", "be", "been", "being", "am", "'s"):
            return True
        if word not in word_set("adverbs") and not word.endswith("ly"):
            return False
    return False


def _own_subject(tokens: Sequence[Token], group: int) -> Phrase | None:
    """A participle's own subject: `with Trump tweeting`, `the clip of Clinton saying`."""
    before = tokens[group - 1]
    if not before.is_word or before.lower in word_set("prepositions") | word_set("conjunctions"):
        return None
    found = phrase_before(tokens, group)
    if found is None or found.first == 0 or not tokens[found.last - 1].is_capital:
        return None
    return found if tokens[found.first - 1].lower in ("with", "of", "about", "from", "and") else None


def _of_participle(tokens: Sequence[Token], group: int) -> Phrase | None:
    """The subject of the verb that a participle belongs to: `won the vote by promising`, `..., adding that`."""
    if tokens[group - 1].lower in ("by", "for", "in", "after", "before", "while"):
        return _nearest_subject(tokens, group - 1) or opening_phrase(tokens, group)
    return opening_phrase(tokens, group)


def _before_circumstance(tokens: Sequence[Token], end: int) -> int:
    """The end of the subject before `on Saturday`, `this week`, `in 2015` or `in a statement` and its verb."""
    for first in range(end - 1, max(0, end - 7), -1):
        token = tokens[first]
        inside = tokens[first + 1 : end]
        if token.lower in ("on", "in", "during", "at", "this", "last", "earlier", "late") and inside:
            timely = inside[-1].lower in word_set("times") | _OCCASIONS or inside[-1].text.isdigit()
            starts = first > 0 and tokens[first - 1].is_word and tokens[first - 1].lower not in word_set("prepositions")
            if timely and starts and not any(word.text == "," for word in inside):
                return _before_circumstance(tokens, first)
        elif first == end - 1 and _is_day(tokens, first):
            return first
    return end


def _is_day(tokens: Sequence[Token], at: int) -> bool:
    """Whether a bare day or month stands between a subject and its verb: `Trump Monday said`."""
    if not (tokens[at].is_capital and tokens[at].lower in word_set("times") and at > 0):
        return False
    return tokens[at - 1].is_word and tokens[at - 1].lower not in word_set("prepositions") | {"last", "this"}


_OCCASIONS: Final = frozenset("statement interview speech tweet email debate letter post article column".split())


def _with_relative(tokens: Sequence[Token], found: Phrase) -> Phrase:
    """The whole of `One of the doctors who sent the letter`, where only `the letter` is found before the verb."""
    for at in range(found.first - 1, max(0, found.first - 9), -1):
        token = tokens[at]
        if not token.is_word:
            return found
        if token.lower == "who" and tokens[at - 1].is_word:
            outer = phrase_before(tokens, at)
            return Phrase(outer.first, found.last, outer.last) if outer is not None else found
    return found


def _with_participle(tokens: Sequence[Token], found: Phrase) -> Phrase:
    """The whole of `Protesters marching through the streets`, where only `the streets` is found before the verb."""
    at = found.first - 1
    if at > 1 and tokens[at].lower in word_set("prepositions"):
        at -= 1
    word = tokens[at] if at > 0 else None
    if word is None or word.is_capital or not word.lower.endswith("ing") or len(word.text) < 5:
        return found
    if not tokens[at - 1].is_word or tokens[at - 1].lower in word_set("auxiliaries"):
        return found
    outer = phrase_before(tokens, at)
    return Phrase(outer.first, found.last, outer.last) if outer is not None else found


def _has_auxiliary(tokens: Sequence[Token], group: int, at: int) -> bool:
    return any(token.lower in word_set("auxiliaries") for token in tokens[group:at])


def _is_infinitive(tokens: Sequence[Token], group: int, at: int) -> bool:
    return tokens[group - 1].lower == "to" or (group < at and tokens[group].lower == "to")


def _is_raised(tokens: Sequence[Token], group: int, at: int) -> bool:
    """Whether an infinitive reports speech that took place: `went on to say`, not `a force to defend the bloc`."""
    return (group < at and tokens[group].lower in _RAISING - {"to"}) or (
        group > 0 and tokens[group - 1].lower == "to" and tokens[max(0, group - 2)].lower in _RAISING
    )


def _shared_subject(tokens: Sequence[Token], group: int) -> Phrase | None:
    """The subject that a verb after `and` or a comma shares with an earlier verb."""
    nearest, opening = _nearest_subject(tokens, group - 1), opening_phrase(tokens, group)
    if nearest is None or opening is None or nearest.first != opening.first:
        return nearest or opening
    return min(nearest, opening, key=lambda phrase: phrase.last)


def _nearest_subject(tokens: Sequence[Token], stop: int) -> Phrase | None:
    """The subject of the verb before a coordinated one: `who took to the streets and called for ...`."""
    for at in range(stop - 1, 0, -1):
        token = tokens[at]
        if token.kind in ("quote", "dash") or token.text in (";", ":"):
            return None
        if token.lower == "who":
            return Phrase(at, at + 1, at + 1)
        if token.is_word and (token.lower in word_set("auxiliaries") or looks_past(token)) and at > 1:
            group = group_start(tokens, at)
            if group and tokens[group - 1].lower == "who":
                return Phrase(group - 1, group, group)
            if group and not tokens[group - 1].is_word:
                continue
            found = phrase_before(tokens, _before_circumstance(tokens, group)) if group else None
            if found is not None and not _is_lead_in(tokens, found):
                return found
    return None


def opening_phrase(tokens: Sequence[Token], stop: int) -> Phrase | None:
    """The subject at the opening of a sentence: its first noun phrase before a verb, lead-ins skipped."""
    begin = _after_lead_in(tokens, stop)
    return _first_subject(tokens, begin, stop) or (_first_subject(tokens, 0, stop) if begin else None)


def _after_lead_in(tokens: Sequence[Token], stop: int) -> int:
    """The token after the first comma if a circumstance opens the sentence, else 0: `When it was over, Trump ...`."""
    opening = tokens[0].lower if tokens else ""
    if opening not in word_set("subordinators") and opening not in word_set("prepositions"):
        return 0
    return next((at + 1 for at in range(1, stop) if tokens[at].text == ","), 0)


def _first_subject(tokens: Sequence[Token], begin: int, stop: int) -> Phrase | None:
    for at in range(begin + 1, stop):
        token = tokens[at]
        if not token.is_word or tokens[at - 1].text in _LEAVES:
            continue
        if (
            token.lower in word_set("auxiliaries")
            or is_cue_form(token.text)
            or looks_past(token)
            or _is_present(tokens, at)
        ):
            group = group_start(tokens, at)
            found = phrase_before(tokens, _before_circumstance(tokens, group)) if group else None
            if found is not None and found.first >= begin and not _is_lead_in(tokens, found):
                return found
    return None


def looks_past(token: Token) -> bool:
    """Whether a lower-case word looks like a finite verb."""
    if token.lower in word_set("pasts"):
        return True
    return not token.is_capital and token.lower.endswith(("ed", "es", "ts", "ks", "ds", "ns")) and len(token.text) > 3


def _is_present(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word directly after a name is its verb in the present: `Pike laughs.`, `Lund shrugs at this`."""
    token, before = tokens[at], tokens[at - 1]
    if token.text[-1] != "s" or token.is_capital or token.kind != "word" or token.lower.endswith("ss"):
        return False
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    ends = after is None or not after.is_word or after.lower in word_set("prepositions") | word_set("determiners")
    return ends and before.kind == "word" and (before.is_capital or before.lower in ("he", "she"))


def _is_lead_in(tokens: Sequence[Token], phrase: Phrase) -> bool:
    return phrase.first > 0 and tokens[phrase.first - 1].lower in word_set("prepositions")
