"""Speech that a noun announces instead of a verb."""

from __future__ import annotations

import pytest

from tests.unit.quotes.told import said


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("“Never,” was Lund's reply.", "Lund | reply | “Never,”"),
        ("“Never,” came the reply from Lund.", "Lund | reply | “Never,”"),
        ("Her answer: “Never.”", "Her | answer | “Never.”"),
        (
            "The verdict from the coach, Ines Prado: “We were lucky.”",
            "the coach, Ines Prado | verdict | “We were lucky.”",
        ),
        ("Lund's message to voters was “hold your nose”.", "Lund | message | “hold your nose”"),
    ],
)
def test_the_owner_of_an_answer_is_its_speaker(text: str, statement: str) -> None:
    assert said(text) == [statement]


@pytest.mark.parametrize("text", ["“Never” was the word on the wall.", "His response was swift."])
def test_nobody_answers_where_no_words_are_given(text: str) -> None:
    assert said(text) == []
