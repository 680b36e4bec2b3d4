"""Short articles as tests write them, and what was read out of them, as words."""

from __future__ import annotations

import re

from annotators.annotation import AnnotationSet, BlockLabel, Span, Statement
from annotators.article import Article, Block, Source
from annotators.entities.linking.clusters import link_mentions
from annotators.quotes import find_marks, find_statements
from tests.unit.entities.marked import unmark

__all__ = ["marks_in", "read", "said", "speakers"]

_LINE = re.compile(r"\S(?:[^\n]*\S)?")


def read(marked: str, kinds: tuple[str, ...] = ()) -> tuple[Article, AnnotationSet]:
    """An article of one block a line with its marks and statements; names are written `[Ana Ruiz PERSON]`."""
    text, mentions = unmark(marked)
    blocks = tuple(Block(*line.span()) for line in _LINE.finditer(text))
    labels = tuple(
        BlockLabel(start=block.start, end=block.end, kind=kinds[number] if number < len(kinds) else "body")
        for number, block in enumerate(blocks)
    )
    article = Article(text, blocks, Source("test.txt"))
    linked, entities = link_mentions(text, mentions)
    annotations = AnnotationSet(
        blocks=labels, marks=find_marks(text, labels), mentions=tuple(linked), entities=entities
    )
    return article, annotations.replace(statements=find_statements(article, annotations))


def marks_in(text: str) -> list[str]:
    """Each mark as `kind: words`."""
    article, annotations = read(text)
    return [f"{mark.kind}: {article.text[mark.start : mark.end]}" for mark in annotations.marks]


def said(marked: str, kinds: tuple[str, ...] = ()) -> list[str]:
    """Each statement as `speaker | cue | content`, pieces of content parted by ` ... `."""
    article, annotations = read(marked, kinds)
    return [_words(article.text, statement) for statement in annotations.statements]


def speakers(marked: str, kinds: tuple[str, ...] = ()) -> list[str | None]:
    """The name of the entity that each statement is put down to."""
    _, annotations = read(marked, kinds)
    names = annotations.entity_by_id
    return [names[one.speaker_entity].name if one.speaker_entity else None for one in annotations.statements]


def _words(text: str, statement: Statement) -> str:
    def cut(span: Span | None) -> str:
        return text[span.start : span.end] if span else "-"

    return f"{cut(statement.speaker)} | {cut(statement.cue)} | {' ... '.join(cut(span) for span in statement.content)}"
