"""A person's name is whole: nickname, given name, surname."""

from __future__ import annotations

import pytest

from annotators.entities.names.full_names import complete_people
from tests.unit.entities.marked import mark, unmark


@pytest.mark.parametrize(
    ("model", "whole"),
    [
        ('[Hugo "Dusty PERSON]" [Fenn PERSON] is out.', '[Hugo "Dusty" Fenn PERSON] is out.'),
        ('[Dwight PERSON] "[Doc PERSON]" [Harlan PERSON] left', '[Dwight "Doc" Harlan PERSON] left'),
        ("[Dwight PERSON] “Doc” [Harlan PERSON] left", "[Dwight “Doc” Harlan PERSON] left"),
        ("[Ed PERSON] (Too Tall) [Jones PERSON] left", "[Ed (Too Tall) Jones PERSON] left"),
        ("When May [Thorn PERSON] takes over", "When [May Thorn PERSON] takes over"),
        ("It closes in May. [Thorn PERSON] left", "It closes in May. [Thorn PERSON] left"),
        ("in early May [Thorn PERSON] left", "in early May [Thorn PERSON] left"),
        ("Will [Thorn PERSON] resign?", "Will [Thorn PERSON] resign?"),
        ("No, Said [Thorn PERSON] Again", "No, Said [Thorn PERSON] Again"),
        ("[Dallas GPE] [Reeve PERSON] signed", "[Dallas Reeve PERSON] signed"),
        ("[Google ORG] [Brin PERSON] signed", "[Google ORG] [Brin PERSON] signed"),
        ("as Dr. [Ruby PERSON] Crane in", "as Dr. [Ruby Crane PERSON] in"),
        ("[Ann Lee PERSON] said “no” [Bo PERSON]", "[Ann Lee PERSON] said “no” [Bo PERSON]"),
    ],
)
def test_the_parts_of_a_name_are_one_mention(model: str, whole: str) -> None:
    text, names = unmark(model)
    assert mark(text, complete_people(text, names)) == whole


def test_the_end_of_a_sentence_in_marks_is_no_nickname() -> None:
    text = "She wrote [Cole PERSON] “should resign.” [Cole PERSON] did.\n[Tom PERSON] “The Tank” [Reed PERSON] did not."
    text, names = unmark(text)
    assert [text[one.start : one.end] for one in complete_people(text, names)] == [
        "Cole",
        "Cole",
        "Tom “The Tank” Reed",
    ]
