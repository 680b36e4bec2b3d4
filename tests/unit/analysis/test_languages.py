"""Articles in other languages than English: which names are searched for, and the notice about the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import pytest

from annotators.analysis import Found
from annotators.annotation import AnnotationSet, Layer, Mention, Span, Spanned
from annotators.article import Article, Block, Metadata, Source
from annotators.document import from_document, to_document
from annotators.pipeline import annotate_in_steps, annotate_structure
from annotators.wording.languages import why_no_names

GERMAN = "Der Kanzler sagte am Montag, dass er nicht zurücktreten werde, und das sei auch gut so, @bund und 12 Leute."
TURKISH = (
    "Kanzler pazartesi günü yaptığı açıklamada istifa etmeyeceğini ve kararın ona ait olmadığını söyledi, @bund 12."
)
ENGLISH = "The chancellor said on Monday that he would not resign, and that was the end of it for 12 people."


class Everything:
    """A model that takes every word with a capital for a person."""

    def __init__(self, language: str | None = "en") -> None:
        self.language = language
        self.passages: list[str] = []

    def read(
        self,
        text: str,
        passages: Sequence[Span],
        marks: Iterable[Spanned],
        between: Callable[[], object] | None = None,
    ) -> Found:
        self.passages += [text[span.start : span.end] for span in passages]
        names = [
            Mention(start=at, end=at + 8, label="PERSON", score=0.9)
            for span in passages
            if (at := text.find("Kanzler", span.start, span.end)) >= 0
        ]
        return Found(tuple(names), ())


def found(*lines: str, model: Everything) -> AnnotationSet:
    text = "\n\n".join(lines)
    starts = [text.index(line) for line in lines]
    blocks = tuple(Block(start, start + len(line)) for start, line in zip(starts, lines, strict=True))
    article = Article(text, blocks, Source("test.txt"), Metadata())
    annotations = annotate_structure(article)
    for step in annotate_in_steps(article, annotations, model):
        annotations = step.annotations
    assert step.share == 1
    assert from_document(to_document(article, annotations))[1].unavailable == annotations.unavailable
    return annotations


def test_the_model_that_reads_english_is_not_shown_most_other_languages() -> None:
    model = Everything()
    annotations = found(TURKISH, TURKISH.replace("pazartesi", "salı"), model=model)
    assert model.passages == []
    assert {one.label for one in annotations.mentions} == {"HANDLE"}
    assert Layer.ENTITIES in annotations.ready
    assert annotations.unavailable == {Layer.ENTITIES: "this article reads as Turkish: no names are looked for in it"}


def test_in_some_languages_the_surest_names_are_found() -> None:
    model = Everything()
    annotations = found(GERMAN, GERMAN.replace("Der Kanzler", "Olaf Kanzler"), model=model)
    assert len(model.passages) == 2
    assert {one.label for one in annotations.mentions} == {"HANDLE"}  # one word with a capital is no name in German
    why = (
        "this article reads as German: only names that are near certain are shown, "
        "since names are found best in English"
    )
    assert annotations.unavailable == {Layer.ENTITIES: why}


def test_in_a_mixed_article_the_english_part_is_read() -> None:
    model = Everything()
    annotations = found(ENGLISH, TURKISH, ENGLISH.replace("Monday", "Friday"), model=model)
    assert model.passages == [ENGLISH, ENGLISH.replace("Monday", "Friday")]
    assert [one.label for one in annotations.mentions].count("CARDINAL") == 2
    assert "part of this article reads as Turkish" in annotations.unavailable[Layer.ENTITIES]


def test_an_english_article_has_no_notice() -> None:
    assert found(ENGLISH, ENGLISH.replace("Monday", "Friday"), model=Everything()).unavailable == {}


def test_a_model_that_was_chosen_reads_everything() -> None:
    model = Everything(None)
    annotations = found(GERMAN, GERMAN.replace("Montag", "Dienstag"), model=model)
    assert len(model.passages) == 2
    assert {one.label for one in annotations.mentions} == {"PERSON", "HANDLE"}  # numbers are told by English rules
    assert annotations.unavailable == {}


@pytest.mark.parametrize(
    ("language", "share", "some", "why"),
    [
        ("tr", 0.1, False, ""),
        ("tr", 0.4, False, "part of this article reads as Turkish: no names are looked for in it"),
        (
            "de",
            0.9,
            True,
            "this article reads as German: only names that are near certain are shown, "
            "since names are found best in English",
        ),
        ("und", 1.0, False, "this article does not read as English: no names are looked for in it"),
        ("en", 0.0, False, ""),
    ],
)
def test_the_reason_is_one_line(language: str, share: float, some: bool, why: str) -> None:
    assert why_no_names(language, share, some=some) == why
