"""Fit the model that says what each line of a page is, and write it where the package reads it.

python -m training.boilerplate --kinds DIR --html DIR --out annotators/boilerplate/model.json
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from annotators.boilerplate.model import parse_model
from training.boilerplate.cross import cross_validated, training_pages
from training.boilerplate.fit import Settings, fit
from training.boilerplate.headlines import titled_pages
from training.boilerplate.pages import kinds_pages, own_pages
from training.boilerplate.score import judge, summary


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kinds", type=Path, required=True, help="the kinds set: index.json and pages/")
    parser.add_argument("--html", type=Path, required=True, help="the unpacked HTML sets: fundus-test/ and wcxb-dev/")
    parser.add_argument("--out", type=Path, required=True, help="the model file to write")
    parser.add_argument("--cross-validate", action="store_true", help="also print what unseen publishers get")
    args = parser.parse_args()
    settings = Settings()
    pages, own = kinds_pages(args.kinds), own_pages(args.html)
    titled = titled_pages(args.html / "wcxb-dev", settings.titled)
    if args.cross_validate:
        print(summary(cross_validated(pages, own, titled, settings)))
    about = {"pages": len(pages), "own pages": len(own), "titled pages": len(titled), "seed": settings.seed}
    document = fit(training_pages([*pages, *own], settings.seed), titled, settings, about)
    args.out.write_text(json.dumps(document, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
    print("on its own training pages:", summary(judge(parse_model(document), pages)))


if __name__ == "__main__":
    main()
