"""Short lines of an article in another language are kept, and what says that it is something else is not."""

from __future__ import annotations

import pytest

from annotators.annotation import BlockLabel
from annotators.boilerplate.rules.short_lines_abroad import with_short_lines_abroad
from tests.growth import growth

HEAD = [
    ("nav", "Lokales"),
    ("headline", "Lohbach gewinnt"),
    ("byline", "Von Karla Reimers"),
    ("share", "Artikel teilen"),
]
FIRST = ("body", "Lohbach drehte am Sonntag ein Spiel, das schon verloren war.")
LAST = ("body", "Der Trainer war trotzdem nicht zufrieden mit seiner Elf.")
FOOT = [("related", "Mehr zum Thema"), ("related", "Kater kehrt heim"), ("footer", "Impressum")]


def kinds_of(*lines: tuple[str, str]) -> list[str]:
    text, labels, at = "\n".join(line for _, line in lines), [], 0
    for kind, line in lines:
        labels.append(BlockLabel(start=at, end=at + len(line), kind=kind, score=0.7, reasons=("was so",)))
        at += len(line) + 1
    return [label.kind for label in with_short_lines_abroad(text, labels)]


def test_lines_between_two_paragraphs_are_kept() -> None:
    amid = [("related", "Tore"), ("related", "0:1 Maier (12.)"), ("ad", "1:1 Krug (44.)")]
    assert kinds_of(*HEAD, FIRST, *amid, LAST, *FOOT)[5:8] == ["body"] * 3


@pytest.mark.parametrize("line", ["Lesen Sie auch: Sturm an der Küste", "Anzeige", "Jetzt anmelden", "Foto: dpa"])
def test_but_not_a_run_with_a_line_that_says_what_it_is(line: str) -> None:
    assert (
        kinds_of(*HEAD, FIRST, ("related", line), ("related", "Kater kehrt heim"), LAST, *FOOT)[5:7] == ["related"] * 2
    )


@pytest.mark.parametrize("lines", [["Eintracht Lohbach – FC Weide 2:1"], ["Für den Teig", "500 g Mehl"]])
def test_a_list_with_figures_above_the_first_paragraph_is_kept_below_what_stands_there(lines: list[str]) -> None:
    found = kinds_of(*HEAD, *(("related", line) for line in lines), FIRST, LAST, *FOOT)
    assert found[:4] == [kind for kind, _ in HEAD]
    assert found[4 : 4 + len(lines)] == ["body"] * len(lines)


def test_but_not_one_without_a_figure() -> None:
    assert kinds_of(*HEAD, ("widget", "Kleiner Mann"), FIRST, LAST, *FOOT)[4] == "widget"


def test_who_played_is_kept_below_the_last_paragraph() -> None:
    below = [("related", "Zuschauer: 212"), ("related", "Lohbach: Faber – Wolf – Seidel")]
    assert kinds_of(*HEAD, FIRST, LAST, *below, *FOOT)[6:8] == ["body"] * 2


def test_titles_of_other_articles_are_not() -> None:
    below = [("related", "Halle: Brand im Lager"), ("related", "Der Mann, der Nebel sammelt")]
    assert kinds_of(*HEAD, FIRST, LAST, *below, *FOOT)[6:8] == ["related"] * 2


def test_of_a_long_article_and_of_a_page_without_one_nothing_is_taken() -> None:
    long = [FIRST] * 15
    assert kinds_of(*HEAD, *long, ("related", "Tore"), LAST)[-2] == "related"
    assert kinds_of(("nav", "Lokales"), ("related", "500 g Mehl")) == ["nav", "related"]


def test_a_long_line_without_a_full_stop_takes_time_in_proportion() -> None:
    assert growth(lambda size: kinds_of(*HEAD, FIRST, LAST, ("related", "1" + " a" * size)), 4000) < 8
