"""The addressee and the medium of a claim: `told Reuters`, `in a tweet`, `during an interview with the Courier`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from annotators.annotation import Span
from annotators.quotes.claims import Claim
from annotators.quotes.english.lexicon import word_set
from annotators.quotes.english.tokens import Token
from annotators.quotes.phrases.after import phrase_after
from annotators.quotes.saying.content_start import MEDIA

__all__ = ["with_circumstances"]

_TOLD: Final = frozenset(
    "told tell tells telling asked asks asking assured assures reminded reminds informed informs warned warns urged "
    "addressing".split()
)
_PLACED: Final = frozenset(("in", "on", "during", "via", "at"))
_LONGEST: Final = 10


def with_circumstances(tokens: Sequence[Token], claim: Claim) -> Claim:
    """The claim with its addressee and medium, if its sentence names them outside the content."""
    outside = [token for token in tokens if not _is_said(token, claim)]
    return replace(claim, addressee=_addressee(outside, claim), medium=_medium(outside))


def _is_said(token: Token, claim: Claim) -> bool:
    return any(span.start <= token.start < span.end for span in claim.content)


def _addressee(tokens: Sequence[Token], claim: Claim) -> Span | None:
    for at, token in enumerate(tokens[:-1]):
        told = token.lower in _TOLD and (token.lower == "addressing" or _is_cue(token, claim))
        to = token.lower == "to" and at > 0 and _is_cue(tokens[at - 1], claim) and not _is_cue(token, claim)
        if told or to:
            phrase = phrase_after(tokens, at + 1)
            if phrase is not None and phrase.head - at <= _LONGEST:
                found = Span(tokens[at + 1].start, tokens[phrase.head - 1].end)
                return None if tokens[at + 1].lower in word_set("times") or _has_gap(tokens, at, phrase.head) else found
    return None


def _is_cue(token: Token, claim: Claim) -> bool:
    return claim.cue is not None and claim.cue.start <= token.start < claim.cue.end


def _has_gap(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether content was removed between two of the tokens."""
    return any(
        right.start - left.end > 2
        for left, right in zip(tokens[first : last - 1], tokens[first + 1 : last], strict=True)
    )


def _medium(tokens: Sequence[Token]) -> Span | None:
    for at, token in enumerate(tokens[:-1]):
        if token.lower not in _PLACED:
            continue
        phrase = phrase_after(tokens, at + 1)
        if phrase is None or phrase.head - at > _LONGEST:
            continue
        words = [word.lower for word in tokens[at + 1 : phrase.head]]
        if not set(words) & MEDIA or _has_gap(tokens, at + 1, phrase.head):
            continue
        end = next(place for place in range(at + 1, phrase.head) if tokens[place].lower in MEDIA) + 1
        return Span(tokens[at + 1].start, tokens[end - 1].end)
    return None
