"""Finds blocks below the article that read like it: teasers, another page's text, a publisher's note.

After an article come menus, lists and forms, and perhaps sentences again, in elements with another path shape than the
article's. How far below they must be depends on the share of words above them, and is less for improbable blocks. The
thresholds were chosen on pages of unseen publishers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from annotators.boilerplate.markup.view import HEADINGS, View

__all__ = ["below_the_story", "shape_of"]

_FAR: Final = ((0.8, 8), (0.65, 16))
"""Shares of all words above, each with the number of other blocks that must be in between."""
_HALF: Final = 0.5
_APART: Final = 4
"""The share of all words above a heading that ends the story, and the number of blocks in between."""
_UNSURE: Final = 0.75
_NEARLY_ALL: Final = 0.7
"""Blocks all less probable than `_UNSURE` are dropped after any gap if this share of words is above."""
_ANNOUNCE: Final = frozenset(("author", "comment", "follow", "newsletter", "promo", "related", "share", "subscribe"))
"""Families of phrases in a heading that ends the story once half of it is above."""
_SHORTEST_HEX: Final = 6
_OWN_NAMES: Final = re.compile(rf"#[^./@]+|[-_]?[0-9a-f]{{{_SHORTEST_HEX},}}|\d+")


@lru_cache(maxsize=512)
def shape_of(path: str) -> str:
    """A path without ids and numbers, which belong to single elements."""
    return "/".join(map(_without_names, path.split("/")))  # cached, since paths of a page share most elements


@lru_cache(maxsize=512)
def _without_names(label: str) -> str:
    return label if label.isalpha() and len(label) < _SHORTEST_HEX else _OWN_NAMES.sub("", label)


def below_the_story(view: View, kept: Sequence[int], shares: Sequence[float]) -> list[int]:
    """Those of the kept blocks, in order, that are below the story in elements of other shapes.

    `shares` are the probabilities of all blocks that they belong to the story.
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
    """The blocks in runs of consecutive numbers."""
    runs: list[list[int]] = []
    for number in kept:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs


def _is_far(view: View, last: int, first: int, above: float) -> bool:
    """Whether enough blocks, or a heading that ends the story, are between its last block and a later one."""
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
