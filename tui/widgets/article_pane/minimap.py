"""The bar at the right edge: how far the reader has come, and where in the article things lie."""

from __future__ import annotations

from typing import Final

from annotators.annotation import Layer
from tui.widgets.article_pane.scene import BOILERPLATE_MARK, NOTE_MARK, Scene

__all__ = ["GLYPHS", "Minimap", "thumb_rows"]

GLYPHS: Final = (" ", "•", NOTE_MARK, "“", BOILERPLATE_MARK)
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
    layers = [(1, scene.matches)]
    layers += [(glyph, scene.runs(layer)) for glyph, layer in _LAYERS if layer in scene.lit]
    layers = [(glyph, runs) for glyph, runs in layers if len(runs)]
    rows: list[int] = []
    for row in range(height):
        start, end = row * size // height, (row + 1) * size // height
        rows.append(2 * next((glyph for glyph, runs in layers if runs.touches(start, end)), 0))
    return rows
