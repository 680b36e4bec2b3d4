"""A name is the name: no article, title, possessive, mark or line break."""

from __future__ import annotations

import pytest

from annotators.annotation import Mention
from annotators.entities.forms.edges import tidy_names


def tidied(text: str, label: str) -> list[str]:
    found = tidy_names(text, [Mention(start=0, end=len(text), label=label)])
    return [text[one.start : one.end] for one in found]


@pytest.mark.parametrize(
    ("raw", "label", "clean"),
    [
        ("Twitter's", "ORG", "Twitter"),
        ("Conservatives’", "NORP", "Conservatives"),
        ("the United States", "GPE", "United States"),
        ("The Hague", "GPE", "The Hague"),
        ("The Sopranos", "WORK_OF_ART", "The Sopranos"),
        ("Prime Minister Keir Starmer", "PERSON", "Keir Starmer"),
        ("Mr. Zarif,", "PERSON", "Zarif"),
        ("Pope Leo", "PERSON", "Pope Leo"),
        ("“Reuters”", "ORG", "Reuters"),
        ("Mujahedin-e Khalq\xa0", "ORG", "Mujahedin-e Khalq"),
        ("Ministry of Health (", "ORG", "Ministry of Health"),
        ("U.S.", "GPE", "U.S."),
        ("Hamas.", "ORG", "Hamas"),
        ("Acme Inc.", "ORG", "Acme Inc."),
        ("Jack Hill\nJavad Zarif", "PERSON", "Javad Zarif"),
        ("Bank of New South Wales\nBy Ann", "ORG", "Bank of New South Wales"),
    ],
)
def test_names_have_no_punctuation_at_their_edges(raw: str, label: str, clean: str) -> None:
    assert tidied(raw, label) == [clean]


def test_a_string_without_letters_is_no_name() -> None:
    assert tidied("“...”", "ORG") == []


def test_a_name_goes_on_in_the_next_line_where_the_line_was_full() -> None:
    text = "The work was paid for by the Karsund Fund for Slow\nJournalism and others."
    start, end = text.index("Karsund"), text.index(" and others")
    found = tidy_names(text, [Mention(start=start, end=end, label="ORG")])
    assert [text[one.start : one.end] for one in found] == ["Karsund Fund for Slow\nJournalism"]
    apart = text.replace("\n", "\n\n").replace("Slow", "Slo")
    found = tidy_names(apart, [Mention(start=start, end=end, label="ORG")])
    assert [apart[one.start : one.end] for one in found] == ["Karsund Fund for Slo"]
