"""Reads paragraphs in order and collects the claims of their sentences, and speech without a clause of saying."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from annotators.annotation import Mark, Span
from annotators.quotes.claims import Claim
from annotators.quotes.english.lexicon import word_set
from annotators.quotes.english.sentences import Paragraph, Sentence
from annotators.quotes.english.tokens import Token
from annotators.quotes.phrases.offices import is_office, singular
from annotators.quotes.phrases.subjects import opening_phrase
from annotators.quotes.saying.circumstances import with_circumstances
from annotators.quotes.saying.forward import find_forward
from annotators.quotes.saying.fragments import find_fragments
from annotators.quotes.saying.headlines import HEADINGS, find_headline
from annotators.quotes.saying.introductions import introducer
from annotators.quotes.saying.parenthetical import find_parenthetical
from annotators.quotes.saying.replies import find_reply
from annotators.quotes.saying.signatures import find_signed
from annotators.quotes.saying.silences import find_silences
from annotators.quotes.saying.weighing import Judge, weigh
from annotators.quotes.turns.claims import claim_of_turn, told_in_turn
from annotators.text.languages import ENGLISH

__all__ = ["read_claims"]


@dataclass
class _Reader:
    """The state of reading, as the claims of a paragraph build on those before.

    `waiting` are quotations left open whose claim is still to come. `open_end`: the last claim ends in a mark left
    open. `introduced` are the cue and speaker of a last sentence that ended in a colon. `subject` is the last subject
    that may be the speaker of quotations to come.
    """

    claims: list[Claim] = field(default_factory=list)
    waiting: list[Span] = field(default_factory=list)
    open_end: bool = False
    introduced: tuple[Span | None, Span | None] | None = None
    subject: Span | None = None
    judge: Judge = weigh


_LONGEST_HEADING = 6
_MOST_PIECES = 200
"""The most quotations in a row that make one statement, so that a text of nothing else takes linear time."""
_NOT_TOLD_OF = frozenset("i it that this we which who you".split())
"""Subjects that are never the speaker of a following quotation: `You have been called worse.`"""
_NEAR = 2000
"""The most code points from a speaker to speech that is carried over to them."""


def read_claims(text: str, paragraphs: Sequence[Paragraph], judge: Judge = weigh) -> list[Claim]:
    """The claims of an article, in the order in which they are found; `judge` decides which of them are kept."""
    reader = _Reader(judge=judge)
    turn = 0  # index of the last turn's claim
    for paragraph in paragraphs:
        if not paragraph.part:
            _read_paragraph(text, reader, paragraph)
            continue
        within = _Reader(judge=judge)
        _read_paragraph(text, within, paragraph)
        if paragraph.part == "more":
            _extend(reader, turn, [Span(paragraph.start, paragraph.end)])
        else:
            turn = len(reader.claims)
            reader.claims.append(claim_of_turn(paragraph))
        reader.claims += told_in_turn(text, paragraph, within.claims)
        reader.waiting, reader.open_end = [], False
    return reader.claims


def _read_paragraph(text: str, reader: _Reader, paragraph: Paragraph) -> None:
    if paragraph.language != ENGLISH:
        from annotators.quotes.abroad import claims_abroad  # most articles are in English

        reader.claims += claims_abroad(text, paragraph, reader.claims[-1] if reader.claims else None)
        reader.waiting, reader.open_end, reader.introduced, reader.subject = [], False, None, None
        return
    previous: Sentence | None = None
    here = len(reader.claims)
    for number, sentence in enumerate(paragraph.sentences):
        if _is_speech_only(sentence):
            _read_speech(reader, paragraph, sentence, number, here)
        else:
            _read_sentence(reader, paragraph, sentence, number, here)
        previous = sentence
    reader.open_end = (
        any(not mark.closed for mark in paragraph.quotes.values())
        and bool(reader.claims)
        and (any(span.end == paragraph.end for span in reader.claims[-1].content))
    )
    if previous is not None:
        leads_up = previous.tokens[-1].text == ":"
        reader.introduced = introducer(previous.tokens) if leads_up else None


def _is_speech_only(sentence: Sentence) -> bool:
    tokens = sentence.tokens
    return any(token.kind == "quote" for token in tokens) and not any(token.is_word for token in tokens)


def _quotes(tokens: Sequence[Token]) -> list[Span]:
    return [Span(token.start, token.end) for token in tokens if token.kind == "quote"]


def _read_speech(reader: _Reader, paragraph: Paragraph, sentence: Sentence, number: int, here: int) -> None:
    """Reads a sentence that is nothing but quotations: it continues the claim before, or is one of its own."""
    spans = _quotes(sentence.tokens)
    mark = paragraph.quotes[spans[-1].start]
    if number and len(reader.claims) > here and _follows(reader.claims[-1], paragraph, sentence, number):
        _extend(reader, _quoted_claim(reader, paragraph, here), spans)
        return
    if not number and _goes_on(reader):
        last = reader.claims[-1]
        reader.claims[-1] = replace(last, content=(*last.content, *spans))
        reader.open_end = not mark.closed
        return
    if not reader.waiting and len(paragraph.sentences) == len(spans) == 1 and _is_heading(sentence.tokens[0].text):
        return
    if reader.waiting and not number:
        spans = [*reader.waiting, *spans]
        reader.waiting = []
    if not mark.closed:
        reader.waiting = spans
        return
    here_last = reader.claims[-1] if len(reader.claims) > here else None
    if here_last is not None and not here_last.carried and _holds_quote(here_last, paragraph):
        reader.claims[-1] = replace(here_last, content=(*here_last.content, *spans))
        return
    _float(reader, spans)


def _is_heading(quotation: str) -> bool:
    """Whether a quotation alone on its line is a heading: a few words without a stop at the end."""
    words = quotation.strip("“”‘’\"'«»„ ").split()
    return 0 < len(words) <= _LONGEST_HEADING and words[-1][-1].isalnum()


def _quoted_claim(reader: _Reader, paragraph: Paragraph, here: int) -> int:
    """The index of the paragraph's claim that holds its last quotation, and so is the one to extend."""
    for at in range(len(reader.claims) - 1, here - 1, -1):
        if _holds_quote(reader.claims[at], paragraph):
            return at
    return len(reader.claims) - 1


def _extend(reader: _Reader, at: int, spans: Sequence[Span]) -> None:
    claim = reader.claims[at]
    if len(claim.content) >= _MOST_PIECES:
        reader.claims.append(replace(claim, content=tuple(spans)))
        return
    reader.claims[at] = replace(claim, content=(*claim.content, *spans))


def _goes_on(reader: _Reader) -> bool:
    """Whether the last claim ends in a mark that the paragraph before has left open."""
    return reader.open_end and bool(reader.claims)


def _follows(last: Claim, paragraph: Paragraph, sentence: Sentence, number: int) -> bool:
    before = paragraph.sentences[number - 1]
    reaches = bool(last.content) and last.content[-1].end > before.start  # tested first because claims may be long
    return (reaches or last.end > before.start) and any(start in paragraph.quotes for start in _starts(before))


def _starts(sentence: Sentence) -> list[int]:
    return [token.start for token in sentence.tokens if token.kind == "quote"]


def _holds_quote(claim: Claim, paragraph: Paragraph) -> bool:
    if any(span.start in paragraph.quotes for span in claim.content):
        return True
    return any(span.start <= start < span.end for span in claim.content for start in paragraph.quotes)


def _float(reader: _Reader, spans: list[Span]) -> None:
    if reader.introduced is not None:
        cue, speaker = reader.introduced
        reader.introduced = None
        reader.claims.append(Claim(tuple(spans), cue, speaker, "introduced by a colon", 0.85))
        return
    speaker = reader.subject
    for claim in reversed(reader.claims):
        if claim.speaker is not None and (reader.subject is None or claim.speaker.start >= reader.subject.start):
            speaker = claim.speaker
            break
    rule = "speech without a clause of saying: the speaker before it" if speaker else "speech without a speaker"
    reader.claims.append(Claim(tuple(spans), None, speaker, rule, 0.6 if speaker else 0.3, carried=True))


def _has(found: Sequence[Claim], quote: Token) -> bool:
    return any(span.start <= quote.start < span.end for claim in found for span in claim.content)


def _end(tokens: Sequence[Token]) -> int:
    last = len(tokens)
    while last > 1 and tokens[last - 1].text in (".", "!", "?", ","):
        last -= 1
    return tokens[last - 1].end


def _take_waiting(reader: _Reader, tokens: Sequence[Token], found: list[Claim]) -> None:
    """Adds the paragraphs that were left open to the claim that holds their last quotation."""
    spans, reader.waiting = reader.waiting, []
    for at, claim in enumerate(found):
        if tokens[0].kind == "quote" and any(span.start <= tokens[0].start < span.end for span in claim.content):
            found[at] = replace(claim, content=(*spans, *claim.content))
            return
    _float(reader, spans)


def _read_sentence(reader: _Reader, paragraph: Paragraph, sentence: Sentence, number: int, here: int) -> None:
    tokens = sentence.tokens
    headline = find_headline(tokens) if paragraph.kind in HEADINGS and not number else None
    alone = find_signed(tokens) or (headline if tokens[0].kind != "quote" else None)
    if alone is not None:
        reader.claims.append(alone)
        return
    found = _claims_of(reader, paragraph, tokens, headline or find_reply(tokens))
    if (
        not found
        and number
        and tokens[0].kind == "quote"
        and len(reader.claims) > here
        and (_follows(reader.claims[-1], paragraph, sentence, number))
    ):
        last = reader.claims[-1]
        reader.claims[-1] = replace(last, content=(*last.content, Span(tokens[0].start, _end(tokens))))
        return
    if reader.waiting and not number:
        _take_waiting(reader, tokens, found)
    if not number and reader.open_end and reader.claims and tokens[0].kind == "quote" and not _has(found, tokens[0]):
        last = reader.claims[-1]
        reader.claims[-1] = replace(last, content=(*last.content, Span(tokens[0].start, tokens[0].end)))
    reader.claims += [with_circumstances(tokens, claim) for claim in found]
    phrase = opening_phrase(tokens, len(tokens))
    asks = tokens[-1].text == "?"
    if phrase is not None and not asks and _may_speak(tokens[phrase.first : phrase.last]):
        reader.subject = Span(tokens[phrase.first].start, tokens[phrase.last - 1].end)


def _may_speak(phrase: Sequence[Token]) -> bool:
    """Whether the subject of a sentence may be the next speaker: not `advice`, not `wishes`."""
    first = phrase[0]
    if first.lower in _NOT_TOLD_OF:
        return False
    known = first.lower in word_set("pronouns_any") or is_office(singular(first.lower))
    return len(phrase) > 1 or first.is_capital or known


def _claims_of(reader: _Reader, paragraph: Paragraph, tokens: Sequence[Token], sure: Claim | None) -> list[Claim]:
    """The claims of a sentence, in order; `sure` is one that its form has already given."""
    found, clauses = ([sure], []) if sure is not None else find_parenthetical(tokens, reader.judge)
    taken = [_positions(tokens, claim) for claim in found] + [(clause.first, clause.last) for clause in clauses]
    found += find_forward(tokens, taken, clauses, reader.judge)
    covered = [span for claim in found for span in claim.content]
    found += find_fragments(tokens, covered, reader.judge)
    found += _leftover(reader, paragraph, tokens, found)
    found += find_silences(tokens, [span for claim in found for span in (*claim.content, claim.cue) if span])
    if tokens[-1].text == "?":
        found = [claim for claim in found if not _is_asked(tokens, claim)]
    return sorted(found, key=lambda claim: claim.start)


def _is_asked(tokens: Sequence[Token], claim: Claim) -> bool:
    """Whether the claim is what somebody is asked to say: `What would you say to the strikers?`."""
    you = {token.start for token in tokens if token.lower == "you"}
    return claim.speaker is not None and claim.speaker.start in you


def _positions(tokens: Sequence[Token], claim: Claim) -> tuple[int, int]:
    inside = [at for at, token in enumerate(tokens) if claim.start <= token.start < claim.end]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)


def _leftover(reader: _Reader, paragraph: Paragraph, tokens: Sequence[Token], found: Sequence[Claim]) -> list[Claim]:
    """Claims for the quotations of a sentence that have no clause of saying."""
    claims: list[Claim] = []
    covered = [span for claim in found for span in claim.content]
    for at, token in enumerate(tokens):
        if token.kind != "quote" or any(span.start <= token.start < span.end for span in covered):
            continue
        mark = paragraph.quotes[token.start]
        if mark.kind == "direct":
            before = next((claim.speaker for claim in reversed(reader.claims) if claim.speaker is not None), None)
            claims.append(_leftover_claim(tokens, at, mark, before))
    return claims


def _leftover_claim(tokens: Sequence[Token], at: int, mark: Mark, before: Span | None) -> Claim:
    span = Span(mark.start, mark.end)
    cue, speaker = introducer(tokens[:at])
    if speaker is not None:
        return Claim((span,), cue, speaker, "introduced by the clause before", 0.6)
    if before is not None and mark.start - before.end < _NEAR:
        rule = "speech without a clause of saying: the speaker before it"
        return Claim((span,), None, before, rule, 0.45, carried=True)
    return Claim((span,), None, None, "speech without a speaker", 0.3, carried=True)
