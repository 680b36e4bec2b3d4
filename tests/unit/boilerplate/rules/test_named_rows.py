"""Rows with explicit wording are labelled by it."""

from __future__ import annotations

import pytest

from annotators.annotation import BlockLabel
from annotators.boilerplate.rules.named_rows import with_named_rows


def kinds_of(*lines: tuple[str, str] | tuple[str, str, float]) -> list[str]:
    text, labels, at = "\n".join(line[1] for line in lines), [], 0
    for kind, line, *score in lines:
        labels.append(BlockLabel(start=at, end=at + len(line), kind=kind, score=(*score, 0.5)[0], reasons=("was so",)))
        at += len(line) + 1
    return [label.kind for label in with_named_rows(text, labels)]


@pytest.mark.parametrize(
    "line", ["Tags: ferries, piers", "More on: Ferries · Strikes", "#ferry #pier", "Filed under Piers"]
)
def test_topics_are_tags(line: str) -> None:
    assert kinds_of(("related", line)) == ["tags"]


@pytest.mark.parametrize("line", ["14 Comments", "2 thoughts on this post", "Leave a Reply. No name is needed."])
def test_counts_of_comments_are_comments(line: str) -> None:
    assert kinds_of(("related", line)) == ["comments"]


def test_a_biography_after_the_story_is_an_author_box() -> None:
    life = "Nora Quist is a reporter in Kirkwall. She lives on a boat."
    assert kinds_of(("body", "The ferry left."), ("related", life))[1] == "author_box"
    assert kinds_of(("related", life), ("body", "The ferry left."))[0] == "related"
    assert kinds_of(("body", "The ferry left."), ("body", life))[1] == "body"


def test_a_biography_kept_with_a_low_score_is_an_author_box() -> None:
    story = ("body", "The ferry left.", 0.9)
    life = "Nora Quist is a reporter in Kirkwall. She lives on a boat."
    assert kinds_of(story, ("body", life, 0.2))[1] == "author_box"
    assert kinds_of(story, ("body", life, 0.2), story)[1] == "body"
    assert kinds_of(story, ("body", life, 0.8))[1] == "body"


@pytest.mark.parametrize(
    "line",
    [
        "Topics",
        "More on the ferry than he had",
        "The post had two thoughts on it",
        "#1 of 2",
        "Topic: the ferry. It was all that anybody talked about on the island that week.",
        "Filed under Ferries, the letter lay in the archive for ninety years.",
        "Filed under protest, the appeal failed.",
        "Keyword: patience, as she says.",
        "12 comments by the judge were struck from the record.",
        "300 responses to the survey came from the outer islands.",
        "Leave a reply on the answering machine, the caller was told.",
    ],
)
def test_other_lines_stay(line: str) -> None:
    assert kinds_of(("body", line)) == ["body"]


def test_what_is_certain_already_stays() -> None:
    assert kinds_of(("headline", "Tags: a history")) == ["headline"]


@pytest.mark.parametrize(
    "line", ["13:30, Jan 10 2031", "Posted by nora - Tuesday, January 08, 2031 12:40 PM", "Published: 2031-01-02"]
)
def test_a_date_alone_above_the_story_is_a_timestamp(line: str) -> None:
    story = "The ferry left at noon. " * 8
    assert kinds_of(("body", line), ("body", story)) == ["timestamp", "body"]
    assert kinds_of(("body", story), ("subhead", line)) == ["body", "subhead"]
    assert kinds_of(("related", line), ("body", story)) == ["related", "body"]
    assert kinds_of(("body", f"The ferry left on {line}"), ("body", story)) == ["body", "body"]


@pytest.mark.parametrize(
    "line",
    [
        "The ferry leaves the old harbour. Photo: Kari Dahl",
        "The ferry leaves the old harbour (Kari Dahl/Getty Images)",
        "The ferry leaves the old harbour | © Kari Dahl",
        "Die Fähre verlässt den alten Hafen. Foto: Kari Dahl/dpa",
        "Die Fähre verlässt den alten Hafen. Foto: picture alliance / Kari Dahl | Kari Dahl",
    ],
)
def test_a_line_with_a_pictures_credit_at_its_end_is_its_caption(line: str) -> None:
    assert kinds_of(("body", line)) == ["caption"]


@pytest.mark.parametrize(
    "line",
    [
        "The ferry left the old harbour at noon. (Reuters)",
        "Photo: Kari Dahl",
        "Ten things to do with pictures: crop them, print them",
        "There was one more way of seeing it. Picture: a man alone on a pier, in the rain.",
        "Nobody is as they say. “He wrote The Wet Image: Harbours and Memory.”",
        "My first year at sea: I founded Images by Lantern in 1983, but when I was a boy I had drawn all of the boats.",
        "The harbour fell silent. " * 20 + "Photo: Kari Dahl",
    ],
)
def test_a_paragraph_with_an_agency_at_its_end_stays_and_so_does_a_credit_alone(line: str) -> None:
    assert kinds_of(("body", line)) == ["body"]
