"""Trained chains written as the small JSON file that `annotators.boilerplate` reads."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from annotators.annotation import KINDS
from annotators.boilerplate.model import FORMAT

__all__ = ["document_of", "write_model"]

SCALE = 1 / 256
LEAST = 0.02


def document_of(readings: list[Any], note: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """The JSON object of two `pycrfsuite` taggers' weights."""
    return {
        "format": FORMAT,
        "about": dict(note or {}),
        "kinds": list(KINDS),
        "readings": [_reading(tagger.info()) for tagger in readings],
    }


def _reading(info: Any) -> dict[str, Any]:
    position = {kind: number for number, kind in enumerate(KINDS)}
    weights: dict[str, list[int]] = defaultdict(list)
    for (feature, kind), weight in sorted(info.state_features.items()):
        if abs(weight) >= LEAST:
            weights[feature] += [position[kind], round(weight / SCALE)]
    steps = [[0] * len(KINDS) for _ in KINDS]
    for (before, after), weight in info.transitions.items():
        steps[position[before]][position[after]] = round(weight / SCALE)
    return {"scale": SCALE, "steps": steps, "weights": weights}


def write_model(path: Path, document: Mapping[str, Any]) -> None:
    """One line a reading's feature would be large; the whole is one line of compact JSON."""
    path.write_text(json.dumps(document, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
