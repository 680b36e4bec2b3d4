"""A strip that makes its segments only on demand; most lines go to the terminal without them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rich.console import Console
from rich.segment import Segment

from tui.widgets.article_pane.line_painter import Written
from tui.widgets.article_pane.palette import Palette
from tui.widgets.painting.lean_strip import LeanStrip

__all__ = ["LineStrip"]


class LineStrip(LeanStrip):
    """A line as the pieces that are written to the terminal; segments and caches are made on demand."""

    __slots__ = ("_palette", "_written")

    def __init__(self, written: Sequence[Written], width: int, palette: Palette) -> None:
        self._written = written
        self._palette = palette
        self._cell_length = width
        self._render_cache = self._link_ids = self._cell_count = None

    def __getattr__(self, name: str) -> Any:
        if name != "_segments":
            return super().__getattr__(name)
        style = self._palette
        self._segments = [Segment(shown, style(mask)) for shown, mask in self._written]
        return self._segments

    def render(self, console: Console) -> str:
        rendered = self._render_cache
        if rendered is None:
            codes = self._palette.codes(console)
            rendered = "".join([f"{codes[mask]}{shown}\x1b[0m" for shown, mask in self._written])
            self._render_cache = rendered
        return rendered
