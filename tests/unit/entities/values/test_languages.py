"""The language and not the people."""

from __future__ import annotations

import pytest

from annotators.entities.values.languages import find_languages
from tests.unit.entities.marked import mark, unmark

SENTENCES = (
    "She sang in [Korean LANGUAGE] and [English LANGUAGE].",
    "He speaks [Dagbani LANGUAGE] with his mother.",
    "A novel written in [French LANGUAGE] and [Northern Sami LANGUAGE].",
    "It was read through a [Romanian LANGUAGE] interpreter.",
    "The list was translated from [Malay LANGUAGE] to [Dutch LANGUAGE].",
    "She speaks no [Dutch LANGUAGE] and wrote only in [Occitan LANGUAGE].",
    "French troops landed in Spanish towns.",
    "The Turkish president met German and French bankers.",
    "Known by its [Spanish LANGUAGE] initials, it won in Latin America.",
)


@pytest.mark.parametrize("marked", SENTENCES)
def test_a_language_is_told_from_a_people(marked: str) -> None:
    text, _ = unmark(marked)
    assert mark(text, find_languages(text)) == marked
