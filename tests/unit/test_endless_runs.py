"""A run of one character that does not end, for whatever reads or writes an article: time grows with it.

A pattern that can begin anywhere in such a run and looks to its end each time would take a minute for most of these.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from annotators.annotation import AnnotationSet, BlockLabel, Layer, Mention, Span
from annotators.article import Article, Block, Source
from annotators.boilerplate.settling.rescuing import rescue_story
from annotators.entities.forms.edges import tidy_names
from annotators.exporters import export
from annotators.exporters.linear import to_linear
from annotators.loaders import load
from annotators.loaders.text import article_from_text
from annotators.pipeline import annotate
from annotators.quotes.abroad.speakers import attribution_within
from annotators.quotes.abroad.words import saying_in
from annotators.quotes.turns import find_turns
from annotators.text.hyphens import rejoined
from tui.positions.surroundings import on_one_line

SIZE = 100_000
SPACES, WIDE, HASHES = " " * SIZE, "\u00a0" * SIZE, "#" * SIZE


def timed(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


def labelled(text: str, kind: str) -> tuple[Article, AnnotationSet]:
    article = Article(text, (Block(0, len(text)),), Source("a.txt"))
    label = BlockLabel(start=0, end=len(text), kind=kind)
    return article, AnnotationSet(blocks=(label,), ready=frozenset({Layer.STRUCTURE}))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.md", f"# Ferry{SPACES}strike\n\nThe boats stay in port.\n"),
        ("a.html", f"<h1>Ferry strike</h1><pre>The boats{SPACES}stay\n\tin port.</pre>"),
    ],
)
def test_a_file_is_read(tmp_path: Path, name: str, text: str) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    assert timed(lambda: load(str(path))) < 1


@pytest.mark.parametrize(
    ("kind", "text"),
    [("body", f"Ferry{SPACES}strike"), ("headline", f"Ferry{WIDE}strike"), ("headline", f"{HASHES}!")],
)
def test_an_article_is_written(kind: str, text: str) -> None:
    assert timed(lambda: export(*labelled(text, kind), "md")) < 1
    assert timed(lambda: to_linear(*labelled(text, kind))) < 1


def test_a_name_that_is_torn_apart_is_tidied() -> None:
    text = f"Angela{SPACES}Merkel"
    assert timed(lambda: tidy_names(text, [Mention(start=0, end=len(text), label="PERSON")])) < 1


def test_words_are_put_on_one_line() -> None:
    article, _ = labelled(f"Ferry{SPACES}strike", "body")
    assert timed(lambda: on_one_line(article, Span(0, len(article.text)))) < 1


@pytest.mark.parametrize("said", [f"“It sank,” said Anna{SPACES}Berg.", f"Anna{SPACES}Berg said it sank."])
def test_endless_spaces_around_a_speaker_take_linear_time(said: str) -> None:
    article = article_from_text(f"{said}\n", "a.txt")
    assert timed(lambda: annotate(article, entities=False)) < 2


def test_the_names_of_an_interview_are_looked_for() -> None:
    text = f"Q: Were you angry?\nA: For a week, and then a man rang.\nQ: Who?\nA: {'A.' * (SIZE // 2)}\n"
    starts = [0, *(at + 1 for at, letter in enumerate(text) if letter == "\n")]
    assert timed(lambda: find_turns(text, [*zip(starts, (at - 1 for at in starts[1:]), strict=False)])) < 1


def test_prose_without_an_end_is_looked_for_amid_the_story() -> None:
    text = "The boats stay in port.\n" + "Mr. " * (SIZE // 4) + "\nThe end."
    labels = [
        BlockLabel(start=0, end=23, kind="body", score=0.9),
        BlockLabel(start=24, end=24 + SIZE, kind="related", score=0.3),
        BlockLabel(start=len(text) - 8, end=len(text), kind="body", score=0.9),
    ]
    assert timed(lambda: rescue_story(text, labels)) < 1


def test_words_with_hyphens_are_put_together() -> None:
    text = f"{'a-' * (SIZE // 2)} an inter-\nnational port"
    assert timed(lambda: rejoined(text, text)) < 1


@pytest.mark.parametrize("piece", ["sier ", ", sier "])
def test_a_clause_of_saying_is_looked_for_after_a_dash(piece: str) -> None:
    saying = saying_in("no")
    assert saying is not None
    text = piece * (SIZE // len(piece))
    assert timed(lambda: attribution_within(text, 0, len(text), saying)) < 2


@pytest.mark.parametrize("piece", ["“字”", "‘a’ ", "a\n"])
def test_the_same_over_and_over_is_labelled(piece: str) -> None:
    text = piece * (SIZE // 4 // len(piece))
    assert timed(lambda: annotate(article_from_text(text, "a.txt"), entities=False)) < 30
