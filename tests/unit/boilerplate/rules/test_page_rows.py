"""Blocks of HTML pages that can be one thing only."""

from __future__ import annotations

import pytest

from annotators.annotation import BlockLabel
from annotators.article import Article, Block, Source
from annotators.boilerplate.rules.page_rows import with_page_rows
from tests.growth import growth

STORY = "The ferry left at noon with forty people aboard, and nobody knew when it would be back in port again. " * 6


def kinds_of(*lines: tuple[str, str, str]) -> list[str]:
    """The kinds found of blocks by tag, kind and text."""
    text, made, labels, at = "\n\n".join(said for *_, said in lines), [], [], 0
    for tag, kind, said in lines:
        made.append(Block(at, at + len(said), tag, f"body/{tag}"))
        labels.append(BlockLabel(start=at, end=at + len(said), kind=kind, score=0.7))
        at += len(said) + 2
    return [label.kind for label in with_page_rows(Article(text, tuple(made), Source("x.html")), labels)]


@pytest.mark.parametrize(
    "said",
    [
        "Copyright 2031 The Quay Press. All rights reserved. This story may not be printed or sent on.",
        "© 2029–2031 Quay Times",
        "All content © Copyright 2031, Quay Times and Harbour News.",
        "Copyright (c) Quay Agency Ltd. 2031, All Rights Reserved.",
        "This article is © Quay Times and may not be copied without permission.",
        "Copyright 2031 by Quay",
    ],
)
def test_what_reserves_rights_is_a_footer(said: str) -> None:
    assert kinds_of(("p", "body", STORY), ("p", "body", said)) == ["body", "footer"]


@pytest.mark.parametrize(
    "said",
    [
        "Copyright law changed in 2031",
        "Copyright, the ferrymen say, is for books.",
        "Copyright 2031, 94 pages, at the harbour shop.",
        "The song is under copyright 2031 or not, said the judge.",
        "© is the sign that nobody on the quay had seen before, and so they asked the harbour master what it was.",
    ],
)
def test_what_is_said_of_copyright_is_the_story(said: str) -> None:
    assert kinds_of(("p", "body", STORY), ("p", "body", said)) == ["body", "body"]


def test_weeks_of_a_calendar_are_a_widget() -> None:
    weeks = ("1\t2\t3\t4\t5", "6\t7\t8\t9\t10\t11\t12", "13\t14\t15\t16\t17\t18\t19")
    rows = [("tr", "body", week) for week in weeks]
    assert kinds_of(("p", "body", STORY), *rows)[1:] == ["widget"] * 3
    results = [("tr", "body", row) for row in ("1\t3\t2\t5\t4", "2\t2\t0\t1\t4", "3\t1\t1\t2\t0")]
    assert kinds_of(("p", "body", STORY), *results)[1:] == ["body"] * 3
    assert kinds_of(("p", "body", STORY), rows[0])[1:] == ["body"]


def test_a_program_between_tables_is_no_story() -> None:
    program = "var old = document.all; function tell(what) { window.status = what; } document.write('');"
    assert kinds_of(("p", "body", STORY), ("body", "body", program)) == ["body", "other"]
    assert kinds_of(("p", "body", STORY), ("pre", "body", program)) == ["body", "body"]
    assert kinds_of(("p", "body", STORY), ("p", "body", "Write document.title = 'Quay' in it.")) == ["body", "body"]


def test_nothing_of_a_story_precedes_its_headline() -> None:
    lines = (("p", "body", "Send us news."), ("p", "note", "We may earn a commission."), ("h1", "headline", "Quay"))
    assert kinds_of(*lines, ("p", "body", STORY)) == ["related", "note", "headline", "body"]
    assert kinds_of(("p", "body", STORY), lines[-1], ("p", "body", "A short end.")) == ["body", "headline", "body"]


def test_many_spaces_in_a_program_take_time_in_proportion() -> None:
    assert growth(lambda size: kinds_of(("p", "body", "var a = function" + "\xa0" * size + "b")), 4000) < 8
