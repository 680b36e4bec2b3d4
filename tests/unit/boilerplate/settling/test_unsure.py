"""Unsure lines take the kind of the sure line they touch; what is kept stays kept."""

from __future__ import annotations

import pytest

from annotators.annotation import BlockLabel
from annotators.boilerplate.settling.unsure import keep_something, settle_kinds


def labelled(*lines: tuple[str, str, float]) -> list[str]:
    text, labels = "", []
    for words, kind, score in lines:
        labels.append(BlockLabel(start=len(text), end=len(text) + len(words.rstrip()), kind=kind, score=score))
        text += words
    return [label.kind for label in settle_kinds(text, labels)]


def test_a_low_score_line_takes_the_kind_of_its_neighbour() -> None:
    rest = [("Menu\n\n", "nav", 0.9)] * 8
    page = [("Get our letter\n", "promo", 0.9), ("Not now\n\n", "related", 0.3), *rest]
    assert labelled(*page)[:2] == ["promo", "promo"]


def test_a_blank_line_between_keeps_them_apart() -> None:
    rest = [("Menu\n\n", "nav", 0.9)] * 8
    page = [("Get our letter\n\n", "promo", 0.9), ("Not now\n\n", "related", 0.3), *rest]
    assert labelled(*page)[:2] == ["promo", "related"]


def test_a_line_that_announces_another_story_is_related() -> None:
    assert labelled(("Read more: The tide turns\n", "promo", 0.9)) == ["related"]


def test_what_is_kept_is_never_touched() -> None:
    assert labelled(("Get our letter\n", "promo", 0.9), ("She left.\n", "body", 0.3)) == ["promo", "body"]


def test_in_a_short_text_a_sentence_is_kept_unless_its_score_is_very_high() -> None:
    sentence = "The harbour wall held through the night, the mayor told the council.\n"
    assert labelled((sentence, "other", 0.7)) == ["body"]
    assert labelled((sentence, "caption", 0.95)) == ["caption"]
    assert labelled(*[(sentence, "other", 0.7)] * 9) == ["other"] * 9


def test_in_a_short_text_a_low_score_first_line_is_the_headline() -> None:
    lines = [
        ("Marsh: Harbour will stay open\n\n", "footer", 0.4),
        ("Lena Marsh told the council so on Monday night.\n", "headline", 0.0),
    ]
    assert labelled(*lines) == ["headline", "body"]


@pytest.mark.parametrize(
    "words", ["Ferry strike", "Another paragraph, about something else.", "“We are tired,” Ida Brandt said."]
)
def test_in_a_short_text_a_short_line_is_stripped_only_for_its_words(words: str) -> None:
    kept = ("The ferries stay in port for a second week, the union said on Monday.\n", "body", 0.9)
    assert labelled((f"{words}\n\n", "consent", 0.99), kept) == ["headline", "body"]
    assert labelled(kept, (f"{words}\n", "widget", 0.99)) == ["body", "body"]
    assert labelled((f"{words}\n\n", "consent", 0.99), kept, *[("Menu\n\n", "nav", 0.9)] * 8)[0] == "consent"


@pytest.mark.parametrize("words", ["Accept all cookies", "Photo: Reuters", "Home News Sport", "3,412", "Advertisement"])
def test_a_short_line_with_boilerplate_words_is_stripped_anywhere(words: str) -> None:
    assert labelled(("She left the harbour in the night.\n\n", "body", 0.9), (f"{words}\n", "ad", 0.9)) == [
        "body",
        "ad",
    ]


def test_a_sentence_without_a_probable_kind_after_the_story_is_kept() -> None:
    menu = [("Menu\n\n", "nav", 0.9)] * 8
    end = [("The vote was close, as votes in that town always are.\n\n", "body", 0.9)]
    last = ("Put the wall back. You can always open the door.\n", "author_box", 0.4)
    assert labelled(*menu, *end, last)[-1] == "body"
    assert labelled(*menu, last)[-1] == "author_box"


def test_a_text_of_one_long_line_is_not_stripped() -> None:
    words = "word " * 60 + "\n"
    assert labelled((words, "consent", 0.87)) == ["body"]
    assert labelled((words, "consent", 0.87), ("It ends.\n", "body", 0.9)) == ["consent", "body"]


def test_if_all_is_boilerplate_sentences_are_kept_or_else_the_longest_line() -> None:
    lines = [f"Section {number}" for number in range(12)]
    sentence = "The council will meet again on Thursday to hear the ferry company."

    def kept(*more: str) -> list[str]:
        text, labels = "", []
        for line in [*lines, *more]:
            labels.append(BlockLabel(start=len(text), end=len(text) + len(line), kind="nav", score=0.9))
            text += line + "\n"
        return [text[one.start : one.end] for one in keep_something(text, labels) if not one.boilerplate]

    assert kept(sentence) == [sentence]
    assert kept("Timetables by island and by day of the week") == ["Timetables by island and by day of the week"]


def test_a_low_score_body_line_that_announces_another_story_is_related() -> None:
    assert labelled(("Read more: The tide turns\n", "body", 0.2)) == ["related"]
    assert labelled(("Read more: this was all that the sign said.\n", "body", 0.8)) == ["body"]


def test_two_sentences_in_one_line_are_no_headline() -> None:
    said = (
        "On the pitch the bridge builders were at their best. They held the middle for an hour, and nobody got across."
    )
    assert labelled((said, "headline", 0.3)) == ["body"]
    assert labelled(("Bridge closes. What now?", "headline", 0.3)) == ["headline"]


@pytest.mark.parametrize(("kind", "score"), [("headline", 0.3), ("byline", 0.5), ("nav", 0.99)])
def test_a_whole_text_in_one_line_is_no_headline_and_no_byline(kind: str, score: float) -> None:
    everything = "What digital marketing is and how it works for small shops and large ones " * 10
    assert labelled((everything, kind, score)) == ["body"]
