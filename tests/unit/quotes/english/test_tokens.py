"""What is one word to the rules."""

from __future__ import annotations

import pytest

from annotators.quotes.english.tokens import tokenize


@pytest.mark.parametrize(
    "number", ["40,000", "4.5", "$1,250.50", "1.000,50", "12:30", "9/11", "2,000-strong", "1,000th"]
)
def test_a_number_is_one_word_with_all_that_parts_its_digits(number: str) -> None:
    text = f"some {number} replies"
    assert [token.text for token in tokenize(text, 0, len(text))] == ["some", number, "replies"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("in 1996, 300 left", ["in", "1996", ",", "300", "left"]),
        ("by noon,then", ["by", "noon", ",", "then"]),
        ("it was 300.", ["it", "was", "300", "."]),
        ("the pier:7 boats", ["the", "pier", ":", "7", "boats"]),
    ],
)
def test_a_comma_a_colon_and_a_full_stop_outside_a_number_stand_alone(text: str, words: list[str]) -> None:
    assert [token.text for token in tokenize(text, 0, len(text))] == words
