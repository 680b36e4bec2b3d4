"""The peers' table and ours in one run: quality, pages per CPU second, memory.

    python -m benchmarks.extraction HTML SCORE.py                       fundus-test and wcxb-dev, every extractor
    ... --sample 100 --only broadsheet trafilatura --sets fundus-test   a part of it
    ... --predictions FOLDER                        ours as FOLDER/SET.jsonl has them, at the cost of what ships

What the extractors leave, labelled again as plain text: `python -m benchmarks.extraction.plain --help`.

HTML holds the unpacked sets (`SET/gold.json`, `SET/html/ID.html`), SCORE.py scores `extraction`. The model that ships
has seen these pages: the figures for publishers it has not seen come from `python -m training.boilerplate.markup
--cross-validate FOLDER` and then `--predictions FOLDER`. The other extractors live in an environment of their own
(`--environment`), made where there is none.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.extraction.extractors import EXTRACTORS
from benchmarks.extraction.leaks import kept_text, leaks, segments
from benchmarks.extraction.running import BODY, HEADED, OPENING, documents_of, environment, extracted, gold_of, scored

OURS = "broadsheet"
COLUMNS = ("F1", "P", "R", "words F1", "exact", "opening", "headline", "captions", "credits", "pages/s", "MB", "failed")


def main() -> None:
    """Run every extractor on every set, and print a table per set."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("html", type=Path)
    parser.add_argument("score", type=Path)
    parser.add_argument("--sets", nargs="+", default=["fundus-test", "wcxb-dev"])
    parser.add_argument("--only", nargs="+", choices=EXTRACTORS, default=list(EXTRACTORS))
    parser.add_argument("--sample", type=int, help="pages of a set, drawn by chance (seed 7)")
    parser.add_argument("--environment", type=Path, default=Path(".peers"), help="of the peers (%(default)s)")
    parser.add_argument("--predictions", type=Path, help="folder with ours, made before: what is scored")
    arguments = parser.parse_args()
    missing = [str(path) for path in needed(arguments) if not path.is_file()]
    if missing:  # fails before an hour of work, not after it
        parser.error(f"not there: {', '.join(missing)}")
    peers = environment(arguments.environment) if set(arguments.only) - {OURS} else Path(sys.executable)
    for name_of_set in arguments.sets:
        gold = gold_of(arguments.html / name_of_set, arguments.sample)
        print(f"\n{name_of_set}: {len(gold)} pages\n{'':21}" + "".join(f"{column:>10}" for column in COLUMNS))
        with tempfile.TemporaryDirectory() as scratch:
            for extractor in arguments.only:
                row = measured(extractor, arguments, name_of_set, gold, Path(scratch), peers)
                for label, cells in row.items():
                    print(f"{label:21}" + "".join(f"{cells.get(column, ''):>10}" for column in COLUMNS), flush=True)


def needed(arguments: argparse.Namespace) -> Iterator[Path]:
    """The files without which a run would fail midway."""
    yield arguments.score
    for name_of_set in arguments.sets:
        yield arguments.html / name_of_set / "gold.json"
        if arguments.predictions and OURS in arguments.only:
            yield arguments.predictions / f"{name_of_set}.jsonl"


def measured(
    extractor: str, arguments: argparse.Namespace, name_of_set: str, gold: dict[str, Any], scratch: Path, peers: Path
) -> dict[str, dict[str, str]]:
    """The rows of one extractor on one set; ours has two more, for golds that include a deck or a headline."""
    out = scratch / f"{extractor}.jsonl"
    python = Path(sys.executable) if extractor == OURS else peers
    cost = extracted(python, extractor, arguments.html / name_of_set / "html", gold, out)
    if extractor == OURS and arguments.predictions:
        out = arguments.predictions / f"{name_of_set}.jsonl"
    documents = documents_of(out, gold)
    rows = {extractor: quality(arguments.score, gold, documents, BODY)}
    rows[extractor]["pages/s"] = f"{cost['pages'] / cost['seconds']:.1f}"
    rows[extractor]["MB"] = f"{cost['megabytes']:.0f}"
    rows[extractor]["failed"] = f"{cost['failed']:.0f}"
    if extractor == OURS:
        rows["  with its deck"] = quality(arguments.score, gold, documents, OPENING)
        rows["  and its headline"] = quality(arguments.score, gold, documents, HEADED)
    return rows


def quality(score: Path, gold: dict[str, Any], documents: dict[str, Any], keep: str) -> dict[str, str]:
    """The scorer's figures and what is lost or left in, as cells; for a set of strings how many of them are found."""
    texts = {name: kept_text(one, keep.split(",")) for name, one in documents.items()}
    if all("body" not in page for page in gold.values()):
        return {name: f"{value:.1f}" for name, value in segments(gold, texts).items()}
    metrics = scored(score, gold, documents, keep)
    shingles, words = metrics["shingles"], metrics["tokens.f1"]
    cells = {"F1": shingles["f1"], "P": shingles["p"], "R": shingles["r"], "words F1": words["rate"]}
    cells["exact"] = metrics["exact"]["rate"]
    rates = {name: 100 * hits / total for name, (hits, total) in leaks(gold, texts).items() if total}
    return {name: f"{value:.1f}" for name, value in {**cells, **rates}.items()}


if __name__ == "__main__":
    main()
