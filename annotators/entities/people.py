"""Which names of people are the same person: surnames, given names, initials, handles apart."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["PersonIndex", "covers"]

Words = tuple[str, ...]


def covers(full: Words, short: Words) -> bool:
    """Whether a short form may stand for a full name: its last words, its first, or initials and surname."""
    if not short or len(short) > len(full) or short == full:
        return short == full
    if full[-len(short) :] == short or full[: len(short)] == short:
        return True
    if len(short) == 1:
        joined = (word.replace("-", "") for word in full)
        return short[0] in full[1:] or short[0] in joined or any(short[0] in full[at].split("-") for at in (-1, 0))
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


class PersonIndex:
    """The full names of an article, and for each short form the one it stands for.

    `names` are the words of every mention of a person, in text order.
    """

    def __init__(self, names: Sequence[Words]) -> None:
        self._names = names
        self._fullest: dict[Words, Words] = {}
        distinct = sorted(set(names), key=lambda words: (-len(words), -sum(map(len, words))))
        heads: list[Words] = []
        for words in distinct:
            if len(words) > 1 and (full := self._unique_cover(words, heads)):
                self._fullest[words] = full
            elif len(words) > 1:
                heads.append(words)
        self._heads = heads

    @staticmethod
    def _unique_cover(words: Words, heads: Sequence[Words]) -> Words | None:
        found = [full for full in heads if covers(full, words)]
        return found[0] if len(found) == 1 else None

    def resolve(self, position: int) -> Words:
        """The fullest name of the person that the mention at a position in `names` speaks of.

        Where several people share the short form, it is the one named last before it, else the
        first to come.
        """
        words = self._names[position]
        if len(words) > 1:
            return self._fullest.get(words, words)
        owners = [full for full in self._heads if covers(full, words)]
        by_surname = [full for full in owners if full[-1] == words[0]]
        candidates = by_surname or owners
        if len(candidates) <= 1:
            return candidates[0] if candidates else words
        for other in [*reversed(self._names[:position]), *self._names[position + 1 :]]:
            full = self._fullest.get(other, other)
            if full in candidates:
                return full
        return candidates[0]
