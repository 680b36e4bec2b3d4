"""A placeholder for a letter writer's name is kept and is not a picture credit."""

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


LETTER = (
    ("headline", "Towpath"),
    ("body", "Sir, I have walked it every night for ten years."),
    ("body", "A torch will do."),
)


def signed(*under: tuple[str, str], letter: tuple[tuple[str, str], ...] = LETTER) -> list[str]:
    lines = (*letter, *under)
    text, labels, at = "\n".join(line for _, line in lines), [], 0
    for kind, line in lines:
        labels.append(BlockLabel(start=at, end=at + len(line), kind=kind, score=0.6))
        at += len(line) + 1
    return [label.kind for label in with_unsigned_letters(text, labels)][len(letter) :]


def test_the_name_and_the_place_under_a_letter_are_kept() -> None:
    assert signed(("author_box", "(Mrs) P. Darnley"), ("tags", "Lower Sedge"), ("tags", "Mill Row")) == [
        "body",
        "body",
        "tags",
    ]
    assert signed(("related", "Harold Finch, Fell Lane")) == ["body"]


def test_nothing_else_is() -> None:
    assert signed(("related", "Harold finds a torch"), ("tags", "Lower Sedge")) == ["related", "tags"]
    assert signed(("share", "Share Facebook"), ("tags", "Lower Sedge")) == ["share", "tags"]
    story = (("headline", "Towpath"), ("body", "A sirloin was found on the towpath."))
    assert signed(("author_box", "Harold Finch"), letter=story) == ["author_box"]
