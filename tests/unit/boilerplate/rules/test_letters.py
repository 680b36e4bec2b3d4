"""A line that stands for a name under a letter is the letter's, and no credit of a picture."""

from __future__ import annotations

import pytest

from annotators.annotation import BlockLabel
from annotators.boilerplate.rules.letters import is_unsigned, with_unsigned_letters
from annotators.boilerplate.rules.pictures import with_captions


@pytest.mark.parametrize(
    "line",
    [
        "Name and address supplied",
        "Name supplied",
        "Name and address withheld by request",
        "Names and addresses supplied",
        "NAME & ADDRESS SUPPLIED.",
        "(Name and address supplied)",
        "Full name and address supplied, by email",
        "Name withheld",
        "Name and address with editor",
    ],
)
def test_a_placeholder_for_a_letter_writers_name_is_kept(line: str) -> None:
    assert is_unsigned(line)
    (label,) = with_unsigned_letters(line, [BlockLabel(start=0, end=len(line), kind="credit", score=0.9)])
    assert label.kind == "body"


@pytest.mark.parametrize(
    "line",
    [
        "Supplied",
        "Picture: supplied",
        "Photo supplied by the Name Society",
        "Name *",
        "Your name and address",
        "Name and address of the parish clerk",
        "The name was supplied by his mother.",
    ],
)
def test_credits_forms_and_sentences_are_not_such_placeholders(line: str) -> None:
    assert not is_unsigned(line)


@pytest.mark.parametrize(
    ("under", "kind"),
    [("Name and address supplied", "body"), ("Ernest Voller, Langley", "body"), ("Picture: Ernest Voller", "caption"),
     ("Reuters", "caption"), ("Supplied", "caption")],
)  # fmt: skip
def test_only_a_picture_credit_makes_a_caption_of_the_line_above(under: str, kind: str) -> None:
    above = "Our dog has not come out from under the bed since the fifth."
    labels = [
        BlockLabel(start=0, end=4, kind="headline", score=0.9),
        BlockLabel(start=6, end=6 + len(above), kind="body", score=0.6),
        BlockLabel(start=7 + len(above), end=7 + len(above) + len(under), kind="credit", score=0.9),
    ]
    assert with_captions(f"Dogs\n\n{above}\n{under}", labels)[1].kind == kind


@pytest.mark.parametrize(("above", "kind"), [("body", "body"), ("share", "share")])
def test_by_email_under_a_letter_is_kept_and_as_a_share_button_not(above: str, kind: str) -> None:
    labels = [
        BlockLabel(start=0, end=12, kind=above, score=0.9),
        BlockLabel(start=13, end=22, kind="share", score=0.9),
    ]
    assert with_unsigned_letters("Mrs P. Sands\nVia email", labels)[1].kind == kind
