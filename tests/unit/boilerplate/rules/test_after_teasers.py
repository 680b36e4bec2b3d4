"""Sentences below a teaser that has its title on the same line are the article's."""

from __future__ import annotations

from annotators.annotation import BlockLabel
from annotators.boilerplate.rules.after_teasers import with_paragraphs_after_teasers

TOLD = "The council voted on Tuesday to close the bridge."
TEASER = "Read more: Why the last bus left at nine"
MORE = "The council meets again on 2 April."


def labelled(*rows: tuple[str, str]) -> list[str]:
    text, labels = "", []
    for said, kind in rows:
        labels.append(BlockLabel(start=len(text), end=len(text) + len(said), kind=kind, score=0.8))
        text += said + "\n"
    return [label.kind for label in with_paragraphs_after_teasers(text, labels)]


def test_sentences_below_a_teaser_with_its_title_are_paragraphs() -> None:
    rows = [(TOLD, "body"), (TEASER, "related"), (MORE, "related"), (MORE, "related"), ("Sign up", "promo")]
    assert labelled(*rows) == ["body", "related", "body", "body", "promo"]


def test_what_a_heading_announces_stays_related() -> None:
    for head in ("Read more:", "Related articles"):
        rows = [(TOLD, "body"), (head, "related"), ("Ten pubs with gardens", "related"), (MORE, "related")]
        assert labelled(*rows) == ["body", "related", "related", "related"]


def test_titles_and_calls_below_a_teaser_stay_related() -> None:
    for said in (
        "Ten pubs with the best beer gardens",
        "Subscribe to our newsletter and follow us on Facebook.",
        "Harbour life: The people who left, and the people who stayed.",
    ):
        assert labelled((TOLD, "body"), (TEASER, "related"), (said, "related"))[-1] == "related"


def test_a_teaser_amid_others_has_no_paragraph_below() -> None:
    assert labelled(("Most read", "related"), (TEASER, "related"), (MORE, "related"))[-1] == "related"
