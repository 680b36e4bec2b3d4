"""The shipped model for HTML: a linear reading of named features, and trees over numbers.

The linear weights of a feature, one for the story and one for each kind, are packed into one integer of 32-bit
lanes, so that adding two features is one addition whatever the number of kinds.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from struct import unpack
from typing import Any, Final

from annotators.boilerplate.markup.paths import Path

__all__ = ["FORMAT", "MarkupModel", "load_markup_model", "parse_markup_model"]

FORMAT: Final = "broadsheet-markup/1"
_LANE: Final = 32
_MIDDLE: Final = 1 << 31
_MASK: Final = (1 << 32) - 1
_MOST_PATHS: Final = 8192
_FIRST: Final = 45
_CLEAR: Final = 2.7
"""How many trees are asked of every row, and the logit from which the others are not."""

Tree = tuple[tuple[int, ...], tuple[float, ...], tuple[int, ...], tuple[int, ...], tuple[float, ...]]
"""Column, threshold, and where to go at most and above it, by node; values by leaf. `~n` means leaf `n`."""


@dataclass(frozen=True)
class MarkupModel:
    """Lane 0 of the packed weights is the story's, in logits; the others are those of `kinds`, in their order."""

    kinds: tuple[str, ...]
    scale: float
    table: Mapping[str, int]
    pairs: Mapping[str, Sequence[int]]
    trees: Sequence[Tree]
    start: float
    _paths: dict[Path, int] = field(default_factory=dict, repr=False, compare=False)
    _weights: dict[str, dict[int, float]] = field(default_factory=dict, repr=False, compare=False)

    def total(self, path: Path, features: Iterable[str]) -> int:
        """The packed sum of a block's features; those of a path are added up once for all blocks that share it."""
        get = self.table.get
        outer = self._paths.get(path)
        if outer is None:
            if len(self._paths) >= _MOST_PATHS:
                self._paths.clear()
            outer = self._paths[path] = sum([get(feature, 0) for feature in path.features])
        return sum([get(feature, 0) for feature in features], outer)

    def lanes(self, total: int, parts: int = 1) -> list[float]:
        """A packed sum as logits, the story's and then those of the kinds; divided by `parts`."""
        size = len(self.kinds) + 1
        lanes = unpack(f"<{size}I", (total + _bias(size)).to_bytes(size * 4, "little"))
        scale = self.scale / parts
        return [(lane - _MIDDLE) * scale for lane in lanes]

    def story(self, total: int) -> float:
        """The story's logit alone of a packed sum."""
        return ((total + _MIDDLE & _MASK) - _MIDDLE) * self.scale

    def weights(self, feature: str) -> Mapping[int, float]:
        """What one feature adds to the lanes, in logits."""
        found = self._weights.get(feature)
        if found is None:
            pairs = self.pairs.get(feature, ())
            found = {lane: weight * self.scale for lane, weight in zip(pairs[::2], pairs[1::2], strict=True)}
            self._weights[feature] = found
        return found

    def grown(self, row: Sequence[float]) -> float:
        """The logit that the trees give to a row of numbers; where the first ones leave no doubt it is theirs."""
        total = self.start
        for number, (columns, thresholds, lower, upper, leaves) in enumerate(self.trees):
            if number == _FIRST and not -_CLEAR < total < _CLEAR:
                break
            node = 0
            while node >= 0:
                node = lower[node] if row[columns[node]] <= thresholds[node] else upper[node]
            total += leaves[~node]
        return total


@cache
def _bias(lanes: int) -> int:
    return sum(_MIDDLE << _LANE * lane for lane in range(lanes))


@cache
def load_markup_model() -> MarkupModel:
    """The model that ships with the package, read once."""
    text = (files("annotators.boilerplate.markup") / "model.json").read_text(encoding="utf-8")
    return parse_markup_model(json.loads(text))


def parse_markup_model(document: Mapping[str, Any]) -> MarkupModel:
    """A model from its JSON object; raises `ValueError` for another format."""
    if document.get("format") != FORMAT:
        raise ValueError(f"not a {FORMAT} model: {document.get('format')!r}")
    table = {}
    for feature, pairs in document["weights"].items():
        packed = 0
        for lane, weight in zip(pairs[::2], pairs[1::2], strict=True):
            packed += weight << _LANE * lane
        table[feature] = packed
    trees = tuple(
        (tuple(tree[0]), tuple(tree[1]), tuple(tree[2]), tuple(tree[3]), tuple(tree[4])) for tree in document["trees"]
    )
    return MarkupModel(
        tuple(document["kinds"]), document["scale"], table, document["weights"], trees, document["start"]
    )
