"""A painted line that is only taken apart if somebody asks: hardly any is, between its painting and the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from rich.console import Console
from rich.segment import Segment
from textual.cache import FIFOCache
from textual.strip import Strip

from tui.widgets.article_pane.line_painter import Written
from tui.widgets.article_pane.palette import Palette

__all__ = ["LineStrip"]

_LATE = {
    "_divide_cache": 4,
    "_crop_cache": 16,
    "_style_cache": 16,
    "_filter_cache": 4,
    "_line_length_cache": 4,
    "_crop_extend_cache": 4,
    "_offsets_cache": 4,
}
"""What Textual makes for each strip when it is made, and uses for few: how many each holds."""


class LineStrip(Strip):
    """A line as what is written on it, which is what goes to the terminal; segments and caches come when asked for."""

    __slots__ = ("_palette", "_written")

    def __init__(self, written: Sequence[Written], width: int, palette: Palette) -> None:
        self._written = written
        self._palette = palette
        self._cell_length = width
        self._render_cache = self._link_ids = self._cell_count = None

    def __getattr__(self, name: str) -> Any:
        value: Any
        if name == "_segments":
            style = self._palette
            value = [Segment(shown, style(mask)) for shown, mask in self._written]
        elif name in _LATE:
            value = FIFOCache[Any, Any](_LATE[name])
        else:
            raise AttributeError(name)
        setattr(self, name, value)
        return value

    def divide(self, cuts: Iterable[int]) -> Sequence[Strip]:
        cuts = list(cuts)
        return (self,) if cuts == [self._cell_length] else super().divide(cuts)

    def render(self, console: Console) -> str:
        rendered = self._render_cache
        if rendered is None:
            codes = self._palette.codes(console)
            rendered = "".join([f"{codes[mask]}{shown}\x1b[0m" for shown, mask in self._written])
            self._render_cache = rendered
        return rendered
