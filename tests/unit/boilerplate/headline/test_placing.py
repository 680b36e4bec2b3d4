"""How a line stands to the story below it."""

from __future__ import annotations

from annotators.boilerplate.headline.placing import placing
from annotators.boilerplate.lines.page import page_of
from annotators.loaders.text import article_from_text

NOTICE = "This site asks its readers whether they would like to have the small notices that all of its partners send."
LINES = (
    ("nav", "Home"),
    ("body", NOTICE),
    ("nav", "Skip to content"),
    ("body", NOTICE),
    ("headline", "Ferry crew refuses to sail"),
    ("byline", "By Ruth Abebe"),
    ("timestamp", "March 3, 2024"),
    ("body", "The crew of the evening ferry refused on Sunday to leave the harbour, and passengers slept on the quay."),
    ("body", "The captain said that no ferry of the line had ever left the harbour in such a storm, and none would."),
)


def signs() -> dict[int, list[str]]:
    page = page_of(article_from_text("\n\n".join(text for _, text in LINES), "x"))
    return placing(page, [kind for kind, _ in LINES], (0, 2, 4))


def test_a_paragraph_that_occurs_twice_is_not_the_story() -> None:
    assert "to story=5" in signs()[4]
    assert "to story=7" in signs()[0]


def test_the_whole_story_counts_as_below_its_headline() -> None:
    assert "follows=10" in signs()[4]


def test_recurring_words_are_compared_with_those_of_the_lines_beside() -> None:
    assert any(sign.startswith("shares beside=1") for sign in signs()[4])
    assert any(sign.startswith("shares beside=-1") for sign in signs()[2])


def test_features_give_the_distance_of_byline_and_date() -> None:
    assert {"signed+1", "dated+2"} <= set(signs()[4])
    assert not any(sign.startswith("signed") for sign in signs()[0])


def test_share_and_number_of_recurring_words_are_both_features() -> None:
    assert "shares part=2&2" in signs()[4]  # ferry and crew, of four words
    assert "shares part=0&0" in signs()[2]


def test_dates_and_bylines_of_teasers_stand_between_a_line_and_the_story() -> None:
    assert {"dates between=0", "bylines between=0"} <= set(signs()[4])
    assert {"dates between=1", "bylines between=1"} <= set(signs()[0])
