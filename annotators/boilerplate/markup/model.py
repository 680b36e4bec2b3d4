"""The shipped model for HTML: a linear model of named features, and trees over numbers.

The linear weights of a feature, one for the story and one for each kind, are packed into one integer of 32-bit lanes,
so that adding two features is one addition for any number of kinds.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from itertools import chain
from struct import Struct
from typing import Any, Final, TypeVar

from annotators.boilerplate.markup.features import BUNDLES, Bundle, Key, Keys, named_besides, named_look
from annotators.boilerplate.markup.forest import Forest, Tree
from annotators.boilerplate.markup.paths import CLOSE, FAR, NEAR, OWN, Path, label_of, names_in
from annotators.boilerplate.markup.words import WordWeights
from annotators.boilerplate.packed_weights import LANE, PackedWeights, Prefixed, pairs_of

__all__ = ["FORMAT", "MIDDLE", "MarkupModel", "load_markup_model", "parse_markup_model"]

FORMAT: Final = "broadsheet-markup/2"
MIDDLE: Final = 1 << 31
_MASK: Final = (1 << 32) - 1
_MOST_KNOWN: Final = 2048
_OF_PAGES: Final = 256
"""The size of caches whose entries are rarely shared by pages: a page has fifty to seventy of each."""
_MOST_GAINS: Final = 1024

K = TypeVar("K")
V = TypeVar("V")


@dataclass(frozen=True)
class MarkupModel:
    """Lane 0 of the packed weights is the story's, the others are those of `kinds`, in their order; all are logits."""

    kinds: tuple[str, ...]
    scale: float
    table: PackedWeights
    trees: Sequence[Tree]
    start: float
    _sums: Sequence[_Known[Key, int]] = field(init=False, repr=False, compare=False)
    _looks: _Known[Key, int] = field(init=False, repr=False, compare=False)
    _besides: _Known[Key, tuple[int, ...]] = field(init=False, repr=False, compare=False)
    _said: WordWeights = field(init=False, repr=False, compare=False)
    _words: Container[str] = field(init=False, repr=False, compare=False)
    _own: _Known[str, Mapping[str, int]] = field(init=False, repr=False, compare=False)
    _near: _Known[str, Mapping[str, int]] = field(init=False, repr=False, compare=False)
    _far: _Known[str, Mapping[str, int]] = field(init=False, repr=False, compare=False)
    _lanes: Struct = field(init=False, repr=False, compare=False)
    _bias: int = field(init=False, repr=False, compare=False)
    _forest: Forest = field(init=False, repr=False, compare=False)
    _shapes: _Known[Bundle, int] = field(init=False, repr=False, compare=False)
    _outer: _Known[str, tuple[Mapping[str, int], int]] = field(init=False, repr=False, compare=False)
    _gains: dict[tuple[int, int], _Gains] = field(default_factory=dict, repr=False, compare=False)

    def __post_init__(self) -> None:
        table, words = self.table, frozenset(chain.from_iterable(map(self.table.after, (OWN, NEAR, FAR, CLOSE))))
        own, near, far = (Prefixed(table, *steps, names=words) for steps in ((OWN, CLOSE), (NEAR, CLOSE), (FAR,)))
        object.__setattr__(self, "_words", words)
        object.__setattr__(self, "_own", _Known(_weighing(own), _OF_PAGES))
        object.__setattr__(self, "_near", _Known(_weighing(near), _OF_PAGES))
        object.__setattr__(self, "_far", _Known(_weighing(far), _OF_PAGES))
        object.__setattr__(self, "_sums", [_Known(self._making(make)) for make in BUNDLES])
        object.__setattr__(self, "_looks", _Known(self._making(named_look)))
        object.__setattr__(self, "_besides", _Known(lambda key: tuple(map(self.total, named_besides(*key)))))
        object.__setattr__(self, "_said", WordWeights(self.table))
        object.__setattr__(self, "_lanes", Struct(f"<{len(self.kinds) + 1}I"))
        object.__setattr__(self, "_bias", sum(MIDDLE << LANE * lane for lane in range(len(self.kinds) + 1)))
        object.__setattr__(self, "_forest", Forest(self.trees, self.start))
        object.__setattr__(self, "_shapes", _Known(self.total))
        object.__setattr__(self, "_outer", _Known(self._far_out, _OF_PAGES))

    def _making(self, make: Callable[..., Bundle]) -> Callable[[Key], int]:
        return lambda key: self.total(make(*key))

    def _far_out(self, path: str) -> tuple[Mapping[str, int], int]:
        """The weights of the words in the names on an outer path, by word and in all."""
        weights: dict[str, int] = {}
        for name in names_in(path):
            weights.update(self._far[name])
        return weights, sum(weights.values())

    def totals(self, paths: Sequence[Path], keys: Keys) -> list[int]:
        """The packed sums of the features of a page's blocks; shared parts are added up once."""
        named = {path: self._named(path) for path in dict.fromkeys(paths)}
        sights = {id(sight): sight for sight in keys.sights}
        own = {one: self._said.of(sight) + self._looks[keys.looks[one]] for one, sight in sights.items()}
        parts: list[Iterable[int]] = [
            map(sums.__getitem__, column) for sums, column in zip(self._sums, keys.columns, strict=True)
        ]
        parts += map(named.__getitem__, paths), map(own.__getitem__, map(id, keys.sights))
        parts += self._neighbours(keys.besides)
        return list(map(sum, zip(*parts, strict=True)))

    def _neighbours(self, besides: Sequence[Key]) -> Iterator[Sequence[int]]:
        """For each block the sums from the second block before it, the one before, the one after, the second after."""
        count = len(besides)
        edges = self._besides[()]
        said = zip(*map(self._besides.__getitem__, besides), strict=True)
        for place, (edge, column) in enumerate(zip(edges, said, strict=False)):
            if place < 2:
                yield [*[edge] * (2 - place), *column][:count]
            else:
                yield [*column[place - 1 :], *[edge] * min(count, place - 1)]

    def total(self, features: Iterable[str]) -> int:
        """The packed sum of features, given by name."""
        return sum(map(self.table.__getitem__, features))

    def _named(self, path: Path) -> int:
        """The packed sum of a path; a word counts once, on the innermost element that has it."""
        *others, innermost = path.names
        weights: dict[str, int] = {}
        for name in others:
            weights.update(self._near[name])
        weights.update(self._own[innermost])
        outer, total = self._outer[path.outer]
        for word in outer.keys() & weights.keys():
            total -= outer[word]
        return sum(weights.values(), total + self._shapes[path.shape.features])

    def lanes(self, total: int, parts: int = 1) -> list[float]:
        """A packed sum as logits, first the story's, then those of the kinds; divided by `parts`."""
        scale = self.scale / parts
        return [(lane - MIDDLE) * scale for lane in self.unpacked(total)]

    def unpacked(self, total: int) -> tuple[int, ...]:
        """The lanes of a packed sum; `MIDDLE` is zero, and one unit is `scale` logits."""
        lanes = self._lanes
        return lanes.unpack((total + self._bias).to_bytes(lanes.size, "little"))

    def story(self, total: int) -> float:
        """The story's logit of a packed sum."""
        return self.stories((total,))[0]

    def stories(self, totals: Iterable[int]) -> list[float]:
        """The story's logits of packed sums."""
        scale = self.scale
        return [((total + MIDDLE & _MASK) - MIDDLE) * scale for total in totals]

    def knows(self, word: str) -> bool:
        """Whether the word has a weight as one of an element's names."""
        return word in self._words

    def gains(self, lane: int, rival: int) -> Mapping[str, float]:
        """By feature, the gain for one lane over another, in logits; a `rival` of -1 stands for none."""
        found = self._gains.get((lane, rival))
        if found is None:
            found = self._gains[lane, rival] = _Gains(self, lane, rival)
        return found

    def grown(self, row: Sequence[float]) -> float:
        """The logit that the trees give a row of numbers; only from the first trees if these are clear."""
        return self._forest.logit(row)


class _Known(dict[K, V]):
    """A cache that computes missing values and is cleared when it is full."""

    def __init__(self, find: Callable[[K], V], most: int = _MOST_KNOWN) -> None:
        self._find, self._most = find, most

    def __missing__(self, key: K) -> V:
        found = self._find(key)
        if len(self) >= self._most:
            self.clear()
        self[key] = found
        return found


def _weighing(weights: Prefixed) -> Callable[[str], Mapping[str, int]]:
    """A function from a label to the weights of those of its words that have one."""
    names = weights.names
    return lambda label: {word: weights[word] for word in label_of(label).words if word in names}


class _Gains(dict[str, float]):
    """Gains by feature, computed when they are first read."""

    def __init__(self, model: MarkupModel, lane: int, rival: int) -> None:
        self._pairs, self._scale, self._lane, self._rival = model.table.pairs, model.scale, lane, rival

    def __missing__(self, feature: str) -> float:
        weights = dict(pairs_of(self._pairs.get(feature, "")))
        gain = weights.get(self._lane, 0) * self._scale - weights.get(self._rival, 0) * self._scale
        if len(self) >= _MOST_GAINS:
            self.clear()
        self[feature] = gain
        return gain


@cache
def load_markup_model() -> MarkupModel:
    """The model that ships with the package, read once."""
    return parse_markup_model(json.loads((files("annotators.boilerplate.markup") / "model.json").read_bytes()))


def parse_markup_model(document: Mapping[str, Any]) -> MarkupModel:
    """A model from its JSON object; raises `ValueError` for another format."""
    if document.get("format") != FORMAT:
        raise ValueError(f"not a {FORMAT} model: {document.get('format')!r}")
    trees = tuple(
        (tuple(tree[0]), tuple(tree[1]), tuple(tree[2]), tuple(tree[3]), tuple(tree[4])) for tree in document["trees"]
    )
    table = PackedWeights(document["weights"])
    return MarkupModel(tuple(document["kinds"]), document["scale"], table, trees, document["start"])
