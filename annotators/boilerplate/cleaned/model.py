"""Loads the forest for extracted text, once, when the first such text is labelled."""

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
    """A forest that maps the features of a line to the logit of boilerplate."""

    forest: Forest


@cache
def load_cleaned_model() -> CleanedModel:
    """The model that ships with the package, cached."""
    text = (files("annotators.boilerplate.cleaned") / "model.json").read_text(encoding="utf-8")
    return parse_cleaned_model(json.loads(text))


def parse_cleaned_model(document: Mapping[str, Any]) -> CleanedModel:
    """A model from its JSON object. Raises `ValueError` if the format is another one."""
    if document.get("format") != FORMAT:
        raise ValueError(f"not a {FORMAT} model: {document.get('format')!r}")
    trees = [(tree[0], tree[1], tree[2], tree[3], tree[4]) for tree in document["trees"]]
    return CleanedModel(Forest(trees, document["start"]))
