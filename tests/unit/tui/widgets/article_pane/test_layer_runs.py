"""A layer's styles made of columns light each character as the spans of its annotations do."""

from __future__ import annotations

from hypothesis import given

from annotators.annotation import AnnotationSet, Layer, Mark, Span, Statement
from annotators.article import Article
from annotators.memory.buffers import laid_out, taken_up
from tests.property.articles import annotated
from tui.widgets.article_pane.layer_runs import layer_runs
from tui.widgets.article_pane.layer_styles import BITS, styled_spans


def styles(annotations: AnnotationSet, layer: Layer, size: int) -> list[int]:
    """The styles over each character; none of them may be there twice."""
    marks: list[tuple[int, int]] = []
    layer_runs(annotations, layer).mark(0, size, marks)
    return [sum(delta for at, delta in marks if at <= offset) for offset in range(size)]


def expected(annotations: AnnotationSet, layer: Layer, size: int) -> list[int]:
    found = [0] * size
    for start, end, bit in styled_spans(annotations, layer):
        for offset in range(start, end):
            found[offset] |= bit
    return found


def in_columns(annotations: AnnotationSet) -> AnnotationSet:
    return annotations.replace(**taken_up(*laid_out(annotations)))


@given(annotated())
def test_every_character_is_lit_as_its_annotations_say(pair: tuple[Article, AnnotationSet]) -> None:
    article, annotations = pair
    size = len(article.text)
    for found in (annotations, in_columns(annotations)):
        for layer in Layer:
            runs = layer_runs(found, layer)
            lit = expected(found, layer, size)
            assert styles(found, layer, size) == lit
            for start in range(size):
                assert runs.touches(start, start + 2) is any(lit[start : start + 2])


def statement(start: int, end: int, *content: Span, kind: str = "direct", cue: Span | None = None) -> Statement:
    return Statement(start=start, end=end, id=f"s{start}", type=kind, content=content, cue=cue)


def test_statements_within_others_and_such_as_nothing_was_said_in() -> None:
    found = AnnotationSet(
        statements=(
            statement(0, 30, Span(0, 10), Span(20, 30)),
            statement(2, 8, Span(2, 8), kind="indirect"),
            statement(12, 18, cue=Span(13, 18)),
            statement(12, 16),
            statement(22, 24, Span(22, 22), Span(22, 24), kind="indirect"),
        ),
        marks=(Mark(start=0, end=10, kind="direct"), Mark(start=4, end=6, kind="nested")),
    )
    said, told, mark = BITS["statement"], BITS["indirect"], BITS["mark"]
    lit = styles(in_columns(found), Layer.QUOTES, 32)
    assert lit == expected(found, Layer.QUOTES, 32)
    assert (lit[5], lit[9], lit[12], lit[13], lit[19], lit[23]) == (
        said | told | mark,
        said | mark,
        said,
        said,
        0,
        said | told,
    )
