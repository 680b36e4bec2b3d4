"""Teasers below the article of an HTML page: repeatedly a linked title with a sentence or two.

Their sentences read like article text and outweigh a short article. The pattern identifies them: at least three titles
that are entirely links, each followed by a short text in an element of another shape than the article's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from annotators.annotation import BlockLabel
from annotators.article import Article, Block
from annotators.boilerplate.markup.below import shape_of
from annotators.boilerplate.relabelling import relabelled

__all__ = ["with_teasers"]

_SURE: Final = 0.8
_KEPT: Final = frozenset(("body", "subhead", "deck", "note"))
_LEAST_STORY: Final = 100
"""Fewest words of the article above the teasers. With fewer, the page is a list, and that is its content."""
_LONG_STORY: Final = 500
_GAP: Final = 2
"""With fewer words above, fewest other blocks between: right above such a list they may introduce it."""
_FEWEST: Final = 3
_TITLE: Final = (2, 25)
_TEXT: Final = (6, 80)
"""Fewest and most words of a title and of the text below it."""
_PARAGRAPH: Final = 12
"""Fewest words of article text below that show that the supposed teasers are entries of the article."""
_ALL_LINK: Final = 0.8
_HARDLY_LINKED: Final = 0.3


class _Teaser(NamedTuple):
    """Number of the title's block, which the text follows, and shapes and tags of both."""

    number: int
    shapes: tuple[str, str, str, str]


def with_teasers(article: Article, labels: Sequence[BlockLabel]) -> tuple[BlockLabel, ...]:
    """Returns the labels of an HTML article, with kept teasers below the article relabelled `related`."""
    by_shapes: dict[tuple[str, str, str, str], list[int]] = {}
    for teaser in _pairs(article, labels):
        by_shapes.setdefault(teaser.shapes, []).append(teaser.number)
    lists = [(shapes, numbers) for shapes, numbers in by_shapes.items() if len(numbers) >= _FEWEST]
    if not lists:  # as on most pages
        return tuple(labels)
    settled = list(labels)
    for shapes, numbers in lists:
        members = {number + step for number in numbers for step in (0, 1)}
        kept = [number for number in members if labels[number].kind in _KEPT]
        if kept and _is_below(article, labels, shapes, members):
            for number in kept:
                settled[number] = relabelled(labels[number], "related", _SURE, "is one of several teasers below it")
    return tuple(settled)


def _pairs(article: Article, labels: Sequence[BlockLabel]) -> Iterator[_Teaser]:
    """Yields titles that are entirely links, each directly above a short text; questions are no teasers."""
    text, blocks = article.text, article.blocks
    found = [
        number
        for number, (title, below) in enumerate(pairwise(blocks))
        if title.linked
        and below.linked <= _HARDLY_LINKED * (below.end - below.start)
        and title.linked >= _ALL_LINK * (title.end - title.start)
    ]
    if len(found) < _FEWEST or all(labels[number + 1].kind not in _KEPT for number in found):
        return  # before their shapes are made, which takes longer than all else here
    for number in found:
        title, below = blocks[number], blocks[number + 1]
        if labels[number].kind == "headline" or text[title.end - 1] == "?":
            continue
        if _has(text, title, _TITLE) and _has(text, below, _TEXT):
            shapes = shape_of(title.path), title.tag, shape_of(below.path), below.tag
            if shapes[0] != shapes[2]:
                yield _Teaser(number, shapes)


def _has(text: str, block: Block, bounds: tuple[int, int]) -> bool:
    return bounds[0] <= text.count(" ", block.start, block.end) + 1 <= bounds[1]


def _is_below(
    article: Article, labels: Sequence[BlockLabel], shapes: tuple[str, str, str, str], members: set[int]
) -> bool:
    """Whether the article precedes these blocks, does not go on in or below them, and has no element of their shape."""
    first, last = min(members), max(members)
    headline = next((number for number, label in enumerate(labels) if label.kind == "headline"), -1)
    others = [
        (number, shape_of(block.path), article.text.count(" ", block.start, block.end) + 1)
        for number, (block, label) in enumerate(zip(article.blocks, labels, strict=True))
        if label.kind in _KEPT and number not in members
    ]
    strange = sum(shape == shapes[2] for _, shape, _ in others)
    amid = sum(first < number < last for number, *_ in others)
    if max(strange, amid) * _FEWEST > len(members) // 2:
        return False
    story = [one for one in others if headline < one[0] < first and one[1] not in (shapes[0], shapes[2])]
    words = sum(size for *_, size in story)
    between = first - 1 - max((number for number, *_ in others if number < first), default=first)
    if words < _LEAST_STORY or (between < _GAP and words < _LONG_STORY):
        return False
    set_as = {shape for _, shape, size in story if size >= _PARAGRAPH}
    return not any(number > first and size >= _PARAGRAPH and shape in set_as for number, shape, size in others)
