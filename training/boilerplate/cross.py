"""The whole recipe, and its cross-validation by publisher: no page is judged by a model that saw its publisher."""

from __future__ import annotations

import random
from collections.abc import Sequence

from annotators.boilerplate.model import parse_model
from training.boilerplate.augment import cleaned
from training.boilerplate.bank import enriched
from training.boilerplate.fit import Settings, fit, folds
from training.boilerplate.headlines import TitledPage
from training.boilerplate.pages import LabelledPage
from training.boilerplate.score import Judged, judge

__all__ = ["cross_validated", "training_pages"]


def training_pages(pages: Sequence[LabelledPage], seed: int) -> list[LabelledPage]:
    """The pages, each also twice with lines of our own among its own, and some as an extractor leaves them."""
    chance = random.Random(seed)
    more = [enriched(page, chance) for page in (*pages, *pages)]
    return [*pages, *more, *(cleaned(page, chance) for page in more[::3])]


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
        model = parse_model(fit(training_pages(train, settings.seed), known, settings))
        found += judge(model, [page for page in pages if page.publisher in held])
    return found
