"""Rows that are made while they are looked at are the rows that would all be there."""

from __future__ import annotations

from dataclasses import replace
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotators.annotation import AnnotationSet, BlockLabel, Layer
from annotators.article import Article, Block, Source
from tests.property.articles import annotated
from tui.widgets.lists import long_rows
from tui.widgets.lists.long_rows import JoinedRows
from tui.widgets.sidebar import groups as sidebar_groups
from tui.widgets.sidebar.rows import ORDERS, Listing, sidebar_rows

ADS = tuple(BlockLabel(start=2 * at, end=2 * at + 1, kind="ad") for at in range(500))
ARTICLE = Article("x\n" * 500, tuple(Block(one.start, one.end) for one in ADS), Source("a.txt"))


@pytest.fixture
def rows() -> JoinedRows:
    """The rows of all of them, none of which has been looked at."""
    made = sidebar_rows(ARTICLE, AnnotationSet(blocks=ADS), frozenset(Layer), Listing())
    assert isinstance(made, JoinedRows)
    return made


@given(annotated())
def test_every_listing_is_the_same_and_every_row_is_found(pair: tuple[Article, AnnotationSet]) -> None:
    article, annotations = pair
    for order in ORDERS:
        there = sidebar_rows(article, annotations, frozenset(Layer), Listing(order))
        with patch.object(long_rows, "_FEW", 0):
            made = sidebar_rows(article, annotations, frozenset(Layer), Listing(order))
        assert tuple(made) == tuple(there)
        if isinstance(made, JoinedRows):
            for row in there:
                place = None if row.key is None else made.place_of(row.key)
                assert row.key is None or (place is not None and made[place].key == row.key)


@given(annotated(), st.sampled_from(list(ORDERS)))
def test_many_speakers_folded_or_filtered_have_the_same_rows(pair: tuple[Article, AnnotationSet], order: str) -> None:
    article, annotations = pair
    said = annotations.statements
    twice = annotations.replace(
        statements=tuple(one for each in said for one in (each, replace(each, id=each.id + "b")))
    )
    there = sidebar_rows(article, twice, frozenset(Layer), Listing(order))
    heads = frozenset(row.key for row in there if row.style == "group")
    for listing in (Listing(order), Listing(order, turned=heads), Listing(order, words="ann")):
        there = sidebar_rows(article, twice, frozenset(Layer), listing)
        with patch.object(sidebar_groups, "_MANY", 0):
            made = sidebar_rows(article, twice, frozenset(Layer), listing)
        assert tuple(made) == tuple(there)
        if isinstance(made, JoinedRows):
            for row in there:
                place = None if row.key is None else made.place_of(row.key)
                assert row.key is None or (place is not None and made[place].key == row.key)


def test_many_rows_are_not_there_until_they_are_looked_at(rows: JoinedRows) -> None:
    made = next(part for part in rows._parts if not isinstance(part, tuple))
    assert not made._made
    assert [row.text for row in rows[-3:]] == ["x", "x", "● 4 Notes"]
    assert len(made._made) == 2


def test_a_row_that_is_not_there_is_not_found(rows: JoinedRows) -> None:
    assert rows.place_of(("BlockLabel", 1, 2)) is None
    assert rows.place_of(("BlockLabel", 2, 9)) is None
    assert rows.place_of("nothing") is None


def test_one_row_can_be_replaced(rows: JoinedRows) -> None:
    place = rows.place_of(Layer.NOTES)
    assert place is not None
    other = rows[0]
    changed = rows.with_row(place, other)
    assert changed[place] == other
    assert len(changed) == len(rows)
    assert changed[place - 1] == rows[place - 1]


def test_a_layer_that_has_little_in_it_says_why_below_its_count() -> None:
    why = "names are found best in English text"
    annotations = AnnotationSet(ready=frozenset((Layer.ENTITIES,)), unavailable={Layer.ENTITIES: why})
    rows = sidebar_rows(ARTICLE, annotations, frozenset(Layer), Listing())
    assert [row.text for row in rows[:3]] == ["● 1 Entities", "names are found best in", "English text"]
    assert rows[0].right == "0"
