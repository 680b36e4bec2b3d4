"""Runs an extractor on a set of pages in its own environment, and scores the result."""

from __future__ import annotations

import json
import os
import random
import re
import subprocess
import sys
import tempfile
import venv
from collections.abc import Mapping
from pathlib import Path
from typing import Any

__all__ = ["BODY", "HEADED", "OPENING", "documents_of", "environment", "extracted", "gold_of", "scored"]

HERE = Path(__file__).parent
BODY = "body,subhead,note"
OPENING = "body,subhead,note,deck"
HEADED = "body,subhead,note,deck,headline"
"""The kinds that make up a story: alone, with its deck, with its deck and headline."""
SEED = 7
_LANGUAGE = re.compile(rb"""<html\b[^>]*?\slang\s*=\s*["']?([a-z]{2})""", re.IGNORECASE)


def environment(folder: Path) -> Path:
    """The Python of the peers' environment, which is created if it is missing.

    pip is upgraded in it, because that of Python 3.11 fails on what two of the peers require of lxml. Raises
    `SystemExit` with advice if it cannot be created.
    """
    python = folder / "bin" / "python"
    done = folder / ".complete"
    if not done.exists():
        install = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        try:
            venv.create(folder, with_pip=True, clear=True)
            subprocess.run([*install, "--upgrade", "pip"], check=True)
            subprocess.run([*install, "-r", HERE / "peers.txt"], check=True)
            done.touch()
        except (OSError, subprocess.CalledProcessError) as error:
            what = error.strerror if isinstance(error, OSError) else f"status {error.returncode}"
            raise SystemExit(
                f"the peers' environment cannot be made in {folder} ({what}): --environment names another, "
                "and --only may leave them out"
            ) from error
    return python


def gold_of(folder: Path, sample: int | None = None, language: str | None = None) -> dict[str, Any]:
    """The gold of a set's pages by name; only those that declare a `language`, and a fixed random `sample` of them."""
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    names = sorted(gold)
    if language:
        names = [name for name in names if _language(folder / "html" / f"{name}.html") == language.lower()]
    if sample:
        names = random.Random(SEED).sample(names, min(sample, len(names)))
    return {name: gold[name] for name in names}


def _language(page: Path) -> str | None:
    with page.open("rb") as stream:
        named = _LANGUAGE.search(stream.read(100_000))
    return named.group(1).decode().lower() if named else None


def extracted(python: Path, extractor: str, folder: Path, names: Mapping[str, Any], out: Path) -> dict[str, float]:
    """Write an extractor's results for the pages of `folder`; returns pages, CPU seconds, megabytes, failed.

    Raises `RuntimeError` if the extractor's process fails.
    """
    with tempfile.TemporaryDirectory() as scratch:
        pages = Path(scratch) / "pages"
        pages.write_text("\n".join(names), encoding="utf-8")
        command = [python, HERE / "extractors.py", extractor, folder, pages, out]
        variables = {**os.environ, "PYTHONPATH": str(HERE.parents[1])}
        found = subprocess.run(command, capture_output=True, text=True, env=variables, check=False)
    if found.returncode:  # complaints without a failure are ignored
        raise RuntimeError(f"{extractor}: {found.stderr}")
    cost: dict[str, float] = json.loads(found.stdout.splitlines()[-1])
    return cost


def documents_of(path: Path, names: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """The documents of a JSONL file by page name, only of these pages."""
    documents = (json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line)
    named = {Path(one["source"]["path"]).stem: one for one in documents}
    return {name: one for name, one in named.items() if name in names}


def scored(score: Path, gold: Mapping[str, Any], documents: Mapping[str, Any], keep: str) -> dict[str, Any]:
    """The scorer's metrics for the documents."""
    with tempfile.TemporaryDirectory() as scratch:
        wanted, found = Path(scratch) / "gold.json", Path(scratch) / "found.jsonl"
        wanted.write_text(json.dumps(gold), encoding="utf-8")
        found.write_text("".join(json.dumps(one) + "\n" for one in documents.values()), encoding="utf-8")
        command = [sys.executable, score, "extraction", wanted, found, "--keep", keep, "--json", "--resamples", "20"]
        report = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    metrics: dict[str, Any] = json.loads(report)["metrics"]
    return metrics
