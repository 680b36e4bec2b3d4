"""The mean of models fitted to different pages: for linear models with the same features, the mean of each weight."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from annotators.boilerplate.lines.page import FOREIGN

__all__ = ["mean_part", "mean_weights"]

_LEAST = 20
"""Weights with a smaller absolute value, in units of the scale, are dropped."""


def mean_part(parts: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """The mean of chains; weights of features of foreign pages are averaged over the chains that have seen such pages.

    Raises `ValueError` if the scales differ.
    """
    scale = parts[0]["scale"]
    if any(part["scale"] != scale for part in parts):
        raise ValueError("chains of different scales")
    abroad = sum(any(feature.startswith(FOREIGN) for feature in part["weights"]) for part in parts)
    sums: dict[str, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    for part in parts:
        for feature, pairs in part["weights"].items():
            numbers = [int(word) for word in pairs.split()]
            for kind, weight in zip(numbers[::2], numbers[1::2], strict=True):
                sums[feature][kind] += weight
    weights = {}
    for feature, by_kind in sorted(sums.items()):
        count = abroad if feature.startswith(FOREIGN) else len(parts)
        means = [(kind, round(total / count)) for kind, total in sorted(by_kind.items())]
        pairs = " ".join(f"{kind} {mean}" for kind, mean in means if abs(mean) >= _LEAST)
        if pairs:
            weights[feature] = pairs
    columns = [zip(*rows, strict=True) for rows in zip(*(part["steps"] for part in parts), strict=True)]
    steps = [[round(sum(column) / len(parts)) for column in row] for row in columns]
    return {"scale": scale, "steps": steps, "weights": weights}


def mean_weights(parts: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """The mean of weights by feature; a missing weight is 0."""
    names = sorted({name for part in parts for name in part})
    return {name: round(sum(part.get(name, 0.0) for part in parts) / len(parts), 3) for name in names}
