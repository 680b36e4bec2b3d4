"""One name, several bearers: which of them is meant, by the words around it and the rest of the article."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotators.entities.types.senses import tell_bearers_apart
from tests.unit.entities.marked import mark, unmark


def told(marked: str, score: float = 0.8) -> str:
    text, names = unmark(marked)
    return mark(text, tell_bearers_apart(text, [replace(name, score=score) for name in names]))


@pytest.mark.parametrize(
    ("model", "meant"),
    [
        (
            "[Ann Holt PERSON] lives in [Holt PERSON]. [Holt PERSON] laughed.",
            "[Ann Holt PERSON] lives in [Holt PERSON]. [Holt PERSON] laughed.",  # nothing shows a place of that name
        ),
        (
            "[Ann Holt PERSON] left [Holt GPE]. They met in [Holt PERSON]. [Holt GPE] laughed.",
            "[Ann Holt PERSON] left [Holt GPE]. They met in [Holt GPE]. [Holt PERSON] laughed.",
        ),
        (
            "[Holt Motors ORG] sacked [Ann Holt PERSON]. [Holt PERSON]’s shares fell. [Holt PERSON]’s lawyer wept.",
            "[Holt Motors ORG] sacked [Ann Holt PERSON]. [Holt ORG]’s shares fell. [Holt PERSON]’s lawyer wept.",
        ),
        (
            "[Jordan GPE] met [Japan GPE]. [Mia Jordan PERSON] sang. [Jordan PERSON] will face [Peru GPE].",
            "[Jordan GPE] met [Japan GPE]. [Mia Jordan PERSON] sang. [Jordan GPE] will face [Peru GPE].",
        ),
        (
            "[Malmo ORG] beat [Lund ORG] 2-0. The [Malmo ORG] city council closed roads in [Malmo GPE].",
            "[Malmo ORG] beat [Lund ORG] 2-0. The [Malmo GPE] city council closed roads in [Malmo GPE].",
        ),
        (
            "[London GPE] slept. [Jack London PERSON] came. [London GPE], 22, rowed.",
            "[London GPE] slept. [Jack London PERSON] came. [London PERSON], 22, rowed.",
        ),
        (
            "[Victoria Lee PERSON] resigned. “[Victoria PERSON] did right by [Victoria PERSON],” said the premier of"
            " [Victoria GPE].",
            "[Victoria Lee PERSON] resigned. “[Victoria PERSON] did right by [Victoria GPE],” said the premier of"
            " [Victoria GPE].",
        ),
        (
            "[Holt ORG] closed. He owns shares in [Holt GPE]. The [Holt Group ORG] paid.",
            "[Holt ORG] closed. He owns shares in [Holt ORG]. The [Holt Group ORG] paid.",
        ),
        (
            "HOLT – Snow fell on [Holt GPE]. [Holt Rovers ORG] played.",
            "HOLT – Snow fell on [Holt GPE]. [Holt Rovers ORG] played.",
        ),
    ],
)
def test_a_bare_name_means_the_bearer_that_fits(model: str, meant: str) -> None:
    assert told(model) == meant


def test_one_bearer_alone_is_left_to_the_model() -> None:
    for text in (
        "He lives in [Ann PERSON]. [Ann PERSON] left.",
        "They met in [Parliament ORG]. [Parliament ORG] voted.",
    ):
        assert told(text) == text


def test_a_country_in_which_things_happen_stays_a_country() -> None:
    text = "[Chad Wilkes PERSON] came to [Chad GPE]. [Chad GPE] closed its border, and [Wilkes PERSON] left [Chad GPE]."
    assert told(text, 0.9) == text


def test_a_place_in_a_match_is_its_team() -> None:
    text = "[Jordan GPE] beat [Japan GPE]. [Mike Jordan PERSON] sat. [Jordan PERSON] will face [Lund ORG] in the final."
    assert told(text, 0.9).endswith("[Jordan GPE] will face [Lund ORG] in the final.")
