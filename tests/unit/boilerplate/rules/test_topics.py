"""Short lines under a heading that names topics are topics."""

from __future__ import annotations

import pytest

from annotators.annotation import BlockLabel
from annotators.boilerplate.rules.topics import with_topics

STORY = [("headline", "Ferry crew refuses to sail"), ("body", "The crew refused on Sunday to leave the harbour.")]
TOPICS = [("footer", "Manchester City"), ("promo", "Phil Foden"), ("nav", "Pregnancy and childbirth")]


def kinds_of(*lines: tuple[str, str], score: float = 0.6) -> list[str]:
    text, labels, at = "\n".join(line for _, line in lines), [], 0
    for kind, line in lines:
        labels.append(BlockLabel(start=at, end=at + len(line), kind=kind, score=score, reasons=("was so",)))
        at += len(line) + 1
    return [label.kind for label in with_topics(text, labels)]


@pytest.mark.parametrize("heading", ["Topics", "Related Tags", "Filed under:", "Read more on these topics", "Tagged:"])
def test_short_lines_under_a_heading_of_topics_are_tags(heading: str) -> None:
    found = kinds_of(*STORY, ("related", heading), *TOPICS, ("related", "The crew that would not sail is back in town"))
    assert found[2:] == ["tags"] * 4 + ["related"]


def test_a_row_of_topics_may_be_the_only_line() -> None:
    row = "Cooperative Governance & Traditional Affairs Gauteng Jacob Boy Mamabolo weather"
    assert kinds_of(*STORY, ("related", "Tags"), ("related", row))[2:] == ["tags", "tags"]


def test_topics_end_where_something_else_begins() -> None:
    after = [("share", "Share this story"), ("footer", "Ferries")]
    assert kinds_of(*STORY, ("tags", "Topics"), *TOPICS, *after)[-2:] == ["share", "footer"]


def test_the_topics_of_a_menu_are_no_tags() -> None:
    assert kinds_of(("nav", "Topics"), *TOPICS, *STORY)[:4] == ["nav", "footer", "promo", "nav"]
    framed = [*STORY, ("footer", "© 2025 The Harbour Times"), ("footer", "Topics"), *TOPICS]
    assert "tags" not in kinds_of(*framed, score=0.95)


@pytest.mark.parametrize("line", ["More on Friday", "More on this story", "Topics of the day", "In this article, a"])
def test_lines_that_only_begin_like_a_heading_of_topics_are_not_one(line: str) -> None:
    assert "tags" not in kinds_of(*STORY, ("related", line), *TOPICS)
