"""Two chains fitted to labelled pages, the second on what the first says of pages it has not seen."""

from __future__ import annotations

import random
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from annotators.annotation import KINDS
from annotators.boilerplate.chain import best_sequence
from annotators.boilerplate.context import body_span, second_pass
from annotators.boilerplate.headline import find_headline
from annotators.boilerplate.model import FORMAT, Reading, parse_model
from training.boilerplate.headlines import TitledPage, fit_headline
from training.boilerplate.pages import LabelledPage

__all__ = ["Settings", "fit", "folds"]

SCALE = 1 / 256
LEAST = 0.08


@dataclass(frozen=True)
class Settings:
    """How the chains are fitted: penalties, most iterations, publishers that must have a feature."""

    absolute: tuple[float, float] = (0.0, 0.0)
    squared: tuple[float, float] = (0.4, 0.4)
    iterations: int = 100
    publishers: int = 2
    inner: int = 3
    titled: int = 600
    seed: int = 5


def folds(pages: Iterable[LabelledPage], number: int, seed: int) -> dict[str, int]:
    """A fold for each publisher."""
    names = sorted({page.publisher for page in pages})
    random.Random(seed).shuffle(names)
    return {name: position % number for position, name in enumerate(names)}


def fit(
    pages: Sequence[LabelledPage],
    titled: Sequence[TitledPage],
    settings: Settings,
    about: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """The JSON object of a model fitted to the pages; `titled` ones only teach what a headline is."""
    inner = folds(pages, settings.inner, settings.seed)
    guesses: dict[int, list[str]] = {}
    for fold in range(settings.inner):
        known = [(page, page.first) for page in pages if inner[page.publisher] != fold]
        reading = _read(_chain(known, settings, 0))
        for number, page in enumerate(pages):
            if inner[page.publisher] == fold:
                guesses[number] = _guesses(reading, page)
    first = _chain([(page, page.first) for page in pages], settings, 0)
    reading = _read(first)
    examples = [(page.page, guesses[number], _headline_of(page)) for number, page in enumerate(pages)]
    examples += [(one.page.page, _guesses(reading, one.page), one.headline) for one in titled]
    headline = fit_headline(examples)
    rows = [(page, _with_context(page, guesses[number], headline)) for number, page in enumerate(pages)]
    second = _chain(rows, settings, 1)
    return {
        "format": FORMAT,
        "about": dict(about or {}),
        "kinds": list(KINDS),
        "headline": headline,
        "readings": [first, second],
    }


def _headline_of(page: LabelledPage) -> int | None:
    return list(page.kinds).index("headline") if "headline" in page.kinds else None


def _read(part: Mapping[str, Any]) -> Reading:
    empty = {"scale": SCALE, "steps": part["steps"], "weights": {}}
    return parse_model({"format": FORMAT, "kinds": KINDS, "headline": {}, "readings": [part, empty]}).readings[0]


def _guesses(reading: Reading, page: LabelledPage) -> list[str]:
    return [KINDS[kind] for kind in best_sequence([reading.emissions(row) for row in page.first], reading.steps)]


def _with_context(page: LabelledPage, guesses: Sequence[str], headline: Mapping[str, float]) -> list[list[str]]:
    start = body_span(guesses, page.page.sizes)[0]
    more = second_pass(page.page, guesses, find_headline(page.page, guesses, start, headline))
    return [row + rest for row, rest in zip(page.first, more, strict=True)]


def _chain(pages: Sequence[tuple[LabelledPage, list[list[str]]]], settings: Settings, number: int) -> dict[str, Any]:
    import pycrfsuite

    seen: dict[str, set[str]] = defaultdict(set)
    for page, rows in pages:
        for row in rows:
            for feature in row:
                if len(seen[feature]) < settings.publishers:
                    seen[feature].add(page.publisher)
    known = {feature for feature, publishers in seen.items() if len(publishers) >= settings.publishers}
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params({
        "c1": settings.absolute[number], "c2": settings.squared[number],
        "max_iterations": settings.iterations, "feature.possible_transitions": True,
    })  # fmt: skip
    for page, rows in pages:
        items = pycrfsuite.ItemSequence([[feature for feature in row if feature in known] for row in rows])
        for _ in range(page.copies):
            trainer.append(items, list(page.kinds))
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "chain")
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        return _part(tagger.info())


def _part(info: Any) -> dict[str, Any]:
    position = {kind: number for number, kind in enumerate(KINDS)}
    weights: dict[str, list[int]] = defaultdict(list)
    for (feature, kind), weight in sorted(info.state_features.items()):
        if abs(weight) >= LEAST:
            weights[feature] += [position[kind], round(weight / SCALE)]
    steps = [[0] * len(KINDS) for _ in KINDS]
    for (before, after), weight in info.transitions.items():
        steps[position[before]][position[after]] = round(weight / SCALE)
    return {"scale": SCALE, "steps": steps, "weights": dict(weights)}
