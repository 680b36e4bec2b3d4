"""People whose surnames are words for places."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotators.entities.types.context import read_context
from annotators.entities.types.surnames import named_like_places
from tests.unit.entities.marked import unmark


def _labels(marked: str, score: float = 0.6) -> list[str]:
    text, mentions = unmark(marked)
    names = [replace(mention, score=score) for mention in mentions]
    return [f"{text[one.start : one.end]} {one.label}" for one in named_like_places(text, read_context(text, names))]


@pytest.mark.parametrize(
    "text",
    [
        "[Torvald Sand LOC] is putting a shadow on a mountain. He has been at it since May.",
        "[Torvald Sand LOC] draws hills. Sand, who is 63, has a desk by the window.",
        "[Torvald Sand LOC] draws hills. Sand, 63, has a desk by the window.",
        "[Torvald Sand FAC] draws hills. “It is hard,” said Sand, putting down his pencil. “Very,” Sand said.",
    ],
)
def test_whoever_acts_or_speaks_or_has_an_age_is_a_person(text: str) -> None:
    assert _labels(text) == ["Torvald Sand PERSON"]


@pytest.mark.parametrize(
    "text",
    [
        "[Torrey Sand LOC] is a long beach. It has been closed since May.",
        "[Hyde Park FAC] was hosting a concert. He left early.",
        "[Lake Omre LOC] is drying up. Omre, who was a saint, gave it the name.",
        "[Northern Bank ORG] is cutting jobs. Bank, who works there, will go.",
    ],
)
def test_a_place_or_body_stays_one(text: str) -> None:
    assert _labels(text)[0].rsplit(" ", 1)[1] != "PERSON"


def test_a_body_with_a_high_score_is_no_person() -> None:
    assert _labels("[Mercy Field ORG] was counting ballots. She was slow.", score=0.99) == ["Mercy Field ORG"]


def test_an_animal_goes_by_its_name() -> None:
    assert _labels("She sat with [Mishi the cat WORK_OF_ART].", 0.5) == ["Mishi PERSON"]
    assert _labels("She watched [Thomas the Tank Engine WORK_OF_ART].", 0.5) == ["Thomas the Tank Engine WORK_OF_ART"]
