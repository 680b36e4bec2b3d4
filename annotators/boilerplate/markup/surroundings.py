"""The position of a block relative to the page's headline and to the picture before it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from annotators.boilerplate.markup.view import View

__all__ = ["captions_picture", "company", "named_surroundings", "outermost", "surroundings"]

_ARTICLE: Final = re.compile(r"(?:^|/)article(?![^/.#@])[^/]*")
_ANCHOR: Final = 3
_LINKED: Final = 0.5
_PICTURE: Final = re.compile("image|img|photo|picture|bild|foto|figure|gallery|caption", re.I)
_OUT: Final = 5
_UNDER: Final = (1, 2, 3, 4, 6, 9, 14)


def company(view: View, number: int) -> int:
    """How many neighbours of a block share the element that also holds the picture before it; -1 without a picture."""
    return view.companies.get(number, -1)


@lru_cache(maxsize=2048)
def outermost(path: str) -> str:
    """The path of the outermost `article` around a block; empty if there is none."""
    found = _ARTICLE.search(path) if "article" in path else None
    return path[: found.end()] if found else ""


def captions_picture(view: View, number: int) -> bool:
    """Whether a block is alone with the picture before it, in an element named for pictures."""
    out = view.blocks[number].pictured
    if not out or view.sights[number].linked > _LINKED or company(view, number) > 1:
        return False
    labels = view.blocks[number].path.split("/")[-min(out, _ANCHOR) :]
    return any(_PICTURE.search(label) for label in labels)


def surroundings(view: View, sizes: Sequence[int], shares: Sequence[int]) -> list[tuple[int, int, int, int, int, str]]:
    """For each block the arguments of `named_surroundings`; `sizes` and `shares` are classes of its words and links."""
    count = len(view.blocks)
    title = count if view.title_at is None else view.title_at
    unders = [-1 if view.title_at is None else -2] * title
    unders += [bisect_right(_UNDER, below) for below in range(count - title)]
    outs = [min(_OUT, block.pictured) for block in view.blocks]
    companies = view.companies
    besides = [min(_ANCHOR, companies[number]) if out else 0 for number, out in enumerate(outs)]
    few = [share if share < 2 else 2 for share in shares]
    tags = [block.tag for block in view.blocks]
    return list(zip(outs, besides, unders, sizes, few, tags, strict=True))


@lru_cache(maxsize=8192)
def named_surroundings(out: int, beside: int, under: int, size: int, share: int, tag: str) -> tuple[str, ...]:
    """The features of a block, such as `pic2c1` and `ti1w3`."""
    found = [f"ti{under}w{size}l{share}", f"ti{under}{tag}"]
    if out:
        found += [f"pic{out}c{beside}", f"pic{out}c{beside}w{size}", f"pic{beside}{tag}"]
    return tuple(found)
