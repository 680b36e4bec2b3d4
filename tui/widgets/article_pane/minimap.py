"""The bar at the right edge: the scroll position, and where in the article notes, quotes and boilerplate are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from annotators.layer import Layer
from tui.widgets.article_pane.layer_styles import BOILERPLATE_MARK, NOTE_MARK, QUOTE_MARK

if TYPE_CHECKING:
    from tui.widgets.article_pane.scene import Scene
    from tui.widgets.article_pane.span_runs import JoinedRuns, SpanRuns

__all__ = ["GLYPHS", "Minimap", "thumb_rows"]

GLYPHS: Final = (" ", "•", NOTE_MARK, QUOTE_MARK, BOILERPLATE_MARK)
"""What a row of the bar may show; a cell is twice the position here, plus one under the thumb."""

_LAYERS: Final = ((2, Layer.NOTES), (3, Layer.QUOTES), (4, Layer.STRUCTURE))


class Minimap:
    """The cells of the bar, one a row, found again only when what they stand for has changed."""

    def __init__(self) -> None:
        self._key: tuple[int, ...] = ()
        self._rows: list[int] = []

    def cells(self, height: int, size: int, scene: Scene, top: int, bottom: int) -> list[int]:
        """For `[top, bottom)` of a text of `size` on the screen: the cell of each of `height` rows."""
        key = (id(scene), scene.version, height, size)
        if key != self._key:
            self._key, self._rows = key, _rows(height, size, scene)
        cells = self._rows[:]
        for row in thumb_rows(height, top, bottom, size):
            cells[row] += 1
        return cells


def thumb_rows(height: int, top: int, bottom: int, size: int) -> range:
    """The rows that stand for `[top, bottom)` of a text of `size`: none when all of it is on the screen."""
    if size <= 0 or height <= 0 or (top <= 0 and bottom >= size):
        return range(0)
    first = min(height - 1, top * height // size)
    last = height if bottom >= size else min(height, max(first + 1, bottom * height // size))
    return range(first, last)


def _rows(height: int, size: int, scene: Scene) -> list[int]:
    """The cells before the thumb. A layer that lies in more than half of the rows says nothing and is left out."""
    layers: list[tuple[int, SpanRuns | JoinedRuns]] = [(1, scene.matches)]
    layers += [(glyph, scene.runs(layer)) for glyph, layer in _LAYERS if layer in scene.lit]
    rows = [0] * height
    edges = [row * size // height for row in range(height + 1)]
    for glyph, runs in reversed(layers):
        touched = [row for row in range(height) if runs.touches(edges[row], edges[row + 1])]
        if 2 * len(touched) <= height or runs is scene.matches:
            for row in touched:
                rows[row] = 2 * glyph
    return rows
