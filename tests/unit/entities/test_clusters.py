"""One entity, many mentions; and two entities, one name."""

from __future__ import annotations

from annotators.entities.clusters import link_mentions
from tests.unit.entities.marked import unmark


def entities(marked: str) -> dict[str, list[str]]:
    """The mentions of each entity by its name."""
    text, mentions = unmark(marked)
    linked, found = link_mentions(text, mentions)
    return {
        one.name: [text[mention.start : mention.end] for mention in linked if mention.entity == one.id] for one in found
    }


def test_surname_given_name_and_full_name_are_one_person() -> None:
    assert entities(
        "[Zarif PERSON] spoke. [Javad Zarif PERSON] is [Mohammad Javad Zarif PERSON]. [Mohammad PERSON] left."
    ) == {"Mohammad Javad Zarif": ["Zarif", "Javad Zarif", "Mohammad Javad Zarif", "Mohammad"]}


def test_two_people_with_one_surname_stay_two() -> None:
    found = entities("[May Thorn PERSON] met [Elias Thorn PERSON]. [Thorn PERSON] wept. [May PERSON] laughed.")
    assert found == {"May Thorn": ["May Thorn", "May"], "Elias Thorn": ["Elias Thorn", "Thorn"]}


def test_capitals_and_initials_are_the_same_person() -> None:
    assert list(entities("[ZARIF PERSON] out. [J. Zarif PERSON] is [Javad Zarif PERSON].")) == ["Javad Zarif"]


def test_an_acronym_in_brackets_is_the_body_before_it() -> None:
    found = entities("The [Mujahedin-e Khalq ORG] ([MEK ORG]) and the [Department for Transport ORG]. [DfT ORG].")
    assert found == {
        "Mujahedin-e Khalq": ["Mujahedin-e Khalq", "MEK"],
        "Department for Transport": ["Department for Transport", "DfT"],
    }


def test_the_united_states_have_many_names() -> None:
    assert entities("[US GPE], [U.S. GPE], [USA GPE], the [United States GPE].") == {
        "United States": ["US", "U.S.", "USA", "United States"]
    }


def test_a_people_is_not_its_country() -> None:
    assert entities("[Iran GPE] and [Iranian NORP] [Iranians NORP]") == {
        "Iran": ["Iran"],
        "Iranians": ["Iranian", "Iranians"],
    }


def test_a_person_and_a_place_of_one_name_are_two() -> None:
    assert len(entities("[Gwen Washington PERSON] left [Washington GPE]. [Washington PERSON] won.")) == 2


def test_a_handle_belongs_to_the_person_it_is_made_of() -> None:
    assert entities("[@Jack PERSON] is [Jack Dorsey PERSON].") == {"Jack Dorsey": ["@Jack", "Jack Dorsey"]}


def test_a_generic_word_is_no_short_form() -> None:
    assert len(entities("The [Senate ORG] and the [Senate Banking Committee ORG].")) == 2


def test_short_forms_of_a_company() -> None:
    assert entities("[Acme Holdings ORG] fell. [Acme ORG] rose.") == {"Acme Holdings": ["Acme Holdings", "Acme"]}


def test_dates_and_numbers_are_no_entities() -> None:
    assert entities("[Monday DATE] and [five CARDINAL].") == {}
