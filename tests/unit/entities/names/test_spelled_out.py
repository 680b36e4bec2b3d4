"""Short forms that a text itself spells out as common nouns are no names; those of bodies are."""

from __future__ import annotations

import pytest

from annotators.annotation import Mention
from annotators.entities.names.spelled_out import common_short_forms, without_common_short_forms


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("The gross domestic product (GDP) rose.", "GDP"),
        ("Gross domestic product (GDP) rose.", "GDP"),
        ("It stems from structural adjustment programmes (SAPs).", "SAP"),
        ("They wore personal protective equipment (“PPE”).", "PPE"),
        ("cost of living (COL)", "COL"),
    ],
)
def test_a_common_noun_is_no_name_for_its_short_form(text: str, short: str) -> None:
    assert common_short_forms(text) == {short}


@pytest.mark.parametrize(
    "text",
    [
        "the World Health Organization (WHO)",
        "the ministry of finance (MoF)",
        "the party that he leads (PTI)",
        "Compact with Africa (CwA)",
        "(GDP) at the start",
        "nothing here",
    ],
)
def test_bodies_and_what_the_text_does_not_spell_out_stay(text: str) -> None:
    assert common_short_forms(text) == frozenset()


def test_a_common_short_form_is_no_name_in_the_whole_article() -> None:
    text = "SAPs failed. Structural adjustment programmes (SAPs) hurt Kenya, and each SAP cost more. SAP AG is fine."
    spans = [(text.index(word), word) for word in ("SAPs failed", "Kenya", "SAP cost", "SAP AG")]
    words = {"SAPs failed": "SAPs", "SAP cost": "SAP"}
    names = [Mention(start=at, end=at + len(words.get(word, word)), label="ORG") for at, word in spans]
    kept = without_common_short_forms(text, names)
    assert [text[one.start : one.end] for one in kept] == ["Kenya", "SAP AG"]
