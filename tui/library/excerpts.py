"""The words around what a search has found by a name, a speaker or a kind: where it stands in the text.

The index knows that an article names somebody, and not where; the annotations that are kept of it do.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final, NamedTuple

from annotators.annotation import BOILERPLATE_KINDS, Annotation, AnnotationSet, BlockLabel, Statement
from annotators.rows import column
from tui.library.queries import Term, parse_query
from tui.library.sought import find_named

__all__ = ["Excerpt", "excerpt_of", "wants_excerpt"]

_BEFORE: Final = 28
"""Code points before a name: little enough that the name is still seen on a narrow screen."""
_LONGEST: Final = 180
_NEAR: Final = 60
"""How far before what is said its speaker may be to begin the excerpt."""
_SPACE: Final = re.compile(r"\s+")


class Excerpt(NamedTuple):
    """Some words of an article on one line, and which of them was looked for, in code points of `words`."""

    words: str
    strong: tuple[int, int]


def wants_excerpt(typed: str) -> bool:
    """Whether something is looked for that the index knows no place of."""
    return bool(_terms(typed))


def _terms(typed: str) -> list[Term]:
    return [term for term in parse_query(typed).terms if term.field in {"entity", "said-by", "kind"}]


def excerpt_of(text: str, annotations: AnnotationSet, typed: str) -> Excerpt | None:
    """What `typed` has found in a text: the first of it in the story, else the first; `None` where it is not there."""
    found = find_named(text, annotations, _terms(typed))
    if not found:
        return None
    starts = list(column(annotations.blocks, "start"))
    one = next((one for one in found if _in_story(annotations.blocks, starts, one)), found[0])
    block = _block_at(annotations.blocks, starts, one.start)
    first, last = (block.start, block.end) if block is not None else (0, len(text))
    begin, strong = _begin(text, one, first)
    end = min(last, begin + _LONGEST)
    before, within, after = (
        _SPACE.sub(" ", text[a:b]) for a, b in ((begin, strong[0]), (strong[0], strong[1]), (strong[1], end))
    )
    before = ("…" if begin > first else "") + before.lstrip()
    words = before + within + (after.rstrip() + "…" if end < last else after)
    return Excerpt(words, (len(before), len(before) + len(within)))


def _begin(text: str, one: Annotation, first: int) -> tuple[int, tuple[int, int]]:
    """Where the excerpt begins, and what of it was looked for; what is said begins it, with its speaker where near."""
    if isinstance(one, Statement):
        begin = one.shown[0].start
        if one.speaker is None:
            return begin, (begin, begin)
        if begin - _NEAR < one.speaker.start < begin:
            begin = max(first, one.speaker.start)
        inside = begin <= one.speaker.start and one.speaker.end <= begin + _LONGEST
        return begin, (one.speaker.start, one.speaker.end) if inside else (begin, begin)
    if isinstance(one, BlockLabel):
        return one.start, (one.start, one.start)
    begin = max(first, one.start - _BEFORE)
    if begin > first:
        begin = max(text.find(" ", begin, one.start), text.find("\n", begin, one.start)) + 1 or one.start
    return begin, (one.start, min(one.end, begin + _LONGEST))


def _in_story(blocks: Sequence[BlockLabel], starts: list[int], one: Annotation) -> bool:
    """Whether it is in what is read, below the headline, or is itself what a block is."""
    block = _block_at(blocks, starts, one.start)
    within = block is not None and block.kind != "headline" and block.kind not in BOILERPLATE_KINDS
    return isinstance(one, BlockLabel) or within


def _block_at(blocks: Sequence[BlockLabel], starts: list[int], offset: int) -> BlockLabel | None:
    place = bisect_right(starts, offset) - 1
    return blocks[place] if place >= 0 and offset < blocks[place].end else None
