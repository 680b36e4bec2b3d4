"""Every name, amount and date of our own short news items, against what the shipped pipeline finds in them.

`names/*.txt` has paragraphs with `[[words|LABEL|key]]`; names with one key are one person, body or place. The items
are for measuring: nothing is trained on them.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import combinations
from pathlib import Path

from spacy.language import Language

from annotators.annotation import AnnotationSet, BlockLabel
from annotators.article import Article, Source
from annotators.components import Analysis, analyse, load_pipeline
from annotators.loaders.segmentation import segment
from annotators.quotes import find_marks

ITEMS = Path(__file__).parent / "names"
MARK = re.compile(r"\[\[([^\[\]|]+)\|([A-Z_]+)(?:\|(\w+))?\]\]")

SPANS_FLOOR = 0.85
"""F1 of spans with their labels, below which a change made things worse."""
PAIRS_FLOOR = 0.80

Name = tuple[int, int, str]


def unmarked(marked: str) -> tuple[str, dict[Name, str | None]]:
    text, names, at = "", {}, 0
    for match in MARK.finditer(marked):
        text += marked[at : match.start()]
        words, label, key = match.groups()
        names[len(text), len(text) + len(words), label] = key
        text += words
        at = match.end()
    return text + marked[at:], names


@cache
def items() -> list[tuple[str, dict[Name, str | None]]]:
    """An item is a paragraph with the headline or byline above it."""
    found: list[str] = []
    above = ""
    for path in sorted(ITEMS.glob("*.txt")):
        for paragraph in path.read_text(encoding="utf-8").strip().split("\n\n"):
            if len(MARK.sub(r"\1", paragraph).split()) < 14:
                above = paragraph + "\n\n"
            else:
                found.append(above + paragraph)
                above = ""
    return [unmarked(item) for item in found]


@cache
def found_in(text: str) -> Analysis:
    article = Article(text=text, blocks=segment(text), source=Source("item"))
    labels = tuple(BlockLabel(start=block.start, end=block.end, kind="body") for block in article.blocks)
    return analyse(pipeline(), article, AnnotationSet(blocks=labels, marks=find_marks(text, labels)))


@cache
def pipeline() -> Language:
    return load_pipeline()


def f1(right: int, said: int, wanted: int) -> float:
    return 2 * right / max(1, said + wanted)


def pairs(keys: dict[Name, str | None]) -> set[tuple[Name, Name]]:
    return {(a, b) for a, b in combinations(sorted(keys), 2) if keys[a] is not None and keys[a] == keys[b]}


def test_names_amounts_and_dates_are_found():
    right = said = wanted = 0
    for text, names in items():
        found = {(one.start, one.end, one.label) for one in found_in(text).mentions}
        right, said, wanted = right + len(found & names.keys()), said + len(found), wanted + len(names)
    assert wanted > 400
    assert f1(right, said, wanted) >= SPANS_FLOOR


def test_the_names_of_one_thing_are_put_together_and_no_others():
    right = said = wanted = 0
    for text, names in items():
        linked = {(one.start, one.end, one.label): one.entity for one in found_in(text).mentions}
        both = linked.keys() & names.keys()
        gold = pairs({name: names[name] for name in both})
        ours = pairs({name: linked[name] for name in both if names[name] is not None})
        right, said, wanted = right + len(gold & ours), said + len(ours), wanted + len(gold)
    assert wanted > 25
    assert f1(right, said, wanted) >= PAIRS_FLOOR
