"""Articles and annotations of any shape, for the property tests."""

from __future__ import annotations

from hypothesis import strategies as st

from annotators.annotation import (
    ENTITY_LABELS,
    KINDS,
    MARK_KINDS,
    AnnotationSet,
    BlockLabel,
    Entity,
    Layer,
    Mark,
    Mention,
    Note,
    Span,
    Statement,
    in_order,
)
from annotators.article import Article
from annotators.loaders.text import article_from_text

TEXTS = st.lists(
    st.sampled_from(
        ["Ann", "“so”", " ", "\n", "\n\n", "\r\n", "\r", "\u00a0", "\u2028", "\x1b[0m", "<b>", "*", "🙂", "نا"]
    ),
    min_size=1,
).map(lambda pieces: "".join(pieces) + "x")  # fmt: skip

SCORES = st.none() | st.integers(0, 1000).map(lambda number: number / 1000)
REASONS = st.lists(st.sampled_from(["nine links", "follows a credit"]), max_size=2, unique=True).map(tuple)


@st.composite
def spans(draw: st.DrawFn, size: int) -> Span:
    """Any stretch, of one character at least, of a text of that size."""
    start = draw(st.integers(0, size - 1))
    return Span(start, draw(st.integers(start + 1, size)))


@st.composite
def statements(draw: st.DrawFn, name: str, size: int) -> Statement:
    """A statement that is one stretch, its speaker another, anywhere in a text of that size."""
    content = draw(spans(size))
    return Statement(
        id=name, type=draw(st.sampled_from(["direct", "mixed", "indirect"])), start=content.start,
        end=content.end, content=(content,), cue=draw(st.none() | st.just(content)), speaker=draw(spans(size)),
        speaker_entity=draw(st.sampled_from([None, "e1"])), addressee=draw(st.none() | st.just(content)),
        score=draw(SCORES), reasons=draw(REASONS),
    )  # fmt: skip


@st.composite
def annotated(draw: st.DrawFn) -> tuple[Article, AnnotationSet]:
    """An article with labelled blocks, and anything else anywhere."""
    article = article_from_text(draw(TEXTS), "a.txt")
    size = len(article.text)

    def span() -> Span:
        return draw(spans(size))

    def where() -> dict:
        found = span()
        return {"start": found.start, "end": found.end, "score": draw(SCORES), "reasons": draw(REASONS)}

    def some(make) -> tuple:
        return in_order([make(number) for number in range(draw(st.integers(0, 3)))])

    kinds = st.sampled_from(KINDS)
    blocks = tuple(
        BlockLabel(start=block.start, end=block.end, kind=draw(kinds), score=draw(SCORES), reasons=draw(REASONS))
        for block in article.blocks
    )
    return article, AnnotationSet(
        blocks=blocks,
        inline=some(lambda _: BlockLabel(**where(), kind=draw(kinds))),
        mentions=some(lambda _: Mention(**where(), label=draw(st.sampled_from(ENTITY_LABELS)), entity="e1")),
        entities=(Entity("e1", draw(st.text()), "PERSON"),),
        marks=some(lambda _: Mark(**where(), kind=draw(st.sampled_from(MARK_KINDS)), closed=draw(st.booleans()))),
        statements=some(lambda number: draw(statements(f"s{number}", size))),
        notes=some(lambda number: Note(start=0, end=1, id=f"n{number}", text=draw(st.text()), created=1.5)),
        ready=draw(st.frozensets(st.sampled_from(list(Layer)))),
        unavailable=draw(st.dictionaries(st.sampled_from(list(Layer)), st.text())),
    )
