from __future__ import annotations

import pytest

from annotators.annotation import BlockLabel
from annotators.boilerplate.settling.rescuing import rescue_story

PROSE = (
    "The harbour board met twice before noon and sent its own divers down to the second gate, which had held. "
    "Nobody on the quay believed them at first. By three the water had begun to fall, and people went home to bed."
)


def kinds(*lines: tuple[str, str, float]) -> list[str]:
    """The kinds of lines, given as text, kind found and score, after the look at what stands around them."""
    text, labels = "", []
    for words, kind, score in lines:
        labels.append(BlockLabel(start=len(text), end=len(text) + len(words), kind=kind, score=score))
        text += words + "\n\n"
    return [label.kind for label in rescue_story(text, labels)]


def entry(time: str, kind: str, heading: str, prose_kind: str = "body") -> list[tuple[str, str, float]]:
    return [(time, kind, 0.95), (heading, kind, 0.9), (PROSE, prose_kind, 0.95)]


def test_a_live_page_keeps_its_times_headings_and_paragraphs() -> None:
    lines = [
        *entry("22:10", "widget", "Second gate holds"),
        *entry("21:32", "related", "Divers on the quay", "related"),
        *entry("20.45 GMT", "related", "School closed"),
        *entry("7:05 pm", "widget", "First warning"),
    ]
    assert kinds(*lines) == ["timestamp", "subhead", "body"] * 4


def test_a_time_with_the_writers_name_marks_an_entry() -> None:
    lines = [
        *entry(
            "22:10Ann Lee", "related", "Second gate holds, and the divers go home after a day and a night on the quay"
        ),
        *entry("21:32Ann Lee", "related", "Divers on the quay"),
        *entry("20:45 | Tom Reed", "related", "School closed"),
    ]
    assert kinds(*lines) == ["timestamp", "subhead", "body"] * 3


def test_a_live_page_may_have_a_name_alone_above_each_entry() -> None:
    lines = [
        (PROSE, "body", 0.9),
        *entry("Ann Lee", "related", "Second gate holds"),
        *entry("Ann Lee", "related", "Divers on the quay"),
        *entry("Ann Lee", "related", "School closed"),
    ]
    assert kinds(*lines) == ["body", *["byline", "subhead", "body"] * 3]


def test_repeated_lines_that_are_no_names_mark_no_entries() -> None:
    lines = [(PROSE, "body", 0.9)]
    for heading in ("Second gate holds", "Divers on the quay", "School closed"):
        lines += entry("Read More", "related", heading)
    assert kinds(*lines) == ["body", *["related", "related", "body"] * 3]


def test_a_single_time_is_no_live_page() -> None:
    assert kinds(*entry("22:10", "widget", "Most read")) == ["widget", "widget", "body"]


def test_a_list_of_times_without_paragraphs_is_no_live_page() -> None:
    times = [(f"1{hour}:00", "widget", 0.9) for hour in range(5)]
    assert kinds((PROSE, "body", 0.9), *times) == ["body", *["widget"] * 5]


def test_the_lines_above_the_byline_are_the_headline_and_the_deck() -> None:
    top = [("Home News Sport", "nav", 0.9), ("The longest walk to the pier", "caption", 0.99)]
    rest = [("Three hours, two dogs and a tide table", "caption", 0.9), ("By Ada Finch", "byline", 0.9)]
    assert kinds(*top, *rest, (PROSE, "body", 0.9)) == ["nav", "headline", "deck", "byline", "body"]


def test_a_caption_that_names_its_picture_stays_one() -> None:
    top = [("The pier at dusk. Photo: Ada Finch", "caption", 0.9), ("By Ada Finch", "byline", 0.9)]
    assert kinds(*top, (PROSE, "body", 0.9)) == ["caption", "byline", "body"]


def test_with_a_headline_captions_above_the_byline_are_unchanged() -> None:
    top = [
        ("Walk to the pier", "headline", 0.9),
        ("Ann Lee at the gate", "caption", 0.9),
        ("By Ada Finch", "byline", 0.9),
    ]
    assert kinds(*top, (PROSE, "body", 0.9)) == ["headline", "caption", "byline", "body"]


def test_there_is_one_headline_even_where_it_stands_below_a_byline() -> None:
    top = [("Ann Lee at the gate", "caption", 0.9), ("By Ada Finch", "byline", 0.9)]
    rest = [("Walk to the pier", "headline", 0.9), (PROSE, "body", 0.9)]
    assert kinds(*top, *rest) == ["caption", "byline", "headline", "body"]


def test_a_sentence_alone_under_the_headline_is_the_deck() -> None:
    top = [("Walk to the pier", "headline", 0.9), ("The tide has the last word, says the harbour board.", "body", 0.7)]
    assert kinds(*top, ("By Ada Finch", "byline", 0.9), (PROSE, "body", 0.9))[1] == "deck"
    assert kinds(*top, (PROSE, "body", 0.9))[1] == "body"


def test_prose_inside_the_story_is_kept_unless_its_score_is_very_high() -> None:
    for score, kind in ((0.7, "body"), (0.97, "related")):
        assert kinds((PROSE, "body", 0.9), (PROSE, "related", score), (PROSE, "body", 0.9))[1] == kind
    assert kinds((PROSE, "body", 0.9), (PROSE, "related", 0.7))[1] == "related"


def test_prose_inside_the_story_is_recognised_in_other_languages() -> None:
    told = (
        "Der Rat kam vor Mittag zweimal zusammen und schickte eigene Taucher zum zweiten Tor, das hielt, hieß es. "
        "Über Nacht glaubte es am Kai zuerst niemand, und um drei begann das Wasser zu fallen."
    )
    assert kinds((PROSE, "body", 0.9), (told, "related", 0.8), (PROSE, "body", 0.9)) == ["body"] * 3


TITLE = ("Your note could be worth much more than you think", "headline", 0.9)
BYLINE = ("By Anna Berg", "byline", 0.9)


def test_lines_between_headline_and_byline_are_the_deck() -> None:
    lines = (
        ("Collectors are on the hunt for some rare notes", "related", 0.9),
        ("Two batches of them have an error", "other", 0.9),
    )
    assert kinds(TITLE, *lines, BYLINE, (PROSE, "body", 0.9)) == ["headline", "deck", "deck", "byline", "body"]


def test_buttons_and_credits_above_the_byline_are_no_deck() -> None:
    for line in (
        ("Photo: two of the notes that collectors hunt for", "related", 0.9),
        ("Money", "related", 0.9),
        ("Send this story to one of your friends", "share", 0.9),
        ("Sign up for our free newsletter on money", "promo", 0.9),
    ):
        assert kinds(TITLE, line, BYLINE, (PROSE, "body", 0.9))[1] == line[1]


FILED = (
    "HARBOUR CITY, May 2 - The crew of the evening ferry refused on Sunday to leave, and passengers slept on the quay."
)
PICTURED = (
    "HARBOUR CITY, May 2 - The crew of the evening ferry on Sunday, as passengers sleep on the quay. Photo: Ann Lee."
)


@pytest.mark.parametrize("kind", ["caption", "related"])
def test_a_paragraph_with_a_dateline_is_kept(kind: str) -> None:
    assert kinds(("Ferry crew refuses to sail", "headline", 0.9), (FILED, kind, 0.8)) == ["headline", "body"]
    assert kinds(("Ferry crew refuses to sail", "headline", 0.9), (PICTURED, "caption", 0.8)) == ["headline", "caption"]


@pytest.mark.parametrize("line", ["* * *", "***", "§", "~ ~ ~", "⁂"])
def test_dividers_between_sections_of_a_story_are_kept(line: str) -> None:
    assert kinds((PROSE, "body", 0.9), (line, "other", 0.9), (PROSE, "body", 0.9))[1] == "body"
    assert kinds((PROSE, "body", 0.9), (line, "other", 0.9), ("About us", "footer", 0.9))[1] == "other"
    assert kinds((PROSE, "body", 0.9), ("*", "other", 0.9), (PROSE, "body", 0.9))[1] == "other"
