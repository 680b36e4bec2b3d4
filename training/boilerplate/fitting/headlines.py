"""Fits the weights of headline features to pages whose title is known."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from training.boilerplate.corpus.labelled_pages import LabelledPage, article_of, html_texts, publisher

__all__ = ["Example", "TitledPage", "fit_headline", "titled_pages"]

_LEAST_SEEN = 8
_STEPS = 150
_LEAST = 0.02
_TITLE = 12
_STORY = 400
"""The fewest characters of a title and of a gold text."""


@dataclass(frozen=True)
class TitledPage:
    """A page of which only the headline is known; `headline` is its line number."""

    page: LabelledPage
    headline: int


@dataclass(frozen=True)
class Example:
    """One page: features of the candidate lines by number, the headline's number, the weight, and the fold."""

    found: Mapping[int, Sequence[str]]
    headline: int | None
    weight: float
    fold: int


def titled_pages(folder: Path, known: frozenset[str]) -> list[TitledPage]:
    """The pages of an HTML set, without `known`, whose gold title is a line before the body; the last one counts."""
    found: list[TitledPage] = []
    for name, text, gold in html_texts(folder):
        title, body = _plain(gold["title"] or ""), _plain(gold["body"])
        if name in known or len(title) < _TITLE or len(body) < _STORY:
            continue
        article = article_of(text)
        lines = [_plain(article.text_of(block)) for block in article.blocks]
        start = next((n for n, line in enumerate(lines) if len(line) > 60 and line[:50] in body), None)
        if start is None:
            continue
        same = [n for n, line in enumerate(lines[: start + 3]) if line == title]
        if same:
            found.append(TitledPage(LabelledPage(name, publisher(gold["url"]), article, ()), same[-1]))
    return found


def _plain(text: str) -> str:
    return re.sub(r"\W+", "", text.lower())


def fit_headline(examples: Sequence[Example], penalty: float) -> dict[str, float]:
    """Weights by feature, fitted by a softmax over each page's candidates and "none of them"."""
    used = [one for one in examples if one.found and (one.headline is None or one.headline in one.found)]
    seen = Counter(feature for one in used for features in one.found.values() for feature in set(features))
    names = sorted(feature for feature, count in seen.items() if count >= _LEAST_SEEN)
    weights = _softmax(used, {feature: number for number, feature in enumerate(names)}, penalty)
    return {name: round(float(weight), 3) for name, weight in zip(names, weights, strict=True) if abs(weight) >= _LEAST}


def _softmax(used: Sequence[Example], columns: Mapping[str, int], penalty: float) -> Sequence[float]:
    rows = [
        sorted({columns[feature] for feature in features if feature in columns})
        for one in used
        for features in one.found.values()
    ]
    ends = np.cumsum([0, *(len(row) for row in rows)])
    indices = np.concatenate([np.array(row, dtype=np.int64) for row in rows])
    matrix = csr_matrix((np.ones(len(indices)), indices, ends), shape=(len(rows), len(columns)))
    turned = matrix.T.tocsr()
    sizes = np.array([len(one.found) for one in used])
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    page = np.repeat(np.arange(len(used)), sizes)
    right = [start + list(one.found).index(one.headline) if one.headline is not None else -1
             for start, one in zip(starts, used, strict=True)]  # fmt: skip
    known = np.array([at >= 0 for at in right])
    at = np.array(right)[known]
    counts = np.array([one.weight for one in used])

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        scores = matrix @ weights
        top = np.maximum(np.maximum.reduceat(scores, starts), 0.0)
        grown = np.exp(scores - top[page])
        total = np.add.reduceat(grown, starts) + np.exp(-top)
        slope = grown / total[page] * counts[page]
        slope[at] -= counts[known]
        value = counts @ (np.log(total) + top) - counts[known] @ scores[at]
        return float(value + penalty * weights @ weights), turned @ slope + 2 * penalty * weights

    found = minimize(loss, np.zeros(len(columns)), jac=True, method="L-BFGS-B", options={"maxiter": _STEPS})
    return found.x
