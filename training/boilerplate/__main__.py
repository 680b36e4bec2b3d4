"""Fit the model that says what each line of a page is, and write it where the package reads it.

    python -m training.boilerplate --kinds DIR --html DIR --out annotators/boilerplate/lines/model.json
                                              and `short.json` beside it, for pages with a short story
    ... --predictions FOLDER                  also what models make of pages whose publisher they have not seen
    ... --predictions FOLDER --texts FOLDER2  and of texts without tags, which `benchmarks.extraction.plain` keeps there
    ... --texts FOLDER2 --cleaned annotators/boilerplate/cleaned/model.json   also the trees for text cleaned before
    ... --keep FOLDER3                        goes on where an earlier run was stopped, and fits what has changed since

What unseen publishers get is printed in any case. FOLDER has `kinds.jsonl` for `score.py kinds`, and INPUT.SET.jsonl
for `benchmarks.extraction.plain --predictions`.
"""

from __future__ import annotations

import argparse
import gc
import json
from collections.abc import Sequence
from pathlib import Path

from training.boilerplate.cleaned.cases import of_leftovers, of_texts
from training.boilerplate.cleaned.fit import fit_trees
from training.boilerplate.corpus.labelled_pages import LabelledPage
from training.boilerplate.corpus.mixing import corpus, few_pages, labelled_pages, silver_in_english, silver_of
from training.boilerplate.corpus.short_pages import short_pages
from training.boilerplate.fitting.folds import Fitted, Settings, fit
from training.boilerplate.fitting.headlines import titled_pages
from training.boilerplate.fitting.short_stories import with_short_stories
from training.boilerplate.score import judge, summary
from training.boilerplate.unseen import Unseeing, label_pages, label_texts

SETS = {"kinds": "the kinds set", "own": "our labels/", "read": "our pages/"}


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kinds", type=Path, required=True, help="the kinds set: index.json and pages/")
    parser.add_argument("--html", type=Path, required=True, help="the unpacked HTML sets: fundus-test/ and wcxb-dev/")
    parser.add_argument("--out", type=Path, required=True, help="the model file to write")
    parser.add_argument("--predictions", type=Path, help="folder for what unseen publishers get")
    parser.add_argument("--texts", type=Path, help="folder with texts of these sets to label likewise")
    parser.add_argument("--cleaned", type=Path, help="the model file to write of trees, fitted to these texts")
    parser.add_argument("--keep", type=Path, help="folder for the chains that were fitted: a stopped run goes on")
    return parser.parse_args()


def main() -> None:
    """The command line."""
    args = _arguments()
    gc.disable()  # millions of strings live until the end: collecting would find nothing
    settings = Settings(keep=args.keep)
    labelled = labelled_pages(args.kinds, args.html)
    silver = silver_of(args.html, labelled, settings.seed)
    english = silver_in_english(args.html, labelled, settings.seed)
    known = frozenset(page.key for page in labelled)
    titled = [one for name in ("wcxb-dev", "fundus-test") for one in titled_pages(args.html / name, known)]
    about = {
        "labelled": len(labelled),
        "silver": len(silver) + len(english),
        "titled": len(titled),
        "seed": settings.seed,
    }
    few = few_pages(labelled, settings.seed)
    members = few, [*few, *english], corpus(labelled, silver, settings.seed)
    fitted = with_short_stories(
        fit(members, titled, settings, about), short_pages(labelled, silver, settings.seed), settings
    )
    whole = {name: part for name, part in fitted.document.items() if name != "short"}
    for path, document in ((args.out, whole), (args.out.with_name("short.json"), fitted.document["short"])):
        path.write_text(json.dumps(document, separators=(",", ":")) + "\n", encoding="utf-8")  # ASCII is read fast
    unseeing = fitted.unseeing()
    for group, said in SETS.items():
        judged = [one for page in labelled if page.group == group for one in judge(unseeing(page.publisher), [page])]
        print(f"{said}, publishers not seen: {summary(judged)}")
    models = _with_trees(args, labelled, fitted)
    if args.predictions:
        args.predictions.mkdir(parents=True, exist_ok=True)
        label_pages([page for page in labelled if page.group == "kinds"], models, args.predictions / "kinds.jsonl")
        if args.texts:
            label_texts(args.texts, args.html, models, args.predictions)


def _with_trees(args: argparse.Namespace, labelled: Sequence[LabelledPage], fitted: Fitted) -> Unseeing:
    """Functions from a publisher to models that have not seen it; with `--cleaned` also fits and writes the trees."""
    unseeing = fitted.unseeing()
    if not args.cleaned:
        return lambda publisher: (unseeing(publisher), None)
    cases = [*of_texts(args.texts, args.html, unseeing), *of_leftovers(labelled, unseeing, Settings().seed)]
    trees = fit_trees(cases, fitted.fold_of)
    args.cleaned.write_text(json.dumps(trees.document, separators=(",", ":")) + "\n", encoding="utf-8")
    cleaned = trees.unseeing()
    return lambda publisher: (unseeing(publisher), cleaned(publisher))


if __name__ == "__main__":
    main()
