"""Lone numbers in order with sentences under them are footnotes; with titles under them they are a ranking."""

from __future__ import annotations

from annotators.annotation import BlockLabel
from annotators.boilerplate.rules.footnotes import with_footnotes

STORY = "The wall kept in the smell of fish, and kept out the sound of the dishwasher."
NOTES = ("For fish in curtains see Holm, 2009.", "A survey of fourteen cooks, by me.", "It was patented in 1911 or so.")


def kinds_of(*lines: str, story: str = "body") -> list[str]:
    text, labels = "", []
    for number, said in enumerate((STORY, *lines)):
        kind = "related" if number else story
        labels.append(BlockLabel(start=len(text), end=len(text) + len(said), kind=kind, score=0.9))
        text += said + "\n"
    return [label.kind for label in with_footnotes(text, labels)][1:]


def numbered(*lines: str) -> list[str]:
    return [part for number, line in enumerate(lines, 1) for part in (str(number), line)]


def test_notes_under_their_numbers_are_the_storys() -> None:
    assert set(kinds_of(*numbered(*NOTES))) == {"body"}
    assert set(kinds_of("[1]", NOTES[0], "[2]", NOTES[1], "[3]", NOTES[2])) == {"body"}


def test_titles_under_numbers_are_a_list_of_other_stories() -> None:
    assert set(kinds_of(*numbered("Driver fined for parking", "Village without a lock", "Chip shop wins"))) == {
        "related"
    }


def test_numbers_out_of_order_or_above_the_story_are_ignored() -> None:
    assert set(kinds_of("1", NOTES[0], "3", NOTES[1], "2", NOTES[2])) == {"related"}
    assert set(kinds_of(*numbered(*NOTES), story="nav")) == {"related"}
    assert set(kinds_of(*numbered(*NOTES[:2]))) == {"related"}
