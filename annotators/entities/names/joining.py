"""Joins the parts of one name that a model has separated: `Joint Harbour` `Safety Commission`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from annotators.annotation import Mention
from annotators.entities.tables import read_table
from annotators.entities.types.by_head import label_of_last

__all__ = ["join_parts"]

_JOINED = frozenset(("ORG", "LAW", "EVENT", "PRODUCT", "WORK_OF_ART", "FAC"))
_MODEL = re.compile(r" (?:\d[\w-]*\d\w?|\d|[A-Z]{1,3}\d+[A-Za-z]?s?)(?![\w,.]*\d)\b")
_HEAD = re.compile(r" ([A-Z][a-z]+)\b(?! [A-Z])")
_GIVEN = re.compile(r"-([a-z]{2,5})\b(?!-)")


@cache
def _suffixes() -> frozenset[str]:
    return frozenset(read_table("context.toml")["suffixes"])


def join_parts(text: str, names: Iterable[Mention]) -> list[Mention]:
    """The names in order, with parts of one label that only a space separates joined.

    A product takes its model number (`Boeing 640-3`), a person the second half of a given name (`Seo-rin`), and any
    name the capitalised noun after it that says what it is (`Ledger Summit`).
    """
    found: list[Mention] = []
    for name in names:
        name = _with_head(text, replace(name, end=_end(text, name)))
        last = found[-1] if found else None
        if last and last.label == name.label and name.label in _JOINED and text[last.end : name.start] == " ":
            found[-1] = replace(last, end=name.end, score=min(last.score or 0.0, name.score or 0.0))
        elif last is None or last.end <= name.start:
            found.append(name)
    return found


def _end(text: str, name: Mention) -> int:
    if name.label == "PRODUCT" and (match := _MODEL.match(text, name.end)):
        return match.end()
    if name.label == "PERSON" and (match := _GIVEN.match(text, name.end)) and match[1] not in _suffixes():
        return match.end()
    return name.end


def _with_head(text: str, name: Mention) -> Mention:
    match = _HEAD.match(text, name.end)
    label = label_of_last(match[1]) if match and name.label not in ("PERSON", "NORP") else None
    if match is None or label is None or text[name.start : name.end].isupper():
        return name
    return replace(name, end=match.end(), label=label)
