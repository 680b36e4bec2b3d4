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

__all__ = ["INGREDIENTS", "with_recipes"]

_SURE: Final = 0.8
INGREDIENTS: Final = re.compile(r"(?:the )?ingredients(?: list)?(?: \([^()]{1,40}\))?\s?:?", re.I)
"""The heading of a list of ingredients."""
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
_QUANTITY: Final = re.compile(
    r"(?:\d+(?:[.,/]\d+)?|[½¼¾⅓⅔]|a|an|one|two|three|four) ?(?:(?:heaped|level|large|small|medium|fat|ripe) )?"
    r"(?:k?g|ml|cl|dl|l|oz|lbs?|pints?|lit(?:re|er)s?|cups?|tbsps?|tsps?|(?:table|tea)spoons?|pinch|cloves?|sticks?|"
    r"bunch(?:es)?|slices?|tins?|cans?|eggs?|onions?|lemons?|large|small|medium)\b(?!.*[.!?]$).{0,60}",
    re.I,
)
"""`500g floury potatoes`, `2 tbsp oil`."""
_STEP: Final = compiled_late(
    r"(?:add|bake|beat|blend|boil|bring|chop|cook|cool|cover|drain|fold|fry|heat|leave|melt|mix|peel|place|pour|preheat|press"
    r"|put|remove|season|serve|simmer|slice|spread|sprinkle|stir|tip|warm|whisk)\b(?:\W+\S+){3,}[.!)]",
    re.I,
)
"""A sentence that tells the cook what to do."""
_QUANTITIES: Final = 3
_STEPS: Final = 20
"""Fewest rows with a quantity of a list without headings, and lines below it in which the steps are."""


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
    _keep_unheaded(text, settled)
    return tuple(settled)


def _keep_unheaded(text: str, labels: list[BlockLabel]) -> None:
    """Keeps a list of quantities without headings, and the steps below it."""
    rows = [number for number, label in enumerate(labels) if _QUANTITY.fullmatch(text, label.start, label.end)]
    near = [at for at, row in enumerate(rows) if row - rows[0] <= _MOST // 2 and row - rows[max(0, at - 1)] <= 2]
    if len(near) < _QUANTITIES:
        return
    first, last = rows[0], rows[near[-1]]
    below = range(last + 1, min(last + 1 + _STEPS, len(labels)))
    steps = [number for number in below if _STEP.fullmatch(text, labels[number].start, labels[number].end)]
    if not steps:
        return
    listed = [number for number in range(first, last + 2) if labels[number].end - labels[number].start <= _LONGEST]
    for number in (*listed, *steps):
        label = labels[number]
        said = text[label.start : label.end]
        if label.boilerplate and (number in steps or said[0].isnumeric() or not has_boilerplate_words(said)):
            _keep(labels, number, "body")


def _lists(text: str, labels: Sequence[BlockLabel]) -> Iterator[tuple[int, int]]:
    """Yields the label numbers of the two headings of each ingredient list."""
    first: int | None = None
    for number, label in enumerate(labels):
        if label.end - label.start > _LONGEST:
            continue
        if INGREDIENTS.fullmatch(text, label.start, label.end):
            first = number
        elif first is not None and _METHOD.fullmatch(text, label.start, label.end):
            if _FEWEST < number - first <= _MOST:
                yield first, number
            first = None


def _keep(labels: list[BlockLabel], number: int, kind: str) -> None:
    label = labels[number]
    labels[number] = relabelled(label, kind, _SURE, "is of a recipe, between what is needed and what is done")
