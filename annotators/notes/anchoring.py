"""Finds the words of a note again in a text that may have changed.

A note keeps three things of what it marks: the words, some of what stands before and after them,
and where they were (the text quote and text position selectors of W3C Web Annotation). Words found
at their old place need little more, and a sentence that stands once needs none. Anywhere else they
need a witness, what stood before or after them; without one they are refused rather than guessed,
because a note moved to the wrong sentence is worse than a note without a place.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from annotators.annotation import Span, Spanned

__all__ = ["Selector", "anchor", "select"]

_CONTEXT = 32
"""Code points kept on each side, as Hypothesis does."""

_WITNESS = 12
"""Code points of one side that must agree for words to be recognised away from their place."""

_WITNESS_AT_HOME = 4
"""The same for words that stand where they stood."""

_OWN_WITNESS = 40
"""Code points of words that need no witness if they occur once, as a sentence is not repeated by chance."""


@dataclass(frozen=True, slots=True)
class Selector:
    """The words that a note marks (`exact`), their surroundings, and their start in code points."""

    exact: str
    prefix: str
    suffix: str
    start: int

    def to_json(self) -> list[dict[str, Any]]:
        """The selector as W3C Web Annotation writes it."""
        quote = {key: value for key, value in asdict(self).items() if key != "start"}
        position = {"type": "TextPositionSelector", "start": self.start, "end": self.start + len(self.exact)}
        return [{"type": "TextQuoteSelector", **quote}, position]

    @classmethod
    def from_json(cls, selectors: list[Mapping[str, Any]]) -> Selector:
        """The selector of a W3C target; raises `ValueError` without a text quote and a position."""
        by_type = {each.get("type"): each for each in selectors}
        try:
            quote, position = by_type["TextQuoteSelector"], by_type["TextPositionSelector"]
            return cls(quote["exact"], quote.get("prefix", ""), quote.get("suffix", ""), int(position["start"]))
        except (KeyError, TypeError) as error:
            raise ValueError(f"not a text quote with a position: {error}") from error


def select(text: str, span: Spanned) -> Selector:
    """The selector of a stretch of a text."""
    return Selector(
        exact=text[span.start : span.end],
        prefix=text[max(0, span.start - _CONTEXT) : span.start],
        suffix=text[span.end : span.end + _CONTEXT],
        start=span.start,
    )


def anchor(text: str, selector: Selector) -> Span | None:
    """The place of the selected words in a text; `None` if it is not certain."""
    if not selector.exact:
        return None
    known = max(len(selector.prefix), len(selector.suffix))
    at_home = text.startswith(selector.exact, selector.start)
    if at_home and _agreement(text, selector, selector.start) >= min(_WITNESS_AT_HOME, known):
        return Span(selector.start, selector.start + len(selector.exact))
    best: tuple[int, int] | None = None
    rivals = 0
    places = list(_places(text, selector.exact))
    if len(places) == 1 and len(selector.exact) >= _OWN_WITNESS:
        return Span(places[0], places[0] + len(selector.exact))
    for start in places:
        agreement = _agreement(text, selector, start)
        if agreement < min(_WITNESS, known):
            continue
        if best is None or agreement > best[0]:
            best, rivals = (agreement, start), 0
        elif agreement == best[0]:
            rivals += 1
    if best is None or rivals:
        return None
    return Span(best[1], best[1] + len(selector.exact))


def _places(text: str, words: str) -> Iterator[int]:
    start = text.find(words)
    while start >= 0:
        yield start
        start = text.find(words, start + 1)


def _agreement(text: str, selector: Selector, start: int) -> int:
    """Code points of the surroundings that agree, counted outwards on the better side."""
    before = text[max(0, start - _CONTEXT) : start]
    after = text[start + len(selector.exact) : start + len(selector.exact) + _CONTEXT]
    left = _common(before[::-1], selector.prefix[::-1])
    right = _common(after, selector.suffix)
    return max(left, right)


def _common(one: str, other: str) -> int:
    number = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        number += 1
    return number
