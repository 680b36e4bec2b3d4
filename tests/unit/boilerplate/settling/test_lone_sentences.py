"""A sentence alone that tells something is kept, however it begins, and what speaks to the reader is not."""

from __future__ import annotations

import pytest

from annotators.annotation import BlockLabel
from annotators.boilerplate import label_blocks
from annotators.boilerplate.settling.lone_sentences import with_lone_sentences
from annotators.loaders.text import article_from_text

STORY = [
    ("headline", "Ferry leaves for the island"),
    ("body", "The ferry left the harbour at noon on Monday with forty people aboard."),
]
TELLS = [
    "Related problems have troubled the harbour for years.",
    "Most read in bed, the survey found.",
    "Trending upward since May, rents now stand at 900 pounds.",
    "Watch towers were built along the coast.",
    "Comments by the minister drew laughter.",
    "Loading the ship took two days.",
    "Support for the plan has fallen.",
    "Members of the club pay nine pounds a month.",
    "Up next for the town is a vote on the bridge.",
    "Subscribers to the theory are few.",
    "Editor Mary Holt was told to leave the building.",
    "Latest figures put the loss at nine million pounds.",
    "Best of all was the weather.",
]
SPEAKS = [
    "Sign up for our newsletter, which is sent every Monday.",
    "Read more about the storm that hit the coast on Monday",
    "Related: Ferry crew was told to stay.",
    "Anna Berg is a reporter in Oslo.",
    "You have read all that was free this month.",
    "All rights were reserved. © 2025 The Harbour Times",
    "The podcast was made with Harbour Radio.",
    "Is the ferry too old for the island?",
    "Ferry crew refuses to sail",
]


def kinds_of(*lines: tuple[str, str]) -> list[str]:
    text, labels, at = "\n".join(line for _, line in lines), [], 0
    for kind, line in lines:
        labels.append(BlockLabel(start=at, end=at + len(line), kind=kind, score=0.9, reasons=("was so",)))
        at += len(line) + 1
    return [label.kind for label in with_lone_sentences(text, labels)]


@pytest.mark.parametrize("line", TELLS)
def test_a_lone_declarative_sentence_in_or_after_the_story_is_kept(line: str) -> None:
    assert kinds_of(*STORY, ("related", line))[2] == "body"
    assert kinds_of(*STORY, ("promo", line), STORY[1])[2] == "body"


@pytest.mark.parametrize("line", TELLS)
def test_a_lone_sentence_is_kept_in_a_text_of_a_few_paragraphs(line: str) -> None:
    more = "Nobody knew when it would be back, the harbour master said."
    text = "\n\n".join([*(said for _, said in STORY), more, line])
    assert not label_blocks(article_from_text(text, "-")).blocks[-1].boilerplate


@pytest.mark.parametrize("line", SPEAKS)
def test_sentences_to_the_reader_or_about_the_writer_stay_boilerplate(line: str) -> None:
    assert kinds_of(*STORY, ("related", line))[2] == "related"


def test_sentences_in_a_row_are_descriptions_of_other_stories() -> None:
    rows = (("related", TELLS[0]), ("related", TELLS[2]))
    assert kinds_of(*STORY, *rows) == ["headline", "body", "related", "related"]


def test_a_caption_is_unchanged() -> None:
    assert kinds_of(*STORY, ("caption", TELLS[3]))[2] == "caption"


def test_above_boilerplate_a_sentence_about_somebody_is_kept_if_the_story_continues() -> None:
    line = "The harbour master refused to talk about the ferry, and said that the crew had gone home to bed."
    teaser = ("related", "Ferry crew refuses to sail")
    assert kinds_of(*STORY, ("related", line), teaser, STORY[1])[2] == "body"
    assert kinds_of(*STORY, ("related", line), teaser)[2] == "related"
    assert (
        kinds_of(*STORY, ("related", "Loading the ship took two days of the week."), teaser, STORY[1])[2] == "related"
    )
