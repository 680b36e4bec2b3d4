"""Text that some extractor has cleaned before: most of it is the story, and what is stripped must be sure.

The chains know pages, and in such text lists, answers to questions and products look like the furniture of a page to
them. Trees that have seen what extractors leave of pages with a known story look at each line again: at what the
chains and the rules make of it, its words, the text as a whole, and the lines around. Where they are too unsure of
what was stripped it is the story's again, and what they are sure of is stripped.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import exp
from typing import Final

from annotators.annotation import BlockLabel
from annotators.boilerplate.cleaned.deciding import Line, decided
from annotators.boilerplate.cleaned.first_line import with_first_line
from annotators.boilerplate.cleaned.model import CleanedModel, load_cleaned_model
from annotators.boilerplate.cleaned.numbers import rows_of
from annotators.boilerplate.cleaned.own_words import with_own_words
from annotators.boilerplate.lines.page import Page

__all__ = ["CleanedModel", "load_cleaned_model", "looks_cleaned", "settle_cleaned"]

_FRAME: Final = 3
"""Lines of a frame that an extractor may have left: more than 95 of 100 of their texts have no more, 6 of 100 whole
pages."""
_FRAMED: Final = 0.5
"""How much of what was stripped is taken back where more than one line in fifty is of a frame: a short page may be
whole."""
_FEW: Final = 8
_MOST: Final = 1500
"""Lines up to which there is too little of a text to see, and those of the longest that an extractor leaves."""


def looks_cleaned(page: Page) -> bool:
    """Whether the text is an English one with next to nothing of a page's frame."""
    if page.foreign or not _FEW < len(page.looks) <= _MOST:
        return False
    return page.telling is not None or page.frame <= _FRAME


def settle_cleaned(
    page: Page,
    shares: Sequence[Mapping[str, float]],
    labels: Sequence[BlockLabel],
    model: CleanedModel | Callable[[], CleanedModel],
) -> tuple[BlockLabel, ...]:
    """The labels of text that was cleaned before, looked at again; all others as they are.

    `shares` are the probabilities of each line's kinds; `model` may be what gives it when it is needed.
    """
    if not looks_cleaned(page):
        return tuple(labels)
    forest = (model if isinstance(model, CleanedModel) else model()).forest
    rows = rows_of(page, shares, [label.kind for label in labels])
    furniture = [1 / (1 + exp(-forest.logit(row))) for row in rows]
    lines = [Line(*line) for line in zip(page.texts, labels, shares, page.sizes, furniture, strict=True)]
    if page.telling is None:
        return with_own_words(page.texts, decided(lines, _FRAMED))
    return with_own_words(page.texts, with_first_line(page.texts, decided(lines)))
