"""Links names of bodies and places: acronyms, short forms, names in brackets."""

from __future__ import annotations

import re
from collections.abc import Sequence

from annotators.annotation import Mention
from annotators.entities.forms.keys import aliases, is_acronym_of, is_spelled_by, key_of, table
from annotators.entities.linking.short_heads import head_of
from annotators.entities.types.context import read_places

__all__ = ["BodyIndex"]

_BRACKET = re.compile(r"(?: ?\(|, )(?:the |or |formerly |aka |known (?:by|as|in) [^().]{0,40}?)?[\"“]?$")
_LISTED = re.compile(r",(?: the)?")
_FEWEST_LETTERS = 3
_PLACE_ENDINGS = frozenset(("county", "district", "province", "region", "state", "strip"))
"""Words that may follow a place's name without making another place; a city differs from its state."""
_STATES = frozenset(
    ("commonwealth", "emirate", "kingdom", "principality", "province", "republic", "state", "sultanate")
)


_OTHERS = frozenset(("first", "national", "new", "old", "royal", "young"))
"""First words that make a different body: the Royal Bank of Canada is not the Bank of Canada."""
_PARTS_OF_THE_WORLD = frozenset(
    """central east eastern middle north north-east north-west northeast northeastern northern northwest northwestern
    south south-east south-west southeast southeastern southern southwest southwestern west western""".split()
)
_LONG_ENOUGH = 3
"""The fewest words before `and` in a name that may be left off there: US Bureau of Engraving and Printing."""


class BodyIndex:
    """The key of the entity for each mention of one label; `mentions` are in text order."""

    def __init__(self, text: str, mentions: Sequence[Mention]) -> None:
        self._place = bool(mentions) and mentions[0].label == "GPE"
        self._keys = [aliases(key_of(text[one.start : one.end])) for one in mentions]
        self._names = {key: text[one.start : one.end] for key, one in zip(self._keys, mentions, strict=True)}
        self._same: dict[str, str] = {}
        self._near: dict[str, list[str]] = {}
        for key in self._names:
            for mark in _marks(key):
                self._near.setdefault(mark, []).append(key)
        self._introduce(text, mentions)
        self._heads = _last_with_head(text, mentions, self._keys)
        for key, name in self._names.items():
            if key not in self._same:
                self._shorten(key, name)

    def resolve(self, position: int) -> str:
        """The key of the entity of the mention at a position."""
        return self._root(self._heads.get(position, self._keys[position]))

    def _root(self, key: str) -> str:
        seen = {key}
        while (further := self._same.get(key)) is not None and further not in seen:
            seen.add(further)
            key = further
        return key

    def _introduce(self, text: str, mentions: Sequence[Mention]) -> None:
        """Tie names in brackets to the name directly before: `Mujahedin-e Khalq (MEK)`."""
        for position in range(1, len(mentions)):
            one, other = mentions[position - 1], mentions[position]
            between = text[one.end : other.start]
            if _BRACKET.fullmatch(between) and text[other.end : other.end + 1] in (")", ",", ";", "”", '"'):
                long, short = self._keys[position - 1], self._keys[position]
                # `Raytheon Technologies, Northrop Grumman,` are two of several
                listed = _LISTED.fullmatch(between.strip()) is not None
                if self._root(long) != self._root(short) and _abbreviates(text, one, other, listed=listed):
                    self._same[self._root(short)] = self._root(long)

    def _shorten(self, key: str, name: str) -> None:
        """Tie a short form to the only longer name that it can stand for; to one it is the acronym of first."""
        near = {other for mark in (*_marks(key), key[:1]) for other in self._near.get(mark, ()) if other != key}
        longer = [other for other in near if " " not in key and is_acronym_of(name, self._names[other])]
        longer = longer or [other for other in near if self._stands_for(key, other)]
        roots = {self._root(other) for other in longer}
        if len(roots) > 1:  # Labour is the Labour Party, where there is a New Labour as well
            roots = {self._root(other) for other in longer if other.startswith(f"{key} ")}
        if len(roots) == 1 and self._root(key) not in roots:
            self._same[self._root(key)] = roots.pop()

    def _stands_for(self, key: str, other: str) -> bool:
        short, long = key.split(), other.split()
        if len(short) >= len(long) or len(key) < _FEWEST_LETTERS:
            return False
        rest = long[len(short) :]
        if all(word in table().generic for word in short):
            return len(short) > 1 and long[: len(short)] == short and rest[0] in ("of", "for")
        if self._place:
            return (long[:-1] == [*short] and rest[0] in _PLACE_ENDINGS) or _is_state_of(long, short)
        if long[: len(short)] == short:
            if all(word.strip(".,") in table().endings for word in rest):
                return True
            if rest[0] == "and" and len(short) >= _LONG_ENOUGH:
                return True
            return len(rest) == 1 and not self._makes_another(short, rest[0], other)
        tail = len(long) - len(short)
        if long[0] in _OTHERS or (long[0] in _PARTS_OF_THE_WORLD and self._names[other][:1].isupper()):
            return False
        return long[tail:] == short and len(short[-1]) > _FEWEST_LETTERS and (tail == 1 or long[tail - 1][-1] == ",")

    def _makes_another(self, short: Sequence[str], last: str, name: str) -> bool:
        """Whether a last word makes a division or sister of a body: Bard College Berlin, `Google Cloud`."""
        place = self._names[name].rsplit(" ", 1)[-1] in read_places()
        return last in table().divisions or (place and short[-1] in table().heads)


def _last_with_head(text: str, mentions: Sequence[Mention], keys: Sequence[str]) -> dict[int, str]:
    """For each mention by head noun alone, `the Commission`, the key of the last body before it with that head."""
    seen: dict[str, str] = {}
    found: dict[int, str] = {}
    for position, (mention, key) in enumerate(zip(mentions, keys, strict=True)):
        if mention.label == "ORG" and key in table().heads and key in seen:
            found[position] = seen[key]
        elif head := head_of(text[mention.start : mention.end]):
            seen[head] = key
    return found


def _is_state_of(long: Sequence[str], short: Sequence[str]) -> bool:
    """Whether the long name is that of a state and the short one its own: Republic of Moldova."""
    at = len(long) - len(short)
    return list(long[at:]) == list(short) and long[at - 1] == "of" and any(word in _STATES for word in long[: at - 1])


def _marks(key: str) -> set[str]:
    """The index keys of a name: its first and last word, and the first letter of its first word."""
    words = key.split() or [""]
    return {words[0], words[-1], words[0][:1]}


def _abbreviates(text: str, long: Mention, short: Mention, *, listed: bool) -> bool:
    """Whether the second name can be a short form of the first: by its letters or, if shorter, its capitals.

    If only a comma separates the two (`listed`), as in a list, only the letters decide.
    """
    short_name, long_name = text[short.start : short.end], text[long.start : long.end]
    capitals = sum(char.isupper() for char in short_name)
    if is_acronym_of(short_name, long_name):
        return True
    shorter = len(short_name) < len(long_name)
    return not listed and shorter and (capitals >= 2 or is_spelled_by(short_name, long_name))
