"""Finds the pairs of quotation marks and the kind of each."""

from __future__ import annotations

from collections.abc import Sequence

from annotators.annotation import Mark, Spanned, in_order
from annotators.quotes.marks.kinds import kind_of
from annotators.quotes.marks.pairing import Pair, pair_marks, reopens

__all__ = ["find_marks"]


def find_marks(text: str, blocks: Sequence[Spanned]) -> tuple[Mark, ...]:
    """The pairs of quotation marks in the blocks, in order, each with its kind.

    Pairs nest or are disjoint. A quotation of several paragraphs is one mark in each; all but the last are not closed.
    """
    found: list[Mark] = []
    for position, block in enumerate(blocks):
        following = blocks[position + 1] if position + 1 < len(blocks) else None
        continued = following is not None and reopens(text, following.start, following.end)
        found += _marks_of(text, (block.start, block.end), continued)
    return in_order(found)


def _marks_of(text: str, block: tuple[int, int], continued: bool) -> list[Mark]:
    pairs = pair_marks(text, *block, continued=continued)
    outermost: list[Pair] = []
    around: list[Pair] = []
    parents: list[tuple[Pair, ...]] = []
    for pair in pairs:
        while around and around[-1].end <= pair.start:
            around.pop()
        parents.append(tuple(around))
        if not around:
            outermost.append(pair)
        around.append(pair)
    return [
        Mark(
            start=pair.start,
            end=pair.end,
            kind=kind_of(text, pair, over, outermost, block),
            closed=pair.closed,
            score=0.95 if pair.closed else 0.6,
        )
        for pair, over in zip(pairs, parents, strict=True)
    ]
