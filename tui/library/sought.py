"""Finds the places in an article that made a search of the library find it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from annotators.annotation import Annotation, AnnotationSet
from annotators.article import Article
from annotators.cleaning import Segment
from tui.library.queries import Term, parse_query
from tui.positions.searching import Matches, find_pattern, without_accents

__all__ = ["Sought", "find_named", "find_sought"]


class Sought(NamedTuple):
    """The matches of a search in an article: its words, and annotations with that name, speaker or kind."""

    matches: Matches = Matches()
    annotations: tuple[Annotation, ...] = ()


def find_sought(article: Article, annotations: AnnotationSet, typed: str, stripped: Sequence[Segment] = ()) -> Sought:
    """The places in an article that match a search: those outside `stripped` segments, or all if there are none."""
    terms = parse_query(typed).terms
    pattern = _pattern([term for term in terms if term.field in {"", "title"}])
    matches = Matches()
    if pattern is not None:
        words = " ".join(term.words for term in terms if term.field in {"", "title"})
        matches = find_pattern(article.text, words, pattern, stripped)
        if not matches.spans:
            matches = find_pattern(article.text, words, pattern)
    return Sought(matches, find_named(article.text, annotations, terms))


def find_named(text: str, annotations: AnnotationSet, terms: Sequence[Term]) -> tuple[Annotation, ...]:
    """The annotations of a text that match search terms for a name, a speaker or a kind, in order."""
    named = [one for term in terms if term.field in _NAMED for one in _NAMED[term.field](text, annotations, term)]
    return tuple(sorted(named, key=lambda one: one.start))


def _pattern(terms: Sequence[Term]) -> re.Pattern[str] | None:
    """A pattern for any of some words: whole words, without regard to case, accents and what separates them."""
    alternatives = []
    for term in terms:
        words = re.findall(r"\w+", without_accents(term.words))
        if words:
            alternatives.append(r"(?<!\w)" + r"\W+".join(words) + ("" if term.beginning else r"(?!\w)"))
    return re.compile("|".join(alternatives), re.IGNORECASE) if alternatives else None


def _mentions(text: str, annotations: AnnotationSet, term: Term) -> list[Annotation]:
    return [
        one for one in annotations.mentions if _has(term, text[one.start : one.end], _name(annotations, one.entity))
    ]


def _statements(text: str, annotations: AnnotationSet, term: Term) -> list[Annotation]:
    return [
        one
        for one in annotations.statements
        if _has(
            term,
            text[one.speaker.start : one.speaker.end] if one.speaker else "",
            _name(annotations, one.speaker_entity),
        )
    ]


def _blocks(text: str, annotations: AnnotationSet, term: Term) -> list[Annotation]:
    return [one for one in (*annotations.blocks, *annotations.inline) if _has(term, one.kind)]


_NAMED: Final[dict[str, Callable[[str, AnnotationSet, Term], list[Annotation]]]] = {
    "entity": _mentions,
    "said-by": _statements,
    "kind": _blocks,
}


def _name(annotations: AnnotationSet, entity: str | None) -> str:
    known = annotations.entity_by_id.get(entity or "")
    return known.name if known is not None else ""


def _has(term: Term, *texts: str) -> bool:
    """Whether one of several texts has the words of a term."""
    pattern = _pattern([term])
    return pattern is not None and any(pattern.search(without_accents(text)) for text in texts)
