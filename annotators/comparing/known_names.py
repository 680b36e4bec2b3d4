"""An index of an article's names, to find other forms of a name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from annotators.annotation import Entity
from annotators.comparing.speakers import same_name
from annotators.entities.forms.keys import acronym_letters, aliases, first_letters, key_of, person_words

__all__ = ["KnownNames"]

_PERSON = "PERSON"


class KnownNames:
    """Answers whether an article has some form of a name, without comparing it with every name."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self._found: dict[tuple[str, str], list[Entity]] = {}
        for one in entities:
            for key in self._kept_under(one):
                self._found.setdefault(key, []).append(one)

    def has(self, one: Entity) -> bool:
        """Whether one of the names is another form of this one."""
        return any(
            same_name(one.name, one.label, other.name, other.label)
            for key in self._sought_under(one)
            for other in self._found.get(key, ())
        )

    def _kept_under(self, one: Entity) -> Iterator[tuple[str, str]]:
        yield from _alike(one)
        if one.label != _PERSON:
            yield from (("long", letter) for letter in first_letters(one.name))
            if letters := acronym_letters(one.name):
                yield "short", letters[0]

    def _sought_under(self, one: Entity) -> Iterator[tuple[str, str]]:
        yield from _alike(one)
        if one.label != _PERSON:
            yield from (("short", letter) for letter in first_letters(one.name))
            if letters := acronym_letters(one.name):
                yield "long", letters[0]


def _alike(one: Entity) -> Iterator[tuple[str, str]]:
    yield "key", aliases(key_of(one.name))
    if one.label == _PERSON and (words := person_words(one.name)):
        yield "surname", words[-1]
