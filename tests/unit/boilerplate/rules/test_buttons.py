"""Buttons and ratings of readers are left out; advice and a critic's stars stay."""

from __future__ import annotations

import pytest

from annotators.annotation import BlockLabel
from annotators.boilerplate.rules.buttons import with_buttons


def kinds_of(*lines: tuple[str, str]) -> list[str]:
    text, labels, at = "\n".join(line for _, line in lines), [], 0
    for kind, line in lines:
        labels.append(BlockLabel(start=at, end=at + len(line), kind=kind, score=0.5, reasons=("was so",)))
        at += len(line) + 1
    return [label.kind for label in with_buttons(text, labels)]


@pytest.mark.parametrize(
    "line",
    [
        "Jump to recipe",
        "Jump to Recipe",
        "Skip to the comments",
        "Print recipe",
        "★★★★☆ 4.6 from 212 reviews",
        "⭐⭐⭐⭐⭐ 5 (31 ratings)",
        "★★★★ 1,204 votes",
        "4.6 from 212 reviews",
        "4.8 out of 5 based on 31 ratings",
    ],
)
@pytest.mark.parametrize("kind", ["body", "byline"])
def test_a_button_or_a_rating_of_readers_is_left_out(line: str, kind: str) -> None:
    assert kinds_of(("headline", "Leek pie"), (kind, line), ("body", "It freezes well."))[1:] == ["widget", "body"]


@pytest.mark.parametrize(
    "line",
    [
        "★★★★☆",
        "★★★★☆ A warm, strange film",
        "Four stars from 212 reviews is no mean feat.",
        "5 from 10 votes",
        "The motion fell, with 212 votes.",
        "4.6 from 212 patients",
        "Jump to recipes your aunt knew.",
        "Jump to it",
        "Skip to the last page and read it first.",
        "Print recipe books by hand",
        "Send flowers",
        "Send flowers to the stage door",
        "Light a candle",
        "Plant a tree",
    ],
)
def test_a_line_of_the_article_stays(line: str) -> None:
    assert kinds_of(("headline", "How to help"), ("body", line), ("body", "Cook a meal"))[1:] == ["body", "body"]


def test_an_offer_of_flowers_is_left_out_beside_other_buttons() -> None:
    assert kinds_of(("body", "No flowers, please."), ("body", "Send flowers"), ("share", "Print notice"))[1] == "widget"
