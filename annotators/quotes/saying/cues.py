"""Cues, words that may report speech, and what stands around them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from annotators.quotes.english.lexicon import CueForm, uses, word_set
from annotators.quotes.english.tokens import Token

__all__ = ["CONTEXTS", "cue_at", "frame_at", "is_noun_use", "likelihood"]

CONTEXTS: Final = ("about", "det", "for", "name", "of", "other", "prep", "pronoun", "quote", "stop", "that", "to", "wh")
"""What may follow a cue: the values of `frame_at`."""

_WH: Final = frozenset("how if what when where whether which who why".split())
_SUBJECTS: Final = frozenset("he i it she there these they this those we you he's it's she's they're we're".split())
_BEFORE_NOUN: Final = frozenset(
    "a an any another each every her his its last latest my new no our own recent some such that the their these "
    "this those your".split()
)
_CLAUSES: Final = frozenset("det pronoun quote that wh".split())
_ALONE: Final = frozenset("another each one these those".split())
"""Words before a noun that can also stand alone as a subject: `another said`."""
_ADJECTIVAL: Final = ("able", "al", "ary", "cent", "ed", "ful", "ic", "ing", "ive", "ous", "test", "tent")
_PRIOR: Final = 4.0
"""The weight of the lemma's overall rate, in occurrences, beside the counts of one frame."""


def frame_at(tokens: Sequence[Token], at: int) -> str:
    """The kind of word that follows the word at a position: one of `CONTEXTS`."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is not None and following.kind == "mark":
        following = tokens[at + 2] if at + 2 < len(tokens) else None
    if following is None:
        return "stop"
    if following.kind == "quote":
        return "quote"
    if following.text in (",", ":") and at + 2 < len(tokens) and tokens[at + 2].kind == "quote":
        return "quote"
    word = following.lower
    for frame in ("that", "to", "of", "for", "about"):
        if word == frame:
            return frame
    if not following.is_word:
        return "stop"
    if word in _WH:
        return "wh"
    if word in _SUBJECTS:
        return "pronoun"
    if word in word_set("prepositions"):
        return "prep"
    if word in word_set("determiners"):
        return "det"
    return "name" if following.is_capital else "other"


def is_noun_use(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word at a position is used as a noun: the claim, his claim, Iran's claim."""
    if at == 0:
        return False
    before = tokens[at - 1]
    if before.kind == "possessive" or before.lower in _BEFORE_NOUN:
        return True
    return at > 1 and tokens[at - 2].lower in _BEFORE_NOUN and before.lower.endswith(_ADJECTIVAL)


def cue_at(tokens: Sequence[Token], at: int) -> CueForm | None:
    """The cue form that the word at a position may be; `None` if it is none."""
    token = tokens[at]
    if not token.is_word:
        return None
    known = uses().get(token.lower)
    if known is None or _is_name_part(tokens, at):
        return None
    verb, noun = known
    if at and verb is not None and verb.tense == "past" and tokens[at - 1].lower in _ALONE:
        return verb if verb.lemma == "say" or frame_at(tokens, at) in _CLAUSES else noun
    return noun if is_noun_use(tokens, at) else verb or noun


def _is_name_part(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word ends a name: the Washington Post, the Drudge Report; not where most words have capitals."""
    if not (tokens[at].is_capital and at and tokens[at - 1].is_capital and tokens[at - 1].is_word):
        return False
    words = [token for token in tokens if token.kind == "word"]
    return 2 * sum(token.is_capital for token in words) < len(words)


def likelihood(cue: CueForm, frame: str) -> float:
    """The rate at which this lemma reports speech when so followed, 0 to 1, smoothed from the counts of the table."""
    said, seen = cue.frames["all"]
    rate = (said + 0.2) / (seen + 1)
    said_here, seen_here = cue.frames.get(frame, (0, 0))
    return (said_here + _PRIOR * rate) / (seen_here + _PRIOR)
