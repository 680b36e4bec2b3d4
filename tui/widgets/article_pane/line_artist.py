"""Paints the lines on the screen and keeps them: a line that only moved is not painted again."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from textual.strip import Strip

from tui.widgets.article_pane.column import NO_COLUMN, Column
from tui.widgets.article_pane.layer_styles import BITS
from tui.widgets.article_pane.line_index import LineIndex
from tui.widgets.article_pane.line_painter import (
    finish,
    fitting_end,
    paint_text,
    pointed_segments,
    written_end,
)
from tui.widgets.article_pane.minimap import GLYPHS
from tui.widgets.article_pane.palette import Palette
from tui.widgets.article_pane.scene import Scene

__all__ = ["LineArtist"]

_KEPT = 256
"""Painted lines kept, besides those of four screens, before all are forgotten."""


class LineArtist:
    """Lines of an index as strips, with gutter and bar."""

    def __init__(self, palette: Palette) -> None:
        self.column: Column = NO_COLUMN
        self._palette = palette
        self._strips: dict[int, dict[int, Strip]] = {}
        self._kept = 0

    def forget(self) -> None:
        """Drops all painted lines."""
        self._strips.clear()
        self._kept = 0

    def frame(self, index: LineIndex, top: int, rows: range, scene: Scene, bar: Sequence[int]) -> list[Strip]:
        """The strips of some rows of the screen, whose first row shows line `top`. `bar` is the cell of each row."""
        if self._kept > _KEPT + 4 * len(rows):
            self.forget()
        kept = self._strips.setdefault(scene.lit_mask, {})
        passing, hints = scene.passing(), scene.hints
        starts, known = index.starts, len(index)
        strips: list[Strip] = []
        for row in rows:
            line = top + row
            if line >= known:
                strips.append(self.blank(bar[row]))
                continue
            start = starts[line]
            end = starts[line + 1] if line + 1 < known else index.position
            if (passing and any(first < end and last > start for first, last in passing)) or (
                hints and any(start <= offset < end for offset in hints)
            ):
                strips.append(self._paint(index, line, scene, bar[row]))
                continue
            key = start << 8 | bar[row] << 1 | (start == end)
            strip = kept.get(key)
            if strip is None:
                strip = kept[key] = self._paint(index, line, scene, bar[row])
                self._kept += 1
            strips.append(strip)
        return strips

    def blank(self, bar: int) -> Strip:
        """A row past the end of the text."""
        return self._finish([], 0, bar)

    def _paint(self, index: LineIndex, line: int, scene: Scene, bar: int) -> Strip:
        left, style = self.column.left, self._palette
        text = index.text
        start, end = index.span(line)
        kind = mark = ""
        if (fold := index.fold_on(line)) is not None:
            summary = index.folds.summary(fold, self.column.text)
            segments, cells = paint_text(summary, 0, len(summary), [(0, BITS["fold"])], style)
            mark = scene.fold_mark(start, end)
        else:
            last = written_end(text, start, end)
            segments, cells = self._paint_text(text, start, last, scene)
            if cells > self.column.text:
                segments, cells = self._paint_text(text, start, fitting_end(text, start, last, self.column.text), scene)
            kind, mark = scene.gutter(start, end)
        if left >= 2:
            label = kind[: left - 2]
            segments.insert(0, Segment(f"{label:>{left - 2}}{mark or ' '} ", style(BITS["gutter"])))
        elif left:
            segments.insert(0, Segment(" " * left, style(0)))
        return self._finish(segments, left + cells, bar)

    def _paint_text(self, text: str, start: int, end: int, scene: Scene) -> tuple[list[Segment], int]:
        return paint_text(text, start, end, scene.marks(start, end), self._palette, scene.hints_in(start, end))

    def _finish(self, segments: list[Segment], cells: int, bar: int) -> Strip:
        column, style = self.column, self._palette
        strip = finish(segments, cells, column.width - column.bar, style(0))
        if not column.bar:
            return strip
        cell = Segment(GLYPHS[bar >> 1], style(BITS["thumb" if bar & 1 else "bar"]))
        return Strip([*strip, cell], column.width)

    def pointed(self, index: LineIndex, line: int) -> Strip:
        """A line for the mouse: each cell carries the offset of its character in its style's `meta`."""
        style = self._palette(0)
        if line >= len(index):
            return Strip.blank(self.column.width, style)
        start, end = index.span(line)
        last = start if index.fold_on(line) is not None else written_end(index.text, start, end)
        return Strip(pointed_segments(index.text, start, last, self.column.left, style))
