"""Whether two speakers are the same: by full names if both have them, else by the words for them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from annotators.annotation import AnnotationSet, Statement
from annotators.comparing.tokens import content_words, tokens_of
from annotators.entities.forms.keys import aliases, is_acronym_of, key_of, person_words

__all__ = ["Sameness", "Speaker", "same_name"]


class Sameness(Enum):
    """Whether two speakers are the same person or body."""

    SAME = "same"
    OTHER = "other"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker: name and label of the entity, empty if there is none, and the words that stand for it."""

    name: str
    label: str
    words: frozenset[str]

    @classmethod
    def of(cls, text: str, annotations: AnnotationSet, said: Statement) -> Speaker:
        """The speaker of a statement."""
        entity = annotations.entity_by_id.get(said.speaker_entity or "")
        mention = text[said.speaker.start : said.speaker.end] if said.speaker else ""
        return cls(entity.name if entity else "", entity.label if entity else "", content_words(tokens_of(mention)))

    def compared_with(self, other: Speaker) -> Sameness:
        """The comparison by names if both have one; else by descriptions, one of which has to contain the other."""
        if self.name and other.name:
            alike = same_name(self.name, self.label, other.name, other.label)
            return Sameness.SAME if alike else Sameness.OTHER
        ours = self.words | _name_words(self.name)
        theirs = other.words | _name_words(other.name)
        if ours and theirs and (ours <= theirs or theirs <= ours):
            return Sameness.SAME
        return Sameness.UNKNOWN


@lru_cache(4096)
def _name_words(name: str) -> frozenset[str]:
    return content_words(tokens_of(name))


def same_name(one: str, label: str, other: str, other_label: str) -> bool:
    """Whether two names have the same bearer: equal, known aliases, or longer and shorter forms of a person's name."""
    left, right = aliases(key_of(one)), aliases(key_of(other))
    if left == right:
        return True
    if {label, other_label} == {"PERSON"}:
        return _same_person([*person_words(one)], [*person_words(other)])
    return "PERSON" not in (label, other_label) and (is_acronym_of(one, other) or is_acronym_of(other, one))


def _same_person(left: list[str], right: list[str]) -> bool:
    """`Zarif`, `Javad Zarif` and `M. J. Zarif` are one; two with the same surname and other given names are not."""
    if not left or not right or left[-1] != right[-1]:
        return False
    given, others = left[:-1], right[:-1]
    shorter, longer = sorted((given, others), key=len)
    return all(any(_same_given(name, one) for one in longer) for name in shorter)


def _same_given(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) == 1 and one[0] == other[0])
