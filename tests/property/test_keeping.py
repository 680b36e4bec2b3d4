"""The library stores annotations, blocks and links without loss."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from annotators.annotation import AnnotationSet, BlockLabel
from annotators.article import Article, Block, Source
from annotators.document import from_document
from annotators.links import Link
from annotators.memory.keeping import annotations_in, document_in, is_columns, kept, pack, unpack
from tests.property.articles import annotated


def again(article: Article, annotations: AnnotationSet) -> tuple[Article, AnnotationSet]:
    packed = pack(*kept(article, annotations))
    assert is_columns(packed)
    message = unpack(packed)
    read, _ = from_document({**document_in(message), "text": article.text})
    return read, annotations_in(message)


@given(annotated())
def test_all_that_was_found_comes_back(pair: tuple[Article, AnnotationSet]) -> None:
    article, annotations = pair
    for known in (annotations, annotations.replace(blocks=())):
        assert again(article, known) == (article, known)


@pytest.mark.parametrize("labelled", [True, False])
def test_elements_and_links_of_a_page_survive_json(labelled: bool) -> None:
    blocks = (Block(0, 3, "h1", "body/h1"), Block(4, 7), Block(8, 11, "p", "body/p", linked=3, links=1))
    links = (Link(8, 11, "https://example.org/"),)
    article = Article("One two six", blocks, Source("a.html", "text/html"), links=links)
    labels = tuple(BlockLabel(start=block.start, end=block.end, kind="body") for block in blocks if labelled)
    read, found = again(article, AnnotationSet(blocks=labels))
    assert replace(read, links=()) == replace(article, links=())
    assert tuple(read.links) == links
    assert found.blocks == labels
