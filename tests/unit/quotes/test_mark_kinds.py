"""What a pair of marks is for."""

from __future__ import annotations

import pytest

from tests.unit.quotes.told import marks_in


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The “experts” who drew the map are gone.", "scare: “experts”"),
        ("Sailors shun the word “drown” on board.", "scare: “drown”"),
        ("She sang “The Lark at Noon” to a full house.", "title: “The Lark at Noon”"),
        ("He watched ‘Harbour Lights’ twice that week.", "title: ‘Harbour Lights’"),
        ("Rosa “Pepper” Mora keeps the lighthouse.", "nickname: “Pepper”"),
        ("The boxer, nicknamed “Thunder”, is retiring.", "nickname: “Thunder”"),
        (
            "Mora said the vote was “a farce from the first hour” to the last.",
            "fragment: “a farce from the first hour”",
        ),
        ("The council was fined for “gross neglect.”", "fragment: “gross neglect.”"),
        ("“Nobody asked us.”", "direct: “Nobody asked us.”"),
        ("Mora said, “Nobody asked us.”", "direct: “Nobody asked us.”"),
    ],
)
def test_a_pair_is_told_by_its_words_and_those_around_it(text: str, kind: str) -> None:
    assert marks_in(text) == [kind]


def test_a_short_fragment_beside_a_long_one_is_a_fragment_too() -> None:
    assert marks_in("Mora doubted the “plan” that “would drown half the harbour in silt” by May.") == [
        "fragment: “plan”",
        "fragment: “would drown half the harbour in silt”",
    ]
