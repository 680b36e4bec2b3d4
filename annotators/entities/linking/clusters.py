"""Groups mentions into entities."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence, Set
from dataclasses import replace

from annotators.annotation import Entity, Mention
from annotators.entities.forms.keys import key_of, person_words, without_nickname
from annotators.entities.linking.bodies import BodyIndex
from annotators.entities.linking.couples import with_shared_surnames
from annotators.entities.linking.introductions import hint_of
from annotators.entities.linking.namesakes import states_apart
from annotators.entities.linking.people import resolve_people
from annotators.entities.values.finding import VALUE_LABELS
from annotators.entities.values.handles import Owners

__all__ = ["link_mentions"]

_PLACES_AND_BODIES = ("ORG", "GPE", "LOC", "FAC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW")
_NOT_LINKED = frozenset((*VALUE_LABELS, "LANGUAGE"))

Key = tuple[str, Hashable]


def link_mentions(text: str, mentions: Sequence[Mention]) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    """The mentions with the ids of their entities, and the entities in order of first mention.

    Only names get entities, not dates, amounts and numbers. Peoples (NORP) are separate from their countries, and a
    name that is a person in one place and a place in another is two entities.
    """
    keys = _keys(text, mentions)
    ids: dict[Key, str] = {}
    members: dict[Key, list[Mention]] = {}
    linked: list[Mention] = []
    for position, mention in enumerate(mentions):
        key = keys.get(position)
        if key is None:
            linked.append(replace(mention, entity=None))
            continue
        ids.setdefault(key, f"e{len(ids) + 1}")
        members.setdefault(key, []).append(mention)
        linked.append(replace(mention, entity=ids[key]))
    entities = tuple(Entity(ids[key], _name(text, group), _label(group)) for key, group in members.items())
    return tuple(linked), entities


def _keys(text: str, mentions: Sequence[Mention]) -> dict[int, Key]:
    """The key of each mention's entity, by position; a mention without an entity has none."""
    keys: dict[int, Key] = {}
    by_label: dict[str, list[int]] = {}
    handles: list[int] = []
    for position, mention in enumerate(mentions):
        if text[mention.start] == "@":
            handles.append(position)
        elif mention.label not in _NOT_LINKED:
            by_label.setdefault(mention.label, []).append(position)
    for label, positions in by_label.items():
        group = [mentions[position] for position in positions]
        if label == "PERSON":
            words = [person_words(text[one.start : one.end]) for one in group]
            hints = [hint_of(text, one) for one in group]
            found: list[Hashable] = [*resolve_people(with_shared_surnames(text, group, words, hints), hints)]
        elif label in _PLACES_AND_BODIES:
            bodies = BodyIndex(text, group)
            states = states_apart(text, group) if label == "GPE" else frozenset()
            found = [(bodies.resolve(number), one.start in states) for number, one in enumerate(group)]
        elif label == "NORP":
            found = [_people_key(text[one.start : one.end]) for one in group]
        else:
            found = [key_of(text[one.start : one.end]) for one in group]
        keys.update({position: (label, key) for position, key in zip(positions, found, strict=True)})
    _link_handles(text, mentions, handles, keys)
    return keys


def _people_key(name: str) -> str:
    """One key for a people and its members: Iranian, Iranians."""
    key = key_of(name)
    return key[:-1] if key.endswith("s") and not key.endswith(("ss", "us", "is")) else key


def _link_handles(text: str, mentions: Sequence[Mention], handles: Sequence[int], keys: dict[int, Key]) -> None:
    if not handles:
        return
    named = {mentions[position]: position for position in keys}
    owners = Owners(text, named)
    for position in handles:
        handle = mentions[position]
        owner = owners.of(handle)
        own_key = (handle.label, text[handle.start : handle.end].lower())
        keys[position] = keys[named[owner]] if owner and owner.label == handle.label else own_key


def _label(group: Sequence[Mention]) -> str:
    return Counter(mention.label for mention in group).most_common(1)[0][0]


def _name(text: str, group: Sequence[Mention]) -> str:
    """The fullest form: a name rather than a handle, mixed case rather than capitals, then most words, then letters.

    A person's nickname in quotation marks or brackets is removed.
    """
    forms = [" ".join(text[one.start : one.end].split()) for one in group]
    spoken = {form.casefold() for form in forms if not form.isupper()}
    fullest = max(forms, key=lambda form: _fullness(form, spoken))
    return without_nickname(fullest) if _label(group) == "PERSON" else fullest


def _fullness(form: str, spoken: Set[str]) -> tuple[bool, bool, int, int]:
    shouted = form.isupper() and (" " in form or len(form) > 5 or form.casefold() in spoken)
    return (not form.startswith("@"), not shouted, len(form.split()), len(form))
