"""From a mask of styles to the one Rich style that is written, with the theme's filters applied."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual.widget import Widget

from tui.widgets.article_pane.layer_styles import BITS, component

__all__ = ["Palette"]


class Palette:
    """The styles of a widget's component classes, combined and kept until `clear`.

    Line filters (no colour, dim, ANSI themes) act on styles here, once for each combination, and
    not on every line.
    """

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._styles: dict[int, Style] = {}

    def clear(self) -> None:
        """Forgets all styles: the theme has changed."""
        self._styles.clear()

    def __call__(self, mask: int) -> Style:
        found = self._styles.get(mask)
        if found is None:
            found = self._styles[mask] = self._combine(mask)
        return found

    def _combine(self, mask: int) -> Style:
        widget = self._widget
        style = widget.rich_style
        for name, bit in BITS.items():
            if mask & bit:
                style += widget.get_component_rich_style(component(name), partial=True)
        segments = [Segment("x", style)]
        for line_filter in widget.get_line_filters():
            segments = line_filter.apply(segments, widget.background_colors[1])
        return segments[0].style or style
