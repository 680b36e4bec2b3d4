"""Which marks belong together, whatever glyphs they are, and which are no quotation marks."""

from __future__ import annotations

import pytest

from tests.unit.quotes.told import marks_in, read


@pytest.mark.parametrize(
    ("text", "quotation"),
    [
        ("“It rained all week,” Mora said.", "“It rained all week,”"),
        ('"It rained all week," Mora said.', '"It rained all week,"'),
        ("‘It rained all week,’ Mora said.", "‘It rained all week,’"),
        ("'It rained all week,' Mora said.", "'It rained all week,'"),
        ("«It rained all week,» Mora said.", "«It rained all week,»"),
        ("„It rained all week,“ Mora said.", "„It rained all week,“"),
        ("``It rained all week,'' Mora said.", "``It rained all week,''"),
        ("''It rained all week,'' Mora said.", "''It rained all week,''"),
        ("”It rained all week,” Mora said.", "”It rained all week,”"),
    ],
)
def test_any_kind_of_marks_makes_a_pair(text: str, quotation: str) -> None:
    assert marks_in(text) == [f"direct: {quotation}"]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor's pilots' boats weren't ready.",
        "She wore flares in the '90s and again in ’98.",
        "It was rock 'n' roll till the end.",
        "Give ’em a chance, ’tis the season.",
        'He is 6\' 2" and rides a 27" bicycle.',
        "Harlow''s mayor signed the deed.",
        "The 1990s' fashions are back.",
    ],
)
def test_apostrophes_decades_and_inches_are_left_alone(text: str) -> None:
    assert marks_in(text) == []


def test_apostrophes_inside_single_marks_do_not_close_them() -> None:
    assert marks_in("'We can't say what the drivers' union won't,' Mora said.") == [
        "direct: 'We can't say what the drivers' union won't,'"
    ]


def test_marks_nest_both_ways() -> None:
    assert marks_in("“She called it a ‘tidy little coup’, and left,” Mora said.") == [
        "direct: “She called it a ‘tidy little coup’, and left,”",
        "nested: ‘tidy little coup’",
    ]
    assert marks_in("‘She called it a “tidy little coup”, and left,’ Mora said.") == [
        "direct: ‘She called it a “tidy little coup”, and left,’",
        "nested: “tidy little coup”",
    ]


def test_a_quotation_that_goes_on_in_the_next_paragraph_is_open_until_its_last() -> None:
    _, annotations = read("“We came by boat.\n“We left on foot,” Mora said.")
    assert [(mark.kind, mark.closed) for mark in annotations.marks] == [("direct", False), ("direct", True)]


def test_a_mark_that_never_closes_ends_with_its_block() -> None:
    article, annotations = read('Mora said: "That is that.\nThe hall was silent.')
    (mark,) = annotations.marks
    assert article.text[mark.start : mark.end] == '"That is that.'
    assert not mark.closed


def test_a_stray_mark_takes_nothing_with_it() -> None:
    assert marks_in('The sign read Harbour" and nothing else happened there for years.') == []


def test_a_very_long_line_of_apostrophes_takes_no_time() -> None:
    assert marks_in("'a " * 20000) == []


def test_straight_marks_stand_within_marks_of_another_sort() -> None:
    assert marks_in('Disse: «Lui ha detto "Sì, mi conosce" e poi "no".»') == [
        'direct: «Lui ha detto "Sì, mi conosce" e poi "no".»', 'nested: "Sì, mi conosce"', 'nested: "no"',
    ]  # fmt: skip
    assert marks_in('Er sagte: «Das ist gut so". Und "das" bleibt.') == ['direct: «Das ist gut so"', 'scare: "das"']
