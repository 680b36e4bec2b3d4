"""Pull quotes: words that stand alone and are quoted in the story as well."""

from __future__ import annotations

from tests.unit.quotes.told import said

_STORY = (
    "“They told us we would be gone by Christmas,” says Pike.\n“He is as stubborn as a mule in snow,” says Maureen Lee."
)


def test_a_pull_quote_has_the_speaker_of_the_same_words_in_the_story() -> None:
    lines = said(f"{_STORY}\n“They told us we would be gone by Christmas”\nThe council keeps the lamps.")
    assert lines[-1] == "Pike | - | “They told us we would be gone by Christmas”"


def test_a_pull_quote_may_come_first() -> None:
    assert (
        said(f"“He is as stubborn as a mule in snow”\n{_STORY}")[0]
        == "Maureen Lee | - | “He is as stubborn as a mule in snow”"
    )


def test_an_unmatched_pull_quote_continues_the_last_speaker() -> None:
    assert said(f"{_STORY}\n“Nobody draws the curtains now.”")[-1].startswith("Maureen Lee | - ")


def test_a_few_common_words_have_no_speaker() -> None:
    assert said("“Never again,” said Pike.\nMaureen Lee shook her head.\n“Never again.”")[-1].startswith("Maureen Lee")
