"""Names that ran together, and words that are no names."""

from __future__ import annotations

import pytest

from annotators.entities.names.apart import without_common_words, without_joints
from tests.unit.entities.marked import mark, unmark


@pytest.mark.parametrize(
    ("marked", "apart"),
    [
        ("[Halden–Vesper ORG] talks. [Vesper ORG] fell.", "[Halden ORG]–[Vesper ORG] talks. [Vesper ORG] fell."),
        ("[Halden/Vesper ORG] talks. [Halden ORG] fell.", "[Halden ORG]/[Vesper ORG] talks. [Halden ORG] fell."),
        ("[Coca-Cola ORG] fell. [Vesper ORG] rose.", "[Coca-Cola ORG] fell. [Vesper ORG] rose."),
        ("[Lund Suns ORG] won. [Lund ORG], the [Suns ORG].", "[Lund Suns ORG] won. [Lund ORG], the [Suns ORG]."),
        ("[Ann Lee-Holm PERSON] met [Holm ORG].", "[Ann Lee-Holm PERSON] met [Holm ORG]."),
    ],
)
def test_two_bodies_come_apart_at_a_dash_where_one_of_them_stands_alone(marked: str, apart: str) -> None:
    text, names = unmark(marked)
    assert mark(text, without_joints(text, names)) == apart


@pytest.mark.parametrize(
    ("marked", "left"),
    [
        ("[Baker PERSON] cleared\nThe baker [Harriet Moss PERSON] wept.", ["Harriet Moss"]),
        ("[Baker PERSON] cleared\nThe baker wept for Baker.", ["Baker"]),
        ("[Baker PERSON] cleared\nA baker wept. [Sue Baker PERSON] did not.", ["Baker", "Sue Baker"]),
        ("[Apple ORG] rises\nEvery apple fell in [Lund GPE].", ["Apple", "Lund"]),
        ("[Ministers ORG] met in [Lund GPE].", ["Lund"]),
    ],
)
def test_a_word_that_only_a_beginning_made_a_name_is_none(marked: str, left: list[str]) -> None:
    text, names = unmark(marked)
    assert [text[one.start : one.end] for one in without_common_words(text, names)] == left
