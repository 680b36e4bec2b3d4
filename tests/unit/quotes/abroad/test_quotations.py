"""Quotations in other languages than English."""

from __future__ import annotations

import pytest

from tests.unit.quotes.told import said

GERMAN = "Der Rat hat am Montag über die neue Brücke gesprochen, die nicht vor dem Sommer fertig sein wird."


def test_speech_in_marks_is_found_and_nobody_is_made_its_speaker() -> None:
    assert said(f"{GERMAN}\nGleichzeitig wird an der Straße gebaut. „Wir sind noch nicht so weit.“") == [
        "- | - | „Wir sind noch nicht so weit.“"
    ]


def test_words_that_english_says_things_with_say_nothing_in_another_language() -> None:
    assert said(f"{GERMAN}\nVerdi: Wir haben Verständnis für die Sorgen der Leute und werden auch so handeln.") == []


def test_a_paragraph_in_english_keeps_its_speakers_beside_one_that_is_not() -> None:
    english = "The council will not build the bridge, the mayor said, and that is the end of it for her."
    assert said(f"{GERMAN}\n„Wir sind noch nicht so weit.“\n{english}")[-1].startswith("the mayor | said | ")


@pytest.mark.parametrize("label", ["SPIEGEL", "Baerbock"])
def test_turns_of_an_interview_keep_their_labels(label: str) -> None:
    lines = "\n".join(
        f"SPIEGEL: Was ist das für ein Haus, und wer hat es gebaut?\nBaerbock: Das ist ein Haus der Stadt Nummer {n}."
        for n in range(3)
    )
    text = f"Annalena Baerbock ist zurück und spricht mit dem Magazin über die Zeit, die sie nicht hier war.\n{lines}"
    assert any(one.startswith(label) for one in said(text))
