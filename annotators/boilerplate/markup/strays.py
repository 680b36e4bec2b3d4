"""Finds kept blocks that read like article text but are not, by their surroundings."""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import Final, NamedTuple

from annotators.boilerplate.markup.below import below_the_story
from annotators.boilerplate.markup.surroundings import captions_picture, outermost
from annotators.boilerplate.markup.view import View
from annotators.boilerplate.settling.unsure import ANNOUNCES

__all__ = ["SURE", "Stray", "strays_among"]

SURE: Final = 0.9
"""The probability from which the evidence against a block is ignored."""

_LEAST_REPEATED: Final = 8
_MOSTLY_LINKED: Final = 0.5
_LEAST_ARTICLE: Final = 150
"""The fewest words of a repeat, the least share of links in an announcement, the fewest words of a complete story."""


class Stray(NamedTuple):
    """The kind of a block (`caption` includes credits, empty means any) and the reason in words."""

    kind: str
    reason: str


_CAPTION: Final = Stray("caption", "stands alone under a picture")
_REPEATED: Final = Stray("", "repeats what stands above, word for word")
_ANNOUNCED: Final = Stray("related", "announces another story")
_ANOTHERS: Final = Stray("related", "in another article of the page, with a headline of its own")
_BELOW: Final = Stray("", "below the story, and set as nothing of it is")


def strays_among(view: View, kept: Sequence[bool], shares: Sequence[float]) -> dict[int, Stray]:
    """The kept blocks that are not the story's, by number; those of `SURE` probability are never taken for captions."""
    found: dict[int, Stray] = {}
    text, seen = view.article.text, dict[tuple[str, int], str]()
    for number, sight in enumerate(view.sights):
        if not kept[number]:
            continue
        block, parent = view.blocks[number], view.paths[number].parent
        if shares[number] < SURE and captions_picture(view, number):
            found[number] = _CAPTION
        elif sight.size >= _LEAST_REPEATED and seen.get((sight.key, sight.chars), parent) != parent:
            found[number] = _REPEATED  # a copy for another screen width; in the same element it would be a refrain
        elif sight.linked >= _MOSTLY_LINKED and ANNOUNCES.match(text, block.start, block.end):
            found[number] = _ANNOUNCED
        else:
            seen.setdefault((sight.key, sight.chars), parent)
    found.update(dict.fromkeys(_others(view, _left(kept, found)), _ANOTHERS))
    found.update(dict.fromkeys(below_the_story(view, _left(kept, found), shares), _BELOW))
    return found


def _left(kept: Sequence[bool], found: Container[int]) -> list[int]:
    return [number for number, keep in enumerate(kept) if keep and number not in found]


def _others(view: View, kept: Sequence[int]) -> list[int]:
    """The kept blocks in an `article` below the one that holds the headline and a story."""
    own = "" if view.title_at is None else outermost(view.blocks[view.title_at].path)
    inside = [number for number in kept if own and outermost(view.blocks[number].path) == own]
    if sum(view.sights[number].size for number in inside) < _LEAST_ARTICLE:
        return []
    below = view.blocks[inside[-1] + 1 :]
    others = {outermost(block.path) for block in below if block.tag == "h1"} - {own, ""}
    return [number for number in kept if number > inside[-1] and outermost(view.blocks[number].path) in others]
