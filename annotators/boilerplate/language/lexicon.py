"""The families of news-site phrases in a line: `share`, `copyright`, `caption` and so on."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from annotators.boilerplate.language.tokens import tokens

__all__ = ["FAMILIES_SAID", "content_words", "families", "families_abroad", "function_words"]

FUNCTION_WORDS = "function"

FAMILIES_SAID: dict[str, str] = {
    "account": "speaks of logging in",
    "ad": "reads like an advertisement label",
    "agency": "names a picture or news agency",
    "app": "offers an app",
    "author": "describes an author",
    "byline": "is worded like a byline",
    "caption": "is worded like a caption",
    "comment": "speaks of comments",
    "consent": "speaks of cookies or consent",
    "copyright": "states a copyright",
    "corporate": "points to the publisher's own pages",
    "credit": "is worded like a photo credit",
    "donate": "asks for support",
    "follow": "asks to be followed",
    "legal": "points to legal pages",
    "menu": "is worded like a menu",
    "month": "names a month",
    "newsletter": "offers a newsletter",
    "note": "is worded like an editor's note",
    "promo": "is worded like an offer",
    "related": "announces other stories",
    "role": "names a newsroom role",
    "section": "names a section",
    "share": "offers to share",
    "social": "names a social network",
    "source": "is worded like a source line",
    "speech": "reports what was said",
    "subscribe": "offers a subscription",
    "tags": "opens a list of topics",
    "time": "states when it was published",
    "weekday": "names a weekday",
    "widget": "belongs to a player or a ticker",
}
"""The wording of a reason, by family."""


class _Phrase(NamedTuple):
    rest: tuple[str, ...]
    family: str
    at_start: bool
    whole: bool


class _Opening(NamedTuple):
    """Phrases that begin with a word: the longer ones by their second word, and whether the word is one itself."""

    by_second: Mapping[str, Sequence[_Phrase]]
    alone: Sequence[_Phrase]


@cache
def _lists() -> Mapping[str, Sequence[str]]:
    """The phrases of each family, read once: reading them takes milliseconds."""
    return _read("lexicons.toml")


def _read(name: str) -> Mapping[str, Sequence[str]]:
    return tomllib.loads((files("annotators.boilerplate.language") / name).read_text(encoding="utf-8"))


@cache
def _table() -> dict[str, _Opening]:
    return _by_first_word(_lists())


@cache
def _table_abroad() -> dict[str, _Opening]:
    """The same for other languages than English, which only pages in them want."""
    return _by_first_word(_read("lexicons_abroad.toml"))


def _by_first_word(lists: Mapping[str, Sequence[str]]) -> dict[str, _Opening]:
    table: dict[str, list[_Phrase]] = {}
    for family, phrases in lists.items():
        if family == FUNCTION_WORDS:
            continue
        for phrase in phrases:
            words = tuple(tokens(phrase.lstrip("^=")))
            entry = _Phrase(words[1:], family, phrase[0] == "^", phrase[0] == "=")
            table.setdefault(words[0], []).append(entry)
    return {first: _opening(entries) for first, entries in table.items()}


def _opening(phrases: Sequence[_Phrase]) -> _Opening:
    seconds = {phrase.rest[0] for phrase in phrases if phrase.rest}
    alone = [phrase for phrase in phrases if not phrase.rest]
    after = {word: [one for one in phrases if not one.rest or one.rest[0] == word] for word in seconds}
    return _Opening(after, alone)


@cache
def function_words() -> frozenset[str]:
    """The English function words in lower case."""
    return frozenset(_lists()[FUNCTION_WORDS])


def content_words(words: Iterable[str]) -> set[str]:
    """The content words: those of four letters or more that are not function words."""
    return {word for word in words if len(word) > 3} - function_words()


def families(words: Sequence[str]) -> dict[str, int]:
    """The families of phrases in a line's lower-case words, each with the number of words that belong to it."""
    return _families(words, _table())


def families_abroad(words: Sequence[str]) -> dict[str, int]:
    """The same of a line in another language, where English phrases count, too."""
    found = families(words)
    for family, count in _families(words, _table_abroad()).items():
        found[family] = max(count, found.get(family, 0))
    return found


def _families(words: Sequence[str], table: Mapping[str, _Opening]) -> dict[str, int]:
    get = table.get
    found: dict[str, int] = {}
    count = len(words)
    for position, word in enumerate(words):
        opening = get(word)
        if opening is None:
            continue
        by_second, phrases = opening
        if by_second and position + 1 < count:
            phrases = by_second.get(words[position + 1], phrases)
        for rest, family, at_start, whole in phrases:
            if (at_start or whole) and position:
                continue
            if whole and count != 1 + len(rest):
                continue
            if len(rest) > 1 and tuple(words[position + 1 : position + 1 + len(rest)]) != rest:
                continue
            found[family] = found.get(family, 0) + 1 + len(rest)
    return found
