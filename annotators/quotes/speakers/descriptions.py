"""Resolves descriptions without an office: `The 37-year-old`, `the woman`, `my neighbour`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from annotators.annotation import Mention, Span
from annotators.quotes.english.gender import gender_of_noun, people_words
from annotators.quotes.english.tokens import Token
from annotators.quotes.phrases.offices import head_of, office_words
from annotators.quotes.speakers.cast import Cast
from annotators.quotes.speakers.pronouns import Resolution, Spoken, is_introduced, last_on_stage, last_speaker

__all__ = ["speaker_by_age", "speaker_by_description", "speaker_by_relation"]

_PERSON: Final = frozenset(("PERSON",))
_OWNERS: Final = frozenset("her his my our their".split())
_LONGEST_CALL: Final = 5
_REACH: Final = 60
"""Fewer code points separate a person's name from a relative's description: `Tom Reed and his late wife, Dana`."""
_RELATED: Final = {
    "husband": ("wife",),
    "wife": ("husband",),
    "brother": ("brother", "sister"),
    "sister": ("brother", "sister"),
    "father": ("daughter", "son"),
    "mother": ("daughter", "son"),
}
"""For each relation, those that show who it is: the person who has a wife is her husband."""
_AND_THEIR = re.compile(r"(?:,? and|['’]s?|,? with) (?:her|his|late|former)?\b")
_AGED = re.compile(r"[Tt]he (\d{1,3})-year-old(?: ([a-z-]+))?")


def speaker_by_age(cast: Cast, spoken: Spoken, speaker: Span) -> Resolution | None:
    """`The 37-year-old`: the only person of that age, else the person on stage last."""
    comma = cast.text.find(",", *speaker)
    age = _AGED.fullmatch(cast.text, speaker.start, speaker.end if comma < 0 else comma)
    if age is None:
        return None
    years = f"{age[1]}-year-old"
    found = cast.ages.get(age[1], set())
    if len(found) == 1:
        (entity,) = found
        return Resolution(entity, 0.85, f"{cast.entities[entity].name} is {age[1]}")
    if found or is_introduced(cast, years, speaker.start):
        return None
    return last_on_stage(cast, spoken, speaker.start, gender_of_noun(age[2] or ""), years)


def speaker_by_description(cast: Cast, spoken: Spoken, speaker: Span, tokens: Sequence[Token]) -> Resolution | None:
    """`Australian woman`, where the article has `Ana Ruiz, an Australian woman,`; `his wife`; `the woman`."""
    head = head_of(tokens)
    if head not in people_words("nouns", "women") | people_words("nouns", "men"):
        return None
    wanted = office_words(tokens)
    found = {office.entity for office in cast.offices if office.head == head and wanted <= office.words}
    if len(found) == 1 and (len(wanted) > 1 or tokens[0].lower in _OWNERS):
        entity = found.pop()
        return Resolution(entity, 0.7, f"the {head} is {cast.entities[entity].name}")
    spouse = _other_half(cast, speaker, head) if tokens[0].lower in ("her", "his") and len(tokens) == 2 else None
    if spouse is not None:
        return spouse
    if tokens[0].lower not in ("the", "this") or len(tokens) != 2 or is_introduced(cast, head, speaker.start):
        return None
    gender = gender_of_noun(head)
    return last_speaker(cast, spoken, speaker.start, gender, 0.55, f"the {head}: the last speaker")


def _other_half(cast: Cast, speaker: Span, head: str) -> Resolution | None:
    """`Her husband`, where the article has `Tom Reed and his wife, Dana`."""
    whose = _RELATED.get(head, ())
    for office in cast.offices:
        if office.head in whose and office.at < speaker.start:
            nearest = next(cast.before(office.at, _PERSON), None)
            if nearest is None or nearest.entity is None or nearest.entity == office.entity:
                continue
            if office.at - nearest.end < _REACH and _AND_THEIR.match(cast.text, nearest.end, office.at):
                return Resolution(nearest.entity, 0.75, f"the {office.head} is named beside {_name(cast, nearest)}")
    return None


def _name(cast: Cast, mention: Mention) -> str:
    return cast.text[mention.start : mention.end]


def speaker_by_relation(cast: Cast, speaker: Span, tokens: Sequence[Token]) -> Resolution | None:
    """`my neighbour`, where the article has `my neighbour Otis Grandell` earlier."""
    if tokens[0].lower not in _OWNERS or not 1 < len(tokens) < _LONGEST_CALL:
        return None
    words = cast.text[speaker.start : speaker.end].lower() + " "
    for mention in cast.before(speaker.start, _PERSON):
        before = cast.text[max(0, mention.start - len(words)) : mention.start]
        if mention.entity is not None and before.lower() == words:
            return Resolution(mention.entity, 0.8, f"{words.strip()} is {cast.text[mention.start : mention.end]}")
    return None
