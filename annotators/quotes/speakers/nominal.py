"""Resolves speakers described by a noun: `the minister`, `Iran's government`, `a spokeswoman for Lantern Trust`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from annotators.annotation import Mention, Span
from annotators.quotes.english.gender import gender_of_noun, people_words
from annotators.quotes.english.lexicon import table
from annotators.quotes.english.tokens import Token
from annotators.quotes.phrases.offices import Office, head_of, is_office, office_words, singular
from annotators.quotes.speakers.cast import Cast
from annotators.quotes.speakers.places import may_be_called
from annotators.quotes.speakers.pronouns import (
    Resolution,
    is_introduced,
    last_on_stage,
)

__all__ = ["NominalSpeakers", "is_plural"]

_PERSON: Final = frozenset(("PERSON",))
_COUNTRIES: Final = frozenset(("GPE",))
_OTHERS_THAN_THE_ACCUSED: Final = frozenset(
    "attorney barrister coroner detective inspector judge lawyer magistrate officer prosecutor sheriff "
    "solicitor".split()
)
"""Offices that are never resolved to the person on stage last: in a court story that is the accused."""
_SPOKEN_FOR = re.compile(r"^spokes(?:man|woman|person|people)$|^representative$")
_IGNORED: Final = frozenset(
    "former ex new current longtime long-time late top senior then outgoing incoming acting republican democratic gop "
    "democrat presidential veteran embattled famous own".split()
)


def is_plural(tokens: Sequence[Token], head: str) -> bool:
    """Whether the head noun occurs only in the plural; `head` is its singular."""
    return all(token.lower != head for token in tokens)


class NominalSpeakers:
    """Resolves a noun phrase to an entity; `spoken` are the offsets and entities of the speakers so far."""

    def __init__(self, cast: Cast, spoken: Sequence[tuple[int, str]]) -> None:
        self._cast = cast
        self._spoken = spoken

    def nominal(self, speaker: Span, tokens: Sequence[Token]) -> Resolution | None:
        """Resolves a phrase such as `the minister`, `Iran's government`, `a spokeswoman for Lantern Trust`."""
        head = head_of(tokens)
        if head is None:
            return None
        if _SPOKEN_FOR.match(head):
            body = self._body_in(speaker)
            if body is not None:
                return Resolution(body, 0.75, "speaks for it")
        if head in people_words("nouns", "governments"):
            return self._government(speaker, tokens, head)
        if is_office(head) and not is_plural(tokens, head) and tokens[0].lower not in ("a", "an", "another", "one"):
            found = self._office(speaker, tokens, head)
            if found is not None or head not in people_words("nouns", "businesses"):
                return found
        if tokens[0].lower in ("the", "its", "this", "that") and head in people_words("nouns", "bodies") | people_words(
            "nouns", "places"
        ):
            return self._body(speaker, tokens, head)
        return None

    def _body_in(self, speaker: Span) -> str | None:
        return next((one.entity for one in self._cast.within(*speaker) if one.label in ("ORG", "GPE")), None)

    def _government(self, speaker: Span, tokens: Sequence[Token], head: str) -> Resolution | None:
        inside = next((one for one in self._cast.within(*speaker) if one.label in ("GPE", "NORP")), None)
        if inside is not None and inside.entity is not None:
            country = self._country_of(inside)
            return Resolution(country or inside.entity, 0.8, f"the government of {self._cast.words(inside)}")
        if len(tokens) > 2:
            return None
        nearest = None
        for mention in self._cast.before(speaker.start, _COUNTRIES):
            if mention.entity is None or not may_be_called(head, self._cast.entities[mention.entity].name):
                continue
            if self._opens_sentence(mention):
                return Resolution(mention.entity, 0.6, f"the {head} meant is that of {self._cast.words(mention)}")
            nearest = nearest or Resolution(mention.entity, 0.5, f"the nearest country: {self._cast.words(mention)}")
        return nearest

    def _country_of(self, people: Mention) -> str | None:
        country = table("people")["demonyms"].get(singular(self._cast.words(people).lower()), "")
        for entity in self._cast.entities.values():
            if country and entity.label == "GPE" and entity.name.lower() == country.lower():
                return entity.id
        return None

    def _opens_sentence(self, mention: Mention) -> bool:
        before = self._cast.text[max(0, mention.start - 3) : mention.start].rstrip(" ")
        return not before or before[-1] in '\n.!?”"'

    def _office(self, speaker: Span, tokens: Sequence[Token], head: str) -> Resolution | None:
        wanted = office_words(tokens)
        best: tuple[float, int, Office] | None = None
        for office in self._cast.offices:
            if office.head != head and head not in office.words:
                continue
            if wanted - office.words - _IGNORED:
                continue
            rank = len(wanted & office.words)
            distance = -abs(office.at - speaker.start) if office.at > speaker.start else 0
            latest = self._last_mention(office.entity, speaker.start)
            key = (rank, latest or distance)
            if best is None or key > best[:2]:
                best = (*key, office)
        if best is not None:
            name = self._cast.entities[best[2].entity].name
            return Resolution(best[2].entity, 0.85, f"the {head} is {name}")
        if tokens[0].lower in ("the", "this") and not any(token.text == "," for token in tokens):
            if head in _OTHERS_THAN_THE_ACCUSED or any(token.lower in ("who", "whose") for token in tokens):
                return None
            if is_introduced(self._cast, head, speaker.start):
                return None
            return last_on_stage(self._cast, self._spoken, speaker.start, gender_of_noun(head), head)
        return None

    def _last_mention(self, entity: str, at: int) -> int:
        return next((one.start for one in self._cast.before(at, _PERSON) if one.entity == entity), 0)

    def _body(self, speaker: Span, tokens: Sequence[Token], head: str) -> Resolution | None:
        wanted = office_words(tokens)
        for mention in self._cast.before(speaker.start, frozenset(("ORG",))):
            named = {word.lower() for word in self._cast.words(mention).split()}
            if head in named and wanted <= named | {head} and mention.entity is not None:
                return Resolution(mention.entity, 0.8, f"the {head}: {self._cast.words(mention)}")
        if len(wanted) > 1:
            return None
        labels = _COUNTRIES if head in people_words("nouns", "places") else frozenset(("ORG",))
        for at, entity in reversed(self._spoken):
            known = self._cast.entities[entity]
            if known.label in labels and at <= speaker.start and may_be_called(head, known.name):
                return Resolution(entity, 0.6, f"the {head}: the last body that spoke")
        for mention in self._cast.before(speaker.start, labels):
            if mention.entity in self._cast.agencies:
                continue
            if mention.entity and may_be_called(head, self._cast.entities[mention.entity].name):
                return Resolution(mention.entity, 0.5, f"the {head}: the nearest body")
        return None
