"""The layers that were on when the reader was left, kept for the next session."""

from __future__ import annotations

import json
import os
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

from annotators.layer import Layer

__all__ = ["recall_layers", "remember_layers"]


def recall_layers(path: Path, chosen: frozenset[Layer]) -> frozenset[Layer]:
    """The layers to begin with: the remembered ones, unless the settings (`chosen`) have changed since."""
    with suppress(OSError, ValueError, AttributeError, TypeError, KeyError):
        known = json.loads(path.read_text(encoding="utf-8"))
        if set(known["chosen"]) == {str(layer) for layer in chosen}:
            return frozenset(Layer(name) for name in known["lit"])
    return chosen


def remember_layers(path: Path, chosen: Collection[Layer], lit: Collection[Layer]) -> None:
    """Keep the layers that are on for the next session; failures are ignored."""
    lists = {"chosen": sorted(map(str, chosen)), "lit": sorted(map(str, lit))}
    with suppress(OSError):
        if set(chosen) == set(lit):
            path.unlink(missing_ok=True)
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_name(f"{path.name}.{os.getpid()}")
        beside.write_text(json.dumps(lists) + "\n", encoding="utf-8")
        beside.replace(path)
