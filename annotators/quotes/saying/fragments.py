"""Quoted words after a verb that is not in the lists: `he likened the plan to “a bridge to nowhere”`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from annotators.annotation import Span
from annotators.quotes.claims import Claim
from annotators.quotes.english.lexicon import CueForm, word_set
from annotators.quotes.english.tokens import Token
from annotators.quotes.phrases.offices import is_office
from annotators.quotes.phrases.subjects import looks_past, subject_of
from annotators.quotes.saying.content_end import content_end
from annotators.quotes.saying.evidence import signs_of
from annotators.quotes.saying.weighing import Judge

__all__ = ["find_fragments"]

_FARTHEST: Final = 14
_UNKNOWN: Final = CueForm("", "?", "past", {"all": (0, 0)})


def find_fragments(tokens: Sequence[Token], covered: Sequence[Span], judge: Judge) -> list[Claim]:
    """The claims around fragments of speech in a sentence that no earlier claim covers."""
    claims: list[Claim] = []
    reached = 0
    for at, token in enumerate(tokens):
        if token.kind != "quote" or at < reached:
            continue
        if any(span.start <= token.start < span.end for span in covered):
            continue
        found = _claim(tokens, at, judge)
        if found is not None and not any(found[0].content[0].end > span.start >= found[0].start for span in covered):
            claims.append(found[0])
            reached = found[1]
    return claims


def _claim(tokens: Sequence[Token], quote: int, judge: Judge) -> tuple[Claim, int] | None:
    verb = _verb_before(tokens, quote)
    if verb is None:
        return None
    subject = subject_of(tokens, verb)
    if subject is None:
        return None
    start = verb + 1
    end = max(content_end(tokens, start, "?"), quote + 1)
    claim = Claim(
        (Span(tokens[start].start, tokens[end - 1].end),),
        Span(tokens[subject.group].start, tokens[verb].end),
        Span(tokens[subject.first].start, tokens[subject.last - 1].end),
        f"words in marks after: {tokens[verb].text}",
        0.5,
    )
    judged = judge(claim, signs_of(tokens, verb, _UNKNOWN, subject, (start, end)))
    return (judged, end) if judged is not None else None


def _verb_before(tokens: Sequence[Token], quote: int) -> int | None:
    """The nearest verb to the left in the same clause; one that may be a plural noun only if there is no other."""
    plural = None
    for at in range(quote - 1, max(0, quote - _FARTHEST), -1):
        token = tokens[at]
        if token.kind in ("quote", "dash") or token.text in (";", ":") or token.lower in word_set("subordinators"):
            break
        if not looks_past(token) or (at and tokens[at - 1].lower in word_set("determiners")):
            continue
        if not _may_be_plural(tokens, at):
            return at
        plural = at if plural is None else plural
    return plural


def _may_be_plural(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word that looks like a verb in the present may be a plural noun: `branded the riots a ‘stain’`."""
    word = tokens[at].lower
    if word in word_set("pasts") or not word.endswith("s") or not at:
        return False
    before = tokens[at - 1]
    return not (before.is_capital or before.lower in word_set("pronouns") or is_office(before.lower))
