"""Which names of people are the same person: surnames, given names, initials, handles apart."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["covers", "resolve_people"]

Words = tuple[str, ...]


def covers(full: Words, short: Words) -> bool:
    """Whether a short form may stand for a full name: its last words, its first, or initials and surname."""
    if not short or len(short) > len(full) or short == full:
        return short == full
    if full[-len(short) :] == short or full[: len(short)] == short:
        return True
    if len(short) == 1:
        joined = (word.replace("-", "") for word in full)
        return short[0] in full[1:] or short[0] in joined
    return short[-1] == full[-1] and _in_order(short[:-1], full[:-1])


def _in_order(short: Words, full: Words) -> bool:
    """Whether every word stands in the full name in the same order, whole or as an initial."""
    at = 0
    for word in short:
        while at < len(full) and not (full[at] == word or (len(word) == 1 and full[at].startswith(word))):
            at += 1
        if at == len(full):
            return False
        at += 1
    return True


def resolve_people(names: Sequence[Words]) -> list[Words]:
    """For each mention of a person, in text order, the words of that person's fullest name.

    Where several people share a short form, it is the one named last before it, else the first.
    """
    fullest, heads = _full_names(names)
    owners: dict[Words, list[Words]] = {words: _owners(words, heads) for words in set(names) if len(words) == 1}
    last_seen: dict[Words, int] = {}
    resolved: list[Words] = []
    for position, words in enumerate(names):
        candidates = owners.get(words, [fullest.get(words, words)])
        full = max(candidates, key=lambda one: last_seen.get(one, -1), default=words)
        last_seen[full] = position
        resolved.append(full)
    return resolved


def _full_names(names: Sequence[Words]) -> tuple[dict[Words, Words], list[Words]]:
    """The fuller name of each name that has just one, and the names that have none, in text order."""
    fullest: dict[Words, Words] = {}
    heads: set[Words] = set()
    by_word: dict[str, list[Words]] = {}
    for words in sorted(set(names), key=lambda words: (-len(words), -sum(map(len, words)), words)):
        if len(words) == 1:
            continue
        fuller = {full for word in words for full in by_word.get(word, ()) if covers(full, words)}
        if len(fuller) == 1:
            fullest[words] = fuller.pop()
            continue
        heads.add(words)
        for word in words:
            by_word.setdefault(word, []).append(words)
    return fullest, [words for words in dict.fromkeys(names) if words in heads]


def _owners(words: Words, heads: Sequence[Words]) -> list[Words]:
    """The people whom a single word may name; those whose surname it is before all others."""
    found = [full for full in heads if covers(full, words)]
    return [full for full in found if full[-1] == words[0]] or found
