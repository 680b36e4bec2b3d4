"""Excerpts for searches by name, speaker or kind: the words around the first match in the text.

The full-text index knows only that an article has a match; the article's annotations say where.
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
"""Code points shown before a match: few enough that the match is visible on a narrow screen."""
_LONGEST: Final = 180
_NEAR: Final = 60
"""The most code points from a speaker to a quote for the excerpt to begin with the speaker."""
_SPACE: Final = re.compile(r"\s+")


class Excerpt(NamedTuple):
    """Words of an article on one line; `strong` is the place of the match in `words`, in code points."""

    words: str
    strong: tuple[int, int]


def wants_excerpt(typed: str) -> bool:
    """Whether a search has a term whose place the index does not know."""
    return bool(_terms(typed))


def _terms(typed: str) -> list[Term]:
    return [term for term in parse_query(typed).terms if term.field in {"entity", "said-by", "kind"}]


def excerpt_of(text: str, annotations: AnnotationSet, typed: str) -> Excerpt | None:
    """The excerpt around the first match in the story, else around the first one; `None` if there is none."""
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
    """The start of the excerpt and the span of the match; for a quote, beginning with its speaker if that is near."""
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
    """Whether an annotation lies in the story below the headline, or is itself the label of a block."""
    block = _block_at(blocks, starts, one.start)
    within = block is not None and block.kind != "headline" and block.kind not in BOILERPLATE_KINDS
    return isinstance(one, BlockLabel) or within


def _block_at(blocks: Sequence[BlockLabel], starts: list[int], offset: int) -> BlockLabel | None:
    place = bisect_right(starts, offset) - 1
    return blocks[place] if place >= 0 and offset < blocks[place].end else None
