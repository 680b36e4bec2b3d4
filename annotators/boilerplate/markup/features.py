"""What the linear reading sees of a block, as named features: `w3` (words), `in:aside`, `has:share` and the like."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from typing import Final, NamedTuple

from annotators.boilerplate.markup.surroundings import surroundings
from annotators.boilerplate.markup.view import Sight, View

__all__ = ["Bundle", "Own", "own_features", "side_of"]

_SIZES: Final = (1, 2, 3, 4, 6, 9, 13, 18, 26, 40, 70)
_AWAY: Final = (1, 2, 3, 5, 8, 12, 20, 40)
_COUNTS: Final = (1, 2, 4, 8, 16, 32)
_FEW_WORDS: Final = 6
_SHORT: Final = 14

Bundle = tuple[str, ...]
"""Features that come together, in one tuple for all blocks that are alike in what these say."""


class Own(NamedTuple):
    """The features of a block, but for those of its path.

    `words` are those of its words, which hardly any other block has. The others are bundles: `shape` (its length, links
    and element), `stand` (where it is to the running text), `look` (its words in numbers), `place` (its containers),
    `around` (the page's headline and the last picture), and those of the two blocks before it and the two after it.
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
        """All of them."""
        return [feature for bundle in self for feature in bundle]


def side_of(view: View, number: int) -> tuple[str, int]:
    """Where a block stands to the running text, and how far off: `before`, `in`, `after`, or `none`."""
    first, last = view.core
    if last < first:
        return "none", 0
    if number < first:
        return "before", first - number
    return ("after", number - last) if number > last else ("in", 0)


def own_features(view: View) -> list[Own]:
    """The features of every block, but for those of its path."""
    sights, tags = view.sights, [block.tag for block in view.blocks]
    sizes = [bisect_right(_SIZES, sight.size) for sight in sights]
    besides = [
        _beside(size // 2, min(2, int(sight.linked * 2.99)), tag)
        for size, sight, tag in zip(sizes, sights, tags, strict=True)
    ]
    besides = [_EDGE, _EDGE, *besides, _EDGE, _EDGE]
    places: dict[tuple[str, str, str, str], Bundle] = {}
    told = view.told > 2
    found = []
    for number, (sight, size, tag) in enumerate(zip(sights, sizes, tags, strict=True)):
        side, away = side_of(view, number)
        path, half = view.paths[number], size // 2
        share = min(4, int(sight.linked * 4.99)) if sight.linked else -1
        place = places.get(key := (path.parent, path.grand, side, tag))
        if place is None:
            place = places[key] = _place(view, *key)
        found.append(
            Own(
                _words(sight),
                _shape(size, share, tag),
                _stand(side, bisect_right(_AWAY, away), tag, half, share),
                _look(
                    half, sight.stop, sight.last, sight.told, told, min(3, view.same[sight.key]),
                    int(sight.capital * 4), min(5, int(sight.functional * 6)), sight.title, int(sight.title_share * 4),
                ),
                place,
                surroundings(view, number, half, min(2, share)),
                besides[number][0], besides[number + 1][1], besides[number + 3][2], besides[number + 4][3],
            )
        )  # fmt: skip
    return found


@lru_cache(maxsize=1024)
def _shape(size: int, share: int, tag: str) -> Bundle:
    return "any", f"w{size}", f"l{share}", f"w{size}l{share}", f"tag:{tag}", f"tag:{tag}w{size}"


@lru_cache(maxsize=2048)
def _stand(side: str, away: int, tag: str, half: int, share: int) -> Bundle:
    return f"{side}{away}", f"{side}:{tag}", f"{side}:w{half}l{share}"


@lru_cache(maxsize=2048)
def _look(
    half: int, stop: bool, last: str, told: str, told_often: bool, same: int, capital: int, functional: int,
    title: bool, share: int,
) -> Bundle:  # fmt: skip
    return (
        f"stop{stop:d}w{half}", f"last:{last}", f"told:{told}:{told_often:d}", f"same{same}w{half}",
        f"cap{capital}w{half}", f"fw{functional}", f"title{title:d}{share}",
    )  # fmt: skip


def _place(view: View, parent: str, grand: str, side: str, tag: str) -> Bundle:
    inner, outer = view.parents[parent], view.grands[grand]
    return (
        f"P{5 * inner.prose // view.prose}{side}", f"G{5 * outer.prose // view.prose}{side}",
        f"pl{int(4 * inner.linked / inner.chars)}", f"best{parent == view.best_parent:d}{tag}",
        f"n{bisect_right(_COUNTS, inner.count)}{tag}",
    )  # fmt: skip


@lru_cache(maxsize=512)
def _beside(half: int, share: int, tag: str) -> tuple[Bundle, Bundle, Bundle, Bundle]:
    """What a block says of the one two after it, the next one, the one before it and the one two before it."""
    brief = f"w{half}l{share}"
    return (
        (f"-2{brief}", f"-2t{tag}"), (f"-1{brief}", f"-1t{tag}"), (f"1{brief}", f"1t{tag}"), (f"2{brief}", f"2t{tag}"),
    )  # fmt: skip


_EDGE: Final = (("-2edge",), ("-1edge",), ("1edge",), ("2edge",))


def _words(sight: Sight) -> Bundle:
    words = sight.words
    found = [f"has:{family}" for family in sight.families]
    if sight.size <= _SHORT:
        found += [f"short:{family}" for family in sight.families]
    if sight.size <= _FEW_WORDS:
        found.append(f"is:{' '.join(words[:10])}")
        found += [f"v:{word}" for word in words]
    if words:
        found += (f"s:{words[0]}", f"s2:{' '.join(words[:2])}", f"s3:{' '.join(words[:3])}")
    return tuple(found)
