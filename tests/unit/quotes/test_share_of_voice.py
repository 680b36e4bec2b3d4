"""How much of what is reported is said by whom: each word once, the innermost speaker first."""

from __future__ import annotations

import pytest

from annotators.annotation import AnnotationSet, Entity, Mark, Span, Statement
from annotators.quotes.share_of_voice import Voice, share_of_voice
from tests.unit.quotes.told import read

ARTICLE = """\
[Ana Ruiz PERSON] said the bridge would open in May. "It will hold for a hundred years," she added.
The [Lantern Trust ORG] said that nobody had been hurt.
"We told them twice," an inspector said. The inspector said the bolts were loose.
A neighbour declined to comment.
"""


def voices_of(marked: str) -> list[Voice]:
    article, annotations = read(marked)
    return list(share_of_voice(article.text, annotations))


def test_the_one_with_most_words_comes_first() -> None:
    found = [(voice.name, voice.kind, voice.words, voice.quoted_words) for voice in voices_of(ARTICLE)]
    assert found == [
        ("Ana Ruiz", "named", 13, 7),
        ("an inspector", "unnamed", 8, 4),
        ("Lantern Trust", "organisation", 5, 0),
        ("A neighbour", "unnamed", 0, 0),
    ]


def test_shares_add_up_and_positions_are_where_the_statements_start() -> None:
    article, annotations = read(ARTICLE)
    found = share_of_voice(article.text, annotations)
    assert sum(voice.share for voice in found) == pytest.approx(1)
    starts = {said.id: said.start for said in annotations.statements}
    for voice in found:
        assert voice.positions == tuple(starts[name] for name in voice.statements)
        assert voice.first == min(voice.positions)
    assert sorted(name for voice in found for name in voice.statements) == sorted(starts)


def said(text: str, name: str, *pieces: str, entity: str | None = None) -> Statement:
    content = tuple(Span(text.index(piece), text.index(piece) + len(piece)) for piece in pieces)
    return Statement(
        id=name, type="direct", start=content[0].start, end=content[-1].end, content=content, speaker_entity=entity
    )


def test_a_nested_quotation_counts_for_the_inner_speaker() -> None:
    text = "“He told me “never again” in tears,” she said."
    outer = said(text, "s1", "He told me “never again” in tears", entity="e1")
    inner = said(text, "s2", "never again", entity="e2")
    people = (Entity("e1", "Ana Ruiz", "PERSON"), Entity("e2", "Tom Marsh", "PERSON"))
    found = share_of_voice(text, AnnotationSet(statements=(outer, inner), entities=people))
    assert [(voice.name, voice.words) for voice in found] == [("Ana Ruiz", 5), ("Tom Marsh", 2)]


def test_statements_that_overlap_count_a_word_once() -> None:
    text = "one two three four five"
    left, right = said(text, "s1", "one two three four", entity="e1"), said(text, "s2", "three four five", entity="e1")
    people = (Entity("e1", "Ana Ruiz", "PERSON"),)
    marks = (Mark(start=0, end=7, kind="direct"), Mark(start=8, end=18, kind="scare"))
    (voice,) = share_of_voice(text, AnnotationSet(statements=(left, right), entities=people, marks=marks))
    assert (voice.words, voice.quoted_words, voice.share, voice.statements) == (5, 2, 1.0, ("s1", "s2"))


def test_figures_and_contractions_are_one_word_each() -> None:
    text = "it isn't 40,000 so-called — “jobs”"
    (voice,) = share_of_voice(text, AnnotationSet(statements=(said(text, "s1", text),)))
    assert voice.words == 5


def test_speech_without_a_known_speaker_has_no_name() -> None:
    (voice,) = voices_of('"The gate was open all night long."\n')
    assert (voice.entity, voice.name, voice.kind, voice.share) == (None, "", "unnamed", 1.0)


def test_an_organisation_without_an_entity_counts_as_one() -> None:
    kinds = {voice.name: voice.kind for voice in voices_of("The union said that it would strike again.\n")}
    assert kinds == {"The union": "organisation"}


def test_an_article_in_which_nobody_speaks_has_no_voices() -> None:
    assert voices_of("The bridge opened in May.\n") == []
