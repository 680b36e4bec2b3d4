"""The reasons of statements in words that need no knowledge of the rules."""

import pytest

from annotators.quotes.reasons import AGREES, reason_of


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        ("subject and clause: Iran slams", "comes after speaker and verb: Iran slams"),
        ("subject and quotation: Mora: said", "the quotation comes after speaker and verb: Mora: said"),
        (f"inverted clause: said Mora{AGREES}", "stands beside verb and speaker: said Mora; the model agrees"),
        ("a label with a colon", "a label with a colon"),
        ("an interview: the answer", "an interview: the answer"),
        (f"speech without a speaker{AGREES}", "speech without a speaker; the model agrees"),
    ],
)
def test_a_rule_is_put_into_words(rule: str, told: str) -> None:
    assert reason_of(rule) == told
