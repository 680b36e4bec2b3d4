"""The sample articles compared with annotations made by hand."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from annotators.annotation import AnnotationSet
from annotators.article import Article
from annotators.document import from_document
from annotators.loaders import load
from annotators.pipeline import annotate_structure
from tests.gold.agreement import Judged, agreement
from tests.gold.build import SAMPLES, gold_of, marked_articles

NAMES = sorted(path.name.removesuffix(".gold.json") for path in SAMPLES.glob("*.gold.json"))

LONG = 200
"""Blocks of an article that is too long to be weighed with the others."""
CONTENT_FLOOR = 0.90


class Sample(NamedTuple):
    """An article, its gold annotations, and the annotations found without a model."""

    article: Article
    gold: AnnotationSet
    found: AnnotationSet


@cache
def sample(name: str) -> Sample:
    document = json.loads((SAMPLES / f"{name}.gold.json").read_text(encoding="utf-8"))
    _, gold = from_document(document)
    article = load(str(SAMPLES / document["source"]["path"]))
    assert article.text.rstrip("\n") == document["text"].rstrip("\n")
    return Sample(article, gold, annotate_structure(article))


@pytest.mark.parametrize("name", sorted(marked_articles()))
def test_article_and_gold_are_those_of_the_marked_source(name):
    marked = marked_articles()[name]
    path = SAMPLES / name
    assert path.with_suffix(".gold.json").read_text(encoding="utf-8") == gold_of(name, marked, path.read_bytes())
    if path.suffix != ".html":
        assert path.read_bytes().decode("utf-8") == marked.text


def test_there_are_samples_of_every_sort():
    assert len(NAMES) >= 8
    assert {Path(name).suffix for name in marked_articles()} == {".txt", ".md", ".html"}
    assert max(len(sample(name).article.text.split()) for name in NAMES) >= 20_000


@pytest.mark.parametrize("name", NAMES)
def test_every_pair_of_quotation_marks_is_found(name):
    article, gold, found = sample(name)
    spans = {mark.span for mark in found.marks}
    missed = [article.text[mark.start : mark.end] for mark in gold.marks if mark.span not in spans]
    assert missed == []


def test_speech_is_found():
    pieces = [(name, span) for name in NAMES for said in sample(name).gold.statements for span in said.content
              if said.type == "direct"]  # fmt: skip
    missed = [
        sample(name).article.text[span.start : span.end]
        for name, span in pieces
        if span not in {one for said in sample(name).found.statements for one in said.content}
    ]
    assert len(missed) <= (1 - CONTENT_FLOOR) * len(pieces), missed


def test_who_speaks_is_never_a_number_and_never_nobody():
    said = [(sample(name).article.text, one.speaker) for name in NAMES for one in sample(name).found.statements]
    words = [text[speaker.start : speaker.end] for text, speaker in said if speaker is not None]
    assert len(words) > 20
    assert [speaker for speaker in words if not any(map(str.isalpha, speaker))] == []
    assert {"nobody", "let me"}.isdisjoint(speaker.lower() for speaker in words)


def test_blocks_are_kept_stripped_and_named_as_a_person_would():
    articles = [sample(name) for name in NAMES]
    agreed = agreement(
        Judged(label.kind, true.kind, one.article.text[true.start : true.end])
        for one in articles
        if len(one.gold.blocks) <= LONG  # one long article made by a script would outweigh all the others
        for true, label in zip(one.gold.blocks, one.found.blocks, strict=True)
    )
    assert agreed.headlines == ()
    assert agreed.sides >= 98, agreed.wrong
    assert agreed.stripped >= 98, agreed.wrong
    assert agreed.body >= 98, agreed.wrong
    assert agreed.kinds >= 91, agreed.wrong
