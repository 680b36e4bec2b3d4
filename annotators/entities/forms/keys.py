"""The keys by which names are compared: without case, accents, full stops, article and possessive."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, NamedTuple

from annotators.entities.forms.edges import honours, title_words
from annotators.entities.tables import read_table
from annotators.entities.values.handles import folded

__all__ = [
    "GENERATIONS",
    "acronym_letters",
    "aliases",
    "first_letters",
    "is_acronym_of",
    "is_spelled_by",
    "key_of",
    "person_words",
    "table",
    "without_nickname",
]

_POSSESSIVE = re.compile(r"['’]s?$")
_ARTICLE = re.compile(r"^(?:the|an?) ")
_STOP = re.compile(r"(?<=\w)\.(?=\w|$|\s)")
_SPACE = re.compile(r"[\s\xa0]+")
_NICKNAME = re.compile(r"(?<=\s)[\"“‘'(]([^\"”’')]*)[\"”’')](?=\s|$)")
_SUFFIX = re.compile(r",? (?:cbe|kc|mbe|mp|obe|qc)$")
_GENERATION = re.compile(r",? (jr|junior|sr|ii|iii|iv)$")
_PREFIX = re.compile(r"^[ae]l-(?=\w{3})")

GENERATIONS = frozenset(("ii", "iii", "iv", "jr", "junior", "sr"))
"""Words that tell two people of one name apart; `person_words` puts them first."""


class _Table(NamedTuple):
    groups: dict[str, str]
    generic: frozenset[str]
    heads: frozenset[str]
    endings: frozenset[str]
    divisions: frozenset[str]
    minor: frozenset[str]


@cache
def table() -> _Table:
    """The lists of `aliases.toml`; `groups` maps the key of each name to that of the first of its group."""
    data: dict[str, Any] = read_table("aliases.toml")
    groups = {_plain(name): _plain(group[0]) for group in data["groups"] for name in group}
    return _Table(groups, *(frozenset(data[key]) for key in ("generic", "heads", "endings", "divisions", "minor")))


def _plain(name: str) -> str:
    key = _SPACE.sub(" ", _STOP.sub("", folded(name).replace("’", "'"))).strip()
    return _POSSESSIVE.sub("", _ARTICLE.sub("", key)).strip(" ,")


@cache
def key_of(name: str) -> str:
    """A key that is equal for different spellings of one name."""
    return _plain(name)


def aliases(key: str) -> str:
    """The key of the name that this one is an alias of in any article, else the key itself."""
    return table().groups.get(key, key)


@cache
def person_words(name: str) -> tuple[str, ...]:
    """The words of a person's name without titles, honours after it and quotation marks; a nickname stays."""
    key = _SUFFIX.sub("", key_of(_NICKNAME.sub(r"\1", name) if " " in name else name))
    generation = _GENERATION.search(key)
    words = [_PREFIX.sub("", word) for word in _GENERATION.sub("", key).split()]
    while len(words) > 1 and words[0].strip(".") in title_words() | honours():
        words = words[1:]
    return ((generation[1],) if generation and len(words) > 1 else ()) + tuple(words)


def without_nickname(name: str) -> str:
    """A person's name without the nickname in quotation marks or brackets: `Dwight "Doc" Harlan`."""
    return _NICKNAME.sub("", name).replace("  ", " ").strip()


def acronym_letters(name: str) -> str:
    """The letters of a name that may be an acronym, in lower case; empty for any other."""
    letters = folded(name).replace(".", "").replace("&", "")
    short = 2 <= len(letters) <= 8 and letters.isalpha() and sum(char.isupper() for char in name) >= 2
    return letters if short else ""


def first_letters(name: str) -> frozenset[str]:
    """The first letters of a name's words; an acronym of it begins with one of them."""
    return frozenset(word[0] for word in _parts(name))


def _parts(name: str) -> list[str]:
    return [word for word in re.split(r"[\s\-–/&]+", folded(name)) if word]


def is_acronym_of(short: str, long: str) -> bool:
    """Whether a name without spaces is made of the first letters of another's words: DfT, MEK, UEFA."""
    letters = acronym_letters(short)
    if not letters:
        return False
    words = _parts(long)
    major = "".join(word[0] for word in words if word not in table().minor)
    return letters in (major, "".join(word[0] for word in words)) or (len(words) > 1 and _spells(letters, words))


def is_spelled_by(short: str, long: str) -> bool:
    """Whether an acronym that is written as a word is made of another's letters: Sars, Unesco, Dirco."""
    words = _parts(long)
    return short.isalpha() and short.istitle() and len(words) > 1 and _spells(folded(short), words)


def _spells(letters: str, words: list[str]) -> bool:
    """Whether the letters occur in the words in order, with the first letter of each major word: as in Hamas."""
    at = 0
    for word in words:
        if at < len(letters) and word[0] == letters[at]:
            at += 1
            for char in word[1:]:
                rest = [other for other in words[words.index(word) + 1 :] if other not in table().minor]
                if at < len(letters) and char == letters[at] and len(letters) - at > len(rest):
                    at += 1
        elif word not in table().minor:
            return False
    return at == len(letters)
