"""What the shipped model makes of labelled pages, and what unseen publishers get.

    python -m benchmarks.kinds DIR                      the shipped model on DIR (it was trained on the kinds set)
    python -m benchmarks.kinds DIR --html HTML          also on 95 labelled pages that it has not seen
    ... --html HTML --cross-validate                    cross-validated by publisher first (about half an hour)
    python -m benchmarks.kinds DIR --out PRED.jsonl     also one broadsheet/1 document a page, for a score script

DIR holds `index.json` and `pages/NNN.txt` with `pages/NNN.labels.json`. Only the cross-validated
figures say how good the model is on pages it has not seen.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Sequence
from pathlib import Path

from annotators.annotation import AnnotationSet, BlockLabel
from annotators.boilerplate import label_blocks, structure_of
from annotators.boilerplate.model import load_model
from annotators.document import to_document
from training.boilerplate.pages import LabelledPage, kinds_pages, own_pages, read_pages
from training.boilerplate.score import Judged, judge, summary


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("kinds", type=Path, metavar="DIR")
    parser.add_argument("--html", type=Path, help="unpacked HTML sets, to train on in cross-validation")
    parser.add_argument("--cross-validate", action="store_true", help="what unseen publishers get; needs --html")
    parser.add_argument("--out", type=Path, help="where to write the (cross-validated, with --html) documents")
    args = parser.parse_args()
    pages = kinds_pages(args.kinds)
    judged = judge(load_model(), pages)
    if args.html:
        print("shipped model on pages it has not seen:", summary(judge(load_model(), read_pages(args.html))))
    if args.cross_validate:
        judged = _cross_validated(pages, args.html)
        print("unseen publishers:", summary(judged))
    print("shipped model, which has seen the kinds set:", summary(judge(load_model(), pages)))
    print(_speed(pages))
    if args.out:
        args.out.write_text("".join(_document(one) + "\n" for one in judged), encoding="utf-8")


def _cross_validated(pages: Sequence[LabelledPage], html: Path) -> list[Judged]:
    from training.boilerplate.cross import cross_validated
    from training.boilerplate.fit import Settings
    from training.boilerplate.headlines import titled_pages

    settings = Settings()
    return cross_validated(pages, own_pages(html), titled_pages(html / "wcxb-dev", settings.titled), settings)


def _document(one: Judged) -> str:
    article = one.page.article
    found = structure_of(
        article,
        [
            BlockLabel(start=block.start, end=block.end, kind=kind, score=score)
            for block, kind, score in zip(article.blocks, one.found, one.scores, strict=True)
        ],
    )
    document = to_document(article, AnnotationSet(blocks=found.blocks, inline=found.inline))
    document["source"]["path"] = f"{one.page.name}.txt"
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
