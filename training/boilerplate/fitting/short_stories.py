"""Adds the model for pages with a short story: the mean of the one for all pages and one fitted to such pages alone.

Pages with a long story want another balance: what tells the last paragraph of a notice from a link to another story
keeps links below a long story. So there are two models, and how long the story is decides which one reads a page.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from training.boilerplate.corpus.labelled_pages import LabelledPage
from training.boilerplate.fitting.averaging import mean_part
from training.boilerplate.fitting.folds import Fitted, Settings, chains_of, second_rows

__all__ = ["with_short_stories"]

_COUNTS: Final = (1, 2)
"""The weights of the model for all pages and of the one for pages with a short story in their mean."""


def with_short_stories(fitted: Fitted, pages: Sequence[LabelledPage], settings: Settings) -> Fitted:
    """The models with those for short stories under `short`, fitted to these pages; headline weights are shared."""
    settings = replace(settings, rounds=settings.short_rounds)
    firsts = chains_of([(page, page.first) for page in pages], fitted.fold_of, settings)
    rows = second_rows(pages, firsts, [document["headlines"][0] for document in fitted.by_fold], fitted.fold_of)
    seconds = chains_of(rows, fitted.fold_of, settings)
    documents = [*fitted.by_fold, fitted.document]
    *by_fold, document = (_with(one, chains) for one, *chains in zip(documents, firsts, seconds, strict=True))
    return Fitted(document, by_fold, fitted.fold_of)


def _with(document: Mapping[str, Any], chains: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    whole, short = _COUNTS
    readings = [
        mean_part([*[ours] * whole, *[theirs] * short])
        for ours, theirs in zip(document["readings"], chains, strict=True)
    ]
    return {**document, "short": {**document, "readings": readings}}
