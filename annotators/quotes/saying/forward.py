"""Content after its clause of saying: Zarif said that ..., Iran accused Twitter of ..., he asked whether ..."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from annotators.annotation import Span
from annotators.quotes.claims import Claim
from annotators.quotes.english.lexicon import CueForm, word_set
from annotators.quotes.english.tokens import Token
from annotators.quotes.phrases import Phrase
from annotators.quotes.phrases.subjects import Subject, is_passive, looks_past, subject_of
from annotators.quotes.saying.clauses import Clause
from annotators.quotes.saying.content_end import NO_COMMENT, content_end
from annotators.quotes.saying.content_start import content_start
from annotators.quotes.saying.cues import cue_at, frame_at, likelihood
from annotators.quotes.saying.evidence import signs_of
from annotators.quotes.saying.weighing import Judge, weigh

__all__ = ["SPEAKING", "find_forward"]

_LEAST_RATE = 0.15
_LEAST_RATE_QUOTED = 0.1
_NAMING: Final = frozenset("brand call describe dub label".split())
_PUBLISHING: Final = frozenset("post publish read share release".split())
"""Verbs whose object is mostly a thing: only a quotation or `that` after them is speech."""
_ANONYMITY: Final = frozenset(
    "anonymity anonymous be by for identified name named not quoted remain that they to".split()
)
_ANONYMOUS: Final = 4
"""The tokens at the start of content that are checked for a wish to stay unnamed: `not to be named`."""
SPEAKING: Final = frozenset(
    "address answer comment confirm describe detail disclose discuss elaborate explain expand give identify name offer "
    "provide release respond reveal say share speak specify speculate state talk tell".split()
)


def find_forward(
    tokens: Sequence[Token],
    taken: Iterable[tuple[int, int]],
    clauses: Sequence[Clause] = (),
    judge: Judge = weigh,
) -> list[Claim]:
    """The claims of a sentence whose content comes after the cue.

    `taken` are the tokens `[first, last)` that are in claims already. `clauses` are the clauses of saying among them,
    whose speakers a participle after them shares.
    """
    claims: list[Claim] = []
    prior: Phrase | None = None
    blocked = [tuple(span) for span in taken]
    speakers = {clause.last: clause.speaker for clause in clauses if clause.speaker is not None}
    at = 0
    while at < len(tokens):
        inside = next((span for span in blocked if span[0] <= at < span[1]), None)
        if inside is not None:
            at = inside[1]
            if at in speakers:
                first, last = speakers[at]
                prior = Phrase(first, last, last)
            continue
        cue = cue_at(tokens, at)
        found = _claim(tokens, at, cue, prior, judge) if cue is not None else None
        if found is None:
            at += 1
            continue
        claim, subject, reached = found
        claims.append(claim)
        if subject is not None and subject.how in ("subject", "subject with apposition"):
            prior = Phrase(subject.first, subject.last, subject.last)
        at = reached
    return claims


def _claim(
    tokens: Sequence[Token], at: int, cue: CueForm, prior: Phrase | None, judge: Judge
) -> tuple[Claim, Subject | None, int] | None:
    found = _content(tokens, at, cue)
    if found is None:
        return None
    start, end = found
    rate, quoted = likelihood(cue, frame_at(tokens, at)), tokens[start].kind == "quote"
    if rate < (_LEAST_RATE_QUOTED if quoted else _LEAST_RATE):
        return None
    subject = _subject(tokens, at, cue, prior)
    if subject is None:
        return None
    end = _end_of_relative(tokens, subject, start, end)
    claim = Claim(
        _pieces(tokens, start, end, cue),
        Span(tokens[subject.group].start, tokens[at].end),
        Span(tokens[subject.first].start, tokens[subject.last - 1].end),
        f"{subject.how} and {'quotation' if quoted else 'clause'}: {_words(tokens, subject)} {tokens[at].text}",
        min(0.95, 0.4 + 0.5 * rate + (0.08 if quoted else 0.0)),
        lemma=cue.lemma,
    )
    judged = judge(claim, signs_of(tokens, at, cue, subject, found))
    return (judged, subject, end) if judged is not None else None


def _end_of_relative(tokens: Sequence[Token], subject: Subject, start: int, end: int) -> int:
    """The end of content in a clause between commas: `Holt, who has called it "a farce", did not attend`."""
    if subject.how != "relative clause" or not subject.first or tokens[subject.first - 1].text != ",":
        return end
    for at in range(start + 1, end - 1):
        verb = tokens[at + 1]
        if tokens[at].text == "," and (verb.lower in word_set("auxiliaries") or looks_past(verb)):
            return at
    return end


def _content(tokens: Sequence[Token], at: int, cue: CueForm) -> tuple[int, int] | None:
    """The tokens `[start, end)` of the content after the cue at `at`; `None` if what follows is no speech."""
    if cue.tense == "noun" or (at and tokens[at - 1].lower == "without"):
        return None
    if tokens[0].lower == "neither" and cue.lemma in ("answer", "reply", "respond"):
        return None  # nothing is said: `Neither replied`
    start = content_start(tokens, at, cue)
    if start is None or _is_a_thing(tokens[start], cue) or _is_no_clause(tokens, start):
        return None
    start = _past_a_thing(tokens, start)
    end = content_end(tokens, start, cue.lemma)
    introduces = tokens[-1].text == ":" and end == len(tokens) - 1
    anonymous = {token.lower for token in tokens[start : min(end, start + _ANONYMOUS)]} <= _ANONYMITY
    if introduces or end <= start or anonymous:
        return None
    if cue.lemma in NO_COMMENT and not _refuses_speech(tokens, at):
        return None
    return start, end


def _past_a_thing(tokens: Sequence[Token], start: int) -> int:
    """The start of a quotation that a colon introduces after a noun phrase: `declared victory in a note: "..."`."""
    colon = next((at for at in range(start + 1, len(tokens) - 1) if tokens[at].text == ":"), None)
    if colon is None or tokens[colon + 1].kind != "quote":
        return start
    lead = tokens[start:colon]
    told = any(word.lower in word_set("auxiliaries") | word_set("subordinators") or looks_past(word) for word in lead)
    return start if told or any(word.kind == "quote" or word.text in (",", ";") for word in lead) else colon + 1


def _is_a_thing(first: Token, cue: CueForm) -> bool:
    """Whether the object of a verb of publishing may be a thing: neither a quotation nor `that` follows."""
    return cue.lemma in _PUBLISHING and first.kind != "quote" and first.lower != "that"


def _is_no_clause(tokens: Sequence[Token], start: int) -> bool:
    """Whether `to` is a preposition here: an auxiliary without an infinitive follows."""
    if tokens[start].lower != "to" or start + 1 == len(tokens):
        return False
    return tokens[start + 1].lower in word_set("auxiliaries") - {"be", "have", "do"}


def _pieces(tokens: Sequence[Token], start: int, end: int, cue: CueForm) -> tuple[Span, ...]:
    """The spans of the content; after `call` and the like only quotations if they are longer: `called it "a farce"`."""
    whole = (Span(tokens[start].start, tokens[end - 1].end),)
    quotes = [token for token in tokens[start:end] if token.kind == "quote"]
    if cue.lemma not in _NAMING or not quotes:
        return whole
    inside = sum(len(token.text.split()) for token in quotes)
    outside = sum(token.is_word and token.lower not in ("and", "as") for token in tokens[start:end])
    return tuple(Span(token.start, token.end) for token in quotes) if inside > outside else whole


def _refuses_speech(tokens: Sequence[Token], at: int) -> bool:
    """Whether it is speaking that is declined: `declined to comment`, not `declined to rename the ferry`."""
    following = [token.lower for token in tokens[at + 1 : at + 4]]
    return following[:1] == ["to"] and (bool(set(following[1:2]) & SPEAKING) or following[1:2] == ["be"])


def _words(tokens: Sequence[Token], subject: Subject) -> str:
    return " ".join(token.text for token in tokens[subject.first : subject.last][:6])


def _subject(tokens: Sequence[Token], at: int, cue: CueForm, prior: Phrase | None) -> Subject | None:
    if cue.tense == "past" and is_passive(tokens, at):
        return None
    if cue.tense == "base" and at and tokens[at - 1].lower in ("to", "the", "a", "an"):
        return subject_of(tokens, at, prior) if tokens[at - 1].lower == "to" else None
    return subject_of(tokens, at, prior)
