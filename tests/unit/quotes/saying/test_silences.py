"""Whoever was asked and said nothing is in the article too, with no words put in their mouth."""

from __future__ import annotations

import pytest

from tests.unit.quotes.told import said


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "A spokesman for the union did not respond to a request for comment.",
            "A spokesman for the union | did not respond to a request for comment | ",
        ),
        (
            "Mora didn't immediately return calls seeking comment.",
            "Mora | didn't immediately return calls seeking comment | ",
        ),
        ("Southmark had no comment on Friday.", "Southmark | had no comment | "),
        ("Mora could not be reached for comment.", "Mora | could not be reached for comment | "),
    ],
)
def test_saying_nothing_is_a_statement_without_content(text: str, found: str) -> None:
    assert said(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "The pumps did not respond to the switch.",
        "Mora returned the calls of the press within the hour.",
        "The island could be reached by boat.",
        "Mora did not return to the island.",
    ],
)
def test_silence_without_a_question_is_no_statement(text: str) -> None:
    assert said(text) == []
