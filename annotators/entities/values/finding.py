"""Dates, times, amounts and numbers by rule: the value entities of OntoNotes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from annotators.entities.tables import read_table
from annotators.entities.values.coding import Coder

__all__ = ["VALUE_LABELS", "Value", "find_values", "longest_first"]

VALUE_LABELS: tuple[str, ...] = ("MONEY", "PERCENT", "TIME", "DATE", "QUANTITY", "ORDINAL", "CARDINAL")
"""In order of precedence when two rules match the same span."""

_REFERENCE = re.compile(r"<(\w+)>|\{(\w+)\}")
_PART = re.compile(r"\\.|<(\w+)>(?![?*]|\{0)|([()|])")
_RANK = {label: rank for rank, label in enumerate(VALUE_LABELS)}


class Value(NamedTuple):
    """A value entity: `[start, end)` in code points and its label."""

    start: int
    end: int
    label: str


class _Rule(NamedTuple):
    """A pattern over coded text; it can only match if a code of each set in `needs` occurs."""

    label: str
    pattern: re.Pattern[str]
    needs: tuple[frozenset[str], ...]


class _Grammar(NamedTuple):
    coder: Coder
    rules: tuple[_Rule, ...]


@cache
def _grammar() -> _Grammar:
    table = read_table("values.toml")
    coder = Coder(table["classes"], table["cased"], table["exact"])
    fragments: dict[str, str] = {}
    for name, pattern in table["fragments"].items():
        fragments[name] = _expand(pattern, coder, fragments)
    rules = tuple(
        _Rule(group["label"], re.compile(_expand(pattern, coder, fragments)), _needs(pattern, coder))
        for group in table["patterns"]
        for pattern in group["patterns"]
    )
    return _Grammar(coder, rules)


def _expand(pattern: str, coder: Coder, fragments: Mapping[str, str]) -> str:
    def replace(match: re.Match[str]) -> str:
        name, fragment = match.groups()
        if name:
            return f"[{coder.members(name)}]"
        return match.group() if fragment.isdigit() else fragments[fragment]

    return _REFERENCE.sub(replace, pattern)


def _needs(pattern: str, coder: Coder) -> tuple[frozenset[str], ...]:
    """The codes of each class that every match must contain: those outside brackets that are not optional."""
    found: list[frozenset[str]] = []
    depth = 0
    for match in _PART.finditer(pattern):
        name, bracket = match.groups()
        if name is not None and depth == 0:
            found.append(frozenset(coder.members(name)))
        elif bracket == "|" and depth == 0:
            return ()
        elif bracket in ("(", ")"):
            depth += 1 if bracket == "(" else -1
    return tuple(found)


def find_values(text: str) -> list[Value]:
    """All value entities of a text, in order, without overlaps; no rule matches across a line break."""
    grammar = _grammar()
    coded = grammar.coder.code(text)
    found: list[Value] = []
    here = frozenset(coded.code)
    for label, pattern, needs in grammar.rules:
        if any(map(here.isdisjoint, needs)):
            continue
        for match in pattern.finditer(coded.code):
            value = Value(coded.starts[match.start()], coded.ends[match.end() - 1], label)
            if (label != "CARDINAL" or _counts(text, value)) and (label != "ORDINAL" or _ranks(text, value)):
                found.append(value)
    return longest_first(found)


def longest_first(values: Iterable[Value]) -> list[Value]:
    """The values without overlaps, in order; the longer one wins, then the one whose label has precedence."""
    kept: list[Value] = []
    taken: set[int] = set()
    for value in sorted(values, key=lambda one: (one.start - one.end, _RANK[one.label], one.start)):
        places = range(value.start, value.end)
        if taken.isdisjoint(places):
            kept.append(value)
            taken.update(places)
    return sorted(kept)


_PRONOUN_BEFORE = re.compile(
    r"(?:\b(?:any|each|every|no|that|the|this|which|another|some|not|only) |[’'])$", re.IGNORECASE
)
_PRONOUN_AFTER = re.compile(r"^(?: (?:another|can|could|day|may|might|must|should|would|who)\b|[’']s|-)", re.IGNORECASE)
_NET = re.compile(r"\bnet[ -]$", re.IGNORECASE)
_ZERO_OF = re.compile(r"[ -][a-z]+")
_SLASHED = re.compile(r"/\w")
_TITLE_AFTER = re.compile(
    r" (?:Amendment|Army|Avenue|Baptist|Battalion|Brigade|Circuit|Class|Corps|Division|Fleet|Gentleman|Infantry|Lady"
    r"|Lord|Minister|Nation|Nations|Navy|Presbyterian|Reich|Republic|Sea|Secretary|Street|Temple|Vice|World)\b"
)


def _counts(text: str, value: Value) -> bool:
    """Whether a number counts something: `one` may be a pronoun, digits the end of a name."""
    before = text[max(0, value.start - 12) : value.start]
    after = text[value.end : value.end + 8]
    if text[value.start : value.end].lower() == "one":
        return not _PRONOUN_BEFORE.search(before) and not _PRONOUN_AFTER.search(after)
    if text[value.start : value.end].lower() == "zero":
        return not (_NET.search(before) or _ZERO_OF.match(after))
    end = before[-1:]
    joined = end.isalpha() or end in ("#", "@", "_") or (end in ("-", "–", "/", "&") and before[-2:-1].isalnum())
    return not joined and not after[:1].isalpha() and not _SLASHED.match(after)


def _ranks(text: str, value: Value) -> bool:
    """Whether an ordinal is not part of a title or a name: First Minister, Third Reich."""
    return not (text[value.start].isupper() and _TITLE_AFTER.match(text, value.end))
