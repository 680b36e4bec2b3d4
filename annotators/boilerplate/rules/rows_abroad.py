"""Self-describing lines on pages in languages other than English: a placeholder, a date, `Lesen Sie auch`.

The model was trained on few such pages, and wording differs from site to site, so the phrases in `rows_abroad.toml`
take precedence over its prediction.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final, NamedTuple

from annotators.annotation import BlockLabel
from annotators.boilerplate.language.line_wording import ends_sentence
from annotators.boilerplate.relabelling import relabelled
from annotators.text.patterns import compiled_late

__all__ = ["kind_abroad", "names_writer_abroad", "reports_abroad", "with_rows_abroad"]

_SURE: Final = 0.8
_LONGEST: Final = 420
"""Longest line that is looked at, in characters."""
_HOLDS_FROM: Final = 16
"""Shortest line, in characters, that is searched for the patterns of `holds`."""
_MOST: Final = {"byline": 9, "caption": 60, "credit": 14, "related": 30}
"""Most words of a line, by kind."""
_FEW: Final = 7
"""Most words of a credit that ends with a full stop."""
_EDGES: Final = " -–—|·•*_=~…▼↓>»→"
_ADDRESSED: Final = frozenset(("consent", "footer", "promo", "related", "widget"))
"""Kinds of lines that address the reader; a verb of saying rules them out."""
_TAKEN_FOR: Final = frozenset(("body", "subhead", "deck", "note"))
_TAKEN_FOR_DATES: Final = frozenset(("byline", "deck", "note", "source", "subhead", "body"))
"""Kinds that a date line above the article may have been predicted as. Further down, a date may be a subhead."""
_NAME: Final = r"[^\W\d_a-zß-öø-ÿ][\w.’'-]*"
_NAMES: Final = compiled_late(
    rf"{_NAME}(?: (?:von|van|de|da|di|del|der|den|la|le|{_NAME})){{1,4}}"
    rf"(?:(?:,| und| et| y| e| en| og| och| i) {_NAME}(?: {_NAME}){{0,3}})*"
    r"(?:,? \d.{0,30})?"
)
"""One or more writers' names, each word capitalised, possibly with a date."""
_WITH_ADDRESS: Final = compiled_late(r"(?:[^\W\d_][\w.’'-]*[ =/]+){1,4}[(\[]?[\w.+-]+@[\w-]+(?:\.[\w-]+)+[)\]]?")
"""A name and an e-mail address."""
_SAID: Final = {
    "ad": "labels an advertisement",
    "byline": "names who wrote",
    "caption": "says what a picture shows",
    "consent": "asks the reader for consent",
    "credit": "names who made a picture",
    "footer": "reserves rights",
    "promo": "offers something to the reader",
    "related": "announces other stories",
    "timestamp": "states a date",
    "widget": "belongs to a player or a button",
}
"""Reason for each kind."""


class _Signs(NamedTuple):
    """Patterns of a kind: for a whole line, for its beginning, and for any part of it.

    A line in which the last finds something holds one of `needs`.
    """

    whole: re.Pattern[str] | None
    opens: re.Pattern[str] | None
    holds: re.Pattern[str] | None
    needs: tuple[str, ...]


def with_rows_abroad(text: str, labels: Sequence[BlockLabel]) -> tuple[BlockLabel, ...]:
    """Returns the labels of a page in another language, with self-describing lines among the article's relabelled."""
    settled = list(labels)
    begun = False
    for number, label in enumerate(labels):
        if label.kind not in _TAKEN_FOR and label.kind not in _TAKEN_FOR_DATES:
            continue
        taken_for_dates = label.kind == "byline" or (not begun and label.kind in _TAKEN_FOR_DATES)
        kind = kind_abroad(text[label.start : label.end])
        begun = begun or (label.kind == "body" and not kind)
        taken = label.kind in _TAKEN_FOR or (kind == "widget" and label.kind == "byline")
        if taken_for_dates if kind == "timestamp" else kind and taken:
            settled[number] = relabelled(label, kind, _SURE, _SAID[kind])
    return tuple(settled)


def kind_abroad(said: str) -> str:
    """The kind that a line's own words give it; empty if they give none or the line is a long paragraph."""
    return _kind(said) if len(said) <= _LONGEST else ""


def reports_abroad(said: str) -> bool:
    """Whether a line has a verb of saying in one of these languages."""
    return _table()[0].search(said) is not None


def names_writer_abroad(said: str) -> bool:
    """Whether a line above an article is a byline: names alone, or names after a phrase such as `Von`."""
    bare = said.strip(_EDGES)
    if ends_sentence(bare) or bare.count(" ") >= _MOST["byline"]:
        return False
    opens = _table()[1]["byline"].opens
    opening = opens.match(bare) if opens else None
    if opening:
        return _NAMES.match(bare, opening.end()) is not None
    return _NAMES.fullmatch(bare) is not None


@lru_cache(maxsize=4096)
def _kind(said: str) -> str:
    bare = said.strip(_EDGES)
    words = bare.count(" ") + 1
    if _WITH_ADDRESS.fullmatch(bare):
        return "byline"
    tells, signs_of = _table()
    sentence = ends_sentence(bare)
    lowered = _lowered(bare)
    for kind, signs in signs_of.items():
        if words <= _MOST.get(kind, words) and _is_named(bare, lowered, kind, signs, sentence):
            return "" if sentence and kind in _ADDRESSED and tells.search(bare) else kind
    return ""


def _is_named(bare: str, lowered: str, kind: str, signs: _Signs, sentence: bool) -> bool:
    """Whether a line matches the patterns of a kind."""
    if signs.whole and signs.whole.fullmatch(bare):
        return kind != "credit" or not sentence or bare.count(" ") < _FEW or "©" in bare
    if signs.opens and (opening := signs.opens.match(bare)):
        if kind == "byline":
            return _NAMES.fullmatch(bare, opening.end()) is not None
        return kind != "related" or not sentence or ":" in bare[: opening.end() + 2]
    if signs.holds is None or len(bare) < _HOLDS_FROM or not any(word in lowered for word in signs.needs):
        return False
    return signs.holds.search(bare) is not None


def _lowered(said: str) -> str:
    """A line in small letters, with an `i` for each letter that a pattern without case takes for one."""
    lowered = said.lower()
    return lowered if lowered.isascii() else lowered.replace("\u0307", "").replace("ı", "i").replace("ſ", "s")


@cache
def _table() -> tuple[re.Pattern[str], Mapping[str, _Signs]]:
    """The pattern for verbs of saying, and the patterns of each kind."""
    text = (files("annotators.boilerplate.rules") / "rows_abroad.toml").read_text(encoding="utf-8")
    rows = tomllib.loads(text)
    tells = "|".join(rows.pop("telling")["tells"])
    return re.compile(rf"\b(?:{tells})\b", re.I), {kind: _signs(of_kind, kind) for kind, of_kind in rows.items()}


def _signs(rows: Mapping[str, Sequence[str]], kind: str) -> _Signs:
    case = 0 if kind == "credit" else re.I
    rows = dict(rows)
    needs = tuple(rows.pop("needs", ()))
    found = {name: re.compile("|".join(f"(?:{row})" for row in patterns), case) for name, patterns in rows.items()}
    return _Signs(found.get("whole"), found.get("opens"), found.get("holds"), needs)
