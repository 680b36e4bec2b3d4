"""Lines that can be one thing only are labelled as that, and lines that merely begin like them are not."""

from __future__ import annotations

import pytest

from annotators.annotation import BlockLabel
from annotators.boilerplate.rules.single_meanings import with_single_meanings

STORY = (("headline", "Ferry crew refuses to sail"), ("body", "The crew refused on Sunday to leave the harbour."))
MORE = ("body", "Nobody was hurt, and the passengers slept on the quay.")


def kinds_of(*lines: tuple[str, str]) -> list[str]:
    text, labels, at = "\n".join(line for _, line in lines), [], 0
    for kind, line in lines:
        labels.append(BlockLabel(start=at, end=at + len(line), kind=kind, score=0.5, reasons=("was so",)))
        at += len(line) + 1
    return [label.kind for label in with_single_meanings(text, labels)]


@pytest.mark.parametrize(
    "line",
    [
        "- Advertisement -",
        "ADVERTISEMENT",
        "Story continues below",
        "Story continues after the ad",
        "Article continues",
        "Sponsored Links",
    ],
)
def test_an_advertisement_label_is_stripped_even_inside_the_story(line: str) -> None:
    assert kinds_of(*STORY, ("body", line), MORE)[2] == "ad"


@pytest.mark.parametrize(
    "line",
    [
        "Advertisement was his trade.",
        "The story continues below deck.",
        "Story continues after a fashion.",
        "Story continues after a break of two years.",
        "Ads",
    ],
)
def test_a_sentence_about_advertisements_is_not_one(line: str) -> None:
    assert kinds_of(*STORY, ("body", line), MORE)[2] == "body"


@pytest.mark.parametrize(
    "line",
    [
        "This site uses cookies. By going on you agree to our cookie policy. OK",
        "We use cookies. Accept",
        "We and our partners use cookies",
        "By using this website you agree to our use of cookies.",
        "If you continue, we take it that you are happy with cookies",
    ],
)
def test_a_cookie_notice_above_or_below_the_story_is_consent(line: str) -> None:
    assert kinds_of(("deck", line), *STORY, MORE)[0] == "consent"
    assert kinds_of(*STORY, MORE, ("source", line))[3] == "consent"


@pytest.mark.parametrize(
    "line",
    [
        "The baker said that we use cookies to train the dogs.",
        "By noon they had eaten all the cookies.",
        "“We use cookies as bait,” the keeper of the bears explains.",
        "Cookies were on sale by the harbour.",
    ],
)
def test_a_report_about_cookies_is_not_a_notice(line: str) -> None:
    assert kinds_of(*STORY, MORE, ("body", line))[3] == "body"


def test_a_cookie_sentence_inside_the_story_is_kept() -> None:
    assert kinds_of(*STORY, ("body", "We use cookies. Accept"), MORE)[2] == "body"


def test_a_link_about_advertisements_at_the_foot_stays() -> None:
    assert kinds_of(*STORY, ("footer", "Advertisement"))[2] == "footer"


@pytest.mark.parametrize("line", ["AFP", "- NZPA", "(Reuters)", "AFP, MANILA", "Kirkwall News Service"])
def test_an_agency_alone_beside_the_story_is_its_source(line: str) -> None:
    assert kinds_of(*STORY, ("related", line))[2] == "source"
    assert kinds_of(STORY[0], ("ad", line), STORY[1])[1] == "source"


def test_an_agency_in_a_menu_or_under_a_picture_is_no_source() -> None:
    assert kinds_of(("nav", "World"), ("nav", "Reuters"), ("nav", "Sport"), *STORY)[1] == "nav"
    assert kinds_of(*STORY, ("caption", "The ferry on Sunday"), ("credit", "EPA"), MORE)[3] == "credit"


def test_addresses_under_the_word_sources_are_sources() -> None:
    lines = (("body", "Sources:"), ("body", "www.example.org/ferries"), ("ad", "harbour.org"), ("nav", "Home"))
    assert kinds_of(*STORY, *lines)[2:] == ["source", "source", "source", "nav"]


def test_a_sentence_about_sources_is_kept() -> None:
    assert kinds_of(*STORY, ("body", "Sources:"), ("body", "The crew, who would not be named."))[2:] == ["body", "body"]


@pytest.mark.parametrize(
    "line",
    ["\u200c", "\u200b \u200b", "Best viewed in a browser of last year", "var a = 1; function show(b) { go(b); }"],
)
def test_scripts_and_invisible_lines_are_other(line: str) -> None:
    assert kinds_of(*STORY, ("related", line))[2] == "other"


@pytest.mark.parametrize(
    "line",
    [
        "An up-to-date browser was all that they needed to break in.",
        "Your browser does not know where you are, but the company does, she said.",
        "JavaScript is disabled in the machines that count, the clerk told them.",
    ],
)
def test_the_last_sentence_of_a_story_may_be_about_browsers(line: str) -> None:
    assert kinds_of(*STORY, ("body", line))[2] == "body"
    notice = "Your browser is out of date, so some of this page may not be shown."
    assert kinds_of(*STORY, ("body", notice))[2] == "other"


def test_a_program_in_the_story_is_the_story() -> None:
    assert kinds_of(*STORY, ("body", "var a = 1; function show(b) { go(b); }"), MORE)[2] == "body"


@pytest.mark.parametrize(
    "line", ["Image: Ruth Abebe", "Photo by Tom Whitlock for the Kirkwall Post", "Picture: iStock"]
)
def test_a_name_after_the_word_picture_is_a_credit(line: str) -> None:
    assert kinds_of(*STORY, ("body", line), MORE)[2] == "credit"


@pytest.mark.parametrize(
    "line",
    ["Pictures: the week in sport", "Image: The crew of the ferry, on the quay, in the rain", "Video: Crew sails"],
)
def test_a_sentence_after_the_word_picture_is_no_credit(line: str) -> None:
    assert kinds_of(*STORY, ("related", line))[2] == "related"


def test_a_sentence_that_says_who_is_where_in_the_picture_is_its_caption() -> None:
    caption = ("body", "Pictured right, is the captain, Ruth Abebe, on the quay.")
    placed = ("body", "The captain, second left, and her crew on the quay.")
    for line in (caption, placed):
        assert kinds_of(*STORY, line, ("body", "Image: Tom Whitlock"), MORE)[2:4] == ["caption", "credit"]
        assert kinds_of(*STORY, line, MORE)[2] == "body"


def test_a_sentence_above_a_credit_that_does_not_point_stays() -> None:
    turned = ("body", "The captain left at once and turned right at the quay.")
    assert kinds_of(*STORY, turned, ("credit", "Image: Tom Whitlock"))[2] == "body"


@pytest.mark.parametrize("line", ["Credit: The Harbour Times", "Credits: Anna Berg", "Image credit: Anna Berg"])
def test_an_explicit_credit_is_recognised(line: str) -> None:
    assert kinds_of(*STORY, ("related", line), MORE)[2] == "credit"


@pytest.mark.parametrize("line", ["Credit: nobody paid it back.", "Credit where it is due: Anna Berg found the ship."])
def test_financial_credit_is_not_a_picture_credit(line: str) -> None:
    assert kinds_of(*STORY, ("body", line), MORE)[2] == "body"


@pytest.mark.parametrize("kind", ["source", "deck", "body"])
def test_the_title_of_a_numbered_part_between_headline_and_paragraph_is_a_subhead(kind: str) -> None:
    part = (kind, "Item 1: the roundabout")
    assert kinds_of(*STORY, part, MORE)[2] == "subhead"
    assert kinds_of(part, MORE)[0] == kind
    assert kinds_of(*STORY, part, ("nav", "Home"))[2] == kind


@pytest.mark.parametrize("line", ["Day 3: the ship left.", "Item one: the pier", "Act 1 is over", "Step 4"])
def test_a_sentence_that_begins_like_a_section_title_is_kept(line: str) -> None:
    assert kinds_of(*STORY, ("body", line), MORE)[2] == "body"
