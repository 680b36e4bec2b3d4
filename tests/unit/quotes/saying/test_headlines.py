"""Headlines whose speaker stands apart from what is said."""

from __future__ import annotations

import pytest

from tests.unit.quotes.told import said

_BELOW = "\nThe boat sank on Sunday."


def _heads(headline: str) -> list[str]:
    return said(headline + _BELOW, ("headline", "body"))


@pytest.mark.parametrize(
    ("headline", "statement"),
    [
        ("Minister: No plan to raise fuel tax", "Minister | - | No plan to raise fuel tax"),
        ("Police: Man shot twice in Hull", "Police | - | Man shot twice in Hull"),
        ("Study: Coffee slows ageing", "Study | - | Coffee slows ageing"),
        ("Poll: Lund and Berg in dead heat", "Poll | - | Lund and Berg in dead heat"),
        ("Study: Coffee may slow ageing", "Study | - | Coffee may slow ageing"),
        ("Fuel tax ‘will not rise’ – minister", "minister | - | Fuel tax ‘will not rise’"),
        ("Boy missing in Alps found alive - police", "police | - | Boy missing in Alps found alive"),
        ("Fuel tax will not rise: Modi", "Modi | - | Fuel tax will not rise"),
        ("“I will not resign”: Lund hits back at critics", "Lund | - | “I will not resign”"),
        ("'I was robbed' - Lund on cup final defeat", "Lund | - | 'I was robbed'"),
        ("Fuel tax will not rise, says minister", "minister | says | Fuel tax will not rise"),
        ("Fuel tax will rise, warn economists", "economists | warn | Fuel tax will rise"),
    ],
)
def test_a_colon_a_dash_or_a_verb_parts_the_speaker(headline: str, statement: str) -> None:
    assert _heads(headline) == [statement]


def test_the_predicate_after_a_headlines_speaker_is_read() -> None:
    assert _heads("‘We were left to drown’: survivors blame coastguard for delay") == [
        "survivors | - | ‘We were left to drown’",
        "survivors | blame | coastguard for delay",
    ]


@pytest.mark.parametrize(
    "headline",
    [
        "Live: storm closes ports",
        "Analysis: Why the tax plan failed",
        "Storm Season: What to Know",
        "Euro 2024 final: Spain v England",
        "Storm closes ports – Reuters",
        "Watch: Minister falls off stage",
        "Obituary: Tom Reed, plumber and poet",
        "Chef's table: the return of soup",
        "Case study: how a village saved its shop",
        "Head coach: five names in the frame",
        "Royal family: who is who in the line of succession",
        "Prime minister: a day in the life",
        "City police: a history in ten photographs",
        "Poll: who won what in each region",
        "Opinion poll: should the bridge be closed?",
        "Teacher of the year: Lund wins for third time",
        "How a witness was lost in the system - report",
    ],
)
def test_a_section_a_place_or_a_publisher_says_nothing(headline: str) -> None:
    assert _heads(headline) == []


def test_headline_labels_are_not_read_below_the_headline() -> None:
    assert said("Director: The new wing opens in May.") == []
