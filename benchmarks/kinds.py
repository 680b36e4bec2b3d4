"""What the shipped model makes of pages that are labelled line by line.

    python -m benchmarks.kinds DIR                      DIR has `index.json`, `pages/NNN.txt`, `pages/NNN.labels.json`
    python -m benchmarks.kinds DIR --out PRED.jsonl     also one broadsheet/1 document a page, for a score script

The model was trained on the kinds set: what it gets there says little of other pages. What publishers get that it has
not seen is printed by `python -m training.boilerplate`.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Sequence
from pathlib import Path

from annotators.annotation import AnnotationSet
from annotators.boilerplate import label_blocks
from annotators.boilerplate.lines.model import load_model
from annotators.document import to_document
from training.boilerplate.corpus.labelled_pages import LabelledPage, kinds_pages
from training.boilerplate.score import judge, summary


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("kinds", type=Path, metavar="DIR")
    parser.add_argument("--out", type=Path, help="where to write the documents")
    args = parser.parse_args()
    pages = kinds_pages(args.kinds)
    judged = judge(load_model(), pages)
    print(summary(judged))
    print(_speed(pages))
    if args.out:
        args.out.write_text("".join(_document(page) + "\n" for page in pages), encoding="utf-8")


def _document(page: LabelledPage) -> str:
    structure = label_blocks(page.article)
    document = to_document(page.article, AnnotationSet(blocks=structure.blocks, inline=structure.inline))
    document["source"]["path"] = f"{page.name}.txt"
    return json.dumps(document, ensure_ascii=False)


def _speed(pages: Sequence[LabelledPage]) -> str:
    start = time.process_time()
    for page in pages:
        label_blocks(page.article)
    seconds = time.process_time() - start
    lines = sum(len(page.article.blocks) for page in pages)
    return f"{1e6 * seconds / lines:.0f} microseconds of CPU a line, {len(pages) / seconds:.0f} pages a second"


if __name__ == "__main__":
    main()
