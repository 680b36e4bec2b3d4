"""Fits a linear-chain CRF to the lines of pages; the result is the packed weights that the package reads."""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections import defaultdict
from collections.abc import Mapping, Sequence
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from annotators.annotation import KINDS
from annotators.boilerplate.lines.chain import best_sequence
from annotators.boilerplate.lines.model import FORMAT, Reading, parse_model
from training.boilerplate.corpus.labelled_pages import LabelledPage

__all__ = ["Job", "Row", "best_kinds", "fit_chains", "reading_of"]

SCALE = 1 / 256
LEAST = 0.15
"""Weights with a smaller absolute value are dropped."""

Row = tuple[LabelledPage, Sequence[Sequence[str]]]
"""A page and the features of each of its lines."""

Job = tuple[Sequence[Row], int]
"""The rows of a chain, and the number of iterations that it is fitted for."""

_jobs: list[Job] = []
_penalty = 0.0
_keep: Path | None = None


def fit_chains(jobs: Sequence[Job], penalty: float, processes: int, keep: Path | None = None) -> list[dict[str, Any]]:
    """A chain fitted to the rows of each job, in `processes` processes at a time.

    With `keep` each chain is written to that folder, and read from there if it was fitted to the same rows before: a
    run that was stopped continues, and a run after a change fits only what has changed.
    """
    global _penalty, _keep
    _jobs[:] = jobs
    _penalty, _keep = penalty, keep
    with get_context("fork").Pool(processes) as pool:  # fork: the child processes share the rows, too large to be sent
        return pool.map(_fit_job, range(len(jobs)), chunksize=1)


def _fit_job(number: int) -> dict[str, Any]:
    rows, rounds = _jobs[number]
    if _keep is None:
        return _fit(rows, rounds)
    _keep.mkdir(parents=True, exist_ok=True)
    path = _keep / f"{_fingerprint(rows, rounds)}.json"
    if path.exists():
        found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        return found
    part = _fit(rows, rounds)
    _write_whole(path, json.dumps(part))
    return part


def _write_whole(path: Path, text: str) -> None:
    """Write a file atomically, also if an equal job writes it at the same time."""
    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", dir=path.parent, suffix=".part", delete=False
    ) as unfinished:
        unfinished.write(text)
    Path(unfinished.name).replace(path)


def _fingerprint(rows: Sequence[Row], rounds: int) -> str:
    """A hash of everything that a chain depends on: features and kinds of the lines, publishers, settings."""
    digest = hashlib.sha256(repr((rounds, _penalty, LEAST, SCALE, tuple(KINDS))).encode())
    for page, lines in rows:
        digest.update(repr((page.publisher, list(page.kinds), len(lines))).encode())
        for line in lines:
            digest.update("\0".join([*line, ""]).encode())
    return digest.hexdigest()[:32]


def _fit(rows: Sequence[Row], rounds: int) -> dict[str, Any]:
    """Fit a chain, without features that only one publisher has, which would be learnt by heart."""
    import pycrfsuite

    known = _shared(rows)
    trainer = pycrfsuite.Trainer(verbose=False, algorithm="lbfgs")
    trainer.set_params({"c1": 0.0, "c2": _penalty, "max_iterations": rounds, "feature.possible_transitions": True})
    for page, lines in rows:
        trainer.append(
            pycrfsuite.ItemSequence([[feature for feature in line if feature in known] for line in lines]),
            list(page.kinds),
        )
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "chain")
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        return _part(tagger.info())


def _shared(rows: Sequence[Row]) -> frozenset[str]:
    owner: dict[str, str] = {}
    shared = set()
    for page, lines in rows:
        for line in lines:
            for feature in line:
                if owner.setdefault(feature, page.publisher) != page.publisher:
                    shared.add(feature)
    return frozenset(shared)


def _part(info: Any) -> dict[str, Any]:
    position = {kind: number for number, kind in enumerate(KINDS)}
    weights: dict[str, list[str]] = defaultdict(list)
    for (feature, kind), weight in sorted(info.state_features.items()):
        if abs(weight) >= LEAST:
            weights[feature].append(f"{position[kind]} {round(weight / SCALE)}")
    steps = [[0] * len(KINDS) for _ in KINDS]
    for (before, after), weight in info.transitions.items():
        steps[position[before]][position[after]] = round(weight / SCALE)
    return {"scale": SCALE, "steps": steps, "weights": {feature: " ".join(pairs) for feature, pairs in weights.items()}}


def reading_of(part: Mapping[str, Any]) -> Reading:
    """A fitted chain in the form that the package reads."""
    empty = {"scale": SCALE, "steps": part["steps"], "weights": {}}
    return parse_model({"format": FORMAT, "kinds": KINDS, "headlines": [{}, {}], "readings": [part, empty]}).readings[0]


def best_kinds(reading: Reading, page: LabelledPage) -> list[str]:
    """The most probable sequence of kinds for a page's lines, by a first reading."""
    return [KINDS[kind] for kind in best_sequence([reading.emissions(row) for row in page.first], reading.steps)]
