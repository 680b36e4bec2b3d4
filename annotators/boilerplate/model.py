"""The shipped model: a weight for each feature and kind, and for each step from one kind to the next.

Two linear-chain models, one a reading. The weights of a feature for all kinds are packed into one
integer of 32-bit lanes, so that adding two features is one addition whatever the number of kinds.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from struct import unpack
from typing import Any

__all__ = ["FORMAT", "Model", "Reading", "load_model", "parse_model"]

FORMAT = "broadsheet-kinds/1"
_LANE = 32
_MIDDLE = 1 << 31
_MASK = (1 << 32) - 1
_LEAST_GAIN = 0.15


@dataclass(frozen=True)
class Reading:
    """One linear-chain model: packed weights by feature, steps by kind and next kind."""

    table: Mapping[str, int]
    steps: tuple[tuple[float, ...], ...]
    scale: float
    kinds: int
    _gains: dict[tuple[int, int], dict[str, float]] = field(default_factory=dict, repr=False, compare=False)

    def emissions(self, features: Sequence[str]) -> list[float]:
        """How well a line's features go with each kind, in logits."""
        get = self.table.get
        total = sum([get(feature, 0) for feature in features]) + self._bias
        lanes = unpack(f"<{self.kinds}I", total.to_bytes(self.kinds * 4, "little"))
        return [(lane - _MIDDLE) * self.scale for lane in lanes]

    def gains(self, kind: int, rival: int) -> Mapping[str, float]:
        """How much each feature speaks for one kind rather than another, in logits: those that do so at all."""
        if (kind, rival) not in self._gains:
            shift, other = _LANE * kind, _LANE * rival
            least, bias = round(_LEAST_GAIN / self.scale), self._bias
            found = {}
            for feature, packed in self.table.items():
                total = packed + bias
                gain = (total >> shift & _MASK) - (total >> other & _MASK)
                if gain >= least:
                    found[feature] = gain * self.scale
            self._gains[kind, rival] = found
        return self._gains[kind, rival]

    @property
    def _bias(self) -> int:
        return _bias(self.kinds)


@dataclass(frozen=True)
class Model:
    """The kinds in the order of the weights, the two readings, and what speaks for a headline (in logits)."""

    kinds: tuple[str, ...]
    readings: tuple[Reading, Reading]
    headline: Mapping[str, float]


@cache
def _bias(kinds: int) -> int:
    return sum(_MIDDLE << _LANE * lane for lane in range(kinds))


@cache
def load_model() -> Model:
    """The model that ships with the package, read once."""
    return parse_model(json.loads((files("annotators.boilerplate") / "model.json").read_text(encoding="utf-8")))


def parse_model(document: Mapping[str, Any]) -> Model:
    """A model from its JSON object; raises `ValueError` for another format."""
    if document.get("format") != FORMAT:
        raise ValueError(f"not a {FORMAT} model: {document.get('format')!r}")
    kinds = tuple(document["kinds"])
    first, second = (_reading(part, len(kinds)) for part in document["readings"])
    return Model(kinds, (first, second), document.get("headline", {}))


def _reading(part: Mapping[str, Any], kinds: int) -> Reading:
    scale = part["scale"]
    table = {}
    for feature, pairs in part["weights"].items():
        packed = 0
        for lane, weight in zip(pairs[::2], pairs[1::2], strict=True):
            packed += weight << _LANE * lane
        table[feature] = packed
    steps = tuple(tuple(step * scale for step in row) for row in part["steps"])
    return Reading(table, steps, scale, kinds)
