"""The bar at the right edge: how far the reader has come, and where in the article things lie."""

from __future__ import annotations

from collections.abc import Sequence

from tui.widgets.article_pane.span_runs import SpanRuns

__all__ = ["rows_touched", "thumb_rows"]


def thumb_rows(height: int, top: int, bottom: int, size: int) -> range:
    """The rows of a bar of `height` that stand for `[top, bottom)` of a text of `size`: at least one."""
    if size <= 0 or height <= 0 or (top <= 0 and bottom >= size):
        return range(0)
    first = min(height - 1, top * height // size)
    last = max(first + 1, min(height, round(bottom * height / size)))
    if bottom >= size:
        first, last = min(first, height - 1), height
    return range(first, last)


def rows_touched(height: int, size: int, layers: Sequence[tuple[str, SpanRuns]]) -> list[str]:
    """For each row of the bar the glyph of the first of `layers` that lies in its share of the text, or a space."""
    rows: list[str] = []
    for row in range(height):
        start, end = row * size // height, (row + 1) * size // height
        rows.append(next((glyph for glyph, runs in layers if runs.touches(start, end)), " "))
    return rows
