"""The widths of the pane's parts: gutter and margin, the column of text, the bar at the right."""

from __future__ import annotations

from typing import Final, NamedTuple

__all__ = ["DEFAULT_MEASURE", "NO_COLUMN", "Column", "column_for"]

DEFAULT_MEASURE: Final = 72
_WIDE_GUTTER: Final = 5
_NARROW_GUTTER: Final = 2


class Column(NamedTuple):
    """Widths in cells: `left` before the text, `text` the measure, `bar` 1 or 0; `width` is the whole pane."""

    width: int
    left: int
    text: int
    bar: int


NO_COLUMN: Final = Column(0, 0, 1, 0)


def column_for(width: int, measure: int) -> Column:
    """The text centred in the pane, never wider than `measure`, with as much gutter as the width allows.

    Before the bar a cell stays blank, so that its signs do not read as part of a line.
    """
    bar = 1 if width >= 12 else 0
    gutter = 0 if width < 8 else _NARROW_GUTTER if width < 48 else _WIDE_GUTTER
    taken = 2 * bar
    text = max(1, min(measure, width - taken - gutter))
    left = min(max(gutter, (width - bar - text) // 2), max(0, width - taken - text))
    return Column(width, left, text, bar)
