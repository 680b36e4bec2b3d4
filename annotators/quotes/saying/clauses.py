"""Clauses of saying after the content: `said Zarif`, `he told Reuters`, `according to her`, `as she put it`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from annotators.quotes.english.gender import people_words
from annotators.quotes.english.lexicon import word_set
from annotators.quotes.english.tokens import Token
from annotators.quotes.phrases.after import phrase_after
from annotators.quotes.phrases.offices import head_of, is_office, singular
from annotators.quotes.phrases.subjects import looks_past, subject_of
from annotators.quotes.saying.content_end import NO_COMMENT
from annotators.quotes.saying.cues import cue_at, frame_at, likelihood

__all__ = ["Clause", "clause_at", "is_bare_office"]

_SEPARATORS: Final = frozenset((",", "—", "–", "--", "?", "!"))


_GOING_ON: Final = frozenset(("and", "before", "while"))
_WITH_VERB: Final = frozenset(("subject", "subject with apposition"))
_UNKNOWN = 0.6
_LEAST_RATE_PLAIN = 0.45


_LEAST_RATE_QUOTED = 0.12


class Clause(NamedTuple):
    """A clause of saying at tokens `[first, last)`, with its cue and speaker as token positions.

    `rule` says how it was found; `rate` is how likely the clause reports speech, 0 to 1.
    """

    first: int
    last: int
    cue: tuple[int, int]
    speaker: tuple[int, int] | None
    rule: str
    rate: float


def clause_at(tokens: Sequence[Token], at: int) -> Clause | None:
    """The clause of saying that begins at a position, directly after content; `None` if there is none."""
    before = tokens[at - 1]
    quoted = before.kind == "quote" or (before.text in _SEPARATORS and at > 1 and tokens[at - 2].kind == "quote")
    if not quoted and before.text not in _SEPARATORS:
        return _according(tokens, at)
    return (
        _according(tokens, at)
        or _in_words_of(tokens, at)
        or _inverted(tokens, at, quoted)
        or _plain(tokens, at, quoted)
    )


def _according(tokens: Sequence[Token], at: int) -> Clause | None:
    word = tokens[at].lower
    if word in ("according", "per") and at > 0:
        start = at + 2 if word == "according" else at + 1
        if word == "per" and (tokens[at - 1].text != "," or tokens[at].is_capital):
            return None
        if word == "according" and (at + 1 >= len(tokens) or tokens[at + 1].lower != "to"):
            return None
        phrase = phrase_after(tokens, start)
        last = phrase.last if phrase else _clause_end(tokens, start)
        if last <= start:
            return None
        return Clause(at, last, (at, start), (start, last), "according to", 0.95)
    return None


def _in_words_of(tokens: Sequence[Token], at: int) -> Clause | None:
    """`in Falk's words`, after content or between two parts of it."""
    if tokens[at].lower != "in":
        return None
    for position in range(at + 2, min(at + 7, len(tokens) - 1)):
        if tokens[position].kind == "possessive" and tokens[position + 1].lower in ("words", "phrase", "telling"):
            cue = (position + 1, position + 2)
            return Clause(at, position + 2, cue, (at + 1, position), "in the words of", 0.95)
    return None


def _inverted(tokens: Sequence[Token], at: int, quoted: bool) -> Clause | None:
    """`said Zarif`; `explained the lead counsel`; `as she put it`."""
    cue = cue_at(tokens, at)
    if cue is None or cue.tense not in ("past", "third", "base") or at + 1 >= len(tokens):
        return None
    following = tokens[at + 1]
    if following.lower in word_set("prepositions") | {"that", "to"} and following.lower != "one":
        return None
    phrase = phrase_after(tokens, at + 1)
    if phrase is None or (
        not quoted
        and not (phrase.last >= len(tokens) - 1 and is_bare_office(tokens, at + 1, phrase.head))
        and (_has_subject_before(tokens, at, phrase.last) or not _may_speak(tokens[at + 1 : phrase.head]))
    ):
        return None
    ends = phrase.last >= len(tokens) - 1 or (tokens[at - 1].text == "," and tokens[phrase.last].text == ",")
    if cue.tense == "base" and not (ends and is_bare_office(tokens, at + 1, phrase.head)):
        return None
    rate = likelihood(cue, "stop")
    if rate < (_LEAST_RATE_QUOTED if quoted else 0.6):
        return None
    if not quoted and tokens[phrase.last - 1].kind == "quote":
        return None
    last = _clause_end(tokens, phrase.last)
    rule = f"inverted clause: {tokens[at].text} {_words(tokens, (phrase.first, phrase.head))}"
    return Clause(at, last, (at, at + 1), (phrase.first, phrase.last), rule, rate)


def _may_speak(phrase: Sequence[Token]) -> bool:
    """Whether words after a verb can be its subject where no quotation precedes: not `described the minutes`."""
    head = singular(head_of(phrase) or "")
    nouns = ("bodies", "papers", "people", "women", "men", "governments", "places")
    return (
        any(token.is_capital for token in phrase)
        or head in word_set("pronouns")
        or is_office(head)
        or any(head in people_words("nouns", name) for name in nouns)
    )


def is_bare_office(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a phrase is a role, a body or a document without an article: `Tax will not rise, says minister`."""
    head = head_of(tokens[first:last]) or ""
    if tokens[first].is_capital or tokens[first].lower in word_set("determiners"):
        return False
    return is_office(head) or any(head in people_words("nouns", name) for name in ("bodies", "papers", "people"))


def _has_subject_before(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether the verb has its subject before it: `Hugh Hill, a doctor, said the talks failed`."""
    if (
        end < len(tokens)
        and (tokens[end].is_word or tokens[end].kind == "quote")
        and (tokens[end].lower not in word_set("prepositions") | word_set("times"))
    ):
        return True
    subject = subject_of(tokens, at)
    return subject is not None and subject.how == "subject with apposition" and subject.first <= 2


def _plain(tokens: Sequence[Token], at: int, quoted: bool) -> Clause | None:
    """`Zarif said`; `the minister, who was in Tehran, told Reuters`."""
    first = at
    if tokens[at].lower in ("as", "and", "but") and at + 1 < len(tokens):
        first = at + 1
    passive = _quoted_as_saying(tokens, at, first)
    if passive is not None:
        return passive
    for position in range(first + 1, min(first + (40 if quoted else 14), len(tokens))):
        if tokens[position].kind == "quote" or tokens[position].text in (";", ":"):
            return _put_it(tokens[:position], first) if quoted else None
        clause = _with_verb_at(tokens, at, first, position, quoted)
        if clause is not None:
            return clause
    if quoted:
        return _put_it(tokens, first) or _unknown_verb(tokens, at, first)
    return None


def _with_verb_at(tokens: Sequence[Token], at: int, first: int, position: int, quoted: bool) -> Clause | None:
    """The clause at `at` if its subject begins at `first` and its verb of saying is at `position`; else `None`."""
    cue = cue_at(tokens, position)
    if (
        cue is None
        or cue.lemma in NO_COMMENT
        or (cue.tense in ("ing", "noun", "base") and not _plural_base(tokens, position, cue.tense))
    ):
        return None
    subject = subject_of(tokens, position)
    if subject is None or subject.first != first or (not quoted and subject.how not in _WITH_VERB):
        return None
    frame = frame_at(tokens, position)
    rate = likelihood(cue, frame)
    end = _clause_end(tokens, position + 1)
    told = cue.lemma in ("tell", "assure", "remind", "inform", "warn")
    if not quoted and not _stands_alone(tokens, position + 1, end, told):
        return None
    if quoted and frame in ("that", "wh", *(("det", "pronoun", "name") if first > at else ())):
        return None
    if rate < (_LEAST_RATE_QUOTED if quoted else _LEAST_RATE_PLAIN):
        return None
    rule = f"clause after: {_words(tokens, (subject.first, subject.last))} {tokens[position].text}"
    return Clause(at, end, (subject.group, position + 1), (subject.first, subject.last), rule, rate)


def _unknown_verb(tokens: Sequence[Token], at: int, first: int) -> Clause | None:
    """A short clause directly after a quotation whose verb is not in the lists: `Oliver barked`, `beamed Ana Ruiz`."""
    if tokens[at - 1].kind != "quote" or not tokens[at - 1].text.rstrip("”\"»’' ").endswith(
        (",", "?", "!", "—", "–", "-", "…")
    ):
        return None
    if looks_past(tokens[at]):
        phrase = phrase_after(tokens, at + 1)
        if phrase is not None and tokens[phrase.head - 1].is_capital:
            rule = f"inverted clause: {tokens[at].text} {_words(tokens, (phrase.first, phrase.head))}"
            return Clause(
                at, _clause_end(tokens, phrase.last), (at, at + 1), (phrase.first, phrase.last), rule, _UNKNOWN
            )
    for position in range(first + 1, min(first + 8, len(tokens))):
        if not looks_past(tokens[position]):
            continue
        subject = subject_of(tokens, position)
        end = _clause_end(tokens, position + 1)
        if subject is not None and subject.first == first and end - position < 8:
            rule = f"clause after: {_words(tokens, (subject.first, subject.last))} {tokens[position].text}"
            return Clause(at, end, (subject.group, position + 1), (subject.first, subject.last), rule, _UNKNOWN)
    return None


def _quoted_as_saying(tokens: Sequence[Token], at: int, first: int) -> Clause | None:
    """`Arvid Sund was quoted as saying`."""
    for position in range(first + 1, min(first + 14, len(tokens) - 2)):
        if tokens[position].lower in ("quoted", "reported") and tokens[position + 1].lower == "as":
            subject = subject_of(tokens, position)
            if subject is not None and subject.first == first and tokens[position + 2].lower in ("saying", "writing"):
                end = _clause_end(tokens, position + 3)
                cue = (subject.group, position + 3)
                return Clause(at, end, cue, (subject.first, subject.last), "was quoted as saying", 0.9)
    return None


def _put_it(tokens: Sequence[Token], first: int) -> Clause | None:
    for position in range(first + 1, min(first + 12, len(tokens) - 1)):
        if tokens[position].lower in ("put", "puts") and tokens[position + 1].lower in ("it", "things"):
            subject = subject_of(tokens, position)
            if subject is not None and subject.first == first:
                end = _clause_end(tokens, position + 2)
                return Clause(
                    first - (first > 0 and tokens[first - 1].lower == "as"),
                    end,
                    (position, position + 2),
                    (subject.first, subject.last),
                    "as X put it",
                    0.9,
                )
    return None


def _plural_base(tokens: Sequence[Token], at: int, tense: str) -> bool:
    if tense == "base" and tokens[at - 1].lower == "to":
        return at > 1 and tokens[at - 2].lower in ("on", "continued", "went", "hastened", "proceeded", "rushed")
    return tense == "base" and tokens[at - 1].lower not in ("a", "the")


def _stands_alone(tokens: Sequence[Token], start: int, end: int, told: bool) -> bool:
    """Whether nothing that could be content follows the verb before the clause ends."""
    if end - start > 14:
        return False
    return all(token.lower not in ("that", "whether") for token in tokens[start:end]) and (
        start >= end
        or tokens[start].lower in word_set("prepositions") | word_set("times") | word_set("adverbs")
        or tokens[start].lower in word_set("subordinators") | {"of"}
        or (told and _only_addressee(tokens, start, end))
    )


def _only_addressee(tokens: Sequence[Token], start: int, end: int) -> bool:
    phrase = phrase_after(tokens, start)
    return phrase is not None and (
        phrase.last >= end or tokens[phrase.last].lower in word_set("prepositions") | word_set("times")
    )


def _clause_end(tokens: Sequence[Token], start: int) -> int:
    """The token at which a clause of saying ends: a stop, a quotation, a comma, or a further verb of saying."""
    for position in range(start, len(tokens)):
        token = tokens[position]
        if token.kind in ("quote", "dash") or token.text in (",", ".", ";", ":", "!", "?", "…"):
            return position
        if token.kind == "mark" and token.text not in ("'", "’"):
            return position
        if token.lower in _GOING_ON and _says_more(tokens, position + 1):
            return position
    return len(tokens)


def _says_more(tokens: Sequence[Token], at: int) -> bool:
    """Whether another verb of saying stands here: `Holt said before adding: "..."`."""
    at += at < len(tokens) and tokens[at].lower in word_set("adverbs")
    cue = cue_at(tokens, at) if at < len(tokens) else None
    return (
        cue is not None and cue.tense in ("ing", "past") and likelihood(cue, frame_at(tokens, at)) > _LEAST_RATE_PLAIN
    )


def _words(tokens: Sequence[Token], span: tuple[int, int]) -> str:
    return " ".join(token.text for token in tokens[span[0] : span[1]][:6])
