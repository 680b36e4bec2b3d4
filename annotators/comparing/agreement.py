"""Precision, recall and F1 of annotations against others that are taken as correct, layer by layer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from typing import NamedTuple

from annotators.annotation import AnnotationSet
from annotators.article import Article
from annotators.wording.speakers import speaker_of

__all__ = ["Agreement", "agreement"]


class Agreement(NamedTuple):
    """The counts for one measure: annotations that are marked, that are found, and that are both."""

    marked: int = 0
    found: int = 0
    both: int = 0

    def plus(self, other: Agreement) -> Agreement:
        """The sum of both."""
        return Agreement(self.marked + other.marked, self.found + other.found, self.both + other.both)

    @property
    def precision(self) -> float:
        """The share of the found ones that are marked; 0 if nothing is found."""
        return self.both / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of the marked ones that are found; 0 if nothing is marked."""
        return self.both / self.marked if self.marked else 0.0

    @property
    def f(self) -> float:
        """The harmonic mean of both."""
        return 2 * self.both / (self.marked + self.found) if self.marked + self.found else 0.0


def agreement(article: Article, marked: AnnotationSet, found: AnnotationSet) -> dict[str, Agreement]:
    """The counts of exact agreement in span and label, by the name of the measure."""
    return {
        name: _shared(ones, others)
        for (name, ones), (_, others) in zip(_said(article, marked), _said(article, found), strict=True)
    }


def _said(article: Article, annotations: AnnotationSet) -> Iterator[tuple[str, list[Hashable]]]:
    yield "kinds of block", [(one.start, one.end, one.kind) for one in annotations.blocks]
    yield "boilerplate", [one.span for one in annotations.blocks if one.boilerplate]
    yield "names", [(one.start, one.end, one.label) for one in annotations.mentions]
    yield "statements", [one.shown for one in annotations.statements]
    yield "speakers", [(one.shown, speaker_of(article, annotations, one)) for one in annotations.statements]


def _shared(marked: Iterable[Hashable], found: Iterable[Hashable]) -> Agreement:
    one, other = Counter(marked), Counter(found)
    return Agreement(one.total(), other.total(), (one & other).total())
