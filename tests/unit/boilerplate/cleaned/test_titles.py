"""Headlines of cleaned text that cannot be one."""

from __future__ import annotations

from annotators.annotation import BlockLabel
from annotators.boilerplate.cleaned.titles import with_titles

STORY = (
    "The council voted on Tuesday to close the old bridge over the river, which inspectors had found to be unsafe in "
    "the spring, after three lorries had crossed it in one night."
)


def kinds_of(*lines: tuple[str, str, float]) -> list[str]:
    labels, at = [], 0
    for kind, line, _ in lines:
        labels.append(BlockLabel(start=at, end=at + len(line), kind=kind, score=0.9))
        at += len(line) + 1
    shares = [{"headline": share, "subhead": 0.2, "body": 0.1} for _, _, share in lines]
    return [label.kind for label in with_titles([line for _, line, _ in lines], shares, labels)]


def test_a_title_below_a_paragraph_is_that_of_a_part() -> None:
    lines = ("body", STORY, 0.0), ("headline", "What the inspectors found", 0.2), ("body", STORY, 0.0)
    assert kinds_of(*lines) == ["body", "subhead", "body"]


def test_what_is_likely_a_headline_stays_it_below_a_paragraph() -> None:
    assert kinds_of(("body", STORY, 0.0), ("headline", "Bridge closes after vote", 0.8))[1] == "headline"


def test_a_headline_above_the_story_stays_it_however_unlikely() -> None:
    lines = ("nav", "News", 0.0), ("nav", "Harlow", 0.0), ("headline", "Bridge closes", 0.01), ("body", STORY, 0.0)
    assert kinds_of(*lines)[2] == "headline"


def test_what_is_longer_than_any_headline_is_body_text() -> None:
    table = " ".join(f"${number}.00 ${number / 10:.2f}" for number in range(1, 40))
    assert kinds_of(("headline", table, 0.9), ("body", STORY, 0.0)) == ["body", "body"]


def test_a_line_that_goes_on_with_a_headline_is_the_deck() -> None:
    assert (
        kinds_of(("headline", "…as ferry is to run again", 0.9), ("byline", "…and lorries wait", 0.0)) == ["deck"] * 2
    )
    assert kinds_of(("body", STORY, 0.0), ("related", "…and more from Harlow", 0.0))[1] == "related"
