"""Statements of two articles, linked where they report the same words or the same claim.

Utterances are the same when the spoken words inside the quotation marks are, but for what editors
do: bracketed additions, dropped marks, a changed word in ten. A fragment is a quotation of at least
four words that stands inside the other's. Claims are the same when the same speaker is reported to
have said something with mostly the same content words.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Final

from annotators.annotation import AnnotationSet, Mark, Span, Statement
from annotators.article import Article
from annotators.comparing.edits import Edit, word_edits
from annotators.comparing.tokens import Token, content_words, spoken_words, tokenise

__all__ = ["Comparison", "Link", "Relation", "compare"]

_SAME_UTTERANCE: Final = 0.85
"""Share of spoken words in the same order (difflib's ratio); bracket edits and a word in ten stay above it."""

_FRAGMENT: Final = 0.95
_SHORTEST_FRAGMENT: Final = 4
_SAME_CLAIM: Final = 0.5
"""Share of the shorter statement's content words that the other has too."""

_FEWEST_SHARED: Final = 2
_NAMED: Final = ("PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW")


class Relation(StrEnum):
    """What two statements have to do with each other."""

    SAME_UTTERANCE = "same utterance"
    FRAGMENT = "fragment"
    SAME_CLAIM = "same claim"


@dataclass(frozen=True, slots=True)
class Link:
    """Two statements, by id, and how alike they are (0 to 1). `edits` lead from the left's words to the right's."""

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
    """What two annotated articles share and what only one of them reports."""
    ours = [_Said.of(*left, said) for said in left[1].statements]
    theirs = [_Said.of(*right, said) for said in right[1].statements]
    links = _best_links(ours, theirs)
    ours_linked, theirs_linked = {link.left for link in links}, {link.right for link in links}
    our_names, their_names = _names(left[1]), _names(right[1])
    return Comparison(
        links=tuple(links),
        only_left=tuple(one.id for one in ours if one.id not in ours_linked),
        only_right=tuple(one.id for one in theirs if one.id not in theirs_linked),
        names_only_left=tuple(name for key, name in our_names.items() if key not in their_names),
        names_only_right=tuple(name for key, name in their_names.items() if key not in our_names),
    )


@dataclass(frozen=True, slots=True)
class _Said:
    id: str
    text: str
    content: tuple[Span, ...]
    quoted: tuple[tuple[str, ...], ...]  # spoken words of each quotation in it
    words: frozenset[str]
    speaker: frozenset[str]

    @classmethod
    def of(cls, article: Article, annotations: AnnotationSet, said: Statement) -> _Said:
        text = article.text
        quotations = (
            [said.content] if said.type == "direct" else [(mark.span,) for mark in _marks_in(annotations, said)]
        )
        spoken = (spoken_words(tokenise(text, spans)) for spans in quotations)
        name = annotations.entity_by_id[said.speaker_entity].name if said.speaker_entity else ""
        mention = text[said.speaker.start : said.speaker.end] if said.speaker else ""
        return cls(
            id=said.id,
            text=text,
            content=said.content,
            quoted=tuple(tuple(token.key for token in tokens) for tokens in spoken),
            words=_meaning(text, said),
            speaker=content_words(_all_tokens(f"{name} {mention}")),
        )


def _meaning(text: str, said: Statement) -> frozenset[str]:
    """What was said, with the cue where that is too little to tell: "declined to comment"."""
    words = content_words(tokenise(text, said.content))
    if len(words) < _FEWEST_SHARED and said.cue is not None:
        words |= content_words(tokenise(text, (said.cue,)))
    return words


def _all_tokens(text: str) -> list[Token]:
    return tokenise(text, (Span(0, len(text)),))


def _marks_in(annotations: AnnotationSet, said: Statement) -> Iterable[Mark]:
    for mark in annotations.marks:
        if any(span.start <= mark.start and mark.end <= span.end for span in said.content):
            yield mark


def _best_links(ours: list[_Said], theirs: list[_Said]) -> list[Link]:
    """One to one for utterances and claims, strongest first; a fragment may be of something already linked."""
    found = [link for one in ours for other in theirs if (link := _link(one, other))]
    order = {relation: rank for rank, relation in enumerate(Relation)}
    found.sort(key=lambda link: (order[link.relation], -link.likeness))
    taken: set[tuple[bool, str]] = set()
    kept: list[Link] = []
    for link in found:
        ends = {(True, link.left), (False, link.right)}
        if link.relation is Relation.FRAGMENT or not ends & taken:
            kept.append(link)
            taken |= ends
    places = {one.id: number for number, one in enumerate(ours)}
    return sorted(kept, key=lambda link: places[link.left])


def _link(one: _Said, other: _Said) -> Link | None:
    likeness = max((_likeness(a, b) for a in one.quoted for b in other.quoted), default=0.0)
    contained = max((max(_contained(a, b), _contained(b, a)) for a in one.quoted for b in other.quoted), default=0.0)
    shared = one.words & other.words
    overlap = len(shared) / max(1, min(len(one.words), len(other.words)))
    if likeness >= _SAME_UTTERANCE:
        relation = Relation.SAME_UTTERANCE
    elif contained >= _FRAGMENT:
        relation, likeness = Relation.FRAGMENT, contained
    elif one.speaker & other.speaker and overlap >= _SAME_CLAIM and len(shared) >= _FEWEST_SHARED:
        relation, likeness = Relation.SAME_CLAIM, overlap
    else:
        return None
    return Link(relation, one.id, other.id, likeness, word_edits(one.text, one.content, other.text, other.content))


def _likeness(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    if min(len(one), len(other)) < _SHORTEST_FRAGMENT:
        return 0.0
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _contained(part: tuple[str, ...], whole: tuple[str, ...]) -> float:
    """The share of `part` that stands in one stretch of `whole`."""
    if not _SHORTEST_FRAGMENT <= len(part) < len(whole):
        return 0.0
    match = SequenceMatcher(None, part, whole, autojunk=False).find_longest_match()
    return match.size / len(part)


def _names(annotations: AnnotationSet) -> dict[str, str]:
    return {entity.name.casefold(): entity.name for entity in annotations.entities if entity.label in _NAMED}
