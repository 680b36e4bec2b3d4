"""broadsheet/1 as the documentation shows it, and what breaks it."""

import json
from pathlib import Path

import pytest

from annotators.annotation import BOILERPLATE_KINDS, KEPT_KINDS, MARK_KINDS
from annotators.article import Article, Block, Source
from annotators.document import DocumentError, from_document, to_document
from annotators.exporters import FORMATS

DOCS = Path(__file__).parents[2] / "docs" / "json.md"


@pytest.fixture
def example() -> dict:
    return json.loads(DOCS.read_text(encoding="utf-8").split("```json")[1].split("```")[0])


def test_the_documented_example_is_a_document_and_its_spans_say_what_they_are(example):
    article, annotations = from_document(example)
    assert to_document(article, annotations) == example
    assert [article.text[one.start : one.end] for one in annotations.marks] == ["“We have been patient,”"]
    assert [article.text[one.start : one.end] for one in annotations.mentions] == ["Idris Bello"]
    assert article.text[slice(*annotations.statements[0].cue)] == "said"


def test_the_documentation_names_every_kind_and_format():
    described = " ".join(DOCS.read_text(encoding="utf-8").split())
    assert " ".join(KEPT_KINDS) in described
    assert " ".join(BOILERPLATE_KINDS) in described
    assert all(f"`{kind}`" in described for kind in MARK_KINDS)
    readme = (DOCS.parents[1] / "README.md").read_text(encoding="utf-8")
    assert ", ".join(FORMATS) not in readme or all(name in readme for name in FORMATS)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("format", "broadsheet/2"),
        ("text", None),
        ("source", {}),
        ("blocks", [{"start": 5, "end": 5}]),
        ("blocks", [{"start": 0, "end": 4}]),
        ("entities", [{"start": 0, "end": 4}]),
        ("statements", [{"start": 0, "end": 4, "id": "s1", "type": "direct"}]),
        ("layers", {"ready": ["weather"]}),
        ("metadata", []),
    ],
)
def test_an_object_that_breaks_the_contract_is_a_document_error(example, field, value):
    with pytest.raises(DocumentError):
        from_document({**example, field: value})


def test_an_article_without_labels_still_lists_its_blocks_with_their_origin():
    article = Article("A\n\nB", (Block(0, 1, "h1", "body/h1"), Block(3, 4)), Source("a.html", "text/html"))
    document = to_document(article, from_document(to_document(article, _nothing()))[1])
    assert document["blocks"] == [{"start": 0, "end": 1, "tag": "h1", "path": "body/h1"}, {"start": 3, "end": 4}]
    assert from_document(document)[0] == article


def _nothing():
    from annotators.annotation import AnnotationSet

    return AnnotationSet()


def test_fields_that_later_versions_add_are_passed_over(example):
    article, _ = from_document({**example, "mood": "grim", "metadata": {**example["metadata"], "weather": "rain"}})
    assert article.metadata.title is None
