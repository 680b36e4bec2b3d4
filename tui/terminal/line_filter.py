"""The filter that every line passes on its way to the terminal.

Textual passes control characters, overrides and unsafe hyperlinks on to the terminal from every
widget. `SafeTextFilter`, added in `App.get_line_filters`, deletes them from each finished line.
"""

from __future__ import annotations

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from tui.terminal.safe_text import is_safe, unsafe

__all__ = ["SafeTextFilter"]


class SafeTextFilter(LineFilter):
    """Deletes every unsafe character, and the hyperlink of a style that holds one.

    They are deleted, not replaced, because Textual has already measured the line and counts each
    of them as no cell.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        if all(is_safe(text) and (style is None or is_safe(style.link or "")) for text, style, _ in segments):
            return segments
        safe: list[Segment] = []
        for text, style, control in segments:
            if style is not None and not is_safe(style.link or ""):
                style = style.update_link(None)
            safe.append(Segment(unsafe().sub("", text), style, control))
        return safe
