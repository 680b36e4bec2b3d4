"""The whole recipe, and its cross-validation by publisher: no page is judged by a model that saw its publisher."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from typing import Any

from annotators.boilerplate.model import parse_model
from training.boilerplate.augment import cleaned
from training.boilerplate.bank import enriched
from training.boilerplate.fit import Settings, fit, folds
from training.boilerplate.headlines import TitledPage
from training.boilerplate.pages import LabelledPage
from training.boilerplate.score import Judged, judge
from training.boilerplate.silver import silver_pages

__all__ = ["cross_validated", "fit_twice", "training_pages"]


def training_pages(pages: Sequence[LabelledPage], seed: int) -> list[LabelledPage]:
    """The pages, each also with lines of our own among its own, and once more as an extractor leaves it."""
    chance = random.Random(seed)
    more = [enriched(page, chance) for page in pages]
    return [*pages, *more, *(cleaned(page, chance) for page in more[::2])]


def fit_twice(
    pages: Sequence[LabelledPage],
    titled: Sequence[TitledPage],
    settings: Settings,
    about: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """The JSON object of a model fitted to the pages and to what a first model says of the `titled` ones."""
    train = training_pages(pages, settings.seed)
    base = parse_model(fit(train, titled, settings))
    return fit([*train, *silver_pages(titled[: settings.silver], base)], titled, settings, about)


def cross_validated(
    pages: Sequence[LabelledPage],
    own: Sequence[LabelledPage],
    titled: Sequence[TitledPage],
    settings: Settings,
    number: int = 5,
) -> list[Judged]:
    """The pages as models label them that saw no page of their publisher; `own` and `titled` only train."""
    where = folds(pages, number, settings.seed)
    found = []
    for fold in range(number):
        held = {name for name, position in where.items() if position == fold}
        train = [page for page in (*pages, *own) if page.publisher not in held]
        known = [one for one in titled if one.page.publisher not in held]
        model = parse_model(fit_twice(train, known, settings))
        found += judge(model, [page for page in pages if page.publisher in held])
    return found
