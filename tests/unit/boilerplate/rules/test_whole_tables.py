"""A table of Markdown is the story's as a whole, under a line that is kept and unless it is a menu."""

from __future__ import annotations

from annotators.annotation import BlockLabel
from annotators.boilerplate.rules.table_rules import with_whole_tables

TABLE = ("| Walk | Miles |", "|------|------:|", "| Weir | 4 |", "| Tops | 9 |")


def kinds_of(kind: str, *rows: str, row_kind: str = "widget") -> list[str]:
    labels, at = [], 0
    lines = ("Two walks", *rows, "Start at the church.")
    for number, line in enumerate(lines):
        own = kind if not number else "body" if number == len(lines) - 1 else row_kind
        labels.append(BlockLabel(start=at, end=at + len(line), kind=own, score=0.7))
        at += len(line) + 1
    return [label.kind for label in with_whole_tables("\n".join(lines), labels)]


def test_a_table_under_a_kept_line_is_kept() -> None:
    assert kinds_of("subhead", *TABLE) == ["subhead", "body", "body", "body", "body", "body"]


def test_a_table_under_furniture_is_left_as_it_is() -> None:
    assert kinds_of("nav", *TABLE)[1:5] == ["widget"] * 4


def test_a_menu_in_a_table_stays_a_menu() -> None:
    links = "| [Home](/) | [News](/news) |", "|---|---|", "| [Sport](/sport) | [Travel](/travel) |"
    assert kinds_of("headline", *links)[1:4] == ["widget"] * 3
    buttons = "| Share on Facebook | Tweet |", "|---|---|", "| Subscribe | Sign up |"
    assert kinds_of("headline", *buttons)[1:4] == ["widget"] * 3


def test_rows_without_a_delimiter_row_are_no_table() -> None:
    assert kinds_of("headline", "| Home |", "| News |", "| Sport |")[1:4] == ["widget"] * 3
