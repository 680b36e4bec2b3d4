"""What reads like the story and stands below it: teasers, another page's text, a note of the publisher.

Where an article has ended, menus, lists and forms follow, and then perhaps sentences again. These are set as nothing
of the story is: none of them is in an element such as a block of it had. How far below they have to stand depends on
how much of all that reads like the story stands above them; where they may well be none of it, they need not be far.
The figures were chosen on pages of unseen publishers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from annotators.boilerplate.markup.view import HEADINGS, View

__all__ = ["below_the_story", "shape_of"]

_FAR: Final = ((0.8, 8), (0.65, 16))
"""Shares of all words that stand above, each with how many blocks that are none of the story's must lie between."""
_HALF: Final = 0.5
_APART: Final = 4
"""Share of all words above a heading that ends a story, and how many blocks must lie between then."""
_UNSURE: Final = 0.75
_NEARLY_ALL: Final = 0.7
"""How probable all of it must be to stay where anything lies between and this share of all words stands above."""
_ANNOUNCE: Final = frozenset(("author", "comment", "follow", "newsletter", "promo", "related", "share", "subscribe"))
"""What a heading speaks of that ends a story wherever it comes after half of it."""
_SHORTEST_HEX: Final = 6
_OWN_NAMES: Final = re.compile(rf"#[^./@]+|[-_]?[0-9a-f]{{{_SHORTEST_HEX},}}|\d+")


@lru_cache(maxsize=512)
def shape_of(path: str) -> str:
    """A path without what names one element and no other, or numbers it."""
    return "/".join(map(_without_names, path.split("/")))  # most paths of a page have most elements in common


@lru_cache(maxsize=512)
def _without_names(label: str) -> str:
    return label if label.isalpha() and len(label) < _SHORTEST_HEX else _OWN_NAMES.sub("", label)


def below_the_story(view: View, kept: Sequence[int], shares: Sequence[float]) -> list[int]:
    """Of the kept blocks, in their order, those that stand below the story and are set as nothing of it is.

    `shares` are the probabilities of all blocks to be the story's.
    """
    runs = _runs(kept)
    sizes = [sum(view.sights[number].size for number in run) for run in runs]
    whole = sum(sizes)
    last, above, shapes = -1, 0, set[str]()
    found: list[int] = []
    for run, size in zip(runs, sizes, strict=True):
        own = {shape_of(view.blocks[number].path) for number in run}
        if above and shapes.isdisjoint(own):
            share = above / whole
            unsure = share >= _NEARLY_ALL and all(shares[number] < _UNSURE for number in run)
            if unsure or _is_far(view, last, run[0], share):
                found += run
                continue
        last, above = run[-1], above + size
        shapes |= own
    return found


def _runs(kept: Sequence[int]) -> list[list[int]]:
    """The blocks in runs that nothing lies between."""
    runs: list[list[int]] = []
    for number in kept:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs


def _is_far(view: View, last: int, first: int, above: float) -> bool:
    """Whether enough lies between the last block of the story and one further down, or a heading that ends it."""
    between = first - last - 1
    if any(above >= share and between >= count for share, count in _FAR):
        return True
    return (
        above >= _HALF
        and between >= _APART
        and any(
            view.blocks[number].tag in HEADINGS and not _ANNOUNCE.isdisjoint(view.sights[number].families)
            for number in range(last + 1, first)
        )
    )
