"""Rows of figures inside a story are kept; tickers, rankings and rows of counts around it are not."""

from __future__ import annotations

import pytest

from annotators.annotation import BlockLabel
from annotators.boilerplate.rules.figures import with_figures

ABOVE = ("body", "Rovers went top of the table in the rain on Saturday, to the surprise of nearly everybody there.")
BELOW = ("body", "The two sides meet again in the cup in December, when the pitch will have been laid anew.")
TABLES = [
    ("Rovers 3 Harbour 2", "Albion 1 Castle 1", "United 0 Wanderers 4"),
    ("1 D. Amoah (Stourfield) 10.61", "2 K. Reeve (Holt Harriers) 10.70", "3 J. Lyle (Weston) 10.74"),
    ("Soup of the day: £4.50", "Cheese toastie: £5.20", "Pot of tea: £2.10"),
    ("Mon  Sunny  24/11  UV 6", "Tue  Cloudy  21/12  UV 4", "Wed  Rain  17/10  UV 2"),
    ("Yes 29%", "No 58%", "Don't know 13%"),
    ("Food: 4/10", "Service: 7/10", "Room: 5/10"),
    ("BBC1", "6.00 Breakfast", "9.00 Sunday Morning", "ITV", "8.00 Vera", "9.25 Love Your Garden"),
]


def kinds_of(*lines: tuple[str, str], framed: bool = True) -> list[str]:
    text, labels, at = "\n".join(line for _, line in lines), [], 0
    for kind, line in lines:
        labels.append(BlockLabel(start=at, end=at + len(line), kind=kind, score=0.9, reasons=("was so",)))
        at += len(line) + 1
    return [label.kind for label in with_figures(text, labels, framed=framed)]


@pytest.mark.parametrize("rows", TABLES, ids=lambda rows: rows[-1])
def test_similar_rows_of_figures_inside_the_story_are_kept(rows: tuple[str, ...]) -> None:
    assert set(kinds_of(ABOVE, *(("widget", row) for row in rows), BELOW)) == {"body"}


@pytest.mark.parametrize("rows", TABLES, ids=lambda rows: rows[-1])
def test_on_a_whole_page_the_story_must_continue_below_the_rows(rows: tuple[str, ...]) -> None:
    lines = (ABOVE, *(("widget", row) for row in rows), ("footer", "Privacy"), ("footer", "Terms"), ("nav", "Home"))
    assert kinds_of(*lines)[1:-3] == ["widget"] * len(rows)
    assert kinds_of(*lines, framed=False)[1:-3] == ["body"] * len(rows)


def test_a_heading_right_above_rows_is_kept_with_them() -> None:
    rows = [("widget", row) for row in TABLES[0]]
    assert kinds_of(ABOVE, ("nav", "Saturday's results"), *rows, BELOW)[1] == "body"


@pytest.mark.parametrize(
    "rows",
    [
        ("1 Driver fined for parking", "2 Village without a lock", "3 Chip shop wins again"),
        ("Sport (14)", "Culture (9)", "Letters (120)"),
        ("12 comments", "3 comments", "140 comments"),
        ("Add to basket £12", "Add to basket £15", "Add to basket £9"),
        ("2 hours ago", "5 hours ago", "7 hours ago"),
        ("May 1, 2024 Why I left", "May 3, 2024 A walk", "May 9, 2024 The weir"),
        ("Best tents of 2026", "Best chairs of 2026", "The harbour in 1911"),
        ("Why I left the city", "A walk to the weir", "The last ferry"),
    ],
    ids=lambda rows: rows[0],
)
def test_rankings_counts_and_lists_of_titles_are_not_kept(rows: tuple[str, ...]) -> None:
    assert kinds_of(ABOVE, *(("related", row) for row in rows), BELOW) == [
        "body",
        "related",
        "related",
        "related",
        "body",
    ]


def test_the_questions_of_a_quiz_are_no_ranking() -> None:
    rows = ("1 Which river runs through Durham?", "2 How many sides has it?", "3 Who wrote it?")
    assert set(kinds_of(ABOVE, *(("related", row) for row in rows), BELOW)) == {"body"}


def test_two_rows_are_too_few() -> None:
    assert kinds_of(ABOVE, ("widget", "Dow 38,904"), ("widget", "Nasdaq 16,248"), BELOW)[1:3] == ["widget", "widget"]


@pytest.mark.parametrize("framed", [True, False])
def test_numbers_in_order_on_lines_of_their_own_have_titles_under_them(framed: bool) -> None:
    rows = ("1", "Driver fined for parking", "2", "Village without a lock", "3", "Chip shop wins again")
    found = kinds_of(ABOVE, *(("related", row) for row in rows), BELOW, framed=framed)
    assert found[1:-1] == ["related"] * len(rows)


def test_a_table_with_a_line_for_each_cell_is_not_a_numbered_list() -> None:
    cells = ("1", "Rovers", "24", "2", "Albion", "21", "3", "Castle", "19")
    assert set(kinds_of(ABOVE, *(("widget", cell) for cell in cells), BELOW)) == {"body"}


@pytest.mark.parametrize("framed", [True, False])
def test_stars_to_give_are_no_rows_of_figures(framed: bool) -> None:
    stars = [("related", number) for number in "12345"]
    found = kinds_of(ABOVE, ("related", "Trail LT 65"), *stars, ("related", "Blaze 60"), *stars, BELOW, framed=framed)
    assert found[1:-1] == ["related"] * 12
