"""What a name is, by its words, the words around it, and the rest of the article."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotators.annotation import Mark, Span
from annotators.entities.voting import settle_names
from tests.unit.entities.marked import mark, unmark


def settled(marked: str, score: float = 0.8, marks: tuple[Mark, ...] = ()) -> str:
    """The sentence as it is marked after settling, every name of the model with that score."""
    text, names = unmark(marked)
    scored = [replace(name, score=score) for name in names]
    return mark(text, settle_names(text, scored, [Span(0, len(text))], marks))


@pytest.mark.parametrize(
    ("model", "expected"),
    [
        # its own words
        ("the [Selby GPE] Corridor", "the [Selby Corridor LOC]"),
        ("the [Oder Delta GPE]", "the [Oder Delta LOC]"),
        ("the [Ledger ORG] Summit", "the [Ledger Summit EVENT]"),
        ("a [Boeing PRODUCT] 640-3 jet", "a [Boeing 640-3 PRODUCT] jet"),
        ("[Broad-based ORG] [Commission ORG]", "[Broad-based Commission ORG]"),
        ("the [Digital Markets Act ORG]", "the [Digital Markets Act LAW]"),
        ("“[Seo PERSON]-rin means dew”", "“[Seo-rin PERSON] means dew”"),
        ("a [Trump PERSON]-era law", "a [Trump PERSON]-era law"),
        # its form
        ("under Article 5 of the treaty", "under [Article 5 LAW] of the treaty"),
        ("at COP34 after Storm Gethin", "at [COP34 EVENT] after [Storm Gethin EVENT]"),
        ("the probe Merle-2 and COVID-19", "the probe [Merle-2 PRODUCT] and COVID-19"),
        # the words around it
        ("[Will Croft GPE], 71, was asked", "[Will Croft PERSON], 71, was asked"),
        ("[Kiribati PERSON]’s president", "[Kiribati GPE]’s president"),
        ("the treasurer of [Victoria PERSON]", "the treasurer of [Victoria GPE]"),
        ("[Lincoln PERSON], [Nebraska GPE], said", "[Lincoln GPE], [Nebraska GPE], said"),
        ("in [Juneau, Alaska GPE]", "in [Juneau GPE], [Alaska GPE]"),
        ("Photo: [Ana Iraola GPE]/EFE", "Photo: [Ana Iraola PERSON]/[EFE ORG]"),
        ("Nora Quist / [Getty Images PERSON]", "Nora Quist / [Getty Images ORG]"),
        ("the [2028 US presidential election EVENT]", "the 2028 [US GPE] presidential election"),
    ],
)
def test_a_name_is_what_its_surroundings_say(model: str, expected: str) -> None:
    assert settled(model) == expected


def test_a_sure_model_is_believed() -> None:
    assert settled("the [Oder Delta GPE]", score=0.99) == "the [Oder Delta GPE]"


def test_an_unsure_mention_takes_the_label_of_the_others() -> None:
    text, names = unmark("[Quellio ORG] sued. [Quellio ORG] won. [Quellio PERSON] paid.")
    scored = [replace(name, score=0.6 if name.label == "PERSON" else 0.9) for name in names]
    found = settle_names(text, scored, [Span(0, len(text))])
    assert mark(text, found) == "[Quellio ORG] sued. [Quellio ORG] won. [Quellio ORG] paid."


def test_a_surname_is_a_person_but_a_country_stays_a_country() -> None:
    assert settled("[Ann Lyle PERSON] and [Lyle ORG]", 0.7) == "[Ann Lyle PERSON] and [Lyle PERSON]"
    assert settled("[Ann Jordan PERSON] and [Jordan GPE]", 0.7) == "[Ann Jordan PERSON] and [Jordan GPE]"


def test_missed_repeats_are_found_but_not_inside_longer_names() -> None:
    assert settled("[Twitter ORG] fell. So did Twitter, not Twitter Blue, @Twitter or twitter.", 0.9) == (
        "[Twitter ORG] fell. So did Twitter, not Twitter Blue, @Twitter or twitter."
    )
    assert settled("[Asics ORG] fell. So did Asics, not Asics Blue or @Asics.", 0.9) == (
        "[Asics ORG] fell. So did [Asics ORG], not Asics Blue or @Asics."
    )


def test_a_title_in_quotation_marks_is_a_work() -> None:
    text = "Her film “The Cold Desk” won."
    marks = (Mark(start=9, end=24, kind="title"),)
    assert settled(text, marks=marks) == "Her film “[The Cold Desk WORK_OF_ART]” won."


def test_names_that_are_more_often_wrong_are_dropped() -> None:
    assert settled("[Bagels ORG] and [Bagels PERSON]", 0.35) == "Bagels and [Bagels PERSON]"


def test_the_commission_is_a_mention_where_its_name_was_given() -> None:
    assert settled("The [European Commission ORG] met. The Commission agreed, the Commission on Trade not.", 0.9) == (
        "The [European Commission ORG] met. The [Commission ORG] agreed, the Commission on Trade not."
    )
    assert settled("The Commission met [Ann Lee PERSON].") == "The Commission met [Ann Lee PERSON]."


def test_a_surname_that_the_model_missed_is_added() -> None:
    assert settled("[Ann Marsh PERSON] left. So did Marsh.", 0.9) == "[Ann Marsh PERSON] left. So did [Marsh PERSON]."
    assert settled("[Ann Marsh PERSON] left the marsh. Marsh birds sang.", 0.9) == (
        "[Ann Marsh PERSON] left the marsh. Marsh birds sang."
    )


def test_a_name_whose_words_say_what_it_is_is_kept_though_the_model_is_unsure() -> None:
    assert settled("The [Tarn Organization ORG] won.", 0.35) == "The [Tarn Organization ORG] won."


def test_who_has_a_given_name_and_is_spoken_of_as_she_is_a_person() -> None:
    assert settled("[Anna Holt ORG] won and raised her arms.") == "[Anna Holt PERSON] won and raised her arms."
    assert settled("[Anna Holt Ltd ORG] won. It raised her pay.") == "[Anna Holt Ltd ORG] won. It raised her pay."
    assert settled("[Boston Celtics ORG] said he left.") == "[Boston Celtics ORG] said he left."


def test_a_name_whose_last_word_is_a_person_elsewhere_is_a_person() -> None:
    assert settled("[Chase Tull ORG] came. [Tull PERSON] left.") == "[Chase Tull PERSON] came. [Tull PERSON] left."
    for text in (
        "[Chase Tull ORG] came. [Ann Tull PERSON] saw. [Tull PERSON] left.",
        "[Hill & Tull ORG] came. [Tull PERSON] left.",
        "[Hill Group ORG] came. [Group PERSON] left.",
    ):
        assert settled(text) == text


def test_a_name_that_stands_for_the_same_in_any_article_is_found_by_the_other() -> None:
    text = "[Barcelona ORG] won. Fans of Barça sang, and barça was spelt small."
    assert settled(text) == "[Barcelona ORG] won. Fans of Barça sang, and barça was spelt small."
    text = "[Barcelona ORG] won. Fans of Barça sang, near the Camp Barça."
    assert settled(text) == "[Barcelona ORG] won. Fans of [Barça ORG] sang, near the Camp Barça."
