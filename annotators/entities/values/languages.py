"""Names of languages, where the language is meant and not a people."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from annotators.entities.tables import read_table
from annotators.entities.values.finding import Value

__all__ = ["find_languages"]

_JOINTS = frozenset((", ", " and ", " or ", ", and ", ", or ", " to ", " into "))
_WORD_BEFORE = re.compile(
    r"([^\W\d_]+)[ \xa0](?:(?:any|basic|enough|good|her|his|little|no|only|perfect|poor|some|their)[ \xa0])?[\"“‘']?$"
)
_WORD_AFTER = re.compile(r"^[- \xa0]([^\W\d_]+)")


class _Lexicon(NamedTuple):
    name: re.Pattern[str]
    always: frozenset[str]
    before: frozenset[str]
    after: frozenset[str]
    apart: frozenset[str]


@cache
def _lexicon() -> _Lexicon:
    table = read_table("languages.toml")
    names = sorted((*table["always"], *table["also_people"]), key=len, reverse=True)
    return _Lexicon(
        re.compile(rf"(?=[A-Z])\b(?:{'|'.join(map(re.escape, names))})\b"),  # most places need no look at the names
        *(frozenset(table[key]) for key in ("always", "before", "after", "apart")),
    )


def find_languages(text: str) -> list[Value]:
    """The languages that a text mentions, in order."""
    lexicon = _lexicon()
    found: list[Value] = []
    for match in lexicon.name.finditer(text):
        listed = bool(found) and _joined(text, found[-1].end, match)
        if listed or _is_language(text, match, lexicon):
            found.append(Value(match.start(), match.end(), "LANGUAGE"))
    return found


def _joined(text: str, end: int, match: re.Match[str]) -> bool:
    """Whether a name continues a list of languages, as in `Korean, Thai and English`."""
    if text[end : match.start()] not in _JOINTS:
        return False
    after = _WORD_AFTER.match(text[match.end() : match.end() + 30])
    return after is None or after.group(1).lower() in _lexicon().apart | _lexicon().after


def _is_language(text: str, match: re.Match[str], lexicon: _Lexicon) -> bool:
    after = _WORD_AFTER.match(text[match.end() : match.end() + 30])
    if match.group() in lexicon.always:
        return after is None or not after.group(1)[0].isupper()
    if after and after.group(1).lower() in lexicon.after:
        return True
    before = _WORD_BEFORE.search(text[max(0, match.start() - 30) : match.start()])
    if not before or before.group(1).lower() not in lexicon.before:
        return False
    if before.group(1).lower() == "from":
        return bool(re.match(r" (?:and|to|into) [A-Z]", text[match.end() :])) and bool(
            lexicon.name.match(text, match.end() + text[match.end() :].index(" ", 1) + 1)
        )
    return after is None or after.group(1).lower() in lexicon.apart
