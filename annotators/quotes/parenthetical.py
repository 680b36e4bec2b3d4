"""Speech with its clause of saying behind or inside it: "...," said Zarif; ..., he said, ...; ..., according to her."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from annotators.annotation import Span
from annotators.quotes.claims import Claim
from annotators.quotes.cues import cue_at, frame_at, likelihood
from annotators.quotes.lexicon import word_set
from annotators.quotes.phrases import phrase_after
from annotators.quotes.subjects import subject_of
from annotators.quotes.tokens import Token

__all__ = ["Clause", "clause_at", "find_parenthetical"]

_SEPARATORS: Final = frozenset((",", "—", "–", "--", "?", "!"))
_LEAST_RATE_PLAIN = 0.45
_LEAST_RATE_QUOTED = 0.12
_LEAST_WORDS = 2


class Clause(NamedTuple):
    """A clause of saying, token positions `[first, last)`, with its cue and its speaker."""

    first: int
    last: int
    cue: tuple[int, int]
    speaker: tuple[int, int] | None
    rule: str
    rate: float


def find_parenthetical(tokens: Sequence[Token]) -> tuple[list[Claim], list[Clause]]:
    """The claims of a sentence whose clause of saying comes after or inside what is said."""
    clauses: list[Clause] = []
    front = _front(tokens)
    if front is not None:
        return [front[0]], [front[1]]
    at = 1
    while at < len(tokens):
        clause = clause_at(tokens, at)
        if clause is not None:
            clauses.append(clause)
            at = clause.last
        else:
            at += 1
    claims = []
    reached = 0
    for number, clause in enumerate(clauses):
        limit = clauses[number + 1].first if number + 1 < len(clauses) else len(tokens)
        claim = _claim(tokens, reached, clause, limit)
        if claim is not None:
            claims.append(claim[0])
            reached = claim[1]
    return claims, clauses


def _front(tokens: Sequence[Token]) -> tuple[Claim, Clause] | None:
    """`According to the report, half of the wells were dry.`"""
    for at in range(min(2, len(tokens) - 1)):
        if tokens[at].lower != "according" or tokens[at + 1].lower != "to":
            continue
        end = next((p for p in range(at + 2, len(tokens)) if _closes_front(tokens, p)), None)
        if end is None:
            return None
        last = len(tokens)
        while last > end and tokens[last - 1].text in (".", "!", "?", ","):
            last -= 1
        if last - end < 3:
            return None
        clause = Clause(at, last, (at, at + 2), (at + 2, end), "according to", 0.95)
        content = (Span(tokens[end + 1].start, tokens[last - 1].end),)
        cue, speaker = Span(tokens[at].start, tokens[at + 1].end), Span(tokens[at + 2].start, tokens[end - 1].end)
        return Claim(content, cue, speaker, clause.rule, clause.rate), clause
    return None


def _closes_front(tokens: Sequence[Token], at: int) -> bool:
    """Whether the comma at a position ends the source rather than parting an apposition or a list in it."""
    if tokens[at].text != "," or at + 2 >= len(tokens):
        return False
    return not (tokens[at + 1].lower in ("which", "who", "a", "an") or tokens[at + 1].text[:1].isdigit())


def clause_at(tokens: Sequence[Token], at: int) -> Clause | None:
    """The clause of saying that begins at a position, right after what is said."""
    before = tokens[at - 1]
    quoted = before.kind == "quote" or (before.text in _SEPARATORS and at > 1 and tokens[at - 2].kind == "quote")
    if not quoted and before.text not in _SEPARATORS:
        return _according(tokens, at)
    found = _according(tokens, at) or _inverted(tokens, at, quoted) or _plain(tokens, at, quoted)
    return found


def _according(tokens: Sequence[Token], at: int) -> Clause | None:
    word = tokens[at].lower
    if word in ("according", "per") and at > 0:
        start = at + 2 if word == "according" else at + 1
        if word == "per" and tokens[at - 1].text != ",":
            return None
        if word == "according" and (at + 1 >= len(tokens) or tokens[at + 1].lower != "to"):
            return None
        phrase = phrase_after(tokens, start)
        last = phrase.last if phrase else _clause_end(tokens, start)
        if last <= start:
            return None
        return Clause(at, last, (at, start), (start, last), "according to", 0.95)
    return None


def _inverted(tokens: Sequence[Token], at: int, quoted: bool) -> Clause | None:
    """`said Zarif`; `explained the lead counsel`; `as she put it`."""
    cue = cue_at(tokens, at)
    if cue is None or cue.tense not in ("past", "third") or at + 1 >= len(tokens):
        return None
    following = tokens[at + 1]
    if following.lower in word_set("prepositions") | {"that", "to"} and following.lower != "one":
        return None
    phrase = phrase_after(tokens, at + 1)
    if phrase is None or (not quoted and _has_subject_before(tokens, at, phrase.last)):
        return None
    rate = likelihood(cue, "stop")
    if rate < (_LEAST_RATE_QUOTED if quoted else 0.6):
        return None
    if not quoted and tokens[phrase.last - 1].kind == "quote":
        return None
    last = _clause_end(tokens, phrase.last)
    rule = f"inverted clause: {tokens[at].text} {_words(tokens, (phrase.first, phrase.head))}"
    return Clause(at, last, (at, at + 1), (phrase.first, phrase.last), rule, rate)


def _has_subject_before(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether the verb has its subject before it (`Hugh Hill, a doctor, said the talks failed`)."""
    if end < len(tokens) and (tokens[end].is_word or tokens[end].kind == "quote") and (
        tokens[end].lower not in word_set("prepositions") | word_set("times")
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
        token = tokens[position]
        if token.kind == "quote" or token.text in (";", ":"):
            return None
        cue = cue_at(tokens, position)
        if cue is None or cue.tense in ("ing", "noun", "base") and not _plural_base(tokens, position, cue.tense):
            continue
        subject = subject_of(tokens, position)
        if subject is None or subject.first != first or (not quoted and subject.how != "subject"):
            continue
        rate = likelihood(cue, frame_at(tokens, position))
        end = _clause_end(tokens, position + 1)
        told = cue.lemma in ("tell", "assure", "remind", "inform", "warn")
        if not quoted and not _stands_alone(tokens, position + 1, end, told):
            continue
        if quoted and frame_at(tokens, position) in ("that", "wh", *(("det", "pronoun", "name") if first > at else ())):
            continue
        if rate < (_LEAST_RATE_QUOTED if quoted else _LEAST_RATE_PLAIN):
            continue
        rule = f"clause after: {_words(tokens, (subject.first, subject.last))} {token.text}"
        return Clause(at, end, (subject.group, position + 1), (subject.first, subject.last), rule, rate)
    if quoted:
        return _put_it(tokens, first)
    return None


def _quoted_as_saying(tokens: Sequence[Token], at: int, first: int) -> Clause | None:
    """`Erik Dahl was quoted as saying`."""
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
                return Clause(first - (first > 0 and tokens[first - 1].lower == "as"), end, (position, position + 2), (subject.first, subject.last), "as X put it", 0.9)
    return None


def _plural_base(tokens: Sequence[Token], at: int, tense: str) -> bool:
    if tense == "base" and tokens[at - 1].lower == "to":
        return at > 1 and tokens[at - 2].lower in ("on", "continued", "went", "hastened", "proceeded", "rushed")
    return tense == "base" and tokens[at - 1].lower not in ("a", "the")


def _stands_alone(tokens: Sequence[Token], start: int, end: int, told: bool) -> bool:
    """Whether nothing that could be the content follows the verb before the clause ends."""
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
    """Where the clause of saying ends: at a stop, a quotation, or a comma."""
    for position in range(start, len(tokens)):
        token = tokens[position]
        if token.kind in ("quote", "dash") or token.text in (",", ".", ";", ":", "!", "?", "…"):
            return position
        if token.kind == "mark" and token.text not in ("'", "’"):
            return position
    return len(tokens)


def _words(tokens: Sequence[Token], span: tuple[int, int]) -> str:
    return " ".join(token.text for token in tokens[span[0] : span[1]][:6])


def _claim(tokens: Sequence[Token], reached: int, clause: Clause, limit: int) -> tuple[Claim, int] | None:
    """The claim of a clause: what stands before it since `reached`, and after it what goes on."""
    left = _left_content(tokens, reached, clause)
    right = _right_content(tokens, clause, limit)
    if left is not None and right is not None and _is_lead_in(tokens, left, right):
        left = None
    pieces = [piece for piece in (left, right) if piece is not None]
    if not pieces:
        return None
    spans = tuple(Span(tokens[first].start, tokens[last - 1].end) for first, last in pieces)
    quoted = any(tokens[at].kind == "quote" for first, last in pieces for at in range(first, last))
    if left is None and not quoted:
        return None
    cue = Span(tokens[clause.cue[0]].start, tokens[clause.cue[1] - 1].end)
    speaker = Span(tokens[clause.speaker[0]].start, tokens[clause.speaker[1] - 1].end) if clause.speaker else None
    score = min(0.97, 0.55 + 0.4 * clause.rate + (0.05 if quoted else 0.0))
    return Claim(spans, cue, speaker, clause.rule, score), (right or (0, clause.last))[1]


def _is_lead_in(tokens: Sequence[Token], left: tuple[int, int], right: tuple[int, int]) -> bool:
    """Whether what stands before the clause only sets the scene for a quotation after it: `Asked why, he said: ...`."""
    if tokens[right[0]].kind != "quote" or any(token.kind == "quote" for token in tokens[slice(*left)]):
        return False
    word = tokens[left[0]].lower
    return word in word_set("subordinators") | word_set("prepositions") | {"asked", "pressed"} or word.endswith("ing")


def _left_content(tokens: Sequence[Token], reached: int, clause: Clause) -> tuple[int, int] | None:
    last = clause.first
    while last > reached and tokens[last - 1].text in (",", "—", "–", "--", "?", "!") and (
        tokens[last - 1].text not in "?!"
    ):
        last -= 1
    first = reached
    while first < last and (tokens[first].text in (",", ";", "—", "–", "--", ":", ".") or (
        first == reached and tokens[first].lower in ("but", "and") and first + 1 < last
        and tokens[first + 1].kind == "quote"
    )):
        first += 1
    quote = _last_quote(tokens, first, last)
    if quote is not None and quote > first and tokens[quote - 1].text in (":", ",", ".", "?", "!") and quote == last - 1:
        first = quote
    if last <= first:
        return None
    if not any(tokens[at].kind == "quote" for at in range(first, last)):
        words = sum(tokens[at].is_word for at in range(first, last))
        if words < _LEAST_WORDS:
            return None
    return first, last


def _last_quote(tokens: Sequence[Token], first: int, last: int) -> int | None:
    return next((at for at in range(last - 1, first - 1, -1) if tokens[at].kind == "quote"), None)


def _right_content(tokens: Sequence[Token], clause: Clause, limit: int) -> tuple[int, int] | None:
    """What goes on after the clause in the same sentence: a quotation, or the rest after a comma."""
    at = clause.last
    if at >= limit:
        return None
    skipped = at
    while skipped < limit and tokens[skipped].text in (",", ":", "—", "–", "--", ".", ";"):
        skipped += 1
    if skipped < limit and tokens[skipped].kind == "quote":
        return skipped, skipped + 1
    if tokens[at].text != "," or at + 1 >= limit:
        return None
    following = tokens[at + 1]
    later = next((p for p in range(at + 1, limit) if tokens[p].kind == "quote"), None)
    if later is not None:
        opens = following.lower in ("and", "but", "or", "because", "so", "though", "while", "that")
        return (at + 1 if opens or later - at < 5 and not following.lower.endswith("ing") else later), later + 1
    left_quoted = tokens[clause.first - 1].kind == "quote" or tokens[clause.first - 2].kind == "quote"
    if left_quoted or following.lower.endswith("ing") or following.lower in word_set("subordinators"):
        return None
    if following.lower in ("who", "which", "whose", "according", "citing") or following.lower in (
        word_set("participles_before") | word_set("conjunctions")
    ):
        return None
    last = limit
    while last > at + 1 and tokens[last - 1].text in (".", ",", ";", "!", "?"):
        last -= 1
    return (at + 1, last) if last - at > 3 else None
