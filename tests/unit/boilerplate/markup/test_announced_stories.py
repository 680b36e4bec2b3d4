"""Other stories under a heading at the end of a page are dropped."""

from __future__ import annotations

import pytest

from annotators.annotation import BlockLabel
from annotators.article import Article, Block, Source
from annotators.boilerplate.markup.announced_stories import with_announced_stories

STORY = "The ferry left at noon with forty people aboard, and nobody knew when it would be back in port again. " * 5
SUMMARY = "The town has found the money that was missing since the spring, and the wall will be mended."


def kinds_of(*lines: tuple[str, str, str]) -> list[str]:
    """The kinds found of blocks by path, kind and text."""
    text, made, labels, at = "\n\n".join(said for *_, said in lines), [], [], 0
    for path, kind, said in lines:
        end = at + len(said)
        made.append(Block(at, end, path.rpartition("/")[2], path))
        labels.append(BlockLabel(start=at, end=end, kind=kind, score=0.7))
        at = end + 2
    return [label.kind for label in with_announced_stories(Article(text, tuple(made), Source("x.html")), labels)]


ABOVE = ("b/div/p", "body", STORY)
BELOW = (("b/aside/h5", "subhead", "Quay wall to be mended"), ("b/aside/p", "body", SUMMARY))


@pytest.mark.parametrize(
    "said",
    ["Recent Posts", "Related articles", "MOST POPULAR", "More from the quay", "You might like", "Also on Quay Times"],
)
@pytest.mark.parametrize("kind", ["subhead", "related"])
def test_what_a_heading_announces_as_other_stories_is_related(said: str, kind: str) -> None:
    assert kinds_of(ABOVE, ("b/aside/h4", kind, said), *BELOW)[1:] == ["related"] * 3


@pytest.mark.parametrize("said", ["The most popular ferry", "More trouble", "Recent history", "Quay news", "Next"])
def test_a_heading_of_the_story_announces_none(said: str) -> None:
    assert kinds_of(ABOVE, ("b/aside/h4", "subhead", said), *BELOW)[1:] == ["subhead", "subhead", "body"]


def test_a_box_amid_the_story_ends_where_the_story_goes_on() -> None:
    assert kinds_of(ABOVE, ("b/h4", "subhead", "Related articles"), *BELOW, ABOVE)[1:] == [
        "subhead",
        "subhead",
        "body",
        "body",
    ]


def test_a_long_paragraph_is_no_summary() -> None:
    lines = (ABOVE, ("b/h4", "nav", "Related articles"), ("b/aside/p", "body", STORY))
    assert kinds_of(*lines) == ["body", "nav", "body"]


def test_a_page_of_nothing_else_keeps_them() -> None:
    assert kinds_of(("b/h4", "nav", "Recent posts"), *BELOW) == ["nav", "subhead", "body"]


def test_a_line_that_is_no_heading_announces_none() -> None:
    assert kinds_of(ABOVE, ("b/aside/p", "body", "Recent posts"), *BELOW)[1:] == ["body", "subhead", "body"]
