"""What is written on one line of the article: safe text, and which styles lie on which part of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from tui.widgets.article_pane.cells import clusters, continues_cluster, painted, painted_run
from tui.widgets.article_pane.column import Column
from tui.widgets.article_pane.layer_styles import BITS
from tui.widgets.article_pane.line_index import LineIndex

__all__ = ["Painting", "Sights", "Written", "paint_line", "paint_text", "written_end"]

Marks = list[tuple[int, int]]
Runs = list[tuple[int, int, int]]
Written = tuple[str, int]
"""What is written, and the mask of its styles."""

Painting = tuple[list[Written], int]
"""A line or a part of one, and the cells it takes."""

_NO_HINTS: Mapping[int, str] = {}


class Sights(Protocol):
    """What is to be seen on a stretch of the text besides its words; `Scene` says what each is."""

    def marks(self, start: int, end: int) -> Marks: ...
    def gutter(self, start: int, end: int) -> tuple[str, str]: ...
    def fold_mark(self, start: int, end: int) -> str: ...
    def hints_in(self, start: int, end: int) -> Mapping[int, str]: ...


def paint_line(index: LineIndex, line: int, column: Column, sights: Sights) -> Painting:
    """Gutter and text of a known line, up to where the bar begins; what is right of the text is not filled."""
    text = index.text
    start, end = index.span(line)
    kind = mark = ""
    if (fold := index.fold_on(line)) is not None:
        summary = index.folds.summary(fold, column.text)
        written, cells = paint_text(summary, 0, len(summary), [(0, BITS["fold"])])
        mark = sights.fold_mark(start, end)
    else:
        last = written_end(text, start, end)
        written, cells = _paint(text, start, last, sights)
        if cells > column.text:
            written, cells = _paint(text, start, fitting_end(text, start, last, column.text), sights)
        kind, mark = sights.gutter(start, end)
    left = column.left
    if left >= 2:
        label = kind[: left - 2]
        written.insert(0, (f"{label:>{left - 2}}{mark or ' '} ", BITS["gutter"]))
    elif left:
        written.insert(0, (" " * left, 0))
    return written, left + cells


def _paint(text: str, start: int, end: int, sights: Sights) -> Painting:
    return paint_text(text, start, end, sights.marks(start, end), sights.hints_in(start, end))


def written_end(text: str, start: int, end: int) -> int:
    """Where the part of a line that is written ends: without its line break and the white space before it."""
    line = text[start:end]
    if line.endswith("\n"):
        line = line[:-1]
    line = line.removesuffix("\r")
    return start + len(line.rstrip(" \t"))


def fitting_end(text: str, start: int, end: int, width: int) -> int:
    """Where to cut `text[start:end]` to `width` cells, or to its first cluster: what hangs past them is white."""
    for cluster in clusters(text, start, end):
        width -= cluster.cells
        if width < 0 and cluster.start > start:
            return cluster.start
    return end


def paint_text(text: str, start: int, end: int, marks: Marks, hints: Mapping[int, str] = _NO_HINTS) -> Painting:
    """What is written for `text[start:end]`, which has no line break in it."""
    runs = _runs(start, end, marks)
    if hints or any(continues_cluster(text, first) for first, _, _ in runs[1:]):
        return _paint_clusters(text, start, end, runs, hints)
    written: list[Written] = []
    cells = 0
    for first, last, mask in runs:
        shown, width = painted_run(text, first, last, cells)
        written.append((shown, mask))
        cells += width
    return written, cells


def _runs(start: int, end: int, marks: Marks) -> Runs:
    runs: Runs = []
    position, mask = start, 0
    for offset, delta in sorted(marks):
        offset = min(offset, end)
        if offset > position:
            runs.append((position, offset, mask))
            position = offset
        mask += delta
    if position < end:
        runs.append((position, end, mask))
    return runs


def _paint_clusters(text: str, start: int, end: int, runs: Runs, hints: Mapping[int, str]) -> Painting:
    pieces: list[tuple[str, int]] = []
    run = cells = covered = 0
    for cluster in clusters(text, start, end):
        while runs[run][1] <= cluster.start:
            run += 1
        mask = runs[run][2]
        following = run + 1
        while following < len(runs) and runs[following][0] < cluster.end:
            mask |= runs[following][2]
            following += 1
        shown = painted(text, cluster)
        if letters := next((hints[at] for at in range(cluster.start, cluster.end) if at in hints), ""):
            pieces.append((letters, BITS["hint"]))
            cells += len(letters)
            covered += len(letters)
        hidden = min(covered, cluster.cells)
        covered -= hidden
        cells += cluster.cells - hidden
        pieces.append((" " * (cluster.cells - hidden) if hidden else shown, mask))
    written: list[Written] = []
    buffer, before = "", -1
    for shown, mask in pieces:
        if mask != before and buffer:
            written.append((buffer, before))
            buffer = ""
        buffer, before = buffer + shown, mask
    if buffer:
        written.append((buffer, before))
    return written, cells
