"""Kinds for pages of which only the body (and perhaps the title) is known.

What the gold body holds can only be body, subhead, note, deck or source; what it does not hold can
be neither body nor subhead; a headline has to be the title. Within these limits a model trained on
the labelled pages says what each line is.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from annotators.annotation import KINDS
from annotators.boilerplate.chain import best_sequence
from annotators.boilerplate.context import second_pass
from annotators.boilerplate.model import Model
from annotators.boilerplate.page import Page, first_pass

__all__ = ["allowed_kinds", "constrained_labels"]

IN_BODY = frozenset(("body", "subhead", "note", "deck", "source"))
_NEVER = -1e6


def allowed_kinds(texts: Sequence[str], body: str, title: str | None) -> list[frozenset[str]]:
    """The kinds that each line may have, given the gold body and title."""
    whole = _plain(body)
    pieces = {_plain(piece) for piece in body.split("\n")}
    heading = _plain(title or "")
    found = []
    for text in texts:
        plain = _plain(text)
        inside = plain in pieces or (len(plain) >= 24 and plain in whole) or _mostly_in(plain, pieces, whole)
        allowed = IN_BODY if inside and plain else frozenset(KINDS) - {"body", "subhead"}
        if (
            heading
            and len(plain) > 8
            and (plain == heading or (len(plain) > 20 and (plain in heading or heading in plain)))
        ):
            allowed = (allowed | {"headline"}) - ({"body", "subhead"} if plain == heading else set())
        else:
            allowed -= {"headline"}
        found.append(allowed)
    return found


def _mostly_in(plain: str, pieces: Collection[str], whole: str) -> bool:
    if len(plain) < 60:
        return False
    chunks = [plain[start : start + 30] for start in range(0, len(plain) - 29, 30)]
    return sum(chunk in whole for chunk in chunks) * 2 > len(chunks)


def _plain(text: str) -> str:
    return re.sub(r"\W+", "", text.lower())


def constrained_labels(model: Model, page: Page, allowed: Sequence[frozenset[str]]) -> list[str]:
    """The best kinds within the limits, by both readings."""
    first, second = model.readings
    features = first_pass(page)
    guesses = _names(
        model, best_sequence(_masked(model, [first.emissions(row) for row in features], allowed), first.steps)
    )
    rows = [row + more for row, more in zip(features, second_pass(page, guesses), strict=True)]
    return _names(model, best_sequence(_masked(model, [second.emissions(row) for row in rows], allowed), second.steps))


def _names(model: Model, path: Sequence[int]) -> list[str]:
    return [model.kinds[kind] for kind in path]


def _masked(model: Model, rows: list[list[float]], allowed: Sequence[frozenset[str]]) -> list[list[float]]:
    return [
        [value if kind in kinds else _NEVER for kind, value in zip(model.kinds, row, strict=True)]
        for row, kinds in zip(rows, allowed, strict=True)
    ]
