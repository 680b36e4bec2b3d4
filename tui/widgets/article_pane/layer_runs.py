"""The styles of a whole layer as runs, made from the columns of its annotations without making objects."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from itertools import chain, compress, islice, repeat
from operator import eq, lt, sub
from typing import TYPE_CHECKING, Final

from annotators.layer import Layer
from annotators.rows import Rows, Spans, column
from tui.widgets.article_pane.layer_styles import BITS, entity_bit, styled_spans
from tui.widgets.article_pane.span_runs import JoinedRuns, SpanRuns

if TYPE_CHECKING:
    from annotators.annotation import AnnotationSet, Statement

__all__ = ["layer_runs"]

_QUOTED: Final = BITS["statement"]
_TOLD: Final = BITS["indirect"]


def layer_runs(annotations: AnnotationSet, layer: Layer) -> SpanRuns | JoinedRuns:
    """The spans of `layer_styles.styled_spans`, flattened."""
    if layer is Layer.ENTITIES and isinstance(annotations.mentions, Rows):
        labels = column(annotations.mentions, "label")
        return SpanRuns.of_columns(*_edges(annotations.mentions), array("I", map(entity_bit, labels)))
    if layer is Layer.QUOTES and isinstance(annotations.statements, Rows):
        starts, ends = _edges(annotations.marks)
        marks = SpanRuns.of_columns(starts, ends, array("I", repeat(BITS["mark"], len(starts))))
        return JoinedRuns(_said(annotations.statements), marks)
    return SpanRuns(styled_spans(annotations, layer))


def _edges(annotations: Iterable[object]) -> tuple[array[int], array[int]]:
    starts, ends = (array("I", column(annotations, edge)) for edge in ("start", "end"))  # type: ignore[arg-type]
    return starts, ends


def _said(statements: Rows[Statement]) -> SpanRuns:
    """`Statement.shown` of each statement."""
    content = statements.values("content")
    assert isinstance(content, Spans)
    edges = content.edges
    bits = [_TOLD if kind == "indirect" else _QUOTED for kind in column(statements, "type")]
    masks = array("I", chain.from_iterable(map(repeat, bits, map(sub, islice(edges, 1, None), edges))))
    starts, ends = content.starts, content.ends
    silent = list(compress(range(len(bits)), map(eq, islice(edges, 1, None), edges)))
    if silent:
        starts, ends = starts[:], ends[:]
        for position in silent:
            said = statements[position]
            start, end = said.cue or said.span
            starts.append(start)
            ends.append(end)
            masks.append(bits[position])
    filled = list(map(lt, starts, ends))
    if not all(filled):
        starts, ends, masks = (array("I", compress(one, filled)) for one in (starts, ends, masks))
    return SpanRuns.of_columns(starts, ends, masks)
