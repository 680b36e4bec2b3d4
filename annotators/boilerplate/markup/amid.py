"""Keeps uncertain blocks inside the article that resemble it.

On pages of lists and reviews, every entry has words of advertising. Kept are: a sentence without links that occurs once
and is in an element like those of the article's paragraphs; a heading or a line ending in a colon between two article
blocks; and lines of code, because half a listing is worth less than none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from annotators.boilerplate.language.line_wording import SENTENCE_END
from annotators.boilerplate.markup.below import shape_of
from annotators.boilerplate.markup.kinds import STORY_FROM, Choice
from annotators.boilerplate.markup.view import HEADINGS, View
from annotators.text.patterns import compiled_late

__all__ = ["with_lines_amid"]

_STORY: Final = ("body", "subhead")
_APART: Final = (
    "caption",
    "credit",
    "comments",
    "consent",
    "headline",
    "byline",
    "timestamp",
    "deck",
    "note",
    "source",
)
_CODE: Final = "pre"
_NEVER_CODE: Final = (*_STORY, "comments", "headline")
_SENTENCE_FROM: Final = 0.3
_HEADING_FROM: Final = 0.1
_COLON_FROM: Final = 0.2
"""The least probabilities of belonging to the story for such lines."""
_LINKED: Final = 0.05
_LEAST_ALIKE: Final = 3
"""The fewest paragraphs of the story in elements of that shape; they must be half of all blocks in such elements."""
_SENTENCE: Final = compiled_late(rf"(?:\S+\s+){{11,}}\S*(?:{SENTENCE_END}|:)", re.S)
"""At least twelve words, with the end of a sentence or a colon."""


def with_lines_amid(view: View, choices: Sequence[Choice], shares: Sequence[float]) -> list[Choice]:
    """The choices, with uncertain lines and code kept between the first and the last paragraph of the story."""
    story = [number for number, choice in enumerate(choices) if choice.kind == "body"]
    settled = list(choices)
    for number in range(story[0] + 1, story[-1]) if story else ():
        choice = choices[number]
        if view.blocks[number].tag == _CODE and choice.kind not in _NEVER_CODE and not choice.reason:
            settled[number] = _kept(choice, shares[number], "body", "lines of code amid the story")
    unsure = [n for n in range(story[0] + 1, story[-1]) if _is_unsure(view, choices, shares, n)] if story else []
    if not unsure:
        return settled
    known = {path: _shape(block.path) for path, block in zip(view.paths, view.blocks, strict=True)}
    shapes = [known[path] for path in view.paths]
    alike, of_story = Counter(shapes), Counter(shapes[number] for number in story)
    for number in unsure:
        shape = shapes[number]
        like_the_story = of_story[shape] >= max(_LEAST_ALIKE, alike[shape] / 2)
        if like_the_story and shares[number] >= _SENTENCE_FROM and _is_said_once(view, number):
            settled[number] = _kept(choices[number], shares[number], "body", "a sentence amid the story, set as it is")
    for number in unsure:
        between = settled[number - 1].kind in _STORY and settled[number + 1].kind in _STORY
        if between and settled[number].kind not in _STORY and _is_head(view, number, shares[number]):
            settled[number] = _kept(choices[number], shares[number], "subhead", "between two lines of the story")
    return settled


def _is_unsure(view: View, choices: Sequence[Choice], shares: Sequence[float], number: int) -> bool:
    choice = choices[number]
    outside = choice.kind not in _STORY and choice.kind not in _APART and not choice.reason
    return outside and _HEADING_FROM <= shares[number] < STORY_FROM and view.sights[number].linked <= _LINKED


def _is_said_once(view: View, number: int) -> bool:
    """Whether a block is a sentence that occurs once on the page; placeholders for hidden content are repeated."""
    block = view.blocks[number]
    once = view.same[view.sights[number].key] == 1
    return once and _SENTENCE.fullmatch(view.article.text, block.start, block.end) is not None


def _is_head(view: View, number: int, share: float) -> bool:
    block = view.blocks[number]
    return block.tag in HEADINGS or (share >= _COLON_FROM and view.article.text[block.end - 1] == ":")


def _kept(choice: Choice, share: float, kind: str, reason: str) -> Choice:
    return Choice(kind, share, choice.kind, reason)


@lru_cache(maxsize=4096)
def _shape(path: str) -> str:
    """The innermost two elements of a path, without ids and numbers of single elements."""
    return shape_of("/".join(path.rsplit("/", 2)[-2:]))
