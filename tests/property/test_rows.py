"""Annotations in columns are the annotations that were put there, and everything made of them is the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields

import pytest
from hypothesis import given

from annotators.annotation import Annotation, AnnotationSet, BlockLabel, Layer
from annotators.article import Article
from annotators.cleaning import clean_segments
from annotators.document import to_document
from annotators.memory import packing
from annotators.rows import Columnar, column
from tests.property.articles import annotated
from tui.positions.counting import Counting
from tui.widgets.article_pane.annotation_order import AnnotationOrder
from tui.widgets.article_pane.layer_styles import structure_spans, styled_spans
from tui.widgets.sidebar.rows import ORDERS, Listing, sidebar_rows

PACKED = ("blocks", "inline", "mentions", "entities", "marks", "statements")


def in_columns(annotations: AnnotationSet) -> AnnotationSet:
    """The same annotations as if there were very many of them."""
    made = {}
    for name in PACKED:
        building = packing.builder(name)
        building.add(getattr(annotations, name))
        made[name] = building.rows()
    return annotations.replace(**made)


@given(annotated())
def test_packed_annotations_are_equal_to_the_original(pair: tuple[Article, AnnotationSet]) -> None:
    _, annotations = pair
    made = in_columns(annotations)
    assert made == annotations
    assert annotations == made
    for name in PACKED:
        before, after = getattr(annotations, name), getattr(made, name)
        assert tuple(after) == before
        assert after[1:] == before[1:]
        assert [type(one) for one in after] == [type(one) for one in before]
        for field in fields(before[0]) if before else ():
            assert list(column(after, field.name)) == [getattr(one, field.name) for one in before]


@given(annotated())
def test_packed_annotations_look_the_same(pair: tuple[Article, AnnotationSet]) -> None:
    article, annotations = pair
    made = in_columns(annotations)
    assert clean_segments(article, made) == clean_segments(article, annotations)
    assert to_document(article, made) == to_document(article, annotations)
    assert list(structure_spans(made)) == list(structure_spans(annotations))
    for layer in Layer:
        assert made.layer(layer) == annotations.layer(layer)
        assert list(styled_spans(made, layer)) == list(styled_spans(annotations, layer))
        assert Counting(made).words(0, {layer}) == Counting(annotations).words(0, {layer})
    for order in ORDERS:
        listing = Listing(order)
        assert sidebar_rows(article, made, Layer, listing) == sidebar_rows(article, annotations, Layer, listing)


@given(annotated())
def test_a_reader_steps_through_the_same(pair: tuple[Article, AnnotationSet]) -> None:
    article, annotations = pair

    def steps(found: AnnotationSet) -> list[Annotation | None]:
        order = AnnotationOrder()
        for layer in Layer:
            order.set_layer(layer, found.layer(layer))
        at, taken = None, [order.at(offset, Layer) for offset in range(len(article.text))]
        while (at := order.after(0, at, Layer)) is not None and len(taken) < 100:
            taken.append(at)
        return taken

    assert steps(in_columns(annotations)) == steps(annotations)


def test_only_what_is_many_is_packed(monkeypatch: pytest.MonkeyPatch) -> None:
    few: Sequence[object] = packing.packed(_labelled(3)).blocks
    assert isinstance(few, tuple)
    monkeypatch.setattr(packing, "LARGE", 3)
    many = packing.packed(_labelled(3))
    assert isinstance(many.blocks, Columnar)
    assert many == _labelled(3)


def test_a_position_from_the_end_and_one_that_is_not_there() -> None:
    rows = in_columns(_labelled(3)).blocks
    assert rows[-1] == rows[2]
    with pytest.raises(IndexError):
        rows[3]


def _labelled(number: int) -> AnnotationSet:
    return AnnotationSet(blocks=tuple(BlockLabel(start=at, end=at + 1, kind="body") for at in range(number)))
