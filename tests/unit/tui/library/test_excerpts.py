"""Excerpts of articles found by a name, a speaker or a kind."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotators.annotation import AnnotationSet, BlockLabel, Entity, Mention, Span, Statement
from annotators.loaders.text import article_from_text
from tui.library import Found, Library
from tui.library.excerpts import excerpt_of, wants_excerpt

HEAD = "Ana Duarte warns of the river wall"
STORY = (
    "The council heard for the third time this year from Ana Duarte, an engineer, that the wall will not hold.",
    "“It will not hold,”\n  Ana Duarte said. “Nobody listens.”",
    "Photo: Ana Duarte",
)
TEXT = "\n\n".join((HEAD, *STORY)) + "\n"


def at(words: str, after: int = 0) -> Span:
    start = TEXT.index(words, after)
    return Span(start, start + len(words))


def named(span: Span) -> Mention:
    return Mention(start=span.start, end=span.end, label="PERSON", entity="e1")


SAID = at("“It will not hold,”")
BY = at("Ana Duarte", SAID.end)
REPORTED = at("that the wall will not hold")
BEFORE = at("Ana Duarte, an engineer,")
KINDS = ("headline", "body", "body", "credit")
KNOWN = AnnotationSet(
    blocks=tuple(
        BlockLabel(start=at(words).start, end=at(words).end, kind=kind)
        for words, kind in zip((HEAD, *STORY), KINDS, strict=True)
    ),
    mentions=tuple(named(span) for span in (at("Ana Duarte"), at("Ana Duarte", 40), BY)),
    entities=(Entity("e1", "Ana Maria Duarte", "PERSON"),),
    statements=(
        Statement(
            start=SAID.start, end=SAID.end, id="s1", type="direct", content=(SAID,), speaker=BY, speaker_entity="e1"
        ),
    ),
)


def marked(typed: str, known: AnnotationSet = KNOWN) -> str:
    found = excerpt_of(TEXT, known, typed)
    assert found is not None
    first, last = found.strong
    return f"{found.words[:first]}[{found.words[first:last]}]{found.words[last:]}"


def test_a_name_stands_among_the_words_of_the_story_and_not_of_the_headline() -> None:
    shown = "…third time this year from [Ana Duarte], an engineer, that the wall will not hold."
    assert marked("entity:duarte") == shown
    assert marked('entity:"Ana Maria"') == shown


def test_the_excerpt_for_a_speaker_is_the_quote_on_one_line() -> None:
    assert marked("said-by:duarte") == "“It will not hold,” [Ana Duarte] said. “Nobody listens.”"


def test_a_speaker_close_before_what_is_said_begins_it() -> None:
    statement = Statement(
        start=REPORTED.start, end=REPORTED.end, id="s1", type="indirect", content=(REPORTED,), speaker=BEFORE
    )
    known = KNOWN.replace(statements=(statement,))
    assert marked("said-by:Duarte", known) == "…[Ana Duarte, an engineer,] that the wall will not hold."


def test_the_excerpt_for_a_kind_is_its_first_block() -> None:
    assert marked("kind:credit") == "[]Photo: Ana Duarte"


def test_a_match_only_in_the_headline_is_shown_there() -> None:
    assert marked("entity:duarte", KNOWN.replace(mentions=KNOWN.mentions[:1])) == "[Ana Duarte] warns of the river wall"


def test_a_long_paragraph_is_cut_and_says_so() -> None:
    text = "It rained. " * 100
    known = AnnotationSet(blocks=(BlockLabel(start=0, end=len(text), kind="body"),))
    found = excerpt_of(text, known, "kind:body")
    assert found is not None
    assert found.words.endswith("…")
    assert len(found.words) < 200


@pytest.mark.parametrize("typed", ["duarte", "title:river", "is:unread tag:x", ""])
def test_words_have_their_place_from_the_index(typed: str) -> None:
    assert not wants_excerpt(typed)
    assert excerpt_of(TEXT, KNOWN, typed) is None


def test_the_library_puts_what_it_finds_in_context(tmp_path: Path) -> None:
    library = Library.open(tmp_path / "library.sqlite")
    library.add(article_from_text(TEXT, str(tmp_path / "a.txt")), HEAD, KNOWN, "1")
    library.remember(article_from_text("Another text\n\nof Ana Duarte.", str(tmp_path / "b.txt")), "Another text")
    (found,) = library.search("said-by:duarte")
    assert library.in_context(found, "said-by:duarte").snippet.startswith("“It will not hold,”")
    unread = Found(library.entries("another")[0], "as it was")
    assert library.in_context(unread, "entity:duarte") == unread
    library.close()
