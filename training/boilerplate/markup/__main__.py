"""Fit the model that says what each block of an HTML page is, and write it where the package reads it.

python -m training.boilerplate.markup --html DIR --out annotators/boilerplate/markup/model.json
... --cross-validate FOLDER   also write FOLDER/SET.jsonl, every page labelled by a model that saw none of its publisher
"""

from __future__ import annotations

import argparse
import json
import random
from pathlib import Path

from annotators.annotation import AnnotationSet
from annotators.boilerplate import structure_of
from annotators.boilerplate.markup import label_markup
from annotators.boilerplate.markup.model import MarkupModel, parse_markup_model
from annotators.document import to_document
from training.boilerplate.corpus.labelled_pages import own_pages, read_pages
from training.boilerplate.markup.fit import Example, Settings, fit, prepared
from training.boilerplate.markup.pages import MarkedPage, marked_pages, reduced

SETS = ("fundus-test", "wcxb-dev")
REDUCED = 0.35
"""The share of pages that are used a second time as a reading view shows them."""


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--html", type=Path, required=True, help="the unpacked sets fundus-test/ and wcxb-dev/")
    parser.add_argument("--out", type=Path, help="the model file to write")
    parser.add_argument("--cross-validate", type=Path, metavar="FOLDER", help="where to write what unseen pages get")
    parser.add_argument("--folds", type=int, default=5)
    args = parser.parse_args()
    settings = Settings()
    pages = load(args.html)
    chance = random.Random(settings.seed)
    more = [reduced(page, chance) for page in pages if chance.random() < REDUCED]
    examples = prepared([*pages, *(page for page in more if page.article.blocks)])
    if args.cross_validate:
        cross_validate(examples, settings, args.folds, args.cross_validate)
    if args.out:
        about = {"pages": len(pages), "reduced": len(more), "seed": settings.seed}
        args.out.write_text(_json(fit(examples, settings, about)), encoding="utf-8")


def load(html: Path) -> list[MarkedPage]:
    """The pages of both sets, with our own labels where there are any."""
    ours = {page.name: page for page in own_pages(html)}
    ours.update({page.name: page for page in read_pages(html)})
    return [page for name in SETS for page in marked_pages(html / name, ours)]


def cross_validate(examples: list[Example], settings: Settings, folds: int, folder: Path) -> None:
    """Write every page as labelled by a model that saw no page of its publisher."""
    names = sorted({example.page.publisher for example in examples})
    random.Random(settings.seed + 1).shuffle(names)
    where = {name: number % folds for number, name in enumerate(names)}
    lines: dict[str, list[str]] = {name: [] for name in SETS}
    for fold in range(folds):
        known = [example for example in examples if where[example.page.publisher] != fold]
        model = parse_markup_model(fit(known, settings))
        for example in examples:
            if where[example.page.publisher] == fold and not example.page.name.endswith(" reduced"):
                lines[example.page.set].append(document_of(example.page, model))
        print(f"fold {fold + 1} of {folds} done", flush=True)
    folder.mkdir(parents=True, exist_ok=True)
    for name, found in lines.items():
        (folder / f"{name}.jsonl").write_text("".join(found), encoding="utf-8")


def document_of(page: MarkedPage, model: MarkupModel) -> str:
    """The `broadsheet/1` document of a page as a model labels it, on one line."""
    found = structure_of(page.article, label_markup(page.article, model))
    document = to_document(page.article, AnnotationSet(blocks=found.blocks, inline=found.inline))
    document["source"]["path"] = f"{page.name}.html"
    return _json(document)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"


if __name__ == "__main__":
    main()
