"""Text that has lost its tags, labelled as plain text: other extractors' output, and whole pages as lines.

    python -m benchmarks.extraction.plain HTML SCORE.py     what six extractors leave, and whole pages, of two sets
    ... --only trafilatura lines --sets fundus-test --sample 100   a part of it
    ... --texts FOLDER          keeps the texts as FOLDER/INPUT.SET.jsonl, and reads those that are there
    ... --predictions FOLDER    ours as FOLDER/INPUT.SET.jsonl has them, of those texts

A line is junk when less than half of its words stand in a run of four that the gold body has too. Two rows an input:
kept are body, subheads and notes, then the deck as well. `lost` is the percentage of the words of the story in the
input that labelling takes out of it, and `captions` the part of it in lines that it calls captions or credits: most
captions that have words of the story say them again. `hidden` is the percentage in lines that it calls boilerplate (a
paragraph taken for the headline is lost, and not hidden), and `gone` that of the runs of four words of the story that
nothing which is kept says any more (a caption that says words of the story again is lost, and nothing is gone with it).
F1 before and after are the scorer's, of shingles and of words. The models that ship were trained on pages of some of
these publishers: figures for publishers they have not seen need `--predictions`.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from annotators.annotation import AnnotationSet
from annotators.boilerplate import label_blocks
from annotators.document import to_document
from annotators.loaders import LoadError
from annotators.loaders.text import article_from_text
from benchmarks.extraction.extractors import EXTRACTORS, NEEDS_OURS, WHOLE, of_text
from benchmarks.extraction.junk import Tally, kept_offsets, runs_gone, tally, with_kinds
from benchmarks.extraction.running import BODY, OPENING, documents_of, environment, extracted, gold_of, scored
from training.boilerplate.cleaned.story_lines import story_lines

INPUTS = (*(name for name in EXTRACTORS if name not in (*NEEDS_OURS, "trafilatura precise")), *WHOLE)
PICTURED = ("caption", "credit")
COLUMNS = (
    "lines",
    "junk %",
    "junk P",
    "junk R",
    "junk F1",
    "lost %",
    "captions %",
    "hidden %",
    "gone %",
    "F1",
    "F1 after",
    "words",
    "words after",
)


def main() -> None:
    """Print a table per set."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("html", type=Path)
    parser.add_argument("score", type=Path)
    parser.add_argument("--sets", nargs="+", default=["fundus-test", "wcxb-dev"])
    parser.add_argument("--only", nargs="+", choices=INPUTS, default=list(INPUTS))
    parser.add_argument("--language", help="only pages that say to be in it: en")
    parser.add_argument("--sample", type=int, help="pages of a set, drawn by chance (seed 7)")
    parser.add_argument("--environment", type=Path, default=Path(".peers"), help="of the peers (%(default)s)")
    parser.add_argument("--texts", type=Path, help="where the texts are kept")
    parser.add_argument("--predictions", type=Path, help="folder with ours, made before")
    arguments = parser.parse_args()
    missing = [str(path) for path in needed(arguments) if not path.is_file()]
    if missing:  # fails before an hour of work, not after it
        parser.error(f"not there: {', '.join(missing)}")
    with tempfile.TemporaryDirectory() as scratch:
        texts: Path = arguments.texts or Path(scratch)
        texts.mkdir(parents=True, exist_ok=True)
        for name_of_set in arguments.sets:
            gold = gold_of(arguments.html / name_of_set, arguments.sample, arguments.language)
            print(f"\n{name_of_set}: {len(gold)} pages\n{'':20}" + "".join(f"{column:>12}" for column in COLUMNS))
            for given in arguments.only:
                before = inputs(given, arguments.html / name_of_set, gold, texts, arguments.environment)
                made = arguments.predictions and arguments.predictions / f"{given}.{name_of_set}.jsonl"
                after = documents_of(made, gold) if made else {name: labelled(one) for name, one in before.items()}
                start = f1("", scored(arguments.score, gold, before, BODY))
                for label, keep in ((given, BODY), ("  with the deck", OPENING)):
                    end = f1(" after", scored(arguments.score, gold, after, keep))
                    cells = {**junk(gold, before, after, keep), **start, **end}
                    print(f"{label:20}" + "".join(f"{cells[column]:>12}" for column in COLUMNS), flush=True)


def needed(arguments: argparse.Namespace) -> Iterator[Path]:
    """The files without which a run would fail midway."""
    yield arguments.score
    for name_of_set in arguments.sets:
        yield arguments.html / name_of_set / "gold.json"
        if arguments.predictions:
            yield from (arguments.predictions / f"{given}.{name_of_set}.jsonl" for given in arguments.only)


def inputs(given: str, folder: Path, gold: Mapping[str, Any], texts: Path, peers: Path) -> dict[str, dict[str, Any]]:
    """The texts of a set's pages, as documents of one block; extracted unless they are there."""
    path = texts / f"{given}.{folder.name}.jsonl"
    found = documents_of(path, gold) if path.exists() else {}
    if set(found) != set(gold):
        python = Path(sys.executable) if given in NEEDS_OURS else environment(peers)
        extracted(python, given, folder / "html", gold, path)
        found = documents_of(path, gold)
    return found


def labelled(document: Mapping[str, Any]) -> dict[str, Any]:
    """The document of a text, with its blocks labelled like those of a text file."""
    path = document["source"]["path"]
    try:
        article = article_from_text(document["text"], path)
    except LoadError:
        return {**of_text(""), "source": document["source"]}
    structure = label_blocks(article)
    return to_document(article, AnnotationSet(blocks=structure.blocks, inline=structure.inline))


def junk(gold: Mapping[str, Any], before: Mapping[str, Any], after: Mapping[str, Any], keep: str) -> dict[str, str]:
    """The cells on lines and words of one input, if blocks of the kinds in `keep` are the story."""
    total, given, gone, beside = Tally(), 0, 0, 0
    for name, page in gold.items():
        if after[name]["text"] != before[name]["text"]:
            raise SystemExit(f"{name}: what was labelled is not the text that was given")
        lines = story_lines(before[name]["text"], page["body"])
        kept = kept_offsets(after[name], keep.split(","))
        clean = kept_offsets(after[name])
        total += tally(lines, kept, clean)
        beside += tally(lines, with_kinds(after[name], PICTURED, kept), clean).lost
        runs, without = runs_gone(before[name]["text"], kept, page["body"])
        given, gone = given + runs, gone + without
    values = {
        "junk %": 100 * total.junk / max(1, total.lines),
        "junk P": total.precision,
        "junk R": total.recall,
        "junk F1": total.f1,
        "lost %": total.percent(total.lost),
        "captions %": total.percent(total.lost - beside),
        "hidden %": total.percent(total.hidden),
        "gone %": 100 * gone / max(1, given),
    }
    return {"lines": str(total.lines), **{name: f"{value:.2f}" for name, value in values.items()}}


def f1(suffix: str, metrics: Mapping[str, Any]) -> dict[str, str]:
    """The cells of the scorer's metrics."""
    shingles, words = metrics["shingles"]["f1"], metrics["tokens.f1"]["rate"]
    return {f"F1{suffix}": f"{shingles:.2f}", f"words{suffix}": f"{words:.2f}"}


if __name__ == "__main__":
    main()
