"""Links names of people: surnames, given names and their short forms, initials, families."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from annotators.entities.forms.keys import GENERATIONS
from annotators.entities.tables import read_table

__all__ = ["Hint", "covers", "resolve_people"]

Words = tuple[str, ...]

_LONG_SURNAME = 6
"""The fewest letters of a surname in which a slip is likelier than a different surname."""


class Hint(NamedTuple):
    """What the text around a name shows: gender, `f` or `m`, and whether the person is introduced as a relative."""

    gender: str | None = None
    kin: bool = False


@cache
def _short_forms() -> Mapping[str, frozenset[int]]:
    """The numbers of the groups of `given_names.toml` that each name is in."""
    found: dict[str, set[int]] = {}
    for number, group in enumerate(read_table("given_names.toml")["groups"]):
        for name in group:
            found.setdefault(name, set()).add(number)
    return {name: frozenset(groups) for name, groups in found.items()}


def _same_given(one: str, other: str) -> bool:
    """Whether two given names may be the same: William, Bill."""
    groups = _short_forms()
    return one == other or bool(groups.get(one, frozenset()) & groups.get(other, frozenset()))


def covers(full: Words, short: Words) -> bool:
    """Whether a short form may stand for a full name: its last or first words, a nickname, or initials and surname."""
    if not short or len(short) > len(full) or short == full:
        return short == full
    if full[-len(short) :] == short or full[: len(short)] == short:
        return True
    if len(short) == 1:
        joined = (word.replace("-", "") for word in full)
        return short[0] in full[1:] or short[0] in joined or _same_given(short[0], full[0])
    if any(full[at : at + len(short)] == short for at in range(1, len(full) - len(short))):
        return True  # a nickname
    return short[-1] == full[-1] and _in_order(short[:-1], full[:-1])


def _in_order(short: Words, full: Words) -> bool:
    """Whether every word occurs in the full name in the same order: in full, as an initial or as a short form."""
    at = 0
    for word in short:
        while at < len(full) and not (_same_given(full[at], word) or (len(word) == 1 and full[at].startswith(word))):
            at += 1
        if at == len(full):
            return False
        at += 1
    return True


def resolve_people(names: Sequence[Words], hints: Sequence[Hint] = ()) -> list[Words]:
    """For each mention of a person, in text order, the words of that person's fullest name.

    If several people share a short form, it means, of those whose gender fits, the one it meant before; else the one
    mentioned last who was not only introduced as a relative; else the first.
    """
    fullest, heads = _full_names(names)
    owners: dict[Words, list[Words]] = {words: _owners(words, heads) for words in set(names) if len(words) == 1}
    owners |= _misspelt(names, heads, owners)
    hints = hints or [Hint()] * len(names)
    known = _known_of(names, hints, fullest)
    couples = _couples(names, hints, owners)
    known |= {one: Hint(one[1]) for both in couples.values() for one in both}
    last_seen: dict[Words, int] = {}
    went_by: dict[Words, Words] = {}
    resolved: list[Words] = []
    for position, (words, hint) in enumerate(zip(names, hints, strict=True)):
        candidates = owners.get(words, [fullest.get(words, words)]) or couples.get(words, [])
        fitting = _fitting(candidates, hint, known)
        full = went_by.get(words, words)
        if full not in fitting:
            full = max(fitting, key=lambda one: last_seen.get(one, -1), default=words)
        last_seen[full] = position
        if len(words) == 1 and hint.gender is None:
            went_by.setdefault(words, full)
        resolved.append(full)
    return resolved


def _known_of(names: Sequence[Words], hints: Sequence[Hint], fullest: Mapping[Words, Words]) -> dict[Words, Hint]:
    """The hints of all full mentions of each person, combined."""
    known: dict[Words, Hint] = {}
    for words, hint in zip(names, hints, strict=True):
        if len(words) > 1:
            full = fullest.get(words, words)
            before = known.get(full, hint)
            known[full] = Hint(before.gender or hint.gender, before.kin and hint.kin)
    return known


def _fitting(candidates: Sequence[Words], hint: Hint, known: Mapping[Words, Hint]) -> Sequence[Words]:
    """The candidates that a short form may mean."""
    if len(candidates) < 2:
        return candidates
    genders = {one: known.get(one, Hint()).gender for one in candidates}
    if hint.gender:
        same = [one for one in candidates if genders[one] == hint.gender]
        return same or [one for one in candidates if genders[one] is None] or candidates
    return [one for one in candidates if not known.get(one, Hint()).kin] or candidates


def _full_names(names: Sequence[Words]) -> tuple[dict[Words, Words], list[Words]]:
    """The fuller form of each name that has exactly one, and the names that have none, in text order."""
    fullest: dict[Words, Words] = {}
    heads: set[Words] = set()
    by_word: dict[str, list[Words]] = {}
    for words in sorted(set(names), key=lambda words: (-len(words), -sum(map(len, words)), words)):
        if len(words) == 1:
            continue
        fuller = {full for word in words for full in by_word.get(word, ()) if covers(full, words)}
        if len(fuller) > 1:  # the younger of two of one name is given with "Jr"
            fuller = {full for full in fuller if full[0] not in GENERATIONS} or fuller
        if len(fuller) > 1:  # Abu Amer is Sadeq Abu Amer rather than Abu Hassan Amer
            fuller = {full for full in fuller if full[-len(words) :] == words} or fuller
        if len(fuller) == 1:
            fullest[words] = fuller.pop()
            continue
        heads.add(words)
        for word in words:
            by_word.setdefault(word, []).append(words)
    return fullest, [words for words in dict.fromkeys(names) if words in heads]


def _owners(words: Words, heads: Sequence[Words]) -> list[Words]:
    """The people whom a single word may name; if it is the surname of any, only these."""
    found = [full for full in heads if covers(full, words)]
    return [full for full in found if full[-1] == words[0]] or found


def _misspelt(
    names: Sequence[Words], heads: Sequence[Words], owners: Mapping[Words, Sequence[Words]]
) -> dict[Words, list[Words]]:
    """For surnames without a bearer, the one person named in full earlier whose surname differs by one letter."""
    first: dict[Words, int] = {}
    for position, words in enumerate(names):
        first.setdefault(words, position)
    found: dict[Words, list[Words]] = {}
    for words, of in owners.items():
        if of:
            continue
        near = [full for full in heads if first[full] < first[words] and _is_slip(full[-1], words[0])]
        if len(near) == 1 and near[0][-1:] not in owners:
            found[words] = near
    return found


def _is_slip(one: str, other: str) -> bool:
    """Whether two long words differ by one letter: left out, added, changed or swapped with the next."""
    if one == other or abs(len(one) - len(other)) > 1 or min(len(one), len(other)) < _LONG_SURNAME:
        return False
    start = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    if start == 0:
        return False
    rest, more = one[start:], other[start:]
    swapped = len(rest) > 1 and len(more) > 1 and rest[:2] == more[1::-1] and rest[2:] == more[2:]
    return swapped or rest[1:] == more[1:] or rest[1:] == more or rest == more[1:]


def _couples(
    names: Sequence[Words], hints: Sequence[Hint], owners: Mapping[Words, Sequence[Words]]
) -> dict[Words, list[Words]]:
    """The two bearers of a surname that occurs only with titles of both genders: Mr Grant, Mrs Grant."""
    genders: dict[Words, set[str]] = {}
    for words, hint in zip(names, hints, strict=True):
        if not owners.get(words, words) and hint.gender:
            genders.setdefault(words, set()).add(hint.gender)
    return {words: [(words[0], one) for one in sorted(both)] for words, both in genders.items() if len(both) > 1}
