"""What the linear reading sees of a block, as named features: `w3` (words), `in:aside`, `has:share` and the like."""

from __future__ import annotations

from bisect import bisect_right
from typing import Final

from annotators.boilerplate.markup.view import View

__all__ = ["own_features", "side_of"]

_SIZES: Final = (1, 2, 3, 4, 6, 9, 13, 18, 26, 40, 70)
_AWAY: Final = (1, 2, 3, 5, 8, 12, 20, 40)
_COUNTS: Final = (1, 2, 4, 8, 16, 32)
_FEW_WORDS: Final = 6
_SHORT: Final = 14


def side_of(view: View, number: int) -> tuple[str, int]:
    """Where a block stands to the running text, and how far off: `before`, `in`, `after`, or `none`."""
    first, last = view.core
    if last < first:
        return "none", 0
    if number < first:
        return "before", first - number
    return ("after", number - last) if number > last else ("in", 0)


def own_features(view: View) -> list[list[str]]:
    """The features of every block, but for those of its path."""
    sights, blocks = view.sights, view.blocks
    count = len(sights)
    sizes = [bisect_right(_SIZES, sight.size) for sight in sights]
    linked = [min(4, int(sight.linked * 4.99)) if sight.linked else -1 for sight in sights]
    briefs = [f"w{size // 2}l{min(2, int(sight.linked * 2.99))}" for size, sight in zip(sizes, sights, strict=True)]
    told = view.told > 2
    found = []
    for number, sight in enumerate(sights):
        side, away = side_of(view, number)
        tag, size, share = blocks[number].tag, sizes[number], linked[number]
        half = size // 2
        path = view.paths[number]
        parent = view.parents[path.parent]
        grand = view.grands[path.grand]
        words = sight.words
        row = [
            "any", f"w{size}", f"l{share}", f"w{size}l{share}", f"tag:{tag}", f"tag:{tag}w{size}",
            f"{side}{bisect_right(_AWAY, away)}", f"{side}:{tag}", f"{side}:w{half}l{share}",
            f"stop{sight.stop:d}w{half}", f"last:{sight.last}", f"told:{sight.told}:{told:d}",
            f"same{min(3, view.same[sight.key])}w{half}",
            f"P{5 * parent.prose // view.prose}{side}", f"G{5 * grand.prose // view.prose}{side}",
            f"cap{int(sight.capital * 4)}w{half}", f"fw{min(5, int(sight.functional * 6))}",
            f"pl{int(4 * parent.linked / parent.chars)}", f"title{sight.title:d}{int(sight.title_share * 4)}",
            f"best{path.parent == view.best_parent:d}{tag}", f"n{bisect_right(_COUNTS, parent.count)}{tag}",
        ]  # fmt: skip
        for family in sight.families:
            row.append(f"has:{family}")
            if sight.size <= _SHORT:
                row.append(f"short:{family}")
        if sight.size <= _FEW_WORDS:
            row.append(f"is:{' '.join(words[:10])}")
            row += [f"v:{word}" for word in words]
        if words:
            row += [f"s:{words[0]}", f"s2:{' '.join(words[:2])}", f"s3:{' '.join(words[:3])}"]
        for step in (-2, -1, 1, 2):
            other = number + step
            if 0 <= other < count:
                row += [f"{step}{briefs[other]}", f"{step}t{blocks[other].tag}"]
            else:
                row.append(f"{step}edge")
        found.append(row)
    return found
