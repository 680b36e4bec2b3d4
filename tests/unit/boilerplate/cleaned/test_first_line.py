"""The first line of text that was cleaned before is its title, unless its words say otherwise."""

from __future__ import annotations

import pytest

from annotators.annotation import BlockLabel
from annotators.boilerplate.cleaned.first_line import with_first_line

STORY = "The mayor of Ostby resigned on Wednesday, nine days after a footbridge fell."


def kinds_of(*lines: tuple[str, str]) -> list[str]:
    labels, at = [], 0
    for kind, line in lines:
        labels.append(BlockLabel(start=at, end=at + len(line), kind=kind, score=0.9))
        at += len(line) + 1
    return [label.kind for label in with_first_line([line for _, line in lines], labels)]


def test_a_first_line_labelled_as_menu_becomes_the_headline_and_the_old_one_the_deck() -> None:
    lines = ("nav", "Mayor resigns after bridge collapse"), ("headline", "Three officials are out"), ("body", STORY)
    assert kinds_of(*lines) == ["headline", "deck", "body"]


def test_a_first_paragraph_labelled_as_headline_becomes_body() -> None:
    assert kinds_of(("nav", "How to choose a bridge"), ("headline", STORY), ("body", STORY)) == [
        "headline", "body", "body",
    ]  # fmt: skip


def test_a_title_without_any_other_is_the_headline() -> None:
    assert kinds_of(("related", "Mayor resigns after bridge collapse"), ("body", STORY))[0] == "headline"


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        ("nav", "Home News Sport Weather"),
        ("nav", "Skip to main content"),
        ("nav", "Politics"),
        ("related", "Read more: the bridge that fell"),
        ("share", "Three people liked the bridge"),
        ("byline", "By Lisa Grant of Ostby"),
        ("nav", "The bridge is closed."),
    ],
)
def test_a_first_line_with_boilerplate_words_is_unchanged(kind: str, line: str) -> None:
    assert kinds_of((kind, line), ("headline", "Mayor resigns"), ("body", STORY)) == [kind, "headline", "body"]


def test_a_headline_far_below_is_unchanged() -> None:
    lines = ("nav", "All that the river took"), *[("body", STORY)] * 8, ("headline", "Mayor resigns"), ("body", STORY)
    assert kinds_of(*lines)[0] == "nav"
