"""Writes labels of models that have not seen the publisher, as `broadsheet/1` documents for the scorers."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from annotators.annotation import AnnotationSet
from annotators.article import Article
from annotators.boilerplate import label_blocks
from annotators.boilerplate.cleaned import CleanedModel
from annotators.boilerplate.lines.model import Model
from annotators.document import to_document
from annotators.loaders import LoadError
from annotators.loaders.text import article_from_text
from training.boilerplate.corpus.labelled_pages import LabelledPage, publisher

__all__ = ["label_pages", "label_texts"]

Unseeing = Callable[[str], tuple[Model, CleanedModel | None]]
"""A function from a publisher to models that have seen no page of it; `None` stands for the shipped trees."""


def label_pages(pages: Iterable[LabelledPage], unseeing: Unseeing, out: Path) -> None:
    """Write one document for each page."""
    with out.open("w", encoding="utf-8") as lines:
        for page in pages:
            found = _document(page.article, *unseeing(page.publisher))
            _write(lines, found, f"{page.name}.txt")


def label_texts(texts: Path, html: Path, unseeing: Unseeing, out: Path) -> None:
    """Write each INPUT.SET.jsonl of `texts` with labels to `out`; `html` has the sets' `gold.json`."""
    for path in sorted(texts.glob("*.jsonl")):
        golds = json.loads((html / path.name.split(".")[-2] / "gold.json").read_text(encoding="utf-8"))
        with (out / path.name).open("w", encoding="utf-8") as lines:
            for line in path.read_text(encoding="utf-8").split("\n"):
                given = json.loads(line) if line else None
                if given is None:
                    continue
                name = given["source"]["path"]
                models = unseeing(publisher(golds[Path(name).name.removesuffix(".html")]["url"]))
                try:
                    article = article_from_text(given["text"], name)
                except LoadError:
                    _write(lines, given, name)
                else:
                    _write(lines, _document(article, *models), name)


def _document(article: Article, model: Model, cleaned: CleanedModel | None) -> dict[str, Any]:
    structure = label_blocks(article, model, cleaned)
    return to_document(article, AnnotationSet(blocks=structure.blocks, inline=structure.inline))


def _write(lines: Any, document: dict[str, Any], path: str) -> None:
    lines.write(json.dumps({**document, "source": {**document["source"], "path": path}}, ensure_ascii=False) + "\n")
