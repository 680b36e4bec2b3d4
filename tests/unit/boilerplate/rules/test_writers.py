"""What begins with the name in the byline and says who that is, or stands under a heading of an author's box."""

from __future__ import annotations

import pytest

from annotators.annotation import BlockLabel
from annotators.boilerplate.rules.writers import with_writers

TOP = [("headline", "Ferry crew refuses to sail"), ("byline", "By Anna Berg"), ("timestamp", "3 May 2024")]
HEADLINE, TOLD = TOP[0], ("body", "The crew refused on Sunday to leave the harbour.")
DAYS = ("one", "two", "three", "four", "five")
STORY = [("body", f"The crew refused on day {day} to leave the harbour.") for day in DAYS]


def kinds_of(*lines: tuple[str, str]) -> list[str]:
    text, labels, at = "\n".join(line for _, line in lines), [], 0
    for kind, line in lines:
        labels.append(BlockLabel(start=at, end=at + len(line), kind=kind, score=0.5, reasons=("was so",)))
        at += len(line) + 1
    return [label.kind for label in with_writers(text, labels)]


@pytest.mark.parametrize(
    "line",
    [
        "Anna Berg teaches philosophy at a college in Iowa.",
        "Anna Berg is the health director at Harbour Times. She has 15 years of experience.",
        "Anna Berg covers shipping and fishing.",
        "Anna Berg has been reviewing ferries since 2004.",
    ],
)
def test_a_line_about_the_writer_below_the_story_is_an_author_box(line: str) -> None:
    assert kinds_of(*TOP, *STORY, ("body", line))[-1] == "author_box"


def test_the_name_alone_and_the_heading_above_belong_to_the_box() -> None:
    lines = (("subhead", "About the author"), ("related", "Anna Berg"), ("body", "Anna Berg is a historian in Oslo."))
    assert kinds_of(*TOP, *STORY, *lines)[-3:] == ["author_box"] * 3


def test_a_link_to_more_by_the_writer_belongs_to_the_box() -> None:
    lines = (
        ("body", "Anna Berg (@annaberg) is a historian in Oslo."),
        ("promo", "More by Anna Berg"),
        ("promo", "Donate"),
    )
    assert kinds_of(*TOP, *STORY, *lines)[-3:] == ["author_box", "author_box", "promo"]


def test_a_month_is_not_part_of_a_name() -> None:
    top = [TOP[0], ("byline", "by Anna Berg Apr. 26, 2022")]
    assert kinds_of(*top, *STORY, ("promo", "Anna Berg is a Norwegian historian."))[-1] == "author_box"


def test_a_name_beside_the_date_needs_no_by() -> None:
    top = [TOP[0], ("byline", "Anna Berg"), TOP[2]]
    assert kinds_of(*top, *STORY, ("body", "Anna Berg lives in Oslo."))[-1] == "author_box"


def test_a_story_about_its_writer_is_kept() -> None:
    told = [("body", f"Berg said so on {day}.") for day in ("Monday", "Tuesday", "Friday", "Sunday")]
    assert kinds_of(*TOP, *told, *STORY, ("body", "Anna Berg is a baker in Oslo."))[-1] == "body"
    top = [("headline", "Why Berg left the sea"), *TOP[1:]]
    assert kinds_of(*top, *STORY, ("body", "Anna Berg is a baker in Oslo."))[-1] == "body"


@pytest.mark.parametrize(
    "line",
    [
        "Anna Bergman is the mayor of the town.",
        "Tom Reed is the mayor of the town.",
        "Anna Berg’s ship was the last to leave.",
        "Anna Berg, the crew shouted, come back.",
    ],
)
def test_other_sentences_with_the_writers_name_are_kept(line: str) -> None:
    assert kinds_of(*TOP, *STORY, ("body", line))[-1] == "body"


def test_nothing_inside_the_story_is_an_author_box() -> None:
    assert kinds_of(*TOP, STORY[0], ("body", "Anna Berg is a baker in Oslo."), *STORY)[4] == "body"


def test_a_list_of_people_is_no_byline() -> None:
    top = [TOP[0], ("byline", "By Anna Berg, Tom Reed, Ida Lund, Ole Moe, Eva Lie and Per Dahl"), TOP[2]]
    assert kinds_of(*top, *STORY, ("body", "Anna Berg is a baker in Oslo."))[-1] == "body"


@pytest.mark.parametrize("heading", ["About the Author", "Written by", "Meet the Writer", "Contact the author:"])
def test_name_and_paragraph_under_a_heading_are_the_writers(heading: str) -> None:
    lines = (
        ("ad", heading),
        ("related", "Sir Nuno"),
        ("body", "I created this page because I love games of that kind."),
    )
    assert kinds_of(HEADLINE, TOLD, *lines)[2:] == ["author_box"] * 3


def test_a_paragraph_about_somebody_else_is_not() -> None:
    lines = (("subhead", "About the author"), ("body", "The book was written in two weeks in a house by the sea."))
    assert kinds_of(HEADLINE, TOLD, *lines)[2:] == ["subhead", "body"]


def test_the_name_under_by_is_the_byline_and_so_is_its_twin() -> None:
    lines = (HEADLINE, ("nav", "By"), ("nav", "Jesse Porter"), ("nav", "Jesse Porter"), TOLD)
    assert kinds_of(*lines)[1:4] == ["byline"] * 3


def test_by_in_a_list_of_other_stories_is_unchanged() -> None:
    rows = [("related", "Music"), ("related", "By"), ("related", "Jesse Porter")]
    assert kinds_of(HEADLINE, TOLD, *rows)[-2:] == ["related", "related"]
    assert kinds_of(*rows, *[("nav", "Home")] * 6, *STORY)[1:3] == ["related", "related"]


@pytest.mark.parametrize("line", ["*By Kim Lo*", "_by Kim Lo and Anna Berg_", "**Words by Kim van Lo**", "By Kim Lo"])
def test_the_writers_name_under_the_headline_is_a_byline_in_any_layout(line: str) -> None:
    assert kinds_of(HEADLINE, ("body", line), *STORY)[1] == "byline"


@pytest.mark.parametrize("line", ["By Friday the crew was back at sea.", "*By the harbour*", "By Kim Lo, who lost"])
def test_a_line_of_the_story_under_the_headline_may_begin_with_by(line: str) -> None:
    assert kinds_of(HEADLINE, ("body", line), *STORY)[1] == "body"
