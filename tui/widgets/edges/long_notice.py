"""A notice that is too long for the status line: on several lines, over the end of the article."""

from __future__ import annotations

from collections.abc import Hashable
from typing import ClassVar

from rich.cells import set_cell_size
from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.widget import Widget

from tui.positions.surroundings import wrap
from tui.terminal.safe_text import one_line
from tui.widgets.painting.painted import Painted

__all__ = ["LongNotice", "most_lines"]


def most_lines(height: int) -> int:
    """The most lines of a notice on a screen of `height` lines."""
    return max(2, height // 2)


class LongNotice(Painted, Widget):
    """Covers the last lines without moving anything; a click closes it."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"notice--alert"}
    DEFAULT_CSS = """
    LongNotice {
        layer: notice; dock: bottom; width: 100%; height: 2;
        background: $panel; color: $foreground;
        & > .notice--alert { color: $text-warning; text-style: bold; }
    }
    """

    class Dismissed(Message):
        """The notice was closed."""

    def __init__(self) -> None:
        super().__init__()
        self.forget_lines()
        self._sentence, self._width = "", 0
        self._lines: list[str] = []
        self._style = ""

    def say(self, sentence: str, width: int, most: int, *, alert: bool) -> None:
        """Show a sentence on at most `most` lines of `width` cells; one that is cut ends in an ellipsis."""
        lines = wrap(one_line(sentence), width - 2)
        if len(lines) > most:
            lines = [*lines[: most - 1], set_cell_size(lines[most - 1], max(0, width - 4)).rstrip() + " …"]
        self._sentence, self._width = sentence, width
        self._lines, self._style = lines, "notice--alert" if alert else ""
        self.styles.height = len(lines)
        self.display = True
        self.refresh()

    @property
    def shown(self) -> str:
        """Its words, for tests and screen readers."""
        return " ".join(self._lines)

    def line_key(self, y: int) -> Hashable:
        return (self._style, self._lines[y] if y < len(self._lines) else "")

    def paint_line(self, y: int, width: int) -> list[Segment]:
        line = f" {self._lines[y]}" if y < len(self._lines) else ""
        return [Segment(set_cell_size(line, width), self.style(self._style))]

    def on_resize(self, event: events.Resize) -> None:
        if event.size.width != self._width:  # whoever has said it may be away and not be told
            self.say(self._sentence, event.size.width, most_lines(self.screen.size.height), alert=bool(self._style))

    def on_click(self, event: events.Click) -> None:
        event.stop()
        self.post_message(self.Dismissed())
