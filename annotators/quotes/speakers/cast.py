"""The cast of an article: the people and bodies in it, their mentions, descriptions and genders."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from annotators.annotation import Entity, Mark, Mention, Span, merge
from annotators.quotes.english.gender import gender_of_name, gender_of_noun
from annotators.quotes.phrases.offices import Office, harvest_offices
from annotators.text.patterns import compiled_late

__all__ = ["Cast"]

_PARTY = re.compile(r"\(?[RDI]-[A-Z]")
"""A senator's party and state, `D-Wis`, which is tagged but is no speaker."""
_DATELINE_END = re.compile(r"\)\s*(?:—|–|--?)")
_SURNAME = compiled_late(r" [A-Z][\w’'-]+")
_AGE_BEHIND = re.compile(r"(?:,| \(| aged),? ?(?:aged |an? )?(\d{1,3})(?=[,.;)]|-year-old)")
_AGE_BEFORE = re.compile(r"(?<!\d)(?<![Tt]he )(\d{1,3})-year-old \Z")
_REACH = 40
_SPEAKING = frozenset(
    ("PERSON", "ORG", "GPE", "NORP", "HANDLE", "FAC", "LOC", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW")
)


@dataclass(frozen=True)
class Cast:
    """The entities that can speak, with their mentions in text order.

    `quoted` are the starts of the mentions inside direct speech, `reported` of those inside any content.
    """

    text: str
    mentions: tuple[Mention, ...]
    entities: dict[str, Entity]
    quoted: frozenset[int] = frozenset()
    reported: frozenset[int] = frozenset()

    @classmethod
    def of(
        cls,
        text: str,
        mentions: Sequence[Mention],
        entities: Sequence[Entity],
        marks: Sequence[Mark] = (),
        contents: Iterable[Span] = (),
    ) -> Cast:
        """The cast of an article, without mentions of dates and numbers and those that have no entity.

        `marks` of direct speech and `contents`, what is said with or without marks, set `quoted` and `reported`: the
        mentions in direct speech are the words of a speaker, which the writer's pronouns do not refer to, and those in
        contents are talked about and do not act.
        """
        known = {entity.id: entity for entity in entities}
        kept = sorted(
            (
                one
                for one in mentions
                if one.entity in known and one.label in _SPEAKING and not _PARTY.match(text, one.start, one.end)
            ),
            key=lambda one: one.start,
        )
        speech = merge(mark for mark in marks if mark.kind == "direct")
        return cls(text, tuple(kept), known, _inside(kept, speech), _inside(kept, merge(contents)))

    @cached_property
    def _starts(self) -> list[int]:
        return [mention.start for mention in self.mentions]

    @cached_property
    def offices(self) -> list[Office]:
        """The descriptions that the article gives its people."""
        return harvest_offices(self.text, self.mentions)

    @cached_property
    def ages(self) -> dict[str, set[str]]:
        """The ids of the people beside whose name an age stands, by age in digits."""
        found: dict[str, set[str]] = {}
        for one in self.mentions:
            if one.label == "PERSON" and one.entity is not None:
                before = _AGE_BEFORE.search(self.text, max(0, one.start - _REACH), one.start)
                for age in filter(None, (_AGE_BEHIND.match(self.text, one.end), before)):
                    found.setdefault(age[1], set()).add(one.entity)
        return found

    @cached_property
    def genders(self) -> dict[str, str]:
        """The gender of each person for whom the text shows one: by title first, then given name, then description."""
        found: dict[str, str] = {}
        for mention in self.mentions:
            if mention.label == "PERSON" and mention.entity is not None:
                before = self.text[max(0, mention.start - 24) : mention.start].split()
                gender = gender_of_noun(before[-1].rstrip(",")) if before else None
                gender = gender or gender_of_noun(self.text[mention.start : mention.end].split()[0])
                if gender:
                    found[mention.entity] = gender
        for entity in self.entities.values():
            gender = gender_of_name(entity.name) if entity.label == "PERSON" else None
            if gender:
                found.setdefault(entity.id, gender)
        for mention in self.mentions:
            if mention.label == "PERSON" and mention.entity is not None and mention.entity not in found:
                surname = _SURNAME.match(self.text, mention.end)  # a name that was cut in two: Hope, Hicks
                gender = gender_of_name(self.text[mention.start : surname.end()]) if surname else None
                if gender:
                    found[mention.entity] = gender
        for office in self.offices:
            gender = gender_of_noun(office.head)
            if gender:
                found.setdefault(office.entity, gender)
        return found

    @cached_property
    def agencies(self) -> frozenset[str]:
        """The entities in the brackets of a dateline, which only report: `LUND (Northern Wire) —`."""
        return frozenset(
            mention.entity
            for mention in self.mentions
            if mention.entity is not None
            and self.text[mention.start - 1 : mention.start] == "("
            and _DATELINE_END.match(self.text, mention.end)
        )

    def words(self, mention: Mention) -> str:
        """The words of a mention."""
        return self.text[mention.start : mention.end]

    def within(self, start: int, end: int) -> list[Mention]:
        """The mentions inside `[start, end)`, in order."""
        first = bisect_left(self._starts, start)
        found = []
        for mention in self.mentions[first:]:
            if mention.start >= end:
                break
            if mention.end <= end:
                found.append(mention)
        return found

    def before(self, at: int, labels: frozenset[str]) -> Iterator[Mention]:
        """The mentions with one of the labels that end before an offset, nearest first; none from direct speech."""
        for position in range(bisect_left(self._starts, at) - 1, -1, -1):
            mention = self.mentions[position]
            if mention.label in labels and mention.end <= at and mention.start not in self.quoted:
                yield mention

    def after(self, at: int, labels: frozenset[str]) -> Iterator[Mention]:
        """The mentions with one of the labels that begin at or after an offset, nearest first; no direct speech."""
        for mention in self.mentions[bisect_left(self._starts, at) :]:
            if mention.label in labels and mention.start not in self.quoted:
                yield mention

    def may_be(self, entity: str | None, gender: str | None) -> bool:
        """Whether an entity may be of a gender: nothing in the text contradicts it."""
        return gender is None or entity is None or self.genders.get(entity, gender) == gender


def _inside(mentions: Sequence[Mention], spans: Sequence[Span]) -> frozenset[int]:
    """The starts of the mentions that lie in one of the spans, which are in order and disjoint."""
    ends = [span.end for span in spans]
    found = []
    for one in mentions:
        position = bisect_left(ends, one.end)
        if position < len(spans) and spans[position].start <= one.start:
            found.append(one.start)
    return frozenset(found)
