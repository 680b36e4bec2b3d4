"""Whom a description without an office stands for."""

from __future__ import annotations

import pytest

from tests.unit.quotes.told import speakers


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("[Rosa Mora PERSON], 37, met [Else Holt PERSON], 52. The 37-year-old said the pier was safe.", "Rosa Mora"),
        ("[Else Holt PERSON] met 37-year-old [Rosa Mora PERSON]. The 37-year-old said the pier was safe.", "Rosa Mora"),
        ("[Rosa Mora PERSON], a 37-year-old diver, left. “It sank,” the 37-year-old said.", "Rosa Mora"),
        ("[Rosa Mora PERSON] smiled. “It sank,” the 37-year-old striker said.", "Rosa Mora"),
        ("[Rosa Mora PERSON] met the 37-year-old [Else Holt PERSON]. “It sank,” the 7-year-old said.", "Rosa Mora"),
        ("[Rosa Mora PERSON], 37, and [Else Holt PERSON], 37, met. The 37-year-old said it sank.", None),
        ("[Rosa Mora PERSON] smiled at a 37-year-old man. “It sank,” the 37-year-old said.", None),
    ],
)
def test_an_age_is_that_of_whoever_has_it(text: str, name: str | None) -> None:
    assert speakers(text)[-1] == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("[Tom Reed PERSON] and his wife, [Dana Reed PERSON], left. Her husband said it sank.", "Tom Reed"),
        ("[Ella Marsh PERSON] and her brother [Owen Marsh PERSON] came. His sister said it sank.", "Ella Marsh"),
        (
            "[Tom Reed PERSON] and his dog came home late from the beach, where they had gone in the car of the"
            " baker's wife, [Dana Holt PERSON]. Her husband said it sank.",
            None,
        ),
        ("[Tom Reed PERSON] came. He thanked his wife, [Dana Reed PERSON]. Her doctor said it sank.", None),
    ],
)
def test_whoever_has_a_wife_is_her_husband(text: str, name: str | None) -> None:
    assert speakers(text)[-1] == name


def test_an_age_with_more_behind_it_is_that_persons_too() -> None:
    text = "[Margaret Clare PERSON], 80, swept up. The 80-year-old, a former nurse, said she had seen worse."
    assert speakers(text) == ["Margaret Clare"]
