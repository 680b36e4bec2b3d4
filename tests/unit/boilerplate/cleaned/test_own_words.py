"""Lines of cleaned text that say in so many words what they are."""

from __future__ import annotations

import pytest

from annotators.annotation import BlockLabel
from annotators.boilerplate.cleaned.own_words import with_own_words

STORY = "The council voted on Tuesday to close the old bridge, which had been found unsafe in the spring."
LAST = "Work is to begin in May and will take two years, engineers told a meeting in the village hall."


def kinds_of(*lines: str, kind: str = "body") -> list[str]:
    labels = [BlockLabel(start=number, end=number + 1, kind=kind, score=0.9) for number in range(len(lines))]
    return [label.kind for label in with_own_words(lines, labels)]


@pytest.mark.parametrize(
    "line",
    [
        "FILE - Workers look at the old bridge in Harlow, March 1, 2024.",
        "FILE PHOTO: The old bridge in Harlow",
        "Pictured at the back, from left, are Ann Lee, Tom Reed and Ida Brown.",
        "The old bridge as it looked in spring (Image:",
    ],
)
def test_a_caption_that_says_so(line: str) -> None:
    assert kinds_of(STORY, line, LAST) == ["body", "caption", "body"]


def test_what_closes_a_credit_that_the_line_above_opened() -> None:
    assert kinds_of("The old bridge (Image:", "Harlow Post / PA)", LAST) == ["caption", "credit", "body"]
    assert kinds_of(STORY, "Harlow Post / PA)", LAST) == ["body", "body", "body"]


@pytest.mark.parametrize("line", ["WATCH | Bridge closes after vote", "ALSO READ: Ferry to run again in May"])
def test_a_signpost_to_another_story(line: str) -> None:
    assert kinds_of(STORY, line, LAST) == ["body", "related", "body"]


def test_who_else_reported() -> None:
    assert kinds_of(STORY, "– additional reporting by Ann Lee") == ["body", "byline"]
    assert kinds_of(STORY, "Additional reporting by the inspectors was not asked for.") == ["body", "body"]


def test_the_time_of_an_entry_with_who_wrote_it() -> None:
    assert kinds_of(STORY, "19:04Ann Clement-Reed", LAST) == ["body", "timestamp", "body"]
    assert kinds_of(STORY, "19:04 The bridge is closed to lorries.", LAST) == ["body", "body", "body"]


def test_who_wrote_is_introduced_below_the_story_and_not_amid_it() -> None:
    line = "Ann Lee is a senior researcher with the Harlow Observatory."
    story = [f"{STORY} {number}" for number in range(5)]
    assert kinds_of(*story, line)[-1] == "author_box"
    assert kinds_of(story[0], line, *story[1:])[1] == "body"


@pytest.mark.parametrize(
    "line",
    [
        "Tom Reed is a columnist who was jailed for six months after he wrote about the bridge.",
        "Ann Lee is the first reporter to be killed in the war, and the twelfth person from Harlow.",
    ],
)
def test_a_writer_whom_the_story_tells_of_is_the_storys(line: str) -> None:
    told = "Tom Reed was taken to the police station in Harlow on Monday, where he spent the night."
    assert kinds_of(STORY, told, LAST, LAST + " So it was.", line)[-1] == "body"


def test_a_sentence_that_is_said_twice_in_a_row_is_the_storys_once() -> None:
    assert kinds_of(STORY, STORY, "Ann Lee spoke.") == ["body", "other", "body"]
    assert kinds_of(STORY, "Harlow Post", STORY) == ["body", "body", "other"]


def test_a_refrain_and_what_is_said_again_further_down_are_the_storys() -> None:
    assert kinds_of("We shall not move.", "We shall not move.", STORY) == ["body"] * 3
    assert kinds_of(STORY, "One.", "Two.", STORY) == ["body"] * 4


@pytest.mark.parametrize(
    "line",
    [
        "Pictured in the report is a town that has lost its only bridge.",
        "Pictured: Harlow Rose",
        "Watch: it is a word that the council used three times.",
        "MORE: The Life of a Chancellor is the title of the book.",
        "The file - all 300 pages of it - was lost.",
        "He held up a photo",
    ],
)
def test_what_only_begins_like_that_is_the_storys(line: str) -> None:
    assert kinds_of(STORY, line, LAST)[1] == "body"


def test_what_was_stripped_stays_what_it_is() -> None:
    assert kinds_of("FILE - Workers look at the bridge.", kind="related") == ["related"]
