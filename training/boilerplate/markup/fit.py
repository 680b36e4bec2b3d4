"""Fits the linear model and the trees to HTML pages; the result is the JSON object that the package reads."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import lightgbm
import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from annotators.annotation import KINDS
from annotators.boilerplate.markup.features import own_features
from annotators.boilerplate.markup.model import FORMAT
from annotators.boilerplate.markup.numbers import rows_of
from annotators.boilerplate.markup.view import View, view_of
from training.boilerplate.markup.pages import MarkedPage

__all__ = ["Settings", "fit", "prepared", "tree_of"]

SCALE = 1 / 256
LEAST = 0.05
_STORY_WEIGHT = 8.0
_LEAST_WEIGHT = 0.15
_DEAR = {"deck": 3.0, "caption": 2.0, "credit": 2.0}
"""The factor on the weight of blocks of these kinds: losing a deck is worse for a reader than its words suggest."""
_OFTEN = 0.04
_EACH = 3
_RARELY = 6
_LEAST_SHARE = 0.004
"""The least first probability of blocks that the trees are fitted to, lower than that of those they are used on."""
_SEEN = 30


@dataclass(frozen=True)
class Settings:
    """Penalties, the fewest publishers that have a feature, folds within the training pages, and the forest's size."""

    story: float = 0.15
    kinds: float = 0.3
    iterations: int = 40
    publishers: int = 5
    inner: int = 3
    trees: int = 140
    leaves: int = 20
    rate: float = 0.08
    seed: int = 5


@dataclass(frozen=True)
class Example:
    """A page with the features of the linear model; `weights` are those of its blocks."""

    page: MarkedPage
    view: View
    features: Sequence[Sequence[str]]
    weights: Sequence[float]


def prepared(pages: Iterable[MarkedPage]) -> list[Example]:
    """The pages with their features and weights.

    A block's weight is its share of the story's words, times the factor in `_DEAR`; all pages count alike.
    """
    found = []
    for page in pages:
        view = view_of(page.article)
        rows = [[*own.features, *path.features] for own, path in zip(own_features(view), view.paths, strict=True)]
        total = sum(sight.size for sight, inside in zip(view.sights, page.story, strict=True) if inside) or 100
        weights = [
            (min(1.0, sight.size / total) * _STORY_WEIGHT + _LEAST_WEIGHT) * _DEAR.get(kind, 1.0)
            for sight, kind in zip(view.sights, page.kinds, strict=True)
        ]
        found.append(Example(page, view, rows, weights))
    return found


def fit(examples: Sequence[Example], settings: Settings, about: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """The JSON object of a model fitted to the examples."""
    vocabulary = _vocabulary(examples, settings.publishers)
    matrix, story, weights = _matrix(examples, vocabulary)
    inner = _folds(examples, settings)
    rows = np.repeat(inner, [len(example.features) for example in examples])
    logits = np.zeros(len(story))
    for fold in range(settings.inner):
        known = rows != fold
        logits[~known] = _linear(matrix[known], story[known], weights[known], settings).decision_function(
            matrix[~known]
        )
    linear = _linear(matrix, story, weights, settings)
    lanes = {0: linear.coef_[0]}
    offsets = {0: float(linear.intercept_[0])}
    for kind, (coefficients, offset) in _kinds(matrix, examples, settings).items():
        lanes[1 + KINDS.index(kind)] = coefficients
        offsets[1 + KINDS.index(kind)] = offset
    start, trees = _forest(examples, logits, story, weights, settings)
    return {
        "format": FORMAT, "about": dict(about or {}), "kinds": list(KINDS), "scale": SCALE,
        "weights": _packed(vocabulary, lanes, offsets), "start": start, "trees": trees,
    }  # fmt: skip


def _folds(examples: Sequence[Example], settings: Settings) -> np.ndarray[Any, Any]:
    names = sorted({example.page.publisher for example in examples})
    random.Random(settings.seed).shuffle(names)
    where = {name: number % settings.inner for number, name in enumerate(names)}
    return np.array([where[example.page.publisher] for example in examples])


def _vocabulary(examples: Sequence[Example], publishers: int) -> dict[str, int]:
    seen: dict[str, set[str]] = defaultdict(set)
    for example in examples:
        for feature in {feature for row in example.features for feature in row}:
            if len(seen[feature]) < publishers:
                seen[feature].add(example.page.publisher)
    known = sorted(feature for feature, names in seen.items() if len(names) >= publishers)
    return {feature: number for number, feature in enumerate(known)}


def _matrix(examples: Sequence[Example], vocabulary: Mapping[str, int]) -> tuple[Any, Any, Any]:
    """Counts of features by block, whether each block is in the story, and its weight."""
    starts, columns = [0], []
    for example in examples:
        for row in example.features:
            columns += [vocabulary[feature] for feature in row if feature in vocabulary]
            starts.append(len(columns))
    shape = (len(starts) - 1, len(vocabulary))
    matrix = csr_matrix((np.ones(len(columns), np.float32), np.array(columns), np.array(starts)), shape=shape)
    matrix.sum_duplicates()
    story = np.array([inside for example in examples for inside in example.page.story])
    return matrix, story, np.array([weight for example in examples for weight in example.weights])


def _linear(matrix: Any, story: Any, weights: Any, settings: Settings) -> Any:
    """Fit to the blocks of the story and to every third of the others, which counts three times."""
    taken = np.flatnonzero(story | (np.arange(len(story)) % _EACH == 0))
    weights = np.where(story, weights, weights * _EACH)[taken]
    model = LogisticRegression(C=settings.story, solver="liblinear", max_iter=40, tol=1e-2)
    return model.fit(matrix[taken], story[taken], sample_weight=weights)


def _kinds(matrix: Any, examples: Sequence[Example], settings: Settings) -> dict[str, tuple[Any, float]]:
    """Weights and offset of each kind against all others; of common kinds every sixth block counts six times."""
    kinds = np.array([kind for example in examples for kind in example.page.kinds])
    known, counts = np.unique(kinds, return_counts=True)
    often = set(known[counts > counts.sum() * _OFTEN])
    taken = np.flatnonzero([kind not in often or not number % _RARELY for number, kind in enumerate(kinds)])
    weights = np.array([float(_RARELY) if kind in often else 1.0 for kind in kinds[taken]])
    common = np.asarray((matrix != 0).sum(axis=0)).ravel() >= _SEEN
    part, kinds = matrix[taken][:, common], kinds[taken]
    found = {}
    for kind in known:
        model = LogisticRegression(C=settings.kinds, solver="liblinear", max_iter=20, tol=3e-2)
        model.fit(part, kinds == kind, sample_weight=weights)
        coefficients = np.zeros(matrix.shape[1])
        coefficients[common] = model.coef_[0]
        found[str(kind)] = (coefficients, float(model.intercept_[0]))
    return found


def _forest(
    examples: Sequence[Example], logits: Any, story: Any, weights: Any, settings: Settings
) -> tuple[float, list[list[list[float]]]]:
    shares = 1 / (1 + np.exp(-np.clip(logits, -30, 30)))
    rows, chosen = [], []
    at = 0
    for example in examples:
        count = len(example.features)
        own = shares[at : at + count]
        wanted = [int(number) for number in np.flatnonzero(own >= _LEAST_SHARE)]
        rows += rows_of(example.view, logits[at : at + count].tolist(), own.tolist(), wanted)
        chosen += [at + number for number in wanted]
        at += count
    forest = lightgbm.LGBMClassifier(
        n_estimators=settings.trees, learning_rate=settings.rate, num_leaves=settings.leaves, min_child_samples=60,
        reg_lambda=10, colsample_bytree=0.4, subsample=0.8, subsample_freq=1, max_bin=127, n_jobs=2, verbose=-1,
        random_state=settings.seed, deterministic=True, force_row_wise=True,
    )  # fmt: skip
    forest.fit(np.array(rows, float), story[chosen], sample_weight=weights[chosen])
    return 0.0, [tree_of(one["tree_structure"]) for one in forest.booster_.dump_model()["tree_info"]]


def tree_of(root: Mapping[str, Any]) -> list[list[float]]:
    """A tree as lists: column, threshold, lower and upper branch by node, value by leaf; `~n` stands for leaf `n`."""
    columns: list[float] = []
    thresholds: list[float] = []
    lower: list[float] = []
    upper: list[float] = []
    leaves: list[float] = []

    def place(node: Mapping[str, Any]) -> int:
        if "leaf_value" in node:
            leaves.append(round(node["leaf_value"], 5))
            return ~(len(leaves) - 1)
        number = len(columns)
        columns.append(node["split_feature"])
        thresholds.append(float(f"{node['threshold']:.6g}"))
        lower.append(0)
        upper.append(0)
        lower[number] = place(node["left_child"])
        upper[number] = place(node["right_child"])
        return number

    if place(root) < 0:  # a single leaf: one node that always leads to it
        return [[0], [0.0], [-1], [-1], leaves]
    return [columns, thresholds, lower, upper, leaves]


def _packed(vocabulary: Mapping[str, int], lanes: Mapping[int, Any], offsets: Mapping[int, float]) -> dict[str, str]:
    """Lane and weight of each feature, without small ones; the offsets are in the feature `any` of every block."""
    found: dict[str, str] = {}
    for feature, number in vocabulary.items():
        pairs = []
        for lane, coefficients in sorted(lanes.items()):
            weight = float(coefficients[number]) + (offsets[lane] if feature == "any" else 0.0)
            if abs(weight) >= LEAST * (1 if lane == 0 else 4):
                pairs.append(f"{lane} {round(weight / SCALE)}")
        if pairs:
            found[feature] = " ".join(pairs)
    return found
