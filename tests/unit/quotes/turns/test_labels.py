"""Speakers named by a label or a signature."""

from __future__ import annotations

from tests.unit.quotes.told import said


def test_a_transcript_names_its_speakers_in_capitals() -> None:
    assert said("HOLM: Did you see the pier?\nMORA: I did not.\nHOLM: Thank you.\nMORA: Not at all.") == [
        "HOLM | - | Did you see the pier?",
        "MORA | - | I did not.",
        "HOLM | - | Thank you.",
        "MORA | - | Not at all.",
    ]


def test_a_colon_after_any_capital_is_no_label() -> None:
    assert said("Now playing: The pier in winter\nUpdate: The pier is shut") == []


def test_a_label_may_come_before_a_quotation() -> None:
    assert said("Mayor Rosa Mora (Lund): “We will rebuild.”") == ["Mayor Rosa Mora (Lund) | : | “We will rebuild.”"]
