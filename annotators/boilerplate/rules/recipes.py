"""Ingredient lists: the lines between the headings `Ingredients` and `Method` of a recipe belong to the article.

Item by item they look like a menu. The two headings in this order are sufficient evidence; only a line that has words
of boilerplate and does not begin with a quantity is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from annotators.annotation import BlockLabel
from annotators.boilerplate.language.line_wording import has_boilerplate_words
from annotators.boilerplate.relabelling import relabelled
from annotators.text.patterns import compiled_late

__all__ = ["with_recipes"]

_SURE: Final = 0.8
_INGREDIENTS: Final = re.compile(r"(?:the )?ingredients(?: list)?(?: \([^()]{1,40}\))?\s?:?", re.I)
_METHOD: Final = compiled_late(
    r"(?:(?:the )?(?:method|directions|instructions|preparation|steps)|how to make it)(?: \([^()]{1,40}\))?\s?:?", re.I
)
_BEFORE: Final = compiled_late(
    r"(?:serves|makes|yields?|servings|(?:prep(?:aration)?|cook(?:ing)?|total|ready)(?: time)?(?: in)?)\b"
    r"\D{0,20}\d.{0,40}",
    re.I,
)
"""Lines above the ingredients: `Serves 4`, `Prep time: 10 minutes`."""
_MOST: Final = 60
"""Most lines between the two headings."""
_FEWEST: Final = 3
_ROWS: Final = 6
_LONGEST: Final = 60
"""Lines above the ingredients that are looked at, and longest heading in characters."""


def with_recipes(text: str, labels: Sequence[BlockLabel]) -> tuple[BlockLabel, ...]:
    """Returns the labels, with ingredient lists relabelled `body` and their two headings `subhead`."""
    settled = list(labels)
    for first, end in _lists(text, labels):
        for number in range(first, end + 1):
            label, heads = labels[number], number in (first, end)
            said = text[label.start : label.end]
            if label.boilerplate and (heads or said[0].isnumeric() or not has_boilerplate_words(said)):
                _keep(settled, number, "subhead" if heads else "body")
        for number in range(first - 1, max(-1, first - 1 - _ROWS), -1):
            if not _BEFORE.fullmatch(text, labels[number].start, labels[number].end):
                break
            if labels[number].boilerplate:
                _keep(settled, number, "body")
    return tuple(settled)


def _lists(text: str, labels: Sequence[BlockLabel]) -> Iterator[tuple[int, int]]:
    """Yields the label numbers of the two headings of each ingredient list."""
    first: int | None = None
    for number, label in enumerate(labels):
        if label.end - label.start > _LONGEST:
            continue
        if _INGREDIENTS.fullmatch(text, label.start, label.end):
            first = number
        elif first is not None and _METHOD.fullmatch(text, label.start, label.end):
            if _FEWEST < number - first <= _MOST:
                yield first, number
            first = None


def _keep(labels: list[BlockLabel], number: int, kind: str) -> None:
    label = labels[number]
    labels[number] = relabelled(label, kind, _SURE, "is of a recipe, between what is needed and what is done")
