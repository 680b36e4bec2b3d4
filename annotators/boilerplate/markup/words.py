"""Features of a block's words, and their weights without building feature names.

Hardly any two blocks have the same words, so nothing is cached. Looking up the words themselves takes half the time of
building the names, which are needed only for reasons.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from annotators.boilerplate.markup.view import Sight

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

    def __init__(self, table: Mapping[str, int]) -> None:
        kinds: dict[str, dict[str, int]] = {kind: {} for kind in ("has", "short", "is", "v", "s", "s2", "s3")}
        for feature, weight in table.items():
            kind, mark, what = feature.partition(":")
            if mark and (found := kinds.get(kind)) is not None:
                found[what] = weight
        self._long, self._whole, self._word = kinds["has"], kinds["is"], kinds["v"]
        self._first, self._two, self._three = kinds["s"], kinds["s2"], kinds["s3"]
        families = kinds["has"].keys() | kinds["short"].keys()
        self._short = {name: kinds["has"].get(name, 0) + kinds["short"].get(name, 0) for name in families}
        self._openings = frozenset(words.partition(" ")[0] for known in (self._two, self._three) for words in known)
        """First words of the two- and three-word openings that have a weight."""

    def of(self, sight: Sight) -> int:
        """The packed sum for a block."""
        words, total = sight.words, 0
        known = self._short if sight.size <= _SHORT else self._long
        for family in sight.families:
            total += known.get(family, 0)
        if sight.size <= _FEW_WORDS:
            total += self._whole.get(" ".join(words[:_WHOLE]), 0)
            known = self._word
            for word in words:
                if word in known:
                    total += known[word]
        if words:
            total += self._first.get(words[0], 0)
            if words[0] in self._openings:
                total += self._two.get(" ".join(words[:2]), 0) + self._three.get(" ".join(words[:3]), 0)
        return total
