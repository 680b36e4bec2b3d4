"""Editors' notes are distinguished from the story and from advertisements."""

from __future__ import annotations

import pytest

from annotators.annotation import BlockLabel
from annotators.boilerplate.rules.editors_notes import with_notes


def kind_of(text: str, kind: str = "body") -> str:
    (label,) = with_notes(text, [BlockLabel(start=0, end=len(text), kind=kind, score=0.6, reasons=("was so",))])
    return label.kind


@pytest.mark.parametrize(
    "text",
    [
        "Editor’s note: the ferry's name was misspelt in this story.",
        "[EDITORS' NOTE: Click to enlarge the map.]",
        "Correction (May 3): the ferry carries forty people, not fourteen.",
        "This story has been updated with a statement from the harbour office.",
        "This article was produced by a newsroom that lives on gifts.",
        "An earlier version of this article said that the ferry had sunk.",
        "This is a breaking news story and will be updated.",
        "Disclosure: the writer owns a boat.",
        "When you buy through links on our site, we may earn an affiliate commission.",
        "As an Amazon Associate I earn from qualifying purchases.",
        "The views expressed here are those of the author and not necessarily those of the paper.",
    ],
)
def test_an_editors_note_is_recognised_by_its_words(text: str) -> None:
    assert kind_of(text) == "note"


@pytest.mark.parametrize(
    "text",
    [
        "Correction fluid is made of chalk.",
        "This story began in a harbour.",
        "The editor noted that the ferry was late.",
        "The report was updated by the ministry on Monday, officials said.",
        "Agents may earn commissions; so, many say, they should not advise.",
        "Corrections are listed on page two.",
        "Agents earn commission on each berth they sell.",
        "Families of the crew will receive some compensation, the harbour board said.",
        "Investors get a commission of 2 percent.",
    ],
)
def test_running_text_about_notes_is_kept(text: str) -> None:
    assert kind_of(text) == "body"


def test_a_disclosure_in_a_footer_stays_there() -> None:
    assert kind_of("We may earn commission from links on this page.", "footer") == "footer"
    assert kind_of("Correction: the date.", "headline") == "headline"


def test_an_article_about_disclosures_is_not_one() -> None:
    assert kind_of("We may earn a commission from links. " + "So it goes. " * 40) == "body"


def test_earlier_reasons_are_kept() -> None:
    (label,) = with_notes("Disclosure: mine.", [BlockLabel(start=0, end=17, kind="body", reasons=("was so",))])
    assert label.reasons == ("opens as a note of the editors", "was so")
