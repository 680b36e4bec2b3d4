"""One entity, many mentions; and two entities, one name."""

from __future__ import annotations

from annotators.entities.linking.clusters import link_mentions
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


def test_a_wife_is_not_meant_by_the_surname_alone() -> None:
    found = entities(
        "[John Smith PERSON] left. His wife, [Anna Smith PERSON], stayed. [Smith PERSON] fled. Mrs [Smith PERSON] wept."
    )
    assert found == {"John Smith": ["John Smith", "Smith"], "Anna Smith": ["Anna Smith", "Smith"]}


def test_a_title_tells_a_sister_from_her_brother() -> None:
    found = entities("[Sara Lund PERSON] met [Erik Lund PERSON]. Ms [Lund PERSON] spoke. Mr [Lund PERSON] did not.")
    assert found == {"Sara Lund": ["Sara Lund", "Lund"], "Erik Lund": ["Erik Lund", "Lund"]}


def test_who_went_by_a_surname_goes_on_to() -> None:
    found = entities("[Ian Khan PERSON] came. [Khan PERSON] sat. [Omar Khan PERSON] stood. [Khan PERSON] left.")
    assert found == {"Ian Khan": ["Ian Khan", "Khan", "Khan"], "Omar Khan": ["Omar Khan"]}


def test_father_and_son_of_one_name_are_two() -> None:
    found = entities("[Don J. Fry PERSON], [Don Fry Jr. PERSON] and [Don Fry PERSON]")
    assert found == {"Don J. Fry": ["Don J. Fry", "Don Fry"], "Don Fry Jr.": ["Don Fry Jr."]}


def test_short_forms_and_nicknames_are_the_same_person() -> None:
    assert list(entities("[Robert Kane PERSON], or [Bob Kane PERSON]. [Bob PERSON] left.")) == ["Robert Kane"]
    assert list(entities("[Ed “Doc” Hall PERSON] came. [Doc PERSON] left. [Doc Hall PERSON] did.")) == ["Ed Hall"]


def test_a_prefixed_surname_is_the_same_without_its_prefix() -> None:
    assert list(entities("[Bashar al-Assad PERSON] fled. [Assad PERSON] left. [Al-Assad PERSON].")) == [
        "Bashar al-Assad"
    ]


def test_a_place_is_not_another_whose_name_it_is_part_of() -> None:
    for one, other in (
        ("York", "New York"), ("Sudan", "South Sudan"), ("Ireland", "Northern Ireland"), ("Mexico", "Mexico City"),
        ("Virginia", "West Virginia"), ("England", "New England"),
    ):  # fmt: skip
        assert len(entities(f"[{one} GPE] and [{other} GPE]")) == 2, (one, other)


def test_a_state_goes_by_its_name() -> None:
    assert list(entities("The [Republic of Moldova GPE]: [Moldova GPE].")) == ["Republic of Moldova"]
    assert list(entities("[Cook County GPE]: [Cook GPE].")) == ["Cook County"]


def test_a_part_of_a_company_is_another_body_but_a_team_goes_by_its_city() -> None:
    assert len(entities("[Google ORG] and [Google Cloud ORG]")) == 2
    assert list(entities("[Boston ORG] won. The [Boston Celtics ORG] won.")) == ["Boston Celtics"]
    assert list(entities("[Ford ORG] and the [Ford Motor Company ORG]")) == ["Ford Motor Company"]


def test_an_acronym_is_the_body_and_not_its_branch() -> None:
    found = entities("The [National Health Service ORG] and [NHS England ORG]: the [NHS ORG].")
    assert found == {"National Health Service": ["National Health Service", "NHS"], "NHS England": ["NHS England"]}


def test_a_head_alone_is_the_body_named_last_with_it() -> None:
    found = entities(
        "The [European Commission ORG] met. The [Commission ORG] and the [Bank of Oslo ORG]. The [Bank ORG]."
    )
    assert found == {
        "European Commission": ["European Commission", "Commission"],
        "Bank of Oslo": ["Bank of Oslo", "Bank"],
    }


def test_a_name_in_mixed_case_is_shown_before_one_in_capitals() -> None:
    assert list(entities("[APPLE ORG] SUES. [Apple ORG] won.")) == ["Apple"]
    assert list(entities("[NASA ORG] flew.")) == ["NASA"]


def test_an_ampersand_counts_for_nothing_in_an_acronym() -> None:
    assert list(entities("[Marks & Spencer ORG], or [M&S ORG]")) == ["Marks & Spencer"]


def test_companies_in_a_list_stay_apart_and_an_acronym_after_a_comma_does_not() -> None:
    listed = "[Halden Steel ORG], [Vesper Auto ORG], and [Lund Electric ORG] will merge."
    assert list(entities(listed)) == ["Halden Steel", "Vesper Auto", "Lund Electric"]
    assert list(entities("The [Ferry Safety Board ORG], [FSB ORG], met.")) == ["Ferry Safety Board"]
    assert list(entities("The [Mujahedin-e Khalq ORG] ([MEK ORG]) met.")) == ["Mujahedin-e Khalq"]


def test_a_name_over_two_lines_is_the_same_name() -> None:
    assert list(entities("The [Karsund Fund for\nSlow News ORG] and the [Karsund Fund for Slow News ORG].")) == [
        "Karsund Fund for Slow News"
    ]


def test_a_list_with_an_article_introduces_no_other_name() -> None:
    found = entities("The [African Union ORG], the [UN ORG], the [Port Reform Party ORG], the [PRF ORG], came.")
    assert list(found) == ["African Union", "UN", "Port Reform Party", "PRF"]


def test_an_acronym_in_brackets_may_be_written_as_a_word() -> None:
    found = entities(
        "The [Southern Antenna Research Service ORG] ([Sars ORG]) and the [Department of Inland Roads and "
        "Coasts ORG] ([Dirco ORG]) met the [Port Authority ORG] ([Marsh ORG])."
    )
    assert found == {
        "Southern Antenna Research Service": ["Southern Antenna Research Service", "Sars"],
        "Department of Inland Roads and Coasts": ["Department of Inland Roads and Coasts", "Dirco"],
        "Port Authority": ["Port Authority"],
        "Marsh": ["Marsh"],
    }


def test_a_royal_bank_is_not_the_bank() -> None:
    assert len(entities("The [Royal Bank of Norland ORG] expects the [Bank of Norland ORG] to wait.")) == 2


def test_a_part_of_a_continent_is_not_the_continent() -> None:
    assert len(entities("[East Africa LOC] needs rain, as all of [Africa LOC] does.")) == 2


def test_a_college_abroad_is_not_the_college_at_home() -> None:
    assert len(entities("He left [Bell College ORG] for [Bell College Berlin ORG].")) == 2


def test_a_party_is_meant_by_its_first_word_though_a_faction_has_it_too() -> None:
    found = entities("[Labour ORG] won. The [Labour Party ORG] was [New Labour ORG] then.")
    assert found == {"Labour Party": ["Labour", "Labour Party"], "New Labour": ["New Labour"]}


def test_a_long_name_may_go_on_with_and() -> None:
    found = entities("The [US Bureau of Engraving and Printing ORG] said so. The [US Bureau of Engraving ORG] did.")
    assert list(found) == ["US Bureau of Engraving and Printing"]


def test_the_last_words_of_a_name_mean_more_than_some_of_them() -> None:
    found = entities("[Sadeq Abu Amer PERSON] met [Abu Hassan Amer PERSON]. [Abu Amer PERSON] spoke.")
    assert found == {"Sadeq Abu Amer": ["Sadeq Abu Amer", "Abu Amer"], "Abu Hassan Amer": ["Abu Hassan Amer"]}


def test_titles_from_elsewhere_are_no_part_of_a_name() -> None:
    found = entities(
        "[Datuk Seri Azlan Omar PERSON] met [Cllr Jo Gill PERSON]. [Azlan Omar PERSON] thanked [Gill PERSON]."
    )
    assert [*map(len, found.values())] == [2, 2]


def test_a_city_of_the_state_and_the_capital_are_two_places_of_one_name() -> None:
    found = link_mentions(
        *unmark(
            "[WASHINGTON GPE] — A plant in [Spokane GPE], [Washington GPE], shut. [Washington GPE] looked on. "
            "[Washington GPE] state did not."
        )
    )[0]
    assert [one.entity for one in found] == ["e1", "e2", "e3", "e1", "e3"]


def test_a_state_is_one_place_where_nothing_shows_the_other() -> None:
    found = entities("A plant in [Macon GPE], [Georgia GPE], shut. [Georgia GPE] looked on.")
    assert found["Georgia"] == ["Georgia", "Georgia"]


def test_a_state_and_a_country_of_one_name_are_two() -> None:
    found = link_mentions(*unmark("From [Tbilisi GPE] to [Macon GPE], [Georgia GPE]. [Georgia GPE] makes wine."))[0]
    assert found[2].entity != found[3].entity


def test_a_war_has_a_number_or_a_word_for_it() -> None:
    assert len(entities("[World War II EVENT] and the [Second World War EVENT], [WWII EVENT].")) == 1


def test_a_surname_with_a_slip_in_it_is_the_one_that_was_given() -> None:
    found = entities("[Dee McClenney PERSON] spoke. [McLenney PERSON] added. [McLenney PERSON] left.")
    assert found == {"Dee McClenney": ["Dee McClenney", "McLenney", "McLenney"]}


def test_short_surnames_and_those_of_others_are_no_slips() -> None:
    found = entities(
        "[Ann Moran PERSON] met [Jo Anderson PERSON] and [Per Andersen PERSON]. [Morana PERSON], [Anderson PERSON], "
        "[Morgan PERSON], [Andersson PERSON]."
    )
    assert {name: len(forms) for name, forms in found.items()} == {
        "Ann Moran": 1, "Jo Anderson": 2, "Per Andersen": 1, "Morana": 1, "Morgan": 1, "Andersson": 1,
    }  # fmt: skip


def test_a_man_and_a_woman_of_one_surname_are_two() -> None:
    found = link_mentions(*unmark("Mr [Grant PERSON] left. Mrs [Grant PERSON] stayed. Mr [Grant PERSON] rang."))[0]
    assert [one.entity for one in found] == ["e1", "e2", "e1"]


def test_a_brother_who_is_named_without_his_sister_goes_by_the_surname_too() -> None:
    found = entities(
        "[Ella Marsh PERSON] came with her brother [Owen Marsh PERSON]. [Owen Marsh PERSON] spoke. [Marsh PERSON] left."
    )
    assert found["Owen Marsh"] == ["Owen Marsh", "Owen Marsh", "Marsh"]


def test_a_couple_with_one_surname_is_told_apart_by_title() -> None:
    marked = "[Mark PERSON] and [Susan Webb PERSON] run it. Mrs [Webb PERSON] cooks. Mr [Webb PERSON] does the rest."
    text, mentions = unmark(marked)
    linked, _ = link_mentions(text, mentions)
    mark, susan, mrs, mr = (one.entity for one in linked)
    assert (mrs, mr) == (susan, mark)


def test_two_people_with_one_given_before_and_are_no_couple_without_titles() -> None:
    text, mentions = unmark("[Harry PERSON] and [Meghan Markle PERSON] left. [Markle PERSON] spoke.")
    linked, _ = link_mentions(text, mentions)
    assert [one.entity for one in linked] == ["e1", "e2", "e2"]
