"""@handles and #hashtags, and the person or body that a handle belongs to."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache

from annotators.annotation import Mention
from annotators.entities.tables import read_table

__all__ = ["Owners", "find_tags", "folded", "names_body"]

_HANDLE = re.compile(r"(?<![\w@/.#])@[A-Za-z_][\w]{0,29}\b(?!\.\w+\b)")
_HASHTAG = re.compile(r"(?<![\w#&/@])#(?=\w*[^\W\d_])\w{2,60}\b")
_APPOSED = re.compile(r"(?:,| \(| \((?:aka|on \w+|known as),?) ?$")
_WORD = re.compile(r"[^\W\d_]+")
_CAMEL = re.compile(r"[A-Z]{2,}(?=[A-Z][a-z]|\b|_|\d)|[A-Z]?[a-z]+|[^\W\d_]+")
_LEAST = 0.55
"""The least share of a handle's letters that must come from a name."""
_FARTHEST = 12
"""The exclusive limit of code points from a name to the handle in brackets after it."""
_TELLING = 4
"""The fewest letters of a word that suffice at the start of a handle: @jackdorsey_official."""


def folded(text: str) -> str:
    """Lower case without accents."""
    if text.isascii():
        return text.lower()
    return "".join(char for char in unicodedata.normalize("NFD", text.casefold()) if not unicodedata.combining(char))


def find_tags(text: str) -> list[Mention]:
    """The handles and hashtags of a text, in order."""
    found = [Mention(start=m.start(), end=m.end(), label="HANDLE") for m in _HANDLE.finditer(text)]
    found += [Mention(start=m.start(), end=m.end(), label="HASHTAG") for m in _HASHTAG.finditer(text)]
    return sorted(found, key=lambda one: one.start)


class Owners:
    """The people and bodies of an article that a handle may belong to."""

    def __init__(self, text: str, names: Iterable[Mention]) -> None:
        self._text = text
        people = sorted((one for one in names if one.label in ("PERSON", "ORG")), key=lambda one: one.end)
        self._by_end = {name.end: name for name in people}
        self._forms = {(text[name.start : name.end], name.label): name for name in people}
        self._known: dict[str, Mention | None] = {}

    def of(self, handle: Mention) -> Mention | None:
        """The name directly before the handle, or else the one that the handle is made from; `None` without either."""
        for gap in range(1, _FARTHEST):
            name = self._by_end.get(handle.start - gap)
            if name and _APPOSED.fullmatch(self._text[name.end : handle.start]):
                return name
        body = folded(self._text[handle.start + 1 : handle.end]).replace("_", "").strip("0123456789")
        if body not in self._known:
            self._known[body] = self._made_of(body)
        return self._known[body]

    def _made_of(self, body: str) -> Mention | None:
        if not body:
            return None
        fits = [(_share(body, form), len(form), name.start, name) for (form, _), name in self._forms.items()]
        share, _, _, name = max(fits, key=lambda fit: fit[:3], default=(0.0, 0, 0, None))
        return name if share >= _LEAST else None


@lru_cache(maxsize=10_000)
def _folded_words(name: str) -> tuple[str, ...]:
    return tuple(folded(word) for word in _WORD.findall(name))


def _share(body: str, name: str) -> float:
    """The share of a handle's letters that the words of a name account for, 0 to 1."""
    rest, matched = body, 0
    words = _folded_words(name)
    if any(len(word) >= _TELLING and body.startswith(word) for word in words):
        return max(_LEAST, max(len(word) for word in words if body.startswith(word)) / len(body))
    initials = "".join(word[0] for word in words)
    for word in sorted({*words, initials} if len(initials) > 2 else words, key=len, reverse=True):
        for size in range(len(word), 2, -1):
            at = rest.find(word[:size])
            if at >= 0 and (size == len(word) or size >= 3):
                rest = rest[:at] + "|" + rest[at + size :]
                matched += size
                break
    return matched / len(body)


@cache
def _bodies() -> frozenset[str]:
    return frozenset(read_table("handles.toml")["bodies"])


def names_body(handle: str) -> bool:
    """Whether the words of a handle show that it belongs to a body."""
    return any(folded(part) in _bodies() for part in _CAMEL.findall(handle))
