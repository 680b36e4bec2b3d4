"""A chain that was fitted is found again by another run over the same pages, whatever the order of Python's sets."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from training.boilerplate.corpus.labelled_pages import LabelledPage, article_of
from training.boilerplate.fitting import chains

LINES = ("Home News Sport", "Ferry crew refuses to sail", "The crew refused on Sunday to leave the harbour at all.")
RUN = """
from tests.unit.training.boilerplate.test_chains_kept import rows
from training.boilerplate.fitting import chains
print(chains._fingerprint(rows(), 3))
"""


def rows(kind: str = "nav") -> list[chains.Row]:
    pages = [LabelledPage(name, name, article_of("\n".join(LINES)), (kind, "headline", "body")) for name in ("a", "b")]
    return [(page, page.first) for page in pages]


def fingerprint(seed: str) -> str:
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    where = Path(__file__).parents[4]
    run = subprocess.run(
        [sys.executable, "-c", RUN], env=environment, cwd=where, capture_output=True, text=True, check=True
    )
    return run.stdout


def test_two_runs_know_the_same_pages_by_the_same_name() -> None:
    assert fingerprint("1") == fingerprint("2") != ""


def test_a_chain_is_fitted_once_to_the_same_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fitted = []

    def fit(given: list[chains.Row], rounds: int) -> dict[str, int]:
        fitted.append((given[0][0].kinds[0], rounds))
        return {"rounds": rounds}

    monkeypatch.setattr(chains, "_fit", fit)
    monkeypatch.setattr(chains, "_keep", tmp_path / "kept")
    monkeypatch.setattr(chains, "_jobs", [(rows(), 3), (rows(), 3), (rows("share"), 3), (rows(), 4)])
    assert [chains._fit_job(number)["rounds"] for number in range(4)] == [3, 3, 3, 4]
    assert fitted == [("nav", 3), ("share", 3), ("nav", 4)]


def test_an_equal_job_that_ends_at_the_same_time_takes_nothing_from_the_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename, inner = Path.replace, []

    def replace(self: Path, target: Path) -> Path:
        if not inner:  # the other job writes its file between our writing and our renaming
            inner.append(self)
            chains._write_whole(target, "whole")
        return rename(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    chains._write_whole(tmp_path / "chain.json", "whole")
    assert [path.name for path in tmp_path.iterdir()] == ["chain.json"]
    assert (tmp_path / "chain.json").read_text() == "whole"
