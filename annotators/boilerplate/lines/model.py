"""The model of text lines that ships: two linear-chain models, one for each reading.

Each has weights by feature and kind, and for steps between kinds. The weights of a feature for all kinds are packed
into one integer of 32-bit lanes, so that adding a feature is one addition for all kinds.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from struct import Struct
from typing import Any

from annotators.boilerplate.packed_weights import LANE, PackedWeights

__all__ = ["FORMAT", "Model", "Reading", "load_model", "model_for", "parse_model"]

FORMAT = "broadsheet-kinds/3"
_MIDDLE = 1 << 31
_MASK = (1 << 32) - 1
_LEAST_GAIN = 0.15
_MOST_WITHOUT = 512


class _Gains(dict[str, float]):
    """Gains of features for one kind against another, each worked out when it is first asked for.

    Of features without weights a few are kept, too.
    """

    __slots__ = ("_kind", "_reading", "_rival", "_unknown")

    def __init__(self, reading: Reading, kind: int, rival: int) -> None:
        super().__init__()
        self._reading, self._kind, self._rival = reading, kind, rival
        self._unknown = 0

    def __missing__(self, feature: str) -> float:
        packed = self._reading.table[feature]
        if packed:
            self[feature] = gain = self._reading.gain(packed, self._kind, self._rival)
            return gain
        if self._unknown < _MOST_WITHOUT:
            self._unknown += 1
            self[feature] = 0.0
        return 0.0


@dataclass(frozen=True)
class Reading:
    """One CRF: packed weights by feature, and the weights of transitions by kind and next kind."""

    table: Mapping[str, int]
    steps: tuple[tuple[float, ...], ...]
    scale: float
    kinds: int
    _gains: dict[tuple[int, int], _Gains] = field(default_factory=dict, repr=False, compare=False)

    def emissions(self, features: Sequence[str]) -> list[float]:
        """The score of each kind for a line with these features, in logits."""
        scale, lanes = self.scale, _lanes(self.kinds)
        total = sum(map(self.table.__getitem__, features), self._bias)
        return [(lane - _MIDDLE) * scale for lane in lanes.unpack(total.to_bytes(lanes.size, "little"))]

    def gains(self, features: Sequence[str], kind: int, rival: int) -> list[tuple[float, str]]:
        """The weight of each feature for `kind` minus that for `rival`, in logits, where it is not 0."""
        known = self._gains.get((kind, rival))
        if known is None:
            known = self._gains[kind, rival] = _Gains(self, kind, rival)
        return [(gain, feature) for feature in features if (gain := known[feature])]

    def gain(self, packed: int, kind: int, rival: int) -> float:
        """The same for one packed weight; 0 where it is small or for `rival`."""
        total = packed + self._bias
        gain = ((total >> LANE * kind & _MASK) - (total >> LANE * rival & _MASK)) * self.scale
        return gain if gain >= _LEAST_GAIN else 0.0

    @property
    def _bias(self) -> int:
        return _bias(self.kinds)


@dataclass(frozen=True)
class Model:
    """Kinds in the order of the weights, the two readings, and the headline weights after each reading, in logits."""

    kinds: tuple[str, ...]
    readings: tuple[Reading, Reading]
    headlines: tuple[Mapping[str, float], Mapping[str, float]]
    short: Model | None = None
    """The one for pages with a short story, where it is not the one that ships."""


@cache
def _bias(kinds: int) -> int:
    return sum(_MIDDLE << LANE * lane for lane in range(kinds))


@cache
def _lanes(kinds: int) -> Struct:
    return Struct(f"<{kinds}I")


@cache
def load_model() -> Model:
    """The model that ships, read once."""
    return parse_model(json.loads((files("annotators.boilerplate.lines") / "model.json").read_bytes()))


@cache
def _load_short_model() -> Model:
    """The model that ships for pages with a short story, read once, and not before there is such a page."""
    return parse_model(json.loads((files("annotators.boilerplate.lines") / "short.json").read_bytes()))


def model_for(model: Model | None, *, short: bool) -> Model:
    """The model that labels a page; `short` says that its story is short. `None` is the model that ships."""
    if model is None:
        return _load_short_model() if short else load_model()
    return model.short or model if short else model


def parse_model(document: Mapping[str, Any]) -> Model:
    """A model from its JSON object, with the one for short stories under `short`; `ValueError` for another format."""
    if document.get("format") != FORMAT:
        raise ValueError(f"not a {FORMAT} model: {document.get('format')!r}")
    kinds = tuple(document["kinds"])
    first, second = (_reading(part, len(kinds)) for part in document["readings"])
    after_first, after_second = document["headlines"]
    short = document.get("short")
    return Model(kinds, (first, second), (after_first, after_second), parse_model(short) if short else None)


def _reading(part: Mapping[str, Any], kinds: int) -> Reading:
    scale = part["scale"]
    steps = tuple(tuple(step * scale for step in row) for row in part["steps"])
    return Reading(PackedWeights(part["weights"]), steps, scale, kinds)
