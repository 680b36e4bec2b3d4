"""Fits two chains and the headline weights, each stage on what models say that have not seen the publisher.

They are fitted several times to different pages, and the mean of the weights is the model: what one of them has learnt
by heart the others have not.

Publishers are divided into folds. The first chain of each fold, which has not seen the fold's publishers, predicts the
kinds of their lines. The features of the second chain, again one per fold, are computed from these predictions. So
every page has labels of models that have not seen its publisher; these are evaluated, and the last headline weights are
fitted to them. The shipped model has one chain of each sort, fitted to all pages with the same predictions.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from annotators.annotation import KINDS
from annotators.boilerplate import shares_for
from annotators.boilerplate.headline import candidates, find_headline, headline_evidence
from annotators.boilerplate.lines.context import body_span, second_pass
from annotators.boilerplate.lines.model import FORMAT, Model, parse_model
from training.boilerplate.corpus.labelled_pages import LabelledPage
from training.boilerplate.fitting.averaging import mean_part, mean_weights
from training.boilerplate.fitting.chains import Row, best_kinds, fit_chains, reading_of
from training.boilerplate.fitting.headlines import Example, TitledPage, fit_headline

__all__ = ["Fitted", "Member", "Settings", "chains_of", "fit", "join", "member_of", "second_rows"]

Guess = Sequence[str]
Found = Mapping[int, Sequence[str]]


@dataclass(frozen=True)
class Settings:
    """Penalties, iterations and weights of the fit.

    `squared` is the penalty on squared weights of chains, `headlines` those of the headline weights after each chain;
    `rounds` are the iterations for a fold and for all pages, `short_rounds` those for pages with a short story.
    `weights` are those of a page for the headlines: labelled, variant, silver, with known title only. `counts` are the
    weights of the members in the mean. `keep` is a folder for fitted chains, from which a stopped run continues.
    """

    squared: float = 0.4
    headlines: tuple[float, float] = (1.0, 4.0)
    rounds: tuple[int, int] = (80, 100)
    short_rounds: tuple[int, int] = (50, 50)
    folds: int = 3
    weights: tuple[float, float, float, float] = (2.0, 0.5, 0.5, 1.0)
    counts: tuple[int, ...] = (1, 1, 2)
    seed: int = 5
    processes: int = 2
    keep: Path | None = None


@dataclass(frozen=True)
class Fitted:
    """The model's JSON object, that of each fold's model, and each publisher's fold, whose model has not seen it."""

    document: Mapping[str, Any]
    by_fold: Sequence[Mapping[str, Any]]
    fold_of: Mapping[str, int]

    def unseeing(self) -> Callable[[str], Model]:
        """A function from a publisher to a model that has seen no page of it."""
        models = [parse_model(document) for document in self.by_fold]
        return lambda publisher: models[self.fold_of.get(publisher, 0)]


@dataclass(frozen=True)
class Member:
    """First chains, second chains and headline weights: one per fold and, last, one for all pages."""

    firsts: Sequence[Mapping[str, Any]]
    seconds: Sequence[Mapping[str, Any]]
    headlines: Sequence[Mapping[str, float]]


def fit(
    members: Sequence[Sequence[LabelledPage]],
    titled: Sequence[TitledPage],
    settings: Settings,
    about: Mapping[str, Any],
) -> Fitted:
    """The mean of models fitted to the pages of each member, and those of the folds; `titled` are for headlines only.

    There are as many members as `settings.counts`. The last headline weights are fitted to the last member's pages
    without the silver ones.
    """
    everything = [page for pages in members for page in pages]
    fold_of = _folds([*everything, *(one.page for one in titled)], settings)
    parts = [member_of(pages, titled, fold_of, settings) for pages in members]
    counted = [part for part, count in zip(parts, settings.counts, strict=True) for _ in range(count)]
    return join(counted, [page for page in members[-1] if not page.silver], titled, fold_of, settings, about)


def member_of(
    pages: Sequence[LabelledPage], titled: Sequence[TitledPage], fold_of: Mapping[str, int], settings: Settings
) -> Member:
    """Chains and headline weights fitted to the pages, for each fold and, last, for all."""
    firsts = chains_of([(page, page.first) for page in pages], fold_of, settings)
    readings = [reading_of(part) for part in firsts]
    guesses = {id(page): best_kinds(readings[fold_of[page.publisher]], page) for page in pages}

    def at_first(page: LabelledPage) -> Found:
        kinds = guesses[id(page)] if id(page) in guesses else best_kinds(readings[fold_of[page.publisher]], page)
        return candidates(page.page, kinds, body_span(kinds, page.page.sizes)[0])

    headlines = _headlines(pages, titled, at_first, fold_of, settings, settings.headlines[0])
    return Member(firsts, chains_of(second_rows(pages, firsts, headlines, fold_of), fold_of, settings), headlines)


def second_rows(
    pages: Sequence[LabelledPage],
    firsts: Sequence[Mapping[str, Any]],
    headlines: Sequence[Mapping[str, float]],
    fold_of: Mapping[str, int],
) -> list[Row]:
    """The rows of the second chain, by what first chains and headline weights of the other folds make of them."""
    readings = [reading_of(part) for part in firsts]

    def features(page: LabelledPage) -> list[list[str]]:
        fold = fold_of[page.publisher]
        return _with_context(page, best_kinds(readings[fold], page), headlines[fold])

    return [(page, features(page)) for page in pages]


def join(
    members: Sequence[Member],
    pages: Sequence[LabelledPage],
    titled: Sequence[TitledPage],
    fold_of: Mapping[str, int],
    settings: Settings,
    about: Mapping[str, Any],
) -> Fitted:
    """The mean of the members, with the last headline weights fitted to what it says of unseen publishers."""
    firsts = [mean_part(parts) for parts in zip(*(one.firsts for one in members), strict=True)]
    seconds = [mean_part(parts) for parts in zip(*(one.seconds for one in members), strict=True)]
    headlines = [mean_weights(parts) for parts in zip(*(one.headlines for one in members), strict=True)]
    halves = [_document(*parts, about) for parts in zip(headlines, [{}] * len(firsts), firsts, seconds, strict=True)]
    models = [parse_model(half) for half in halves]

    def at_last(page: LabelledPage) -> Found:
        return candidates(
            page.page, *headline_evidence(page.page, shares_for(page.page, models[fold_of[page.publisher]])[0])
        )

    again = _headlines(pages, titled, at_last, fold_of, settings, settings.headlines[1])
    *by_fold, document = (_document(*parts, about) for parts in zip(headlines, again, firsts, seconds, strict=True))
    return Fitted(document, by_fold, fold_of)


def _folds(pages: Iterable[LabelledPage], settings: Settings) -> dict[str, int]:
    names = sorted({page.publisher for page in pages})
    random.Random(settings.seed).shuffle(names)
    return {name: position % settings.folds for position, name in enumerate(names)}


def chains_of(rows: Sequence[Row], fold_of: Mapping[str, int], settings: Settings) -> list[dict[str, Any]]:
    """A chain for each fold without its publishers and, last, one for all rows."""
    few, many = settings.rounds
    jobs = [([row for row in rows if fold_of[row[0].publisher] != fold], few) for fold in range(settings.folds)]
    return fit_chains([*jobs, (rows, many)], settings.squared, settings.processes, settings.keep)


def _headlines(
    pages: Sequence[LabelledPage],
    titled: Sequence[TitledPage],
    look: Callable[[LabelledPage], Found],
    fold_of: Mapping[str, int],
    settings: Settings,
    penalty: float,
) -> list[dict[str, float]]:
    """The headline weights, for each fold without its publishers and, last, for all."""
    labelled, variant, silver, title = settings.weights
    examples = []
    for page in pages:
        headline = list(page.kinds).index("headline") if "headline" in page.kinds else None
        weight = silver if page.silver else variant if page.variant else labelled
        if headline is not None or not page.silver:
            examples.append(Example(look(page), headline, weight, fold_of[page.publisher]))
    examples += [Example(look(one.page), one.headline, title, fold_of[one.page.publisher]) for one in titled]
    return [
        fit_headline([one for one in examples if one.fold != fold], penalty) for fold in (*range(settings.folds), None)
    ]


def _with_context(page: LabelledPage, kinds: Guess, weights: Mapping[str, float]) -> list[list[str]]:
    headline = find_headline(page.page, kinds, body_span(kinds, page.page.sizes)[0], weights=weights)
    more = second_pass(page.page, kinds, headline)
    return [[*row, *rest] for row, rest in zip(page.first, more, strict=True)]


def _document(
    headline: Mapping[str, float],
    again: Mapping[str, float],
    first: Mapping[str, Any],
    second: Mapping[str, Any],
    about: Mapping[str, Any],
) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "about": dict(about),
        "kinds": list(KINDS),
        "headlines": [headline, again],
        "readings": [first, second],
    }
