"""Paints the lines on the screen and caches them, so that a line that only moves is not painted again."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.widgets.article_pane.cells import clusters, painted
from tui.widgets.article_pane.column import NO_COLUMN, Column
from tui.widgets.article_pane.layer_styles import BITS
from tui.widgets.article_pane.line_index import LineIndex
from tui.widgets.article_pane.line_painter import Written, paint_lines, written_end
from tui.widgets.article_pane.line_strip import LineStrip
from tui.widgets.article_pane.minimap import GLYPHS
from tui.widgets.article_pane.palette import Palette
from tui.widgets.article_pane.scene import Scene

__all__ = ["LineArtist"]

_KEPT = 256
"""Painted lines that are cached, besides those of four screens, before the cache is cleared."""

_THUMB, _BAR = BITS["thumb"], BITS["bar"]
_UNPAINTED: Final = Strip([], 0)


class LineArtist:
    """Makes strips of lines, with gutter and bar."""

    def __init__(self, palette: Palette) -> None:
        self.column: Column = NO_COLUMN
        self._palette = palette
        self._strips: dict[int, dict[int, Strip]] = {}
        self._kept = 0

    def forget(self) -> None:
        """Clears the cache."""
        self._strips.clear()
        self._kept = 0

    def frame(self, index: LineIndex, top: int, rows: range, scene: Scene, bar: Sequence[int]) -> list[Strip]:
        """The strips of some rows of the screen, whose first row shows line `top`. `bar` is the cell of each row."""
        if self._kept > _KEPT + 4 * len(rows):
            self.forget()
        kept = self._strips.setdefault(scene.lit_mask, {})
        passing, hinted = scene.passing(), sorted(scene.hints)
        starts, known = index.starts, len(index)
        strips: list[Strip] = []
        unpainted: list[tuple[int, int | None]] = []
        for row in rows:
            line = top + row
            if line >= known:
                strips.append(self.blank(bar[row]))
                continue
            start = starts[line]
            end = starts[line + 1] if line + 1 < known else index.position
            if (passing and _touched(passing, start, end)) or (
                hinted and bisect_left(hinted, start) < bisect_left(hinted, end)
            ):
                unpainted.append((row, None))
                strips.append(_UNPAINTED)
                continue
            key = start << 8 | bar[row] << 1 | (start == end)
            strip = kept.get(key)
            if strip is None:
                unpainted.append((row, key))
                strip = _UNPAINTED
            strips.append(strip)
        for row, name, strip in self._paint(index, top, unpainted, scene, bar):
            strips[row - rows.start] = strip
            if name is not None:
                kept[name] = strip
                self._kept += 1
        return strips

    def blank(self, bar: int) -> Strip:
        """A row past the end of the text."""
        return self._finish([], 0, bar)

    def _paint(
        self, index: LineIndex, top: int, rows: Sequence[tuple[int, int | None]], scene: Scene, bar: Sequence[int]
    ) -> Iterator[tuple[int, int | None, Strip]]:
        """Some rows, each with the key it is kept by, painted; those that follow each other at once."""
        first = 0
        for last in range(1, len(rows) + 1):
            if last == len(rows) or rows[last][0] != rows[last - 1][0] + 1:
                line = top + rows[first][0]
                paintings = paint_lines(index, line, line + last - first, self.column, scene)
                for (row, key), (written, cells) in zip(rows[first:last], paintings, strict=True):
                    yield row, key, self._finish(written, cells, bar[row])
                first = last

    def _finish(self, written: list[Written], cells: int, bar: int) -> Strip:
        column, palette = self.column, self._palette
        width = column.width - column.bar
        if cells > width:  # one cluster may be wider than the whole column
            cropped = LineStrip(written, cells, palette).crop(0, width)
            return Strip.join([cropped, LineStrip(_edge(bar) if column.bar else (), column.bar, palette)])
        if cells < width:
            end = written.pop()[0] if written and not written[-1][1] else ""
            written.append((end + " " * (width - cells), 0))
        if column.bar:
            written += _edge(bar)
        return LineStrip(written, column.width, palette)

    def pointed(self, index: LineIndex, line: int) -> Strip:
        """A line for the mouse: each cell carries the offset of its character in its style's `meta`."""
        style = self._palette(0)
        if line >= len(index):
            return Strip.blank(self.column.width, style)
        start, end = index.span(line)
        last = start if index.fold_on(line) is not None else written_end(index.text, start, end)
        return Strip(_pointed_segments(index.text, start, last, self.column.left, style))


def _edge(bar: int) -> list[Written]:
    return [(GLYPHS[bar >> 1], _THUMB if bar & 1 else _BAR)]


def _touched(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether any of the spans lies over part of `[start, end)`."""
    for first, last in spans:  # noqa: SIM110 - `any` takes three times as long for one or two spans
        if first < end and last > start:
            return True
    return False


def _pointed_segments(text: str, start: int, end: int, left: int, style: Style) -> list[Segment]:
    """A line for the mouse: what each cell shows carries the offset of its character in `meta`."""
    segments = [Segment(" ", style + Style(meta={"offset": (start, 0)})) for _ in range(left)]
    for cluster in clusters(text, start, end):
        meta = style + Style(meta={"offset": (cluster.start, 0)})
        shown = painted(text, cluster)
        segments += [Segment(piece, meta) for piece in (shown if text[cluster.start] == "\t" else [shown])]
    segments.append(Segment("", style + Style(meta={"offset": (end, 0)})))
    return segments
