"""The updates of a live blog have a time, a title and a text; lists of teasers have times as well."""

from __future__ import annotations

import pytest

from annotators.annotation import BlockLabel
from annotators.boilerplate.rules.live_updates import with_live_updates

TITLE = "Storm Brenna live: red warning for the coast as winds close bridges"
TEXT = "The ferries will not leave the harbour before Thursday, the company said."


def labelled(rows: list[tuple[str, str]]) -> list[str]:
    text, labels = "", []
    for said, kind in rows:
        labels.append(BlockLabel(start=len(text), end=len(text) + len(said), kind=kind, score=0.7))
        text += said + "\n"
    return [label.kind for label in with_live_updates(text, labels)]


@pytest.mark.parametrize(
    "times",
    [("17:42", "17:20 GMT", "16.58"), ("4:31pm", "4:02 p.m.", "11:15am"), ("17.42 Uhr", "17.20 Uhr", "9.05 Uhr")],
)
def test_titles_of_updates_are_subheads_and_their_times_timestamps(times: tuple[str, str, str]) -> None:
    rows = [(TITLE, "nav"), ("Refresh", "nav")]
    for time in times:
        rows += [(time, "byline"), ("Power cuts in Argyll", "related"), (TEXT, "body")]
    kinds = labelled(rows)
    assert kinds == ["headline", "nav", *["timestamp", "subhead", "body"] * 3]


def test_an_update_without_a_title_keeps_its_text_and_its_list() -> None:
    rows = [(TITLE, "headline")]
    for time in ("17:42", "17:20", "16:58"):
        rows += [(time, "timestamp"), (TEXT, "body"), ("Share", "share")]
    rows += [("16:20", "body"), ("The minister has begun to speak in Oban.", "promo")]
    rows += [
        ("16:05", "timestamp"),
        ("What we know", "subhead"),
        ("• Red warning", "related"),
        ("• No injuries", "body"),
    ]
    assert labelled(rows)[-6:] == ["timestamp", "body", "timestamp", "subhead", "body", "body"]
    assert "share" in labelled(rows)


@pytest.mark.parametrize(
    "rows",
    [
        [("Latest news", "related"), *[("17:42", "related"), ("Power cuts in Argyll", "related")] * 5, (TEXT, "body")],
        [(TEXT, "body"), *[("17:42", "related"), ("Power cuts in Argyll", "related")] * 3, ("Sign in", "nav")],
        [("17:42", "timestamp"), ("Power cuts", "related"), (TEXT, "body"), (TEXT, "body")],
        [
            ("20:15", "widget"),
            ("Evening news", "widget"),
            ("20:30", "widget"),
            ("A film", "widget"),
            ("22:00", "widget"),
        ],
    ],
)
def test_times_of_teasers_and_programmes_make_no_live_blog(rows: list[tuple[str, str]]) -> None:
    assert labelled(rows) == [kind for _, kind in rows]


def test_a_button_below_a_time_stays_one() -> None:
    rows = [(TITLE, "headline")]
    for time in ("17:42", "17:20", "16:58"):
        rows += [(time, "timestamp"), ("Share on Facebook", "promo"), (TEXT, "body")]
    assert labelled(rows).count("promo") == 3


def test_the_headline_of_a_live_blog_is_above_the_writers_and_the_updates() -> None:
    rows = [("Election night in Marlow: count begins – live", "related"), ("Results are expected from 1am", "related")]
    rows += [("Ruby Strand and Karl Osei", "headline")]
    for time in ("22:48", "22:31"):
        rows += [(time, "widget"), ("Polls close", "nav"), (TEXT, "body")]
    rows += [("22:00", "widget"), ("Polls close", "nav"), ("Voting has ended in Marlow.", "nav")]
    assert labelled(rows)[:3] == ["headline", "deck", "byline"]
    assert labelled(rows)[-3] == "timestamp"
    assert labelled(rows)[-1] == "body"
    rows = [("LIVE", "nav"), ("Walkout: latest as talks resume in Leeds", "body"), ("12:41", "timestamp")]
    rows += [("That's all for now", "headline"), (TEXT, "body"), *[("12:07", "timestamp"), (TEXT, "body")] * 2]
    assert labelled(rows)[:5] == ["nav", "headline", "timestamp", "subhead", "body"]


def test_a_list_of_sentences_with_times_that_is_no_story_stays() -> None:
    rows = [(TITLE, "headline"), (TEXT, "body")]
    rows += [("17:42", "related"), ("The minister has resigned after a row.", "related")] * 4
    assert labelled(rows) == [kind for _, kind in rows]
