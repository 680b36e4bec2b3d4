"""Statements of two articles, linked where they report the same words or the same claim.

Utterances are the same when the spoken words inside the quotation marks are, but for what editors
do: bracketed additions, dropped marks, a changed word in ten. A fragment is a quotation that stands
inside the other's. How many words that takes depends on whether it is the same speaker: a phrase that
anybody uses is no evidence. Claims are the same when the same speaker is reported to have said something
with mostly the same content words, neither the opposite nor other numbers.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Final, NamedTuple

from annotators.annotation import AnnotationSet, Entity, Mark, Span, Statement
from annotators.article import Article
from annotators.comparing.candidates import quoting_alike, sharing_words
from annotators.comparing.edits import Edit, word_edits
from annotators.comparing.effort import is_too_much
from annotators.comparing.known_names import KnownNames
from annotators.comparing.speakers import Sameness, Speaker
from annotators.comparing.tokens import content_words, figures, is_content, negations, spoken_words, tokenise

__all__ = ["Comparison", "Link", "Relation", "compare"]

_SAME_UTTERANCE: Final = 0.85
"""Share of spoken words in the same order (difflib's ratio); bracket edits and a word in ten stay above it."""

_FRAGMENT: Final = 0.95
_SAME_CLAIM: Final = 0.5
"""Share of the shorter statement's content words that the other has too."""

_FEWEST_SHARED: Final = 2
_ENOUGH_SHARED: Final = 3
_LONGER: Final = 6
"""How many times as many content words as the shorter the longer may have: two words are soon found in a speech."""

_DENIALS: Final = frozenset("denied denies deny denying rejected rejects refuted refutes".split())
_NAMED: Final = ("PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW")


class Relation(StrEnum):
    """The relation of two statements."""

    SAME_UTTERANCE = "same utterance"
    FRAGMENT = "fragment"
    SAME_CLAIM = "same claim"


@dataclass(frozen=True, slots=True)
class Link:
    """Two statements by id, and their similarity, 0 to 1. `edits` turn the left's words into the right's."""

    relation: Relation
    left: str
    right: str
    likeness: float
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Links in the order of the left article; ids of statements, and names, that only one article has."""

    links: tuple[Link, ...]
    only_left: tuple[str, ...]
    only_right: tuple[str, ...]
    names_only_left: tuple[str, ...]
    names_only_right: tuple[str, ...]


def compare(left: tuple[Article, AnnotationSet], right: tuple[Article, AnnotationSet]) -> Comparison:
    """The statements that two annotated articles share, and what only one of them reports."""
    ours = [_Said.of(*left, said) for said in left[1].statements]
    theirs = [_Said.of(*right, said) for said in right[1].statements]
    found = list(_links(ours, theirs))
    in_both = {link.left for link in found}, {link.right for link in found}
    our_names, their_names = _names(left[1]), _names(right[1])
    by_id = {one.id: one for one in ours}, {one.id: one for one in theirs}
    return Comparison(
        links=tuple(_with_edits(link, *by_id) for link in _best_links(found, ours)),
        only_left=tuple(one.id for one in ours if one.id not in in_both[0]),
        only_right=tuple(one.id for one in theirs if one.id not in in_both[1]),
        names_only_left=_only(our_names, their_names),
        names_only_right=_only(their_names, our_names),
    )


class _Evidence(NamedTuple):
    """How many spoken words, and how many of them with a meaning of their own, two quotations need in common."""

    words: int
    meaning: int

    def suffices(self, words: Sequence[str]) -> bool:
        return len(words) >= self.words and len({word for word in words if is_content(word)}) >= self.meaning


_EVIDENCE: Final = {
    Sameness.SAME: _Evidence(4, 2),
    Sameness.UNKNOWN: _Evidence(6, 3),
    Sameness.OTHER: _Evidence(10, 5),
}
"""Anybody may say `at the end of the day`: the less is known to be one speaker, the longer the words have to be."""


@dataclass(frozen=True, slots=True)
class _Said:
    id: str
    text: str
    content: tuple[Span, ...]
    quoted: tuple[tuple[str, ...], ...]  # spoken words of each quotation in it
    words: frozenset[str]
    figures: frozenset[str]
    denied: bool
    speaker: Speaker

    @classmethod
    def of(cls, article: Article, annotations: AnnotationSet, said: Statement) -> _Said:
        text = article.text
        content = said.shown
        tokens = tokenise(text, content)
        cue = tokenise(text, (said.cue,)) if said.cue else []
        quotations = [content] if said.type == "direct" else [(mark.span,) for mark in _marks_in(annotations, said)]
        spoken = (spoken_words(tokenise(text, spans)) for spans in quotations)
        words = content_words(tokens)
        return cls(
            id=said.id,
            text=text,
            content=content,
            quoted=tuple(tuple(token.key for token in words) for words in spoken),
            words=words if len(words) >= _FEWEST_SHARED else words | content_words(cue),  # "declined to comment"
            figures=figures(tokens),
            denied=(negations(tokens) + any(token.key in _DENIALS for token in cue)) % 2 == 1,
            speaker=Speaker.of(text, annotations, said),
        )


def _marks_in(annotations: AnnotationSet, said: Statement) -> Iterable[Mark]:
    """The marks that lie in what was said, in their order."""
    places = set()
    for span in said.content:
        place = bisect_left(annotations.marks, span.start, key=lambda mark: mark.start)
        while place < len(annotations.marks) and annotations.marks[place].start < span.end:
            if annotations.marks[place].end <= span.end:
                places.add(place)
            place += 1
    return [annotations.marks[place] for place in sorted(places)]


def _best_links(found: Sequence[Link], ours: Sequence[_Said]) -> list[Link]:
    """The strongest links, one to one for utterances and claims; a fragment may link to a linked statement."""
    order = {relation: rank for rank, relation in enumerate(Relation)}
    taken: set[tuple[bool, str]] = set()
    kept: list[Link] = []
    for link in sorted(found, key=lambda link: (order[link.relation], -link.likeness)):
        ends = {(True, link.left), (False, link.right)}
        if link.relation is Relation.FRAGMENT or not ends & taken:
            kept.append(link)
            taken |= ends
    places = {one.id: number for number, one in enumerate(ours)}
    return sorted(kept, key=lambda link: places[link.left])


def _links(ours: Sequence[_Said], theirs: Sequence[_Said]) -> Iterator[Link]:
    """All possible links, without edits, in the order of our statements, then of theirs."""
    quoting = quoting_alike([one.quoted for one in ours], [one.quoted for one in theirs])
    sharing = sharing_words([one.words for one in ours], [one.words for one in theirs])
    for place, one in enumerate(ours):
        for near in sorted(quoting[place] | sharing[place]):
            link = _quoted_link(one, theirs[near]) if near in quoting[place] else None
            if link := link or _claim_link(one, theirs[near]):
                yield link


def _quoted_link(one: _Said, other: _Said) -> Link | None:
    least = _EVIDENCE[one.speaker.compared_with(other.speaker)]
    pairs = [(a, b) for a in one.quoted for b in other.quoted]
    likeness = max((_likeness(a, b, least) for a, b in pairs), default=0.0)
    if likeness >= _SAME_UTTERANCE:
        return Link(Relation.SAME_UTTERANCE, one.id, other.id, likeness, ())
    contained = max((max(_contained(a, b, least), _contained(b, a, least)) for a, b in pairs), default=0.0)
    if contained >= _FRAGMENT:
        return Link(Relation.FRAGMENT, one.id, other.id, contained, ())
    return None


def _claim_link(one: _Said, other: _Said) -> Link | None:
    shared = len(one.words & other.words)
    shorter, longer = sorted((len(one.words), len(other.words)))
    alike = shared >= _SAME_CLAIM * shorter and shared >= min(_ENOUGH_SHARED, max(shorter, _FEWEST_SHARED))
    if not alike or longer > _LONGER * shorter or _contradict(one, other):
        return None
    if one.speaker.compared_with(other.speaker) is not Sameness.SAME:
        return None
    return Link(Relation.SAME_CLAIM, one.id, other.id, shared / shorter, ())


def _with_edits(link: Link, ours: Mapping[str, _Said], theirs: Mapping[str, _Said]) -> Link:
    one, other = ours[link.left], theirs[link.right]
    return replace(link, edits=word_edits(one.text, one.content, other.text, other.content))


def _contradict(one: _Said, other: _Said) -> bool:
    """Whether one negates the other, or they have different numbers."""
    return one.denied != other.denied or bool(one.figures and other.figures and not one.figures & other.figures)


def _likeness(one: tuple[str, ...], other: tuple[str, ...], least: _Evidence) -> float:
    """The share of spoken words in the same order, if there are enough words."""
    if not (least.suffices(one) and least.suffices(other)):
        return 0.0
    if one == other:
        return 1.0
    if 2 * min(len(one), len(other)) < _SAME_UTTERANCE * (len(one) + len(other)) or is_too_much(one, other):
        return 0.0
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= _SAME_UTTERANCE else 0.0


def _contained(part: tuple[str, ...], whole: tuple[str, ...], least: _Evidence) -> float:
    """The share of `part` that is in one contiguous stretch of `whole`."""
    if len(part) >= len(whole) or not least.suffices(part) or is_too_much(part, whole):
        return 0.0
    match = SequenceMatcher(None, part, whole, autojunk=False).find_longest_match()
    return match.size / len(part)


def _names(annotations: AnnotationSet) -> list[Entity]:
    return [entity for entity in annotations.entities if entity.label in _NAMED]


def _only(ours: Sequence[Entity], theirs: Sequence[Entity]) -> tuple[str, ...]:
    """The names in one article of which the other has no form, each once."""
    known = KnownNames(theirs)
    return tuple(dict.fromkeys(one.name for one in ours if not known.has(one)))
