"""Features of headlines from the rest of the page."""

from __future__ import annotations

from annotators.boilerplate.headline.echoes import Echoes
from annotators.boilerplate.lines.page import page_of
from annotators.loaders.text import article_from_text

LINES = (
    ("nav", "Home"),
    ("nav", "Home / Harbour / Ferry crew refuses to sail in storm"),
    ("related", "Ferry crew refuses to sail in storm"),
    ("headline", "Ferry crew refuses to sail in storm"),
    ("byline", "By Ruth Abebe"),
    ("timestamp", "March 3, 2024"),
    ("body", "The crew of the evening ferry refused on Sunday to leave the harbour, and passengers slept on the quay."),
    ("subhead", "Storm refuses to pass"),
    ("body", "The captain said that no ferry had ever left the harbour in such a storm, and that none would."),
)


def signs(number: int) -> list[str]:
    page = page_of(article_from_text("\n".join(text for _, text in LINES), "x"))
    return Echoes(page, [kind for kind, _ in LINES], range(len(LINES))).features(number)


def test_a_byline_supports_the_line_directly_above() -> None:
    assert "next byline=1" in signs(3)
    assert "next byline=1" not in signs(2)


def test_identical_lines_are_numbered() -> None:
    assert any(sign.startswith("twin=first") for sign in signs(2))
    assert any(sign.startswith("twin=last") for sign in signs(3))
    assert not any(sign.startswith("twin") for sign in signs(7))


def test_the_end_of_a_breadcrumb_is_a_feature() -> None:
    assert "ends a crumb" in signs(3)
    assert "ends a crumb" not in signs(7)


def test_story_text_above_a_line_counts_against_it() -> None:
    assert "weight above=0" in signs(3)
    assert "bodies above=2" in signs(7)
    assert "bodies above=1" in signs(3)


def test_recurring_words_are_counted_in_other_lines_only() -> None:
    assert any(sign.startswith("echo=3") for sign in signs(3))
    assert "echo=1" in signs(0)
