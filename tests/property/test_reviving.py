"""Annotations made while JSON is parsed equal those made afterwards."""

from __future__ import annotations

import json
from dataclasses import replace

from hypothesis import given

from annotators.annotation import AnnotationSet
from annotators.article import Article
from annotators.document import annotations_from, to_document
from annotators.memory.reviving import annotations_of, parse
from tests.property.articles import annotated


@given(annotated())
def test_every_annotation_comes_back(drawn: tuple[Article, AnnotationSet]) -> None:
    article, annotations = drawn
    document = json.dumps(to_document(article, annotations)).encode()
    assert annotations_of(parse(document)) == annotations_from(json.loads(document))


def test_words_that_come_again_are_kept_once() -> None:
    label = {"start": 0, "end": 3, "kind": "caption", "boilerplate": True, "reason": "is short; names a camera"}
    document = json.dumps({"blocks": [label, {**label, "start": 4, "end": 9}]}).encode()
    first, second = annotations_of(parse(document)).blocks
    assert first.reasons == ("is short", "names a camera")
    assert first.reasons is second.reasons
    assert first.kind is second.kind


def test_blocks_that_nobody_has_labelled_are_no_annotations() -> None:
    document = b'{"blocks": [{"start": 0, "end": 3, "tag": "p"}], "layers": {"ready": []}}'
    assert annotations_of(parse(document)) == AnnotationSet()


def test_other_json_objects_stay_dictionaries() -> None:
    assert parse(b'{"id": 3, "share": 0.5, "metadata": {"title": "start"}}') == {
        "id": 3, "share": 0.5, "metadata": {"title": "start"},
    }  # fmt: skip


def test_an_answer_without_a_layer_leaves_it_empty() -> None:
    assert replace(annotations_of({}), blocks=()) == AnnotationSet()
