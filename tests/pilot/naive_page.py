"""The screen of an article pane as one would first paint it: everything wrapped, every annotation looked at.

`naive_rows` is what the pane must show, cell by cell, for a given state. It shares with the pane the
tables (what a cluster takes, what a style looks like) and none of the machinery.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from rich.style import Style
from textual.strip import Strip

from annotators.annotation import Annotation, AnnotationSet, Layer, Span, Statement
from annotators.article import Article
from tests.naive_wrap import naive_lines
from tui.widgets.article_pane.cells import clusters, painted
from tui.widgets.article_pane.column import column_for
from tui.widgets.article_pane.folds import NO_FOLDS, FoldMap
from tui.widgets.article_pane.layer_styles import BITS, structure_spans, styled_spans
from tui.widgets.article_pane.minimap import GLYPHS, thumb_rows

Cells = list[tuple[str, Style]]


@dataclass
class State:
    """The state that determines what is on the screen."""

    article: Article
    annotations: AnnotationSet
    width: int
    height: int
    measure: int
    lit: frozenset[Layer]
    clean: bool = False
    folds: FoldMap = NO_FOLDS
    top: int = 0
    current: Annotation | None = None
    pointer: int | None = None
    matches: list[Span] = field(default_factory=list)
    match: int | None = None
    related: list[Span] = field(default_factory=list)
    selection: Span | None = None

    @property
    def lines(self) -> list[tuple[int, int, int | None]]:
        """All lines of the article."""
        return naive_lines(self.article.text, column_for(self.width, self.measure).text, self.folds)


def naive_rows(state: State, style: Callable[[int], Style]) -> list[Cells]:
    """Each row of the screen as its characters with their styles."""
    lines, column = state.lines, column_for(state.width, state.measure)
    shown = lines[state.top : state.top + state.height]
    bottom = shown[-1][1] if shown else 0
    top_offset = shown[0][0] if shown else 0
    bar = _bar(state, top_offset, bottom)
    masks = _masks(state)
    rows: list[Cells] = []
    for row in range(state.height):
        cells: Cells = []
        if row < len(shown):
            cells = _line(state, shown[row], masks, column.left, style)
        width = sum(_width(piece) for piece, _ in cells)
        cells += [(" ", style(0))] * (column.width - column.bar - width)
        if column.bar:
            glyph, thumb = bar[row]
            cells.append((glyph, style(BITS["thumb" if thumb else "bar"])))
        rows.append(cells)
    return rows


def cells_of(strip: Strip) -> Cells:
    """A painted row as its clusters with their styles."""
    cells: Cells = []
    for text, style, _ in strip:
        cells += [(text[one.start : one.end], style or Style()) for one in clusters(text, 0, len(text))]
    return cells


def _width(piece: str) -> int:
    return sum(one.cells for one in clusters(piece, 0, len(piece)))


def _masks(state: State) -> list[int]:
    masks = [0] * (len(state.article.text) + 1)
    spans = list(structure_spans(state.annotations))
    spans += [(link.start, link.end, BITS["link"]) for link in state.article.links]
    for layer in Layer:
        if layer in state.lit or (layer is Layer.STRUCTURE and state.clean):
            spans += styled_spans(state.annotations, layer)
    spans += [(start, end, BITS["related"]) for start, end in state.related]
    spans += [(start, end, BITS["match"]) for start, end in state.matches]
    if state.match is not None:
        spans.append((*state.matches[state.match], BITS["current-match"]))
    if state.current is not None:
        parts = state.current.content if isinstance(state.current, Statement) else (state.current.span,)
        spans += [(start, end, BITS["current"]) for start, end in parts]
        if isinstance(state.current, Statement):
            named = (span for span in (state.current.speaker, state.current.cue) if span is not None)
            spans += [(*span, BITS["voice"]) for span in named]
    if state.selection is not None:
        spans.append((*state.selection, BITS["selection"]))
    for start, end, mask in spans:
        for offset in range(start, end):
            masks[offset] |= mask
    return masks


def _line(
    state: State, line: tuple[int, int, int | None], masks: list[int], left: int, style: Callable[[int], Style]
) -> Cells:
    start, end, fold = line
    kind, mark = _gutter(state, line)
    gutter = f"{kind[: left - 2]:>{left - 2}}{mark or ' '} " if left >= 2 else " " * left
    cells: Cells = [(one, style(BITS["gutter"])) for one in gutter]
    if fold is not None:
        return cells + [
            (one, style(BITS["fold"])) for one in state.folds.summary(fold, column_for(state.width, state.measure).text)
        ]
    body = state.article.text[start:end]
    body = body.removesuffix("\n").removesuffix("\r").rstrip(" \t")
    for cluster in clusters(state.article.text, start, start + len(body)):
        mask = 0
        for offset in range(cluster.start, cluster.end):
            mask |= masks[offset]
        shown = painted(state.article.text, cluster)
        pieces = list(shown) if set(shown) == {" "} else [shown] if shown else []
        cells += [(piece, style(mask)) for piece in pieces]
    measure = left + column_for(state.width, state.measure).text
    while cells[-1][0] == " " and sum(_width(piece) for piece, _ in cells) > measure:
        cells.pop()  # white space that hangs past the edge
    return cells


def _gutter(state: State, line: tuple[int, int, int | None]) -> tuple[str, str]:
    start, end, fold = line

    def touched(layer: Layer, bits: int) -> bool:
        spans = styled_spans(state.annotations, layer) if layer in state.lit else ()
        return any(mask & bits and first < end and last > start for first, last, mask in spans)

    pointed = state.pointer is not None and start <= state.pointer < end
    if fold is not None:
        return "", "›" if pointed else ""
    kind: str | None = None
    if state.clean or Layer.STRUCTURE in state.lit:
        for label in reversed(state.annotations.blocks):
            if not (label.start < end and label.end > start):
                continue
            if label.boilerplate:
                kind = label.kind.replace("_", " ") if start <= label.start else ""
            elif label.kind == "body" and label.score is not None and label.score < 0.5:
                kind = "unsure" if start <= label.start else None
    if pointed:
        return kind or "", "›"
    if touched(Layer.NOTES, BITS["note"]):
        return kind or "", "◆"
    if touched(Layer.QUOTES, BITS["statement"] | BITS["indirect"]):
        return kind or "", "▎"
    return kind or "", "" if kind in {None, "unsure"} else "┊"


def _bar(state: State, top: int, bottom: int) -> list[tuple[str, bool]]:
    size, height = len(state.article.text), state.height
    thumb = thumb_rows(height, top, bottom, size)
    sources = [[(start, end) for start, end in state.matches]]
    for layer in (Layer.NOTES, Layer.QUOTES, Layer.STRUCTURE):
        spans = styled_spans(state.annotations, layer) if layer in state.lit else ()
        sources.append([(start, end) for start, end, _ in spans])
    shares = [(row * size // height, (row + 1) * size // height) for row in range(height)]
    marked = [{row for row, (low, high) in enumerate(shares) if _any_in(spans, low, high)} for spans in sources]
    said = [rows if number == 0 or len(rows) <= height / 2 else set() for number, rows in enumerate(marked)]
    rows: list[tuple[str, bool]] = []
    for row in range(height):
        glyph = next((GLYPHS[number + 1] for number, touched in enumerate(said) if row in touched), " ")
        rows.append((glyph, row in thumb))
    return rows


def _any_in(spans: list[tuple[int, int]], low: int, high: int) -> bool:
    return any(start < high and end > low for start, end in spans)
