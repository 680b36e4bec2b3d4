"""Readers' comments on HTML pages are known by the line that announces them."""

from __future__ import annotations

import pytest

from annotators.annotation import BlockLabel
from annotators.article import Article, Block, Source
from annotators.boilerplate.rules.announced_comments import with_announced_comments

STORY = "The ferry left at noon with forty people aboard, and nobody knew when it would be back in port again. " * 5
SAID = "I was on that ferry, and it was a very fine morning until we met the quay wall."


def kinds_of(*lines: tuple[str, str, str], linked: bool = False, told: str = "") -> list[str]:
    """The kinds found of blocks by tag, kind and text; `linked` makes links of all lines but the first."""
    text, made, labels, at = "\n\n".join(said for *_, said in lines), [], [], 0
    for tag, kind, said in lines:
        end = at + len(said)
        links = len(said) if linked and at else 0
        made.append(Block(at, end, tag, f"body/div/{tag}", links, bool(links), told))
        labels.append(BlockLabel(start=at, end=end, kind=kind, score=0.9))
        at = end + 2
    return [label.kind for label in with_announced_comments(Article(text, tuple(made), Source("x.html")), labels)]


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("h2", "Comments"),
        ("h3", "COMMENTS (3)"),
        ("p", "Reader comments:"),
        ("p", "12 comments on this story"),
        ("div", "12 comments so far"),
        ("div", "Comments are now closed for this story"),
        ("h4", "4 Responses to “Ferry meets quay wall”"),
        ("h3", "Leave a reply"),
    ],
)
def test_what_stands_below_the_announcement_of_comments_is_comments(tag: str, said: str) -> None:
    found = kinds_of(("p", "body", STORY), (tag, "subhead", said), ("p", "body", SAID))
    assert found == ["body", "comments", "comments"]


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("p", "Leave a comment"),  # a button amid a letter
        ("h2", "Comment"),
        ("p", "Comments--"),
        ("h2", "Comments from the harbour master"),
        ("p", "Comments on the plan closed on Friday."),
        ("h2", "What the passengers thought"),
        ("p", "The minister had 12 comments on the draft."),
    ],
)
def test_a_line_of_the_story_announces_none(tag: str, said: str) -> None:
    found = kinds_of(("p", "body", STORY), (tag, "subhead", said), ("p", "body", SAID))
    assert found == ["body", "subhead", "body"]


def test_a_count_of_comments_above_the_story_announces_none() -> None:
    lines = (
        ("h1", "headline", "Ferry meets quay wall"),
        ("p", "deck", "Nobody was hurt."),
        ("div", "comments", "12 comments"),
        ("p", "body", STORY),
    )
    assert kinds_of(*lines)[-1] == "body"


def test_what_is_kept_above_the_headline_does_not_count_as_story() -> None:
    lines = (("p", "body", STORY), ("h1", "headline", "Ferry meets quay wall"), ("h2", "nav", "Comments"))
    assert kinds_of(*lines, ("p", "body", SAID)) == ["body", "headline", "nav", "body"]


def test_a_link_to_comments_elsewhere_announces_none() -> None:
    assert kinds_of(("p", "body", STORY), ("p", "body", "12 comments"), linked=True) == ["body", "body"]


def test_what_the_page_tells_machines_of_as_its_article_stays() -> None:
    lines = (("p", "body", STORY), ("h2", "nav", "Comments"), ("p", "body", SAID))
    assert kinds_of(*lines, told="body") == ["body", "nav", "body"]


def test_the_bare_word_announces_comments_where_one_is_signed_below_it() -> None:
    lines = (("p", "body", STORY), ("td", "body", "Comments:"), ("p", "body", SAID))
    assert kinds_of(*lines) == ["body", "body", "body"]
    assert kinds_of(*lines, ("p", "body", "Posted by: Nora Quist, 3 May 2031"))[1:] == ["comments"] * 3
