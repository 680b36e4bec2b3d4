"""The named features of the linear model: `w3` (words), `in:aside`, `has:share` and the like."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any, Final, NamedTuple

from annotators.boilerplate.markup.surroundings import named_surroundings, surroundings
from annotators.boilerplate.markup.view import Sight, View
from annotators.boilerplate.markup.words import named_words

__all__ = [
    "BUNDLES",
    "Bundle",
    "Key",
    "Keys",
    "Own",
    "keys_of",
    "named_besides",
    "named_look",
    "own_features",
    "own_of",
    "side_of",
]

_SIZES: Final = (1, 2, 3, 4, 6, 9, 13, 18, 26, 40, 70)
_AWAY: Final = (1, 2, 3, 5, 8, 12, 20, 40)
_COUNTS: Final = (1, 2, 4, 8, 16, 32)
_STEPS: Final = (-2, -1, 1, 2)
"""The neighbours whose features a block has, in the order of `Own`."""

Bundle = tuple[str, ...]
"""Features that occur together, as one tuple that is shared by all blocks with the same ones."""
Key = tuple[Any, ...]
"""The arguments from which one of `BUNDLES` makes a bundle."""


class Own(NamedTuple):
    """The features of a block without those of its path.

    `words` are those of its words, which hardly any other block shares. The others are bundles: `shape` (length, links
    and element), `stand` (position relative to the running text), `look` (measures of its words), `place` (its
    containers), `around` (the page's headline and the last picture), and those of the two blocks before and after it.
    """

    words: Bundle
    shape: Bundle
    stand: Bundle
    look: Bundle
    place: Bundle
    around: Bundle
    second_before: Bundle
    before: Bundle
    after: Bundle
    second_after: Bundle

    @property
    def features(self) -> list[str]:
        """All its features."""
        return [feature for bundle in self for feature in bundle]


class Keys(NamedTuple):
    """The keys from which the features of a page's blocks are made.

    `sights` has one object for all blocks with the same text and links; `looks` are keys by its id. `columns` are keys
    by block for each of `BUNDLES`, and `besides` are the keys of a block as a neighbour. Names are made only to be
    read: a model finds the sums by key.
    """

    sights: Sequence[Sight]
    looks: Mapping[int, Key]
    columns: Sequence[Sequence[Key]]
    besides: Sequence[Key]


def side_of(view: View, number: int) -> tuple[str, int]:
    """Whether a block is `before`, `in` or `after` the running text, or `none`, and the distance in blocks."""
    first, last = view.core
    if last < first:
        return "none", 0
    if number < first:
        return "before", first - number
    return ("after", number - last) if number > last else ("in", 0)


def _sides(view: View) -> tuple[list[str], list[int]]:
    """For all blocks the position, as by `side_of`, and the class of the distance."""
    count, (first, last) = len(view.sights), view.core
    if last < first:
        return ["none"] * count, [0] * count
    inside, below = last - first + 1, count - last - 1
    away = [bisect_right(_AWAY, far) for far in range(max(first, below) + 1)]
    return (
        ["before"] * first + ["in"] * inside + ["after"] * below,
        away[first:0:-1] + [0] * inside + away[1 : below + 1],
    )


def own_features(view: View) -> list[Own]:
    """The features of every block without those of its path."""
    keys = keys_of(view)
    return [own_of(keys, number) for number in range(len(view.sights))]


def own_of(keys: Keys, number: int) -> Own:
    """The features of one block without those of its path."""
    sight = keys.sights[number]
    shape, stand, place, around = (make(*column[number]) for make, column in zip(BUNDLES, keys.columns, strict=True))
    others = [number + step for step in _STEPS]
    keyed = [keys.besides[other] if 0 <= other < len(keys.besides) else () for other in others]
    neighbours = [named_besides(*key)[place] for place, key in enumerate(keyed)]
    return Own(named_words(sight), shape, stand, named_look(*keys.looks[id(sight)]), place, around, *neighbours)


def keys_of(view: View) -> Keys:
    """The keys of the features of every block."""
    if not view.sights:
        return Keys((), {}, [()] * len(BUNDLES), ())
    seen = {id(sight): sight for sight in view.sights}
    known = {number: _measures(sight) for number, sight in seen.items()}
    sizes, halves, shares, linked = zip(*[known[id(sight)] for sight in view.sights], strict=True)
    tags = [block.tag for block in view.blocks]
    sides, away = _sides(view)
    told_often = view.told > 2
    return Keys(
        view.sights,
        {number: _look(sight, told_often, min(3, view.same[sight.key])) for number, sight in seen.items()},
        (
            list(zip(sizes, shares, tags, strict=True)),
            list(zip(sides, away, tags, halves, shares, strict=True)),
            _places(view, sides, tags),
            surroundings(view, halves, shares),
        ),
        list(zip(halves, linked, tags, strict=True)),
    )


def _measures(sight: Sight) -> tuple[int, int, int, int]:
    """Classes of a block's number of words, fine and coarse, and of its share of links, fine and coarse."""
    size, linked = bisect_right(_SIZES, sight.size), sight.linked
    if not linked:
        return size, size // 2, -1, 0
    return size, size // 2, min(4, int(linked * 4.99)), min(2, int(linked * 2.99))


def _look(sight: Sight, told_often: bool, same: int) -> Key:
    """The key of the bundle `look`."""
    return (
        bisect_right(_SIZES, sight.size) // 2, sight.stop, sight.last, sight.told, int(sight.capital * 4),
        min(5, int(sight.functional * 6)), sight.title, int(sight.title_share * 4), told_often, same,
    )  # fmt: skip


@lru_cache(maxsize=1024)
def _shape(size: int, share: int, tag: str) -> Bundle:
    return "any", f"w{size}", f"l{share}", f"w{size}l{share}", f"tag:{tag}", f"tag:{tag}w{size}"


@lru_cache(maxsize=2048)
def _stand(side: str, away: int, tag: str, half: int, share: int) -> Bundle:
    return f"{side}{away}", f"{side}:{tag}", f"{side}:w{half}l{share}"


@lru_cache(maxsize=2048)
def named_look(
    half: int, stop: bool, last: str, told: str, capital: int, functional: int, title: bool, share: int,
    told_often: bool, same: int,
) -> Bundle:  # fmt: skip
    """The features of a block by itself: its end, measures of its words, how often it occurs."""
    return (
        f"stop{stop:d}w{half}", f"last:{last}", f"told:{told}:{told_often:d}", f"same{same}w{half}",
        f"cap{capital}w{half}", f"fw{functional}", f"title{title:d}{share}",
    )  # fmt: skip


def _places(view: View, sides: Sequence[str], tags: Sequence[str]) -> list[Key]:
    """For each block its side and tag, and the classes of its containers' measures."""
    known: dict[tuple[str, str, str, str], Key] = {}
    found = []
    for path, side, tag in zip(view.paths, sides, tags, strict=True):
        key = known.get(place := (path.parent, path.grand, side, tag))
        if key is None:
            inner, outer = view.parents[path.parent], view.grands[path.grand]
            key = known[place] = (
                side, tag, 5 * inner.prose // view.prose, 5 * outer.prose // view.prose,
                int(4 * inner.linked / inner.chars), path.parent == view.best_parent,
                bisect_right(_COUNTS, inner.count),
            )  # fmt: skip
        found.append(key)
    return found


@lru_cache(maxsize=1024)
def _place(side: str, tag: str, prose: int, outer_prose: int, linked: int, best: bool, count: int) -> Bundle:
    return f"P{prose}{side}", f"G{outer_prose}{side}", f"pl{linked}", f"best{best:d}{tag}", f"n{count}{tag}"


@lru_cache(maxsize=2048)
def named_besides(*about: Any) -> tuple[Bundle, ...]:
    """The features of a block for its neighbours at `_STEPS`, by its words, links and tag; none past an edge.

    The first bundle is for the block two places after it, where it is the second before.
    """
    if not about:
        return tuple([(f"{step}edge",) for step in _STEPS])
    half, share, tag = about
    return tuple([(f"{step}w{half}l{share}", f"{step}t{tag}") for step in _STEPS])


BUNDLES: Final[Sequence[Callable[..., Bundle]]] = (
    _shape,
    _stand,
    _place,
    named_surroundings,
)
"""The functions that make the bundles `shape`, `stand`, `place` and `around`."""
