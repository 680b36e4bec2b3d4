"""Cuts paragraphs into the turns of interviews and transcripts, and makes claims of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from annotators.annotation import Mark, Mention, Span
from annotators.quotes.claims import Claim
from annotators.quotes.english.lexicon import word_set
from annotators.quotes.english.sentences import Paragraph, read_paragraph
from annotators.quotes.turns import Turn, find_turns, initials_of
from annotators.quotes.turns.descriptions import without_descriptions
from annotators.text.languages import ENGLISH

__all__ = ["claim_of_turn", "in_turns", "told_in_turn"]

_HEADINGS: Final = frozenset(("headline", "deck"))
"""Kinds of block in which a label attributes words of the writer: `Mora: City will keep the pier`."""
_SPOKEN_KINDS: Final = _HEADINGS | {"body", "subhead", "note"}
"""Kinds of block in which a turn may begin."""
_PLACES: Final = frozenset(("GPE", "LOC"))
_SURE: Final = {"question": 0.85, "answer": 0.9, "name": 0.75}
_SURE_ENOUGH: Final = 0.85
"""The least score of a claim without quotation inside a turn: much of what people tell there is not speech."""
_QUESTIONS: Final = 2
"""The fewest paragraphs with a question mark for an interview in another language than English."""
_OWN: Final = frozenset("i i'd i'll i'm i've my our us we we'd we'll we're we've".split())
"""Words by which a paragraph shows that the speaker continues, where a writer would use `she`."""


def in_turns(
    text: str, paragraphs: Sequence[Paragraph], marks: Sequence[Mark], mentions: Iterable[Mention] = ()
) -> list[Paragraph]:
    """The paragraphs, those with labels of speakers cut at these; all others unchanged.

    `mentions` are the names in the text: below the headline, a place that is a label once is not a speaker.
    """
    spoken = [one for one in paragraphs if one.kind in _SPOKEN_KINDS]
    turns = find_turns(text, [(one.start, one.end) for one in spoken])
    turns = without_descriptions(text, _without_places(_that_come_back(text, turns, spoken), spoken, mentions))
    if not turns:
        return list(paragraphs)
    starts = [turn.label.span.start for turn in turns]
    found: list[Paragraph] = []
    for paragraph in paragraphs:
        first, last = bisect_left(starts, paragraph.start), bisect_left(starts, paragraph.end)
        if paragraph.kind not in _SPOKEN_KINDS or first == last:
            goes_on = 0 < first < len(turns) and _goes_on(paragraph, found[-1], turns[first - 1])
            label = turns[first - 1].label.span if goes_on else None
            found.append(paragraph._replace(part="more" if goes_on else "", label=label))
            continue
        before = turns[first].label.span.start
        if text[paragraph.start : before].strip(" \t\n\xa0*_>#•-\"“'"):
            opening = read_paragraph(text, paragraph.start, before, paragraph.kind, marks)
            found.append(opening._replace(language=paragraph.language))
        spoken_here = (_spoken(text, turn, paragraph.kind, marks) for turn in turns[first:last])
        found += [one._replace(language=paragraph.language) for one in spoken_here]
    return found


def _that_come_back(text: str, turns: list[Turn], spoken: Sequence[Paragraph]) -> list[Turn]:
    """The turns without those in other languages than English whose label occurs once, or where too little is asked.

    Few words for labels of other things are known there: `Tipp: ...`, `Ergebnis: ...`, `Amonestados: ...`.
    """
    abroad = [(one.start, one.end) for one in spoken if one.language != ENGLISH]
    if not abroad or not turns:
        return turns
    asked = sum("?" in text[start:end] for start, end in abroad)
    times = Counter(turn.label.key for turn in turns if asked >= _QUESTIONS)
    starts = [start for start, _ in abroad]

    def is_abroad(turn: Turn) -> bool:
        at = bisect_right(starts, turn.label.span.start) - 1
        return at >= 0 and turn.label.span.start < abroad[at][1]

    return [one for one in turns if (times[one.label.key] > 1 and not one.label.dashed) or not is_abroad(one)]


def _without_places(turns: list[Turn], spoken: Sequence[Paragraph], mentions: Iterable[Mention]) -> list[Turn]:
    """The turns without labels of places, as round-ups have them: `Northern Ireland: The grant rises`.

    Initials of another label are no place: `MD` after `Mark Dunning`.
    """
    if not turns:
        return turns
    places = {one.span for one in mentions if one.label in _PLACES}
    times = Counter(turn.label.key for turn in turns)
    initials = initials_of(times)
    headings = [(one.start, one.end) for one in spoken if one.kind in _HEADINGS]

    def says_where(turn: Turn) -> bool:
        at = turn.label.span
        alone = turn.part == "name" and times[turn.label.key] == 1 and not turn.label.office
        alone = alone and turn.label.key not in initials and at in places
        return alone and not any(start <= at.start < end for start, end in headings)

    return [turn for turn in turns if not says_where(turn)]


def _spoken(text: str, turn: Turn, kind: str, marks: Sequence[Mark]) -> Paragraph:
    read = read_paragraph(text, *turn.said, kind, marks)
    return read._replace(label=turn.label.span, part=turn.part)


def _goes_on(paragraph: Paragraph, before: Paragraph, turn: Turn) -> bool:
    """Whether a paragraph without a label continues the turn before it: its speaker uses the first person."""
    if turn.part == "question" or not before.part or paragraph.kind != "body":
        return False
    words = [token.lower.replace("’", "'") for sentence in paragraph.sentences for token in sentence.tokens]
    return any(word in _OWN for word in words)


def claim_of_turn(paragraph: Paragraph) -> Claim:
    """A claim of a whole turn by its speaker."""
    rule = "a label with a colon" if paragraph.part == "name" else f"an interview: the {paragraph.part}"
    content = (Span(paragraph.start, paragraph.end),)
    part = "" if paragraph.kind in _HEADINGS else paragraph.part
    return Claim(content, None, paragraph.label, rule, _SURE[paragraph.part], part=part)


def told_in_turn(text: str, paragraph: Paragraph, found: Sequence[Claim]) -> list[Claim]:
    """The claims inside a turn that are somebody else's, who is quoted there or named as saying something."""
    told = []
    for claim in found if paragraph.kind not in _HEADINGS else ():
        if claim.speaker is None or claim.carried or not claim.content:
            continue
        words = text[claim.speaker.start : claim.speaker.end].replace("’", "'")
        sure = claim.score >= _SURE_ENOUGH and claim.rule.startswith("subject")
        named = words.lower() not in word_set("pronouns_any") and any(word[:1].isupper() for word in words.split())
        if words.lower() not in _OWN and (_is_quoted(paragraph, claim) or (sure and named)):
            told.append(replace(claim, turn=paragraph.label))
    return told


def _is_quoted(paragraph: Paragraph, claim: Claim) -> bool:
    marks = paragraph.quotes.items()
    return all(any(start <= span.start < mark.end for start, mark in marks) for span in claim.content)
