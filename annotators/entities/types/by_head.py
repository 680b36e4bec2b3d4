"""The label of a name by its head noun: a River is a place, an Act is a law."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import Any

from annotators.annotation import Mention
from annotators.entities.forms.keys import key_of
from annotators.entities.tables import read_table

__all__ = ["label_by_head", "label_of_first", "label_of_last", "retype"]

_WORD = re.compile(r"[^\W_]+")


@cache
def _table() -> dict[str, Any]:
    data = read_table("name_heads.toml")
    for place in ("last", "first", "whole"):
        data[place] = {word: label for label, words in data[place].items() for word in words}
    return data


def label_by_head(name: str) -> str | None:
    """The label that a name's own words imply, `None` if they imply none."""
    key = key_of(name)
    table = _table()
    if key in table["whole"]:
        label: str = table["whole"][key]
        return label
    words = _WORD.findall(key)
    if len(words) < 2:
        return None
    first: str | None = table["first"].get(words[0])
    last: str | None = table["last"].get(words[-1])
    return last or first


def label_of_last(word: str) -> str | None:
    """The label that the last word of a name implies, or `None`."""
    label: str | None = _table()["last"].get(word.lower())
    return label


def label_of_first(word: str) -> str | None:
    """The label that the first word of a name implies, or `None`."""
    label: str | None = _table()["first"].get(word.lower())
    return label


def retype(text: str, mention: Mention) -> Mention:
    """The mention with the label that its words imply, unless the model's score for another is high."""
    label = label_by_head(text[mention.start : mention.end])
    if label is None or label == mention.label or (mention.score or 0.0) > _table()["sure"]:
        return mention
    return replace(mention, label=label)
