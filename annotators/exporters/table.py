"""All annotations as a CSV table with a row for each."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Collection, Iterator
from typing import Final

from annotators.annotation import Annotation, AnnotationSet, Span
from annotators.article import Article
from annotators.wording.speakers import speaker_of
from annotators.wording.statements import read_out

__all__ = ["COLUMNS", "to_table"]

COLUMNS: Final = ("source", "layer", "label", "start", "end", "text", "who", "score", "note")
"""The columns; `who` is the entity of a mention or the speaker of a statement."""

_FORMULA: Final = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
"""The beginning of a cell that Excel, LibreOffice or a Japanese spreadsheet evaluates as a formula."""

Row = tuple[str, str, str, int, int, str, str, str, str]


def to_table(article: Article, annotations: AnnotationSet, stripped: Collection[str] = ()) -> str:
    """CSV by RFC 4180 with a header row. Nothing is left out, whatever is `stripped`.

    A cell that a spreadsheet would evaluate gets an apostrophe before it, as OWASP recommends ("CSV Injection"). So
    does one that begins with apostrophes and goes on like a formula; removing the first apostrophe restores both.
    """
    written = io.StringIO()
    rows = sorted(_rows(article, annotations), key=lambda row: (row[3], -row[4], row[1]))
    # A carriage return alone is quoted only where it is of the writer's own line break (until Python 3.13).
    csv.writer(written, lineterminator="\r\n").writerows([COLUMNS, *(map(_no_formula, row) for row in rows)])
    return written.getvalue()


def _no_formula(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and _FORMULA.match(cell) else cell


def _rows(article: Article, annotations: AnnotationSet) -> Iterator[Row]:
    def row(one: Annotation, layer: str, label: str, who: str = "", note: str = "", span: Span | None = None) -> Row:
        start, end = span or one.span
        score = "" if one.score is None else f"{one.score:.3f}"
        return article.source.location, layer, label, start, end, article.text[start:end], who, score, note

    for block in (*annotations.blocks, *annotations.inline):
        yield row(block, "structure", block.kind)
    for mention in annotations.mentions:
        entity = annotations.entity_by_id.get(mention.entity or "")
        yield row(mention, "entities", mention.label, entity.name if entity else "")
    for mark in annotations.marks:
        yield row(mark, "quotes", f"mark:{mark.kind}")
    for said in annotations.statements:
        for span in read_out(article.text, said):
            yield row(said, "quotes", said.type, speaker_of(article, annotations, said), span=span)
    for note in annotations.notes:
        yield row(note, "notes", "note" if note.text else "highlight", note=note.text)
