"""Lines of pages in other languages than English that say what they are: a placeholder, a credit, `Lesen Sie auch`.

The chains have seen few such pages, and each site has its own words: what `abroad.toml` says of a line is known better
than what was learnt.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import Final, NamedTuple

from annotators.annotation import BlockLabel
from annotators.said import led_by

__all__ = ["ROWS_SAID", "kind_abroad", "with_rows_abroad"]

_SURE: Final = 0.8
_LONGEST: Final = 420
"""Characters of a line that is looked at."""
_HOLDS_FROM: Final = 16
"""Characters of the shortest line that is looked through for what it may hold."""
_MOST: Final = {"byline": 9, "caption": 60, "credit": 14, "related": 30}
"""Words of the longest line of a kind."""
_EDGES: Final = " -–—|·•*_=~…▼↓>»→"
_TAKEN_FOR: Final = frozenset(("body", "subhead", "deck", "note"))
_NAME: Final = r"[^\W\d_a-zß-öø-ÿ][\w.’'-]*"
_NAMES: Final = re.compile(
    rf"{_NAME}(?: (?:von|van|de|da|di|del|der|den|la|le|{_NAME})){{1,4}}"
    rf"(?:(?:,| und| et| y| e| en| og| och| i) {_NAME}(?: {_NAME}){{0,3}})*"
    r"(?:,? \d.{0,30})?"
)
"""One who wrote, or some, in names that begin with capitals, by chance with a date."""
_WITH_ADDRESS: Final = re.compile(r"(?:[^\W\d_][\w.’'-]*[ =/]+){1,4}[(\[]?[\w.+-]+@[\w-]+(?:\.[\w-]+)+[)\]]?")
"""A name and an e-mail address."""
ROWS_SAID: Final = {
    "ad": "labels an advertisement",
    "byline": "names who wrote",
    "caption": "says what a picture shows",
    "consent": "asks the reader for consent",
    "credit": "names who made a picture",
    "footer": "reserves rights",
    "promo": "offers something to the reader",
    "related": "announces other stories",
    "widget": "belongs to a player or a button",
}
"""What naming itself a kind means, in words."""


class _Signs(NamedTuple):
    """How all of a line, its opening, or any part of it says of what kind it is."""

    whole: re.Pattern[str] | None
    opens: re.Pattern[str] | None
    holds: re.Pattern[str] | None


def with_rows_abroad(text: str, labels: Sequence[BlockLabel]) -> tuple[BlockLabel, ...]:
    """The labels of a page in another language, with lines taken for the story that say what else they are."""
    settled = list(labels)
    for number, label in enumerate(labels):
        if label.kind not in _TAKEN_FOR or label.end - label.start > _LONGEST:
            continue
        kind = kind_abroad(text[label.start : label.end])
        if kind:
            settled[number] = replace(label, kind=kind, score=_SURE, reasons=led_by(ROWS_SAID[kind], label.reasons))
    return tuple(settled)


def kind_abroad(said: str) -> str:
    """The kind that a line names itself, nothing where it does not."""
    bare = said.strip(_EDGES)
    words = bare.count(" ") + 1
    if _WITH_ADDRESS.fullmatch(bare):
        return "byline"
    for kind, signs in _table().items():
        if words > _MOST.get(kind, words):
            continue
        if signs.whole and signs.whole.fullmatch(bare):
            return kind
        opening = signs.opens.match(bare) if signs.opens else None
        if opening and (kind != "byline" or _NAMES.fullmatch(bare, opening.end())):
            return kind
        if signs.holds and len(bare) >= _HOLDS_FROM and signs.holds.search(bare):
            return kind
    return ""


@cache
def _table() -> Mapping[str, _Signs]:
    text = (files("annotators.boilerplate") / "abroad.toml").read_text(encoding="utf-8")
    return {kind: _signs(rows, kind) for kind, rows in tomllib.loads(text).items()}


def _signs(rows: Mapping[str, Sequence[str]], kind: str) -> _Signs:
    case = 0 if kind == "credit" else re.I
    found = {name: re.compile("|".join(f"(?:{row})" for row in patterns), case) for name, patterns in rows.items()}
    return _Signs(found.get("whole"), found.get("opens"), found.get("holds"))
