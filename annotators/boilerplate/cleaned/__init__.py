"""Second pass over text from which an extractor has already removed most boilerplate.

The conditional random fields (CRFs) of `lines` are trained on whole pages and mistake lists, answers to questions and
products in such text for boilerplate. A gradient-boosted forest, trained on the output of extractors for pages with a
known article, judges each line again by the CRFs' and rules' results, its words, the whole text and the neighbouring
lines. Boilerplate labels that it does not confirm are changed to article text, and lines that it is certain of are
changed to boilerplate.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import exp
from typing import Final

from annotators.annotation import BlockLabel
from annotators.boilerplate.cleaned.deciding import Line, decided
from annotators.boilerplate.cleaned.explicit_lines import with_explicit_lines
from annotators.boilerplate.cleaned.first_line import with_first_line
from annotators.boilerplate.cleaned.measured import with_measured
from annotators.boilerplate.cleaned.model import CleanedModel, load_cleaned_model
from annotators.boilerplate.cleaned.numbers import rows_of
from annotators.boilerplate.cleaned.titles import with_titles
from annotators.boilerplate.lines.page import Page

__all__ = ["CleanedModel", "load_cleaned_model", "looks_cleaned", "settle_cleaned"]

_FRAME: Final = 3
"""Most lines of a page's frame (menus, footer) in extracted text: over 95 % of such texts have no more, and 6 % of
whole pages."""
_FRAMED: Final = 0.5
"""Weight of the forest against boilerplate labels if more than one line in fifty is of a frame, since a short page may
be whole."""
_FEW: Final = 8
_MOST: Final = 1500
"""Bounds on the number of lines: fewer give too little evidence, more do not come from an extractor."""


def looks_cleaned(page: Page) -> bool:
    """Whether a text is in English and has almost nothing of a page's frame."""
    if page.foreign or not _FEW < len(page.features) <= _MOST:
        return False
    return page.telling is not None or page.frame <= _FRAME


def settle_cleaned(
    page: Page,
    shares: Sequence[Mapping[str, float]],
    labels: Sequence[BlockLabel],
    model: CleanedModel | Callable[[], CleanedModel],
) -> tuple[BlockLabel, ...]:
    """Returns the labels of extracted text after the second pass; labels of other text unchanged.

    `shares` has the CRFs' probability of each kind for each line. `model` may be a function, so that the forest is
    loaded only if needed.
    """
    if not looks_cleaned(page):
        return tuple(labels)
    forest = (model if isinstance(model, CleanedModel) else model()).forest
    rows = rows_of(page, shares, [label.kind for label in labels])
    furniture = [1 / (1 + exp(-forest.logit(row))) for row in rows]
    lines = [Line(*line) for line in zip(page.texts, labels, shares, page.sizes, furniture, strict=True)]
    found = decided(lines, _FRAMED) if page.telling is None else with_first_line(page.texts, decided(lines))
    kept = with_measured(page.texts, with_titles(page.texts, shares, found))
    return with_explicit_lines(page.texts, kept)
