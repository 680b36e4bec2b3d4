"""Weights of features by name for many kinds at once, packed into one integer of 32-bit lanes per feature.

A model has thousands of features and a page uses only a few hundred, so each is packed at first use.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from itertools import chain
from typing import Final

__all__ = ["LANE", "PackedWeights", "Prefixed", "pairs_of"]

LANE: Final = 32
"""Bits of a lane."""
_MOST_UNKNOWN: Final = 4096


def pairs_of(words: str) -> list[tuple[int, int]]:
    """Lanes and weights from a string with a lane and a weight in turn."""
    numbers = [int(word) for word in words.split()]
    return list(zip(numbers[::2], numbers[1::2], strict=True))


class PackedWeights(dict[str, int]):
    """Packed weights by feature, 0 for a feature without any.

    Some features without weights are cached, too, since the same ones recur from line to line.
    """

    __slots__ = ("_names", "_unknown", "pairs")

    def __init__(self, pairs: Mapping[str, str]) -> None:
        """`pairs` has lanes and weights of a feature in one string, which loads faster than lists of numbers."""
        super().__init__()
        self.pairs = pairs
        self._names: list[str] = []
        self._unknown = 0

    def __missing__(self, feature: str) -> int:
        pairs = self.pairs.get(feature)
        if pairs is None:
            if self._unknown < _MOST_UNKNOWN:
                self._unknown += 1
                self[feature] = 0
            return 0
        self[feature] = packed = sum([weight << LANE * lane for lane, weight in pairs_of(pairs)])
        return packed

    def after(self, prefix: str) -> list[str]:
        """The rest of the names of features that begin with a prefix."""
        if not self._names:
            self._names = sorted(self.pairs)
        first = bisect_left(self._names, prefix)
        end = bisect_left(self._names, prefix[:-1] + chr(ord(prefix[-1]) + 1))
        return [name[len(prefix) :] for name in self._names[first:end]]


class Prefixed(dict[str, int]):
    """Sums of the weights of features that differ only in their prefix, by the rest of the name, for those in `names`.

    `names` has the rests of all names. It is tested first, because most words have no weight.
    """

    __slots__ = ("_prefixes", "_table", "names")

    def __init__(self, table: PackedWeights, *prefixes: str, names: Iterable[str] | None = None) -> None:
        super().__init__()
        self._table, self._prefixes = table, prefixes
        self.names = frozenset(chain.from_iterable(map(table.after, prefixes)) if names is None else names)

    def __missing__(self, rest: str) -> int:
        self[rest] = total = sum([self._table[prefix + rest] for prefix in self._prefixes])
        return total
