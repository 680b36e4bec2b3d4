"""People who were asked and did not answer: `did not respond to a request for comment`, `could not be reached`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from annotators.annotation import Span
from annotators.quotes.claims import Claim
from annotators.quotes.english.tokens import Token
from annotators.quotes.phrases.subjects import group_start, subject_of

__all__ = ["find_silences"]

_ANSWERS: Final = frozenset("respond responded reply replied return returned answer answered".split())
_ASKED: Final = frozenset(
    "call calls comment comments email emails enquiries enquiry e-mail e-mails inquiries inquiry interview message "
    "messages query queries question questions request requests".split()
)
_HOLDS: Final = frozenset("gave give had has have made offered".split())
_NEGATIONS: Final = frozenset(("not", "never", "n't"))
_LONGEST: Final = 14
"""The most tokens from the verb to the end of what was not answered."""
_SURE: Final = 0.9


def find_silences(tokens: Sequence[Token], covered: Sequence[Span]) -> list[Claim]:
    """The claims of a sentence that somebody did not answer: a cue and a speaker without content."""
    found: list[Claim] = []
    for at, token in enumerate(tokens):
        if token.lower in _ANSWERS:
            claim = _unanswered(tokens, at)
        elif token.lower == "reached" and at and tokens[at - 1].lower == "be":
            claim = _unreached(tokens, at)
        elif token.lower == "comment" and at > 1 and tokens[at - 1].lower == "no" and tokens[at - 2].lower in _HOLDS:
            claim = _claim(tokens, at - 2, at + 1)
        else:
            continue
        if claim is not None and not any(span.start < claim.end and claim.start < span.end for span in covered):
            found.append(claim)
    return found


def _unanswered(tokens: Sequence[Token], at: int) -> Claim | None:
    end = _clause_end(tokens, at + 1)
    asked = any(token.lower in _ASKED for token in tokens[at + 1 : end])
    if not asked or not (_is_negated(tokens, at) or tokens[0].lower == "neither"):
        return None
    return _claim(tokens, at, end)


def _unreached(tokens: Sequence[Token], at: int) -> Claim | None:
    return _claim(tokens, at, _clause_end(tokens, at + 1)) if _is_negated(tokens, at) else None


def _is_negated(tokens: Sequence[Token], at: int) -> bool:
    return any(
        token.lower in _NEGATIONS or token.lower.endswith("n't") for token in tokens[group_start(tokens, at) : at]
    )


def _clause_end(tokens: Sequence[Token], start: int) -> int:
    for at in range(start, min(len(tokens), start + _LONGEST)):
        if tokens[at].kind in ("quote", "dash") or tokens[at].text in (",", ".", ";", ":", "!", "?", "(", ")"):
            return at
    return min(len(tokens), start + _LONGEST)


def _claim(tokens: Sequence[Token], verb: int, end: int) -> Claim | None:
    subject = subject_of(tokens, verb)
    if subject is None:
        return None
    cue = Span(tokens[subject.group].start, tokens[end - 1].end)
    speaker = Span(tokens[subject.first].start, tokens[subject.last - 1].end)
    return Claim((), cue, speaker, "asked, and said nothing", _SURE)
