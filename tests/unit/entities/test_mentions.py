"""Names and rules in one list: who wins where they meet, and whose a handle is."""

from __future__ import annotations

import pytest

from annotators.entities.forms.edges import NAME_LABELS
from annotators.entities.mentions import merge_mentions
from tests.unit.entities.marked import mark, unmark

SENTENCES = (
    "[Oona Kaya PERSON], [nine DATE], read [31 CARDINAL] names.",
    "[Will Croft PERSON] ([71 DATE]) was asked in.",
    "[April PERSON] said so on [April 3 DATE].",
    "[Plover 5 PRODUCT] took [three hours TIME].",
    "He paid [1 million US dollars MONEY].",
    "During [Ramadan DATE] they fast.",
    "“Hello [@Jack PERSON],” he told [Jack Dorsey PERSON].",
    "[Asics ORG] said so ([@ASICSrunning ORG]) under [#StayHome HASHTAG].",
    "Ask [@MobilePolice ORG] or [@qzxw HANDLE], not me@example.org or #1.",
)


@pytest.mark.parametrize("marked", SENTENCES)
def test_names_and_rules_share_a_text(marked: str) -> None:
    text, mentions = unmark(marked)
    names = [one for one in mentions if one.label in NAME_LABELS and text[one.start] != "@"]
    assert mark(text, merge_mentions(text, names)) == marked


def test_a_holiday_that_the_model_calls_an_event_is_a_date() -> None:
    text, events = unmark("[Ramadan EVENT] ends after [Easter EVENT].")
    assert mark(text, merge_mentions(text, events)) == "[Ramadan DATE] ends after [Easter DATE]."
