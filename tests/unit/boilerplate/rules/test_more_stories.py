"""Titles under `Read next` below the story are links to other stories; inside it the words may be a subhead."""

from __future__ import annotations

import pytest

from annotators.annotation import BlockLabel
from annotators.boilerplate.rules.more_stories import with_more_stories

STORY = "The council voted on Tuesday to close the old bridge."
TITLES = ("Ten pubs with the best beer gardens", "Driver fined after parking on a roundabout")


def kinds_of(*lines: str) -> list[str]:
    text, labels = "", []
    for said in (STORY, *lines):
        kind = "body" if said == STORY else "subhead"
        labels.append(BlockLabel(start=len(text), end=len(text) + len(said), kind=kind, score=0.5))
        text += said + "\n"
    return [label.kind for label in with_more_stories(text, labels)][1:]


@pytest.mark.parametrize(
    "heading", ["READ NEXT:", "Most Read", "You may also like", "## Related articles", "More stories"]
)
def test_titles_under_a_heading_that_announces_them_are_no_subheads(heading: str) -> None:
    assert kinds_of(heading, *TITLES) == ["related", "related", "related"]


@pytest.mark.parametrize(
    "heading", ["What happens next", "Most read in bed", "The story so far", "More news is no news"]
)
def test_other_headings_below_the_story_stay_subheads(heading: str) -> None:
    assert kinds_of(heading, *TITLES) == ["subhead", "subhead", "subhead"]


def test_a_heading_inside_the_story_is_kept() -> None:
    assert kinds_of("Most read", TITLES[0], STORY) == ["subhead", "subhead", "body"]


def test_titles_below_one_that_is_known_are_taken_too() -> None:
    text = "\n".join((STORY, "Related articles", *TITLES))
    kinds = ("body", "related", "related", "body")
    labels, at = [], 0
    for said, kind in zip(text.split("\n"), kinds, strict=True):
        labels.append(BlockLabel(start=at, end=at + len(said), kind=kind, score=0.5))
        at += len(said) + 1
    assert [label.kind for label in with_more_stories(text, labels)] == ["body", "related", "related", "related"]
