"""Quotations that a clause without a verb of saying leads up to."""

from __future__ import annotations

import pytest

from tests.unit.quotes.told import said, speakers


@pytest.mark.parametrize(
    ("text", "writer"),
    [
        ("There was a jar with a label in [Mrs. Pym PERSON]'s handwriting: “On loan.”", "Mrs. Pym"),
        ("The last page ends with a line in [Brekke PERSON]'s hand: “Light good.”", "Brekke"),
        ("A card lay there in Grandma Ellis's spidery capitals: “Do not touch the plums.”", "Grandma Ellis"),
    ],
)
def test_words_in_the_handwriting_of_somebody_are_theirs(text: str, writer: str) -> None:
    (statement,) = said(text)
    assert statement.startswith(f"{writer} |")


def test_whose_handwriting_it_is_has_the_entity() -> None:
    assert speakers("A note came in [Clara Venn PERSON]'s script: “Sorry.”") == ["Clara Venn"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Rep. Ana Ruiz: “No deal.”", "Rep. Ana Ruiz"),
        ("Then Marta Kowalczyk: “That is a lie.”", "Marta Kowalczyk"),
        ("The last word went to Ana Ruiz: “We will see.”", "Ana Ruiz"),
        ("The poem begins: “I was the road.”", "The poem"),
    ],
)
def test_a_name_before_a_colon_speaks(text: str, speaker: str) -> None:
    (statement,) = said(text)
    assert statement.split(" | ")[0] == speaker


@pytest.mark.parametrize(
    "text", ["The crate bore a stamp in Norwegian: “This side up.”", "It was a note to Tom Hale: “Go.”"]
)
def test_a_language_or_an_addressee_before_a_colon_does_not(text: str) -> None:
    assert [statement.split(" | ")[0] for statement in said(text)] not in (["Norwegian"], ["Tom Hale"])
