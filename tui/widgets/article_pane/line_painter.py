"""One line of the article as a finished strip: what is written is safe and exactly as wide as the pane."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.widgets.article_pane.cells import clusters, continues_cluster, painted, painted_run
from tui.widgets.article_pane.layer_styles import BITS

__all__ = ["StyleFor", "finish", "fitting_end", "paint_text", "pointed_segments", "written_end"]

StyleFor = Callable[[int], Style]
Marks = list[tuple[int, int]]
Runs = list[tuple[int, int, int]]
_NO_HINTS: Mapping[int, str] = {}


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


def paint_text(
    text: str, start: int, end: int, marks: Marks, style_for: StyleFor, hints: Mapping[int, str] = _NO_HINTS
) -> tuple[list[Segment], int]:
    """The segments of `text[start:end]`, which has no line break in it, and the cells they take."""
    runs = _runs(start, end, marks)
    if hints or any(continues_cluster(text, first) for first, _, _ in runs[1:]):
        return _paint_clusters(text, start, end, runs, style_for, hints)
    segments: list[Segment] = []
    cells = 0
    for first, last, mask in runs:
        shown, width = painted_run(text, first, last, cells)
        segments.append(Segment(shown, style_for(mask)))
        cells += width
    return segments, cells


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


def _paint_clusters(
    text: str, start: int, end: int, runs: Runs, style_for: StyleFor, hints: Mapping[int, str]
) -> tuple[list[Segment], int]:
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
    segments: list[Segment] = []
    buffer, before = "", -1
    for shown, mask in pieces:
        if mask != before and buffer:
            segments.append(Segment(buffer, style_for(before)))
            buffer = ""
        buffer, before = buffer + shown, mask
    if buffer:
        segments.append(Segment(buffer, style_for(before)))
    return segments, cells


def finish(segments: list[Segment], cells: int, width: int, style: Style) -> Strip:
    """A strip of exactly `width` cells."""
    if cells < width:
        segments.append(Segment(" " * (width - cells), style))
    elif cells > width:
        return Strip(segments, cells).crop(0, width)
    return Strip(segments, width)


def pointed_segments(text: str, start: int, end: int, left: int, style: Style) -> list[Segment]:
    """A line for the mouse: what each cell shows carries the offset of its character in `meta`."""
    segments = [Segment(" ", style + Style(meta={"offset": (start, 0)})) for _ in range(left)]
    for cluster in clusters(text, start, end):
        meta = style + Style(meta={"offset": (cluster.start, 0)})
        shown = painted(text, cluster)
        segments += [Segment(piece, meta) for piece in (shown if text[cluster.start] == "\t" else [shown])]
    segments.append(Segment("", style + Style(meta={"offset": (end, 0)})))
    return segments
