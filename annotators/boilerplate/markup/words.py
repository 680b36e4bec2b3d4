"""Features of a block's words, and their weights without building feature names.

Hardly any two blocks have the same words, so nothing is cached. Looking up the words themselves takes half the time of
building the names, which are needed only for reasons.
"""

from __future__ import annotations

from typing import Final

from annotators.boilerplate.markup.view import Sight
from annotators.boilerplate.packed_weights import PackedWeights, Prefixed

__all__ = ["WordWeights", "named_words"]

_FEW_WORDS: Final = 6
_SHORT: Final = 14
_WHOLE: Final = 10
"""The most words that a short line's own feature includes."""


def named_words(sight: Sight) -> tuple[str, ...]:
    """The features of a block's words, such as `has:share`, `v:comments` and `s2:read more`."""
    words = sight.words
    found = [f"has:{family}" for family in sight.families]
    if sight.size <= _SHORT:
        found += [f"short:{family}" for family in sight.families]
    if sight.size <= _FEW_WORDS:
        found.append(f"is:{' '.join(words[:_WHOLE])}")
        found += [f"v:{word}" for word in words]
    if words:
        found += (f"s:{words[0]}", f"s2:{' '.join(words[:2])}", f"s3:{' '.join(words[:3])}")
    return tuple(found)


class WordWeights:
    """The weights of the features of `named_words`, from a table of all features by name."""

    def __init__(self, table: PackedWeights) -> None:
        self._short, self._long = Prefixed(table, "has:", "short:"), Prefixed(table, "has:")
        self._whole, self._word, self._first = (Prefixed(table, kind) for kind in ("is:", "v:", "s:"))
        self._two, self._three = Prefixed(table, "s2:"), Prefixed(table, "s3:")
        self._openings = frozenset(words.partition(" ")[0] for words in self._two.names | self._three.names)
        """First words of the two- and three-word openings that have a weight."""

    def of(self, sight: Sight) -> int:
        """The packed sum for a block."""
        words, total = sight.words, 0
        known = self._short if sight.size <= _SHORT else self._long
        for family in sight.families:
            if family in known.names:
                total += known[family]
        if sight.size <= _FEW_WORDS:
            if (whole := " ".join(words[:_WHOLE])) in self._whole.names:
                total += self._whole[whole]
            known, names = self._word, self._word.names
            for word in words:
                if word in names:
                    total += known[word]
        if words:
            first = words[0]
            if first in self._first.names:
                total += self._first[first]
            if first in self._openings:
                total += self._opening(self._two, " ".join(words[:2])) + self._opening(self._three, " ".join(words[:3]))
        return total

    def _opening(self, known: Prefixed, words: str) -> int:
        return known[words] if words in known.names else 0
