"""A line of the screen that is not text of the article: something on the left, something on the right."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import ClassVar, NamedTuple

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual import events
from textual.widget import Widget

from tui.safe_text import one_line
from tui.widgets.painted import Painted

__all__ = ["OneLine", "Piece"]


class Piece(NamedTuple):
    """A stretch of the line: its text, the component class that styles it, and the command a click on it calls."""

    text: str
    style: str = ""
    command: str = ""


class OneLine(Painted, Widget):
    """One line, painted without layout: changing it costs one strip."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"line--strong", "line--dim", "line--alert"}
    DEFAULT_CSS = """
    OneLine {
        height: 1;
        width: 1fr;
        background: $panel;
        color: $foreground;
        & > .line--strong { text-style: bold; }
        & > .line--dim { text-style: none; color: $text-muted; }
        & > .line--alert { color: $text-warning; text-style: bold; }
    }
    """

    def __init__(self, *, classes: str | None = None) -> None:
        super().__init__(classes=classes)
        self.forget_lines()
        self._left: tuple[Piece, ...] = ()
        self._right: tuple[Piece, ...] = ()

    def show_pieces(self, left: Sequence[Piece], right: Sequence[Piece] = ()) -> None:
        """Show these; the left gives way to the right where both do not fit."""
        pieces = (tuple(left), tuple(right))
        if pieces != (self._left, self._right):
            self._left, self._right = pieces
            self.refresh()

    @property
    def shown(self) -> str:
        """The words of the line, for tests and screen readers."""
        return "".join(piece.text for piece in (*self._left, *self._right))

    def line_key(self, y: int) -> Hashable:
        return (self._left, self._right)

    def paint_line(self, y: int, width: int) -> list[Segment]:
        right = _cut(self._right, width)
        room = width - _cells(right)
        left = _cut(self._left, room)
        gap = Segment(" " * (room - _cells(left)), self.style(""))
        return [*map(self._segment, left), gap, *map(self._segment, right)]

    def _segment(self, piece: Piece) -> Segment:
        return Segment(piece.text, self.style(piece.style))

    async def on_click(self, event: events.Click) -> None:
        width = self.size.width
        right = _cut(self._right, width)
        edge = width - _cells(right)
        pieces, at = (right, edge) if event.x >= edge else (_cut(self._left, edge), 0)
        for piece in pieces:
            at += cell_len(piece.text)
            if event.x < at:
                if piece.command:
                    await self.run_action(f"screen.{piece.command}")
                return


def _cells(pieces: Sequence[Piece]) -> int:
    return sum(cell_len(piece.text) for piece in pieces)


def _cut(pieces: Sequence[Piece], room: int) -> list[Piece]:
    shown: list[Piece] = []
    for piece in pieces:
        text = one_line(piece.text)
        cells = cell_len(text)
        if cells > room:
            if room > 0:
                shown.append(piece._replace(text=set_cell_size(text, room - 1) + "…"))
            break
        shown.append(piece._replace(text=text))
        room -= cells
    return shown
