"""What a tagging model reads is taken without what breaks off, stands apart or is none of saying."""

from __future__ import annotations

import pytest

from annotators.annotation import AnnotationSet
from annotators.loaders.text import article_from_text
from annotators.quotes import find_marks, find_statements
from annotators.quotes.tagged.roles import RoleSpan
from tests.unit.quotes.told import speakers


def read(text: str, *spans: tuple[str, str]) -> list[list[str]]:
    """The pieces of content of each statement, where a model reads such roles in words of the text."""
    article = article_from_text(text, "a.txt")
    roles = [RoleSpan(text.index(words), text.index(words) + len(words), role, 0.95) for role, words in spans]
    known = AnnotationSet(marks=find_marks(text, article.blocks))
    found = find_statements(article, known, roles)
    return [[text[span.start : span.end] for span in one.content] for one in found]


def test_a_piece_before_the_speaker_that_others_words_part_from_it_is_left_out() -> None:
    text = "They talked of their role in the long war of words, with members questioning the lawyers about the deal."
    content = ("content", "their role in the long war"), ("content", "the lawyers about the deal")
    assert read(text, *content, ("source", "members"), ("cue", "questioning")) == [["the lawyers about the deal"]]


def test_a_piece_that_breaks_off_is_left_out() -> None:
    text = "Ana Holm mused that two bids had come from one house. The vote on the roof was at nine."
    content = ("content", "that two bids had come from one house"), ("content", "The vote on the")
    assert read(text, *content, ("source", "Ana Holm"), ("cue", "mused")) == [["that two bids had come from one house"]]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("Then Ana Holm reads me the entry for that night.", ("Ana Holm", "reads", "me the entry for that night")),
        ("The photo showed a jar and a spoon on a shelf.", ("The photo", "showed", "a jar and a spoon on a shelf")),
    ],
)
def test_things_that_are_read_or_shown_are_not_said(text: str, spans: tuple[str, str, str]) -> None:
    assert read(text, *zip(("source", "cue", "content"), spans, strict=True)) == []


def test_findings_of_polls_are_their_statements() -> None:
    text = "The poll showed most people want a bridge."
    spans = ("The poll", "showed", "most people want a bridge")
    assert read(text, *zip(("source", "cue", "content"), spans, strict=True)) == [["most people want a bridge"]]


def test_a_question_put_to_whoever_chose_is_no_statement() -> None:
    text = "They found their way. Asked which map they would own, eight in ten chose this one."
    assert read(text, ("cue", "Asked"), ("content", "which map they would own")) == []


def test_a_relation_that_was_named_once_needs_no_name_again() -> None:
    text = "My sister was out, and my neighbor [Otis Grandell PERSON] came.\n“It works,” my neighbor told me."
    assert speakers(text) == ["Otis Grandell"]


def test_a_comma_in_an_aside_does_not_end_the_speaker() -> None:
    assert speakers("My neighbor [Otis Grandell PERSON] (hi, [Otis PERSON]!) said “It works.”") == ["Otis Grandell"]


def test_a_sentence_of_the_writers_own_is_left_out() -> None:
    text = "Ana Holm mused that the coach would go. If so, I shall have to read more loudly."
    content = ("content", "that the coach would go"), ("content", "If so, I shall have to read more loudly")
    assert read(text, *content, ("source", "Ana Holm"), ("cue", "mused")) == [["that the coach would go"]]


def test_a_conjunction_with_which_the_writer_goes_on_is_left_out() -> None:
    text = "Ana Holm mused that she left the boat and the wind, as others remember, tore it."
    content = ("content", "that she left the boat and the wind, as")
    assert read(text, content, ("source", "Ana Holm"), ("cue", "mused")) == [["that she left the boat and the wind"]]


def test_a_title_between_speaker_and_speech_is_no_speech() -> None:
    text = "In her memoir, “The Loud Dark,” Ana Holm mused that a man had asked her the way."
    content = ("content", "“The Loud Dark,”"), ("content", "that a man had asked her the way")
    assert read(text, *content, ("source", "Ana Holm"), ("cue", "mused")) == [["that a man had asked her the way"]]


def test_the_same_words_are_reported_once() -> None:
    text = "Ana Holm mused that a man had asked her the way. “I told him that I knew where it was.”"
    content = ("content", "that a man had asked her the way"), ("content", "“I told him that I knew where it was.”")
    said = [["that a man had asked her the way", "“I told him that I knew where it was.”"]]
    assert read(text, *content, ("source", "Ana Holm"), ("cue", "mused")) == said
