"""Kinds for pages of which only the body and the headline are known.

What the gold body holds can only be body, subhead, note, deck or source; what it does not hold can
be neither body nor subhead. Within these limits a model fitted to the labelled pages says what each
line is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from annotators.annotation import KINDS
from annotators.boilerplate.chain import best_sequence
from annotators.boilerplate.context import second_pass
from annotators.boilerplate.model import Model
from training.boilerplate.pages import LabelledPage

if TYPE_CHECKING:
    from training.boilerplate.headlines import TitledPage

__all__ = ["allowed_kinds", "silver_pages"]

_IN_BODY = frozenset(("body", "subhead", "note", "deck", "source"))
_OUTSIDE = frozenset(KINDS) - {"body", "subhead", "headline"}
_NEVER = -1e6


def allowed_kinds(texts: Sequence[str], body: str) -> list[frozenset[str]]:
    """The kinds that each line may have, given the gold body; the headline is for the caller to set."""
    whole = _plain(body)
    pieces = {_plain(piece) for piece in body.split("\n")}
    found = []
    for text in texts:
        plain = _plain(text)
        inside = plain in pieces or (len(plain) >= 24 and plain in whole) or _mostly_in(plain, whole)
        found.append(_IN_BODY if inside and plain else _OUTSIDE)
    return found


def _mostly_in(plain: str, whole: str) -> bool:
    if len(plain) < 60:
        return False
    chunks = [plain[start : start + 30] for start in range(0, len(plain) - 29, 30)]
    return sum(chunk in whole for chunk in chunks) * 2 > len(chunks)


def _plain(text: str) -> str:
    return re.sub(r"\W+", "", text.lower())


def silver_pages(titled: Iterable[TitledPage], model: Model) -> list[LabelledPage]:
    """The pages with the best kinds within their limits."""
    return [
        LabelledPage(f"{one.page.name} silver", one.page.publisher, one.page.article, _labels(model, one))
        for one in titled
    ]


def _labels(model: Model, one: TitledPage) -> list[str]:
    first, second = model.readings
    page = one.page
    rows = _masked(model, [first.emissions(row) for row in page.first], one.allowed)
    guesses = _names(model, best_sequence(rows, first.steps))
    more = second_pass(page.page, guesses, one.headline)
    both = [row + rest for row, rest in zip(page.first, more, strict=True)]
    return _names(
        model, best_sequence(_masked(model, [second.emissions(row) for row in both], one.allowed), second.steps)
    )


def _names(model: Model, path: Sequence[int]) -> list[str]:
    return [model.kinds[kind] for kind in path]


def _masked(model: Model, rows: list[list[float]], allowed: Sequence[frozenset[str]]) -> list[list[float]]:
    return [
        [value if kind in kinds else _NEVER for kind, value in zip(model.kinds, row, strict=True)]
        for row, kinds in zip(rows, allowed, strict=True)
    ]
