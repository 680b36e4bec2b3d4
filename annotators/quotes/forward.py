"""Speech that follows its clause of saying: Zarif said that ..., Iran accused Twitter of ..., he asked whether ..."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from annotators.annotation import Span
from annotators.quotes.claims import Claim
from annotators.quotes.cues import cue_at, frame_at, likelihood
from annotators.quotes.lexicon import CueForm, word_set
from annotators.quotes.phrases import Phrase, phrase_after
from annotators.quotes.subjects import Subject, subject_of
from annotators.quotes.tokens import Token

__all__ = ["find_forward"]

_LEAST_RATE = 0.42
_LEAST_RATE_QUOTED = 0.2
_FARTHEST_THAT = 14
_ADDRESSED: Final = frozenset("tell assure remind inform warn".split())
_MEDIA: Final = frozenset(
    "ad address affidavit announcement appearance article blog book briefing broadcast call column conference court "
    "debate document editorial email e-mail essay facebook filing hearing interview lawsuit letter meeting memo message "
    "memoir news note op-ed petition post posting press press-conference rally release remarks report series "
    "speech statement testimony tweet tweets twitter video writing".split()
)
_NAMING: Final = frozenset("brand call describe dub label".split())
_CHARGING: Final = frozenset("accuse blame charge convict suspect".split())
_PUBLISHING: Final = frozenset("post publish read share release".split())
"""Verbs that take a thing more often than words: only a quotation or `that` after them is speech."""
_NO_COMMENT: Final = frozenset(("decline",))
_ANONYMITY: Final = frozenset("anonymity anonymous be by for identified name named not quoted remain that they to".split())
_SPEAKING: Final = frozenset(
    "address answer comment confirm describe detail disclose discuss elaborate explain expand give identify name offer "
    "provide release respond reveal say share speak specify speculate state talk tell".split()
)
_CUTS: Final = frozenset("according adding saying citing noting calling arguing claiming telling suggesting".split())
_ENDS: Final = frozenset((".", "!", "?", ",", ";", ":", "—", "–", "--"))


def find_forward(tokens: Sequence[Token], taken: Iterable[tuple[int, int]]) -> list[Claim]:
    """The claims of a sentence whose content comes after the cue; `taken` are stretches that are claimed already."""
    claims: list[Claim] = []
    prior: Phrase | None = None
    blocked = [tuple(span) for span in taken]
    at = 0
    while at < len(tokens):
        inside = next((span for span in blocked if span[0] <= at < span[1]), None)
        if inside is not None:
            at = inside[1]
            continue
        cue = cue_at(tokens, at)
        found = _claim(tokens, at, cue, prior) if cue is not None else None
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
    tokens: Sequence[Token], at: int, cue: CueForm, prior: Phrase | None
) -> tuple[Claim, Subject | None, int] | None:
    if cue.tense == "noun":
        return None
    rate = likelihood(cue, frame_at(tokens, at))
    start = _content_start(tokens, at, cue)
    if start is None:
        return None
    quoted = tokens[start].kind == "quote"
    if cue.lemma in _PUBLISHING and not quoted and tokens[start].lower != "that":
        return None
    if tokens[start].lower == "to" and start + 1 < len(tokens) and tokens[start + 1].lower in word_set("auxiliaries") - {
        "be", "have", "do"
    }:
        return None
    if rate < (_LEAST_RATE_QUOTED if quoted else _LEAST_RATE):
        return None
    subject = _subject(tokens, at, cue, prior)
    if subject is None:
        return None
    end = _content_end(tokens, start, cue.lemma)
    if end <= start:
        return None
    if {token.lower for token in tokens[start:end]} <= _ANONYMITY:
        return None
    if cue.lemma in _NO_COMMENT and not _refuses_speech(tokens, at):
        return None
    claim = Claim(
        _pieces(tokens, start, end, cue),
        Span(tokens[subject.group].start, tokens[at].end),
        Span(tokens[subject.first].start, tokens[subject.last - 1].end),
        f"{subject.how} and {'quotation' if quoted else 'clause'}: {_words(tokens, subject)} {tokens[at].text}",
        min(0.95, 0.4 + 0.5 * rate + (0.08 if quoted else 0.0)),
    )
    return claim, subject, end


def _pieces(tokens: Sequence[Token], start: int, end: int, cue: CueForm) -> tuple[Span, ...]:
    """The content as spans: what is in marks alone where the marks hold the longer part of `called it "a farce"`."""
    whole = (Span(tokens[start].start, tokens[end - 1].end),)
    quotes = [token for token in tokens[start:end] if token.kind == "quote"]
    if cue.lemma not in _NAMING or not quotes:
        return whole
    inside = sum(len(token.text.split()) for token in quotes)
    outside = sum(token.is_word and token.lower not in ("and", "as") for token in tokens[start:end])
    return tuple(Span(token.start, token.end) for token in quotes) if inside > outside else whole


def _refuses_speech(tokens: Sequence[Token], at: int) -> bool:
    """Whether what is declined is speaking: `declined to comment`, not `declined to blame the pilots`."""
    following = [token.lower for token in tokens[at + 1 : at + 4]]
    return following[:1] == ["to"] and (bool(set(following[1:2]) & _SPEAKING) or following[1:2] == ["be"])


def _words(tokens: Sequence[Token], subject: Subject) -> str:
    return " ".join(token.text for token in tokens[subject.first : subject.last][:6])


def _subject(tokens: Sequence[Token], at: int, cue: CueForm, prior: Phrase | None) -> Subject | None:
    if cue.tense == "past" and _is_passive(tokens, at):
        return None
    if cue.tense == "base" and at and tokens[at - 1].lower in ("to", "the", "a", "an"):
        return subject_of(tokens, at, prior) if tokens[at - 1].lower == "to" else None
    return subject_of(tokens, at, prior)


def _is_passive(tokens: Sequence[Token], at: int) -> bool:
    for before in range(at - 1, max(-1, at - 4), -1):
        word = tokens[before].lower
        if word in ("is", "are", "was", "were", "be", "been", "being", "am", "'s"):
            return True
        if word not in word_set("adverbs") and not word.endswith("ly"):
            return False
    return False


def _content_start(tokens: Sequence[Token], at: int, cue: CueForm) -> int | None:
    """Where the content begins after a cue, past whom it is told to, where and when."""
    start = at + 1
    if cue.lemma in _ADDRESSED or (cue.lemma == "ask" and not _asks_for(tokens, start)):
        start = _after_addressee(tokens, start)
        that = _that_after(tokens, start) or _that_anywhere(tokens, start)
        if that is not None:
            return that
    that = _that_after(tokens, start)
    if that is not None:
        return that
    start = _after_circumstances(tokens, start)
    while start < len(tokens) and (tokens[start].text in (",", ":", "—", "–", "--") or tokens[start].kind == "mark"):
        if tokens[start].text == "," and not (start + 1 < len(tokens) and tokens[start + 1].kind == "quote"):
            return None
        start += 1
    if start >= len(tokens) or not (tokens[start].is_word or tokens[start].kind in ("quote", "mark")):
        return None
    return start


def _asks_for(tokens: Sequence[Token], start: int) -> bool:
    return start < len(tokens) and tokens[start].lower in ("for", "whether", "if", "why", "how", "what", "that", "about")


def _after_addressee(tokens: Sequence[Token], start: int) -> int:
    if start < len(tokens) and tokens[start].lower in ("me", "him", "them", "us", "her", "it", "you"):
        return start + 1
    phrase = phrase_after(tokens, start)
    return phrase.head if phrase is not None else start


def _that_after(tokens: Sequence[Token], start: int) -> int | None:
    """The conjunction that opens the content, when only circumstances stand before it."""
    for at in range(start, min(start + _FARTHEST_THAT, len(tokens))):
        token = tokens[at]
        if token.lower in ("that", "whether") and at + 1 < len(tokens) and tokens[at + 1].text not in _ENDS:
            circumstances = at == start or tokens[start].lower in (
                word_set("prepositions") | word_set("times") | word_set("adverbs") | {"to"}
            )
            return at if circumstances else None
        if token.kind == "quote" or token.text in (".", ";", ":"):
            return None
        if at == start and not (token.lower in word_set("prepositions") | word_set("times") | word_set("adverbs")):
            return None
    return None


def _that_anywhere(tokens: Sequence[Token], start: int) -> int | None:
    """The conjunction after whom it is told to, however long that is."""
    for at in range(start, min(start + _FARTHEST_THAT, len(tokens))):
        if tokens[at].kind == "quote" or tokens[at].text in (".", ";", ":", ","):
            return None
        if tokens[at].lower == "that":
            return at
    return None


def _after_circumstances(tokens: Sequence[Token], start: int) -> int:
    """Past `Monday`, `on Twitter`, `in an interview with her`, `of the plan` where a clause follows."""
    at = start
    while at < len(tokens):
        token = tokens[at]
        if token.lower in word_set("times") or token.lower in ("earlier", "late", "last", "this", "again") and (
            at + 1 < len(tokens) and tokens[at + 1].lower in word_set("times")
        ):
            at += 1
            continue
        if token.lower in ("on", "in", "at", "during", "to", "via", "with"):
            phrase = phrase_after(tokens, at + 1)
            if phrase is None:
                return at
            words = {word.lower for word in tokens[at + 1 : phrase.head]}
            timely = words & (word_set("times") | _MEDIA | word_set("reporters"))
            if not timely and not (token.lower == "to" and tokens[at + 1].is_capital):
                return at
            at = phrase.head
            continue
        return at
    return at


def _asks_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether a participle goes on reporting here: `while asking why`."""
    cue = cue_at(tokens, at) if at < len(tokens) else None
    return cue is not None and cue.tense == "ing" and likelihood(cue, frame_at(tokens, at)) > 0.6


def _content_end(tokens: Sequence[Token], start: int, lemma: str) -> int:
    """Where the content ends: with the sentence, or before a comma that leads back to the writer's own words."""
    end = len(tokens)
    if tokens[start].lower == "“direct”":
        return start + 1
    thing = _is_thing(tokens, start)
    settled = start
    if lemma in _CHARGING:
        charge = next((p for p in range(start, len(tokens)) if tokens[p].lower in ("of", "for", "with")), None)
        if charge is not None and not any(tokens[p].text in (";", ".") for p in range(start, charge)):
            thing, settled = True, charge
    for at in range(start + 1, len(tokens)):
        token = tokens[at]
        if token.lower == "“direct”" and tokens[at - 1].text in (",", ":"):
            before = _clause_before(tokens, start, at)
            if before is not None:
                end = before
                break
        if token.text == ";" or (token.text == "," and at > settled and (
            _leads_out(tokens, at) or thing and _adds(tokens, at, lemma in _CHARGING)
        )):
            end = at
            break
        if token.lower in ("while", "by", "before", "after") and _asks_on(tokens, at + 1):
            end = at
            break
        if lemma in _NO_COMMENT and token.lower in word_set("subordinators") | word_set("times"):
            end = at
            break
        if token.lower == "and" and at + 1 < len(tokens) and _next_saying(tokens, at + 1):
            end = at
            break
    while end > start and tokens[end - 1].text in (".", ",", ";", "!", "?", ":", "—", "–", "--"):
        end -= 1
    return end


def _clause_before(tokens: Sequence[Token], start: int, quote: int) -> int | None:
    """Where the clause begins that leads up to a quotation inside what looked like the content."""
    for at in range(quote - 2, max(start, quote - 5), -1):
        cue = cue_at(tokens, at)
        if cue is None or cue.tense == "noun":
            continue
        if cue.tense == "ing":
            return at
        subject = subject_of(tokens, at)
        if subject is not None and start < subject.first:
            return subject.first - (tokens[subject.first - 1].lower in ("and", "but", "as"))
    return None


def _is_thing(tokens: Sequence[Token], start: int) -> bool:
    """Whether the content is a thing that is named (`the reality of climate change`), not a clause."""
    phrase = phrase_after(tokens, start)
    if phrase is None or tokens[start].lower in word_set("pronouns") | {"that"}:
        return False
    after = tokens[phrase.head] if phrase.head < len(tokens) else None
    return after is None or not after.is_word or after.lower in word_set("prepositions")


def _adds(tokens: Sequence[Token], comma: int, charge: bool) -> bool:
    """Whether what follows the comma is the writer's addition to the thing that was named."""
    following = tokens[comma + 1].lower if comma + 1 < len(tokens) else ""
    if following in ("the", "a", "an") and not charge:
        return not any(token.lower in ("and", "or") for token in tokens[comma + 1 : comma + 10])
    return following in ("which", "who", "where", "but", "as", "after", "when", "because", "though", "although")


def _leads_out(tokens: Sequence[Token], comma: int) -> bool:
    if comma + 1 >= len(tokens):
        return False
    following = tokens[comma + 1]
    if following.lower in _CUTS:
        return True
    cue = cue_at(tokens, comma + 1)
    if cue is not None and cue.tense == "past" and following.lower != "asked":
        return likelihood(cue, frame_at(tokens, comma + 1)) > 0.6
    if following.lower == "even" and comma + 2 < len(tokens):
        return _next_saying(tokens, comma + 3)
    if following.lower in ("and", "but") and _is_clause(tokens, comma + 2):
        return True
    if following.lower == "but" and comma + 2 < len(tokens) and tokens[comma + 2].lower.endswith("ed"):
        return True
    return following.lower in ("and", "but", "while", "as", "though", "although", "which", "who") and _next_saying(tokens, comma + 2)


def _is_clause(tokens: Sequence[Token], start: int) -> bool:
    """Whether a clause with a subject of its own begins here: `the dogs' bowls were empty`."""
    if start >= len(tokens) or not (
        tokens[start].lower in word_set("determiners") | word_set("pronouns") or tokens[start].is_capital
    ):
        return False
    phrase = phrase_after(tokens, start)
    if phrase is None or phrase.head >= len(tokens):
        return False
    verb = tokens[phrase.head]
    return verb.lower in word_set("auxiliaries") or verb.lower in word_set("pasts") or verb.lower.endswith("ed")


def _next_saying(tokens: Sequence[Token], start: int) -> bool:
    """Whether a new clause of saying begins here: `he added that`, `promised to`."""
    for at in range(start, min(start + 7, len(tokens))):
        if tokens[at].text in _ENDS or tokens[at].kind == "quote":
            return False
        cue = cue_at(tokens, at)
        if cue is not None and cue.tense in ("past", "third"):
            frame = frame_at(tokens, at)
            return likelihood(cue, frame) > 0.5 and frame != "stop"
    return False
