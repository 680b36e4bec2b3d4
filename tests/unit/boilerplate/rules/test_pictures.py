"""A sentence directly above a credit is a caption; others are unchanged."""

from __future__ import annotations

from annotators.annotation import BlockLabel
from annotators.boilerplate.rules.pictures import with_captions

PARAGRAPH = ("The harbour wall held.\n\n", "body", 0.9)
CREDIT = ("Ines Moreau / North Press\n\n", "credit", 0.9)


def labelled(*lines: tuple[str, str, float]) -> list[str]:
    text, labels = "", []
    for words, kind, score in lines:
        labels.append(BlockLabel(start=len(text), end=len(text) + len(words.rstrip()), kind=kind, score=score))
        text += words
    return [label.kind for label in with_captions(text, labels)]


def test_a_sentence_directly_above_a_credit_is_its_caption() -> None:
    assert labelled(PARAGRAPH, ("The wall on Monday.\n", "body", 0.9), CREDIT) == ["body", "caption", "credit"]


def test_the_pictures_title_above_the_sentence_goes_with_it() -> None:
    group = (("Storm Over The North Quay\n", "subhead", 0.7), ("The wall on Monday.\n", "body", 0.9), CREDIT)
    assert labelled(PARAGRAPH, *group, PARAGRAPH) == ["body", "caption", "caption", "credit", "body"]


def test_a_subhead_right_above_a_credit_stays_one() -> None:
    assert labelled(PARAGRAPH, ("The best kettle\n", "subhead", 0.9), CREDIT) == ["body", "subhead", "credit"]


def test_a_headline_is_never_a_caption() -> None:
    group = (("Storm over the quay\n", "headline", 0.7), ("The wall on Monday.\n", "body", 0.9), CREDIT)
    assert labelled(*group) == ["headline", "caption", "credit"]


def test_lines_without_blank_lines_are_no_group() -> None:
    tight = ("The harbour wall held.\n", "body", 0.9)
    assert labelled(tight, tight, tight, CREDIT) == ["body", "body", "body", "credit"]
    assert labelled(tight, ("Ines Moreau / North Press\n", "credit", 0.9), tight) == ["body", "credit", "body"]


def test_a_credit_with_a_low_score_is_ignored() -> None:
    assert labelled(("The wall on Monday.\n", "body", 0.9), ("By Ines Moreau\n", "credit", 0.5)) == ["body", "credit"]


def test_a_long_paragraph_is_no_caption() -> None:
    assert labelled(("The wall held and " * 30 + "\n", "body", 0.9), CREDIT) == ["body", "credit"]
