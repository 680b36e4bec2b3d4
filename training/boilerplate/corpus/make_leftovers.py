"""Writes `leftovers.json` anew: which lines of the pages that we labelled other extractors leave.

    python -m benchmarks.extraction.plain HTML SCORE.py --texts FOLDER
    python -m training.boilerplate.corpus.make_leftovers --kinds KINDS --html HTML --extracted FOLDER

The first command runs the extractors in an environment of their own and keeps what they make as
FOLDER/EXTRACTOR.SET.jsonl.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from training.boilerplate.corpus.leftovers import LEFTOVERS, lines_left, runs_of
from training.boilerplate.corpus.mixing import labelled_pages

EXTRACTORS = ("trafilatura", "readability-lxml", "newspaper4k", "justext", "resiliparse", "boilerpy3")


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kinds", type=Path, required=True, help="the kinds set")
    parser.add_argument("--html", type=Path, required=True, help="the unpacked HTML sets")
    parser.add_argument("--extracted", type=Path, required=True, help="what the extractors made of these sets")
    args = parser.parse_args()
    texts = {extractor: _texts(args.extracted, extractor) for extractor in EXTRACTORS}
    found: dict[str, dict[str, list[tuple[int, int]]]] = defaultdict(dict)
    for page in labelled_pages(args.kinds, args.html):
        for extractor, known in texts.items():
            runs = runs_of(lines_left(page.page.texts, known.get((page.set, page.key), "")))
            if runs:
                found[page.name][extractor] = runs
    LEFTOVERS.write_text(json.dumps(found, separators=(",", ":")) + "\n", encoding="utf-8")


def _texts(folder: Path, extractor: str) -> Mapping[tuple[str, str], str]:
    found = {}
    for path in folder.glob(f"{extractor}.*.jsonl"):
        for line in path.read_text(encoding="utf-8").split("\n"):
            document = json.loads(line) if line else None
            if document is not None:
                key = Path(document["source"]["path"]).name.removesuffix(".html")
                found[path.name.removeprefix(f"{extractor}.").removesuffix(".jsonl"), key] = document["text"]
    return found


if __name__ == "__main__":
    main()
