"""Paints lines of the article as pieces of safe text with masks of styles."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final, Protocol

from tui.widgets.article_pane.cells import NOT_SINGLE, clusters, continues_cluster, painted, painted_run
from tui.widgets.article_pane.column import Column
from tui.widgets.article_pane.layer_styles import BITS, HINTS_APART, IN_GUTTER
from tui.widgets.article_pane.line_index import LineIndex

__all__ = ["Painting", "Sights", "Written", "paint_lines", "written_end"]

Marks = list[tuple[int, int]]
Runs = list[tuple[int, int, int]]
Written = tuple[str, int]
"""A piece of text and the mask of its styles."""

Painting = tuple[list[Written], int]
"""A line or a part of one, and its width in cells."""

_UNWRITTEN: Final = " \t\r\n"
"""Characters at the end of a line that are not painted."""
_NO_HINTS: Final[Mapping[int, str]] = {}
_NAMELESS: Final = ("", "")
_GUTTER: Final = BITS["gutter"]


class Sights(Protocol):
    """What is shown on a stretch of text besides its words; see `Scene`."""

    def marks(self, start: int, end: int) -> Marks: ...
    def named(self, start: int, end: int) -> bool: ...
    def gutter(self, start: int, end: int, styles: int) -> tuple[str, str]: ...
    def fold_mark(self, start: int, end: int) -> str: ...
    def hints_in(self, start: int, end: int) -> Mapping[int, str]: ...


def paint_lines(index: LineIndex, first: int, last: int, column: Column, sights: Sights) -> list[Painting]:
    """Gutter and text of the known lines `[first, last)`, without the bar and the space before it.

    Styles are fetched once for consecutive lines, and not for what a fold hides between them.
    """
    paintings: list[Painting] = []
    stretch: list[tuple[int, int]] = []
    edges = index.starts[first : last + 1]
    if len(edges) == last - first:
        edges.append(index.position)
    folded = _fold_starts(index, edges[0], edges[-1]) if len(index.folds) else ()
    for line in range(first, last):
        span = (edges[line - first], edges[line - first + 1])
        if span[0] in folded and (fold := index.fold_on(line)) is not None:
            paintings += _paint_stretch(index.text, stretch, column, sights)
            stretch.clear()
            summary = index.folds.summary(fold, column.text)
            written, cells = _paint_runs(summary, 0, len(summary), [(0, len(summary), BITS["fold"])])
            written[:0] = _gutter(column.left, "", sights.fold_mark(*span))
            paintings.append((written, column.left + cells))
        else:
            stretch.append(span)
    return paintings + _paint_stretch(index.text, stretch, column, sights)


def _fold_starts(index: LineIndex, start: int, end: int) -> Collection[int]:
    starts = index.folds.starts
    return starts[bisect_left(starts, start) : bisect_right(starts, end)]  # the line of an open one is empty


def _paint_stretch(text: str, spans: Sequence[tuple[int, int]], column: Column, sights: Sights) -> list[Painting]:
    """Consecutive lines, without the line of a fold."""
    if not spans:
        return []
    first, last = spans[0][0], spans[-1][1]
    hinted = bool(sights.hints_in(first, last))
    named = sights.named(first, last)
    left, width, odd = column.left, column.text, NOT_SINGLE.search
    blank = _gutter(left, "", "")
    paintings: list[Painting] = []
    for line, runs, styles, start, end in _styled(text, spans, sights.marks(first, last)):
        kind, sign = sights.gutter(start, end, styles) if named or styles & IN_GUTTER else _NAMELESS
        written = _gutter(left, kind, sign) if kind or sign else blank[:]
        plain = line.isascii() and line.isprintable()  # a tenth of the time of the expression
        if hinted or len(line) > width or (not plain and odd(line)):
            hints = _beside(text, start, sights.hints_in(start, start + len(line))) if hinted else _NO_HINTS
            if start in hints and left:
                hints = _in_gutter(written, start, hints)
            painted, cells = _paint_odd(text, start, start + len(line), runs, width, hints)
            written += painted
        else:
            written += [(text[one:other], style) for one, other, style in runs]
            cells = len(line)
        paintings.append((written, left + cells))
    return paintings


def _styled(text: str, spans: Sequence[tuple[int, int]], marks: Marks) -> Iterator[tuple[str, Runs, int, int, int]]:
    """Yields for each line its visible text, runs of one style, all styles in it, start and end."""
    marks.sort()
    marks.append((spans[-1][1], 0))
    at = mask = 0
    for start, end in spans:
        line = text[start:end].rstrip(_UNWRITTEN)
        shown_end = start + len(line)
        runs: Runs = []
        position = start
        while marks[at][0] <= start and at < len(marks) - 1:
            mask += marks[at][1]
            at += 1
        styles = mask
        while (offset := marks[at][0]) < end:
            if position < shown_end and offset > position:
                runs.append((position, min(offset, shown_end), mask))
                position = offset
            mask += marks[at][1]
            styles |= mask
            at += 1
        if position < shown_end:
            runs.append((position, shown_end, mask))
        yield line, runs, styles, start, end


def _gutter(left: int, kind: str, mark: str) -> list[Written]:
    if left >= 2:
        label = kind[: left - 2]
        return [(f"{label:>{left - 2}}{mark or ' '} ", _GUTTER)]
    return [(" " * left, 0)] if left else []


def _paint_odd(text: str, start: int, end: int, runs: Runs, width: int, hints: Mapping[int, str]) -> Painting:
    """A line with characters that may not be one cell wide, or that may extend past the edge."""
    written, cells = _paint_runs(text, start, end, runs, hints)
    if cells > width:
        end = fitting_end(text, start, end, width)
        runs = [(first, min(last, end), mask) for first, last, mask in runs if first < end]
        written, cells = _paint_runs(text, start, end, runs, _with_room(hints, start, end))
    return written, cells


def written_end(text: str, start: int, end: int) -> int:
    """The end of the visible part of a line: without its line break and the white space before it."""
    return start + len(text[start:end].rstrip(_UNWRITTEN))


def fitting_end(text: str, start: int, end: int, width: int) -> int:
    """The offset at which to cut `text[start:end]` to `width` cells, after its first cluster at least."""
    for cluster in clusters(text, start, end):
        width -= cluster.cells
        if width < 0 and cluster.start > start:
            return cluster.start
    return end


def _paint_runs(text: str, start: int, end: int, runs: Runs, hints: Mapping[int, str] = _NO_HINTS) -> Painting:
    """The pieces for `text[start:end]`, which has no line break and these runs of styles."""
    if hints or any(continues_cluster(text, first) for first, _, _ in runs[1:]):
        return _paint_clusters(text, start, end, runs, hints)
    written: list[Written] = []
    cells = 0
    for first, last, mask in runs:
        shown, width = painted_run(text, first, last, cells)
        written.append((shown, mask))
        cells += width
    return written, cells


def _beside(text: str, start: int, hints: Mapping[int, str]) -> Mapping[int, str]:
    """The hints of a line, each with its first letter on the blank before its target if there is one."""
    return {
        offset - (offset > start and text[offset - 1] == " " and offset - 1 not in hints): letters
        for offset, letters in hints.items()
    }


def _in_gutter(written: list[Written], start: int, hints: Mapping[int, str]) -> Mapping[int, str]:
    """The hints; the first letter of one at the start of the line goes to the last blank of the gutter."""
    gutter, mask = written.pop()
    letters = hints[start]
    written += [(gutter[:-1], mask), (letters[0], BITS["hint"])]
    rest = {offset: shown for offset, shown in hints.items() if offset != start}
    return {start: letters[1:], **rest} if len(letters) > 1 else rest


def _with_room(hints: Mapping[int, str], start: int, end: int) -> Mapping[int, str]:
    """The hints of a line, moved left as far as necessary for all letters to end before the end of the line.

    If there is no room for all, the first are written side by side.
    """
    placed: dict[int, str] = {}
    room = end
    for offset in sorted((offset for offset in hints if offset < end), reverse=True):
        letters = hints[offset]
        at = min(offset, room - len(letters))
        if at < start:
            at = start
            letters = HINTS_APART.join(filter(None, (letters, placed.get(start))))
        placed[at] = letters
        room = at
    return placed


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
        if letters := HINTS_APART.join(hints[at] for at in range(cluster.start, cluster.end) if at in hints):
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
