"""Invariant 3: offsets and everything else survive JSON and back."""

import json

import pytest
from hypothesis import given

from annotators.annotation import AnnotationSet
from annotators.article import Article, Block, Source
from annotators.document import brief_document, from_document, to_document, with_blocks
from annotators.exporters import export
from tests.property.articles import annotated


@given(annotated())
def test_a_document_reads_back_as_the_article_and_annotations_it_was_made_of(pair):
    article, annotations = pair
    document = json.loads(json.dumps(to_document(article, annotations)))
    read, found = from_document(document)
    assert (read.text, read.blocks, read.source, read.metadata) == (
        article.text,
        article.blocks,
        article.source,
        article.metadata,
    )
    assert found == annotations


@given(annotated())
@pytest.mark.parametrize("name", ["json", "jsonl"])
def test_quoted_text_in_json_equals_the_text_at_its_offsets(name, pair):
    document = json.loads(export(*pair, name))
    for item in [*document["entities"], *document["notes"]]:
        assert item["text"] == document["text"][item["start"] : item["end"]]


@given(annotated())
def test_a_brief_document_is_all_there_but_for_the_text(pair):
    article, annotations = pair
    for known in (annotations, annotations.replace(blocks=())):
        brief = json.loads(json.dumps(brief_document(article, known)))
        assert ("spans" in brief) == (not known.blocks)
        assert from_document({**with_blocks(brief), "text": article.text}) == from_document(to_document(article, known))


def test_blocks_that_an_element_was_made_of_are_told_in_full():
    article = Article("A", (Block(0, 1, "h1"),), Source("a.html", "text/html"))
    assert brief_document(article, AnnotationSet())["blocks"] == [{"start": 0, "end": 1, "tag": "h1"}]
