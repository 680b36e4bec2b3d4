"""Names that show by their form are found where a text has them, whatever stands before them."""

import pytest

from annotators.annotation import Span
from annotators.entities.forms.patterns import find_patterned_names
from annotators.entities.tables import read_table


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("Section 230", "LAW"),
        ("First Amendment", "LAW"),
        ("COP28", "EVENT"),
        ("Tropical Storm Nora", "EVENT"),
        ("I-95", "FAC"),
        ("M25", "FAC"),
        ("iPhone 15 Pro", "PRODUCT"),
        ("Boeing 737 MAX", "PRODUCT"),
        ("Quran", "WORK_OF_ART"),
        ("S&P 500", "ORG"),
    ],
)
def test_a_name_is_found_by_its_form(name: str, label: str) -> None:
    text = f"He spoke of the {name} again."
    (found,) = find_patterned_names(text, [Span(0, len(text))])
    assert (text[found.start : found.end], found.label) == (name, label)


def test_names_of_languages_begin_with_a_capital_as_their_pattern_expects() -> None:
    table = read_table("languages.toml")
    assert all("A" <= name[0] <= "Z" for key in ("always", "also_people") for name in table[key])
