"""The shipped trees for text that was cleaned before, read once when the first such text is labelled."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final

from annotators.boilerplate.markup.forest import Forest

__all__ = ["FORMAT", "CleanedModel", "load_cleaned_model", "parse_cleaned_model"]

FORMAT: Final = "broadsheet-cleaned/1"


@dataclass(frozen=True)
class CleanedModel:
    """Trees that give a row of numbers of a line the logit of its being furniture."""

    forest: Forest


@cache
def load_cleaned_model() -> CleanedModel:
    """The model that ships with the package, read once."""
    text = (files("annotators.boilerplate.cleaned") / "model.json").read_text(encoding="utf-8")
    return parse_cleaned_model(json.loads(text))


def parse_cleaned_model(document: Mapping[str, Any]) -> CleanedModel:
    """A model from its JSON object; raises `ValueError` for another format."""
    if document.get("format") != FORMAT:
        raise ValueError(f"not a {FORMAT} model: {document.get('format')!r}")
    trees = [(tree[0], tree[1], tree[2], tree[3], tree[4]) for tree in document["trees"]]
    return CleanedModel(Forest(trees, document["start"]))
