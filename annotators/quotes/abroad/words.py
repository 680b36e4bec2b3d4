"""The words of saying of other languages, and the patterns made of them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

__all__ = ["Saying", "saying_in"]


class Saying(NamedTuple):
    """The words of one language: patterns of verbs of saying and of sources, and the words that stand beside them."""

    cue: re.Pattern[str]
    source: re.Pattern[str]
    fronted: re.Pattern[str]
    inverted: re.Pattern[str] | None
    articles: frozenset[str]
    pronouns: frozenset[str]
    inside: frozenset[str]
    joins: frozenset[str]
    between: frozenset[str]
    openings: frozenset[str]
    ends: frozenset[str]
    people: frozenset[str]
    traits: frozenset[str]


_NOT_IN_FRONT = frozenset(("Aldus", "So"))
"""Words before a source that mean something else at the beginning of a sentence."""
_HYPHENED = (
    r"(?:(?:a|ont|avait|avaient)(?:-t)?-(?P<who>ils?|elles?|on) (?P<verb>\w+é|dit|écrit|répondu|reconnu|soutenu|promis)"
    r"|(?P<now>\w+?)(?:-t)?-(?P<one>ils?|elles?|on))(?!\w)"
)
"""French verbs with an inverted pronoun: `explique-t-il`, `a-t-elle déclaré`."""


@cache
def saying_in(language: str) -> Saying | None:
    """The words of a language (ISO 639-1 code); `None` if there are none for it."""
    table = _tables().get(language)
    if table is None:
        return None
    words = (frozenset(table.get(name, ())) for name in Saying._fields[4:])
    fronted = [word[:1].upper() + word[1:] for word in (*table["sources"], *table.get("fronted", ()))]
    return Saying(
        _any_of(table["cues"], table["between"]),
        _any_of(table["sources"]),
        _any_of([word for word in fronted if word not in _NOT_IN_FRONT]),
        re.compile(_HYPHENED) if language == "fr" else None,
        *words,
    )


@cache
def _tables() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads((files("annotators.quotes.abroad") / "cues.toml").read_text(encoding="utf-8"))


def _any_of(words: Sequence[str], between: Sequence[str] = ()) -> re.Pattern[str]:
    """A pattern of any of the words; one of `between` may stand after the first of several: `ha poi aggiunto`."""
    if not words:
        return re.compile(r"(?!)")
    longest_first = sorted(words, key=len, reverse=True)
    gap = rf" (?:(?:{'|'.join(map(re.escape, between))}) )?" if between else " "
    patterns = (gap.join(map(re.escape, word.split(" ", 1))) for word in longest_first)
    return re.compile(rf"(?<!\w)(?:{'|'.join(patterns)})(?![\w-])")
