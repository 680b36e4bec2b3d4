"""Fits the trees for cleaned text: for each fold without its publishers, and once to all."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import lightgbm
import numpy as np

from annotators.boilerplate.cleaned.model import FORMAT, CleanedModel, parse_cleaned_model
from training.boilerplate.cleaned.cases import Case
from training.boilerplate.markup.fit import tree_of

__all__ = ["FittedTrees", "fit_trees"]

_TREES, _LEAVES, _RATE = 200, 31, 0.08
_WORDS = 10
"""A line counts once, and once more for every so many words, because losing a paragraph is worse."""


@dataclass(frozen=True)
class FittedTrees:
    """The JSON object of the trees fitted to all cases, those of the folds, and the fold of each publisher."""

    document: Mapping[str, Any]
    by_fold: Sequence[Mapping[str, Any]]
    fold_of: Mapping[str, int]

    def unseeing(self) -> Callable[[str], CleanedModel]:
        """A function from a publisher to trees that have seen no text of it."""
        models = [parse_cleaned_model(document) for document in self.by_fold]
        return lambda publisher: models[self.fold_of.get(publisher, 0)]


def fit_trees(cases: Sequence[Case], fold_of: Mapping[str, int], seed: int = 5) -> FittedTrees:
    """The trees of the cases; `fold_of` gives the chains' fold of each publisher, 0 for one not in it."""
    rows = np.array([row for case in cases for row in case.rows], np.float32)
    furniture = np.array([share for case in cases for share in case.furniture])
    words = np.array([count for case in cases for count in case.words])
    sizes = [len(case.rows) for case in cases]
    weights = np.repeat([case.weight for case in cases], sizes) * (1 + words / _WORDS) * (words > 0)
    folds = np.repeat([fold_of.get(case.publisher, 0) for case in cases], sizes)
    about = {"texts": len(cases), "lines": len(rows), "seed": seed}
    *by_fold, document = (
        _fitted(rows[taken], furniture[taken], weights[taken], about, seed)
        for taken in [*(folds != fold for fold in sorted(set(fold_of.values()))), folds == folds]
    )
    return FittedTrees(document, by_fold, fold_of)


def _fitted(rows: Any, furniture: Any, weights: Any, about: Mapping[str, Any], seed: int) -> dict[str, Any]:
    forest = lightgbm.LGBMRegressor(
        objective="cross_entropy", n_estimators=_TREES, learning_rate=_RATE, num_leaves=_LEAVES, min_child_samples=60,
        reg_lambda=10, colsample_bytree=0.3, subsample=0.7, subsample_freq=1, max_bin=63, n_jobs=1, verbose=-1,
        random_state=seed, deterministic=True, force_row_wise=True,
    )  # fmt: skip
    forest.fit(rows, furniture, sample_weight=weights)
    trees = [tree_of(one["tree_structure"]) for one in forest.booster_.dump_model()["tree_info"]]
    return {"format": FORMAT, "about": dict(about), "start": 0.0, "trees": trees}
