"""Training cases of cleaned text: for each line the numbers that the trees see, and its share of furniture.

There are two sorts: what six extractors make of pages whose story is known, compared word by word, and the lines that
they leave of labelled pages. The chains' labels in the numbers come from models that have not seen the publisher.
"""

from __future__ import annotations

import json
import random
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from annotators.article import Article
from annotators.boilerplate import label_as_page
from annotators.boilerplate.cleaned.numbers import rows_of
from annotators.boilerplate.lines.model import Model
from annotators.loaders import LoadError
from annotators.loaders.text import article_from_text
from training.boilerplate.cleaned.story_lines import story_lines
from training.boilerplate.corpus.labelled_pages import LabelledPage, publisher
from training.boilerplate.corpus.leftovers import left, leftovers_of

__all__ = ["Case", "of_leftovers", "of_texts"]

_EXTRACTORS: Final = ("boilerpy3", "justext", "newspaper4k", "readability-lxml", "resiliparse", "trafilatura")
_WEIGHTS: Final = {"fundus-test": 10.0, "wcxb-dev": 1.0}
_OF_LABELLED: Final = 3.0
"""The weight of a line: texts of news are few among all others."""
_STORY: Final = frozenset(("body", "deck", "note", "subhead"))

Unseeing = Callable[[str], Model]


@dataclass(frozen=True, slots=True)
class Case:
    """A text: publisher, a row of numbers for each line, share of furniture and words of each line, and weight."""

    publisher: str
    rows: Sequence[Sequence[float]]
    furniture: Sequence[float]
    words: Sequence[int]
    weight: float


def of_texts(texts: Path, html: Path, unseeing: Unseeing) -> Iterator[Case]:
    """A case for each English text in the files INPUT.SET.jsonl; `html` has the sets' `gold.json`."""
    for name_of_set, weight in _WEIGHTS.items():
        golds = json.loads((html / name_of_set / "gold.json").read_text(encoding="utf-8"))
        for extractor in _EXTRACTORS:
            for line in (texts / f"{extractor}.{name_of_set}.jsonl").read_text(encoding="utf-8").split("\n"):
                if line and (found := _of_text(json.loads(line), golds, weight, unseeing)):
                    yield found


def of_leftovers(pages: Sequence[LabelledPage], unseeing: Unseeing, seed: int) -> Iterator[Case]:
    """A case for each text that an extractor leaves of an English labelled page."""
    runs, chance = leftovers_of(), random.Random(seed)
    for page in pages:
        for of_one in runs.get(page.name, {}).values() if not page.page.foreign else ():
            text = left(page, of_one, chance)
            if text is not None:
                rows, sizes = _rows(text.article, unseeing(page.publisher))
                furniture = [float(kind not in _STORY) for kind in text.kinds]
                yield Case(page.publisher, rows, furniture, sizes, _OF_LABELLED)


def _of_text(document: Mapping[str, Any], golds: Mapping[str, Any], weight: float, unseeing: Unseeing) -> Case | None:
    gold = golds[Path(document["source"]["path"]).name.removesuffix(".html")]
    try:
        article = article_from_text(document["text"], "-")
    except LoadError:
        return None
    by = publisher(gold["url"])
    rows, _ = _rows(article, unseeing(by))
    if not rows:
        return None
    starts = [block.start for block in article.blocks]
    words, story = [0] * len(starts), [0] * len(starts)
    for line in story_lines(article.text, gold["body"]):
        begins = line.end - len(article.text[line.start : line.end].lstrip())
        at = bisect_right(starts, begins) - 1
        words[at] += line.words
        story[at] += len(line.story)
    furniture = [1 - ours / max(1, all_) for ours, all_ in zip(story, words, strict=True)]
    return Case(by, rows, furniture, words, weight)


def _rows(article: Article, model: Model) -> tuple[list[list[float]], Sequence[int]]:
    """The rows of a text and the number of words of its lines; both empty unless it is English."""
    page, shares, found = label_as_page(article, model)
    if page.foreign:
        return [], []
    return rows_of(page, shares, [label.kind for label in found.blocks]), page.sizes
