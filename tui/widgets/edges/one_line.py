"""A widget of one line with pieces on the left and on the right."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.widget import Widget

from tui.widgets.edges.pieces import Piece, cells_of, cut, fitted
from tui.widgets.painting.painted import Painted

__all__ = ["OneLine", "Piece"]


class OneLine(Painted, Widget):
    """One line; a change repaints one strip and causes no layout."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"line--strong", "line--dim", "line--alert"}
    DEFAULT_CSS = """
    OneLine {
        height: 1;
        width: 1fr;
        background: $panel;
        color: $foreground;
        & > .line--strong { text-style: bold; }
        & > .line--dim { text-style: dim; }
        & > .line--alert { color: $text-warning; text-style: bold; }
    }
    """

    def __init__(self, *, classes: str | None = None) -> None:
        super().__init__(classes=classes)
        self.forget_lines()
        self._left: tuple[Piece, ...] = ()
        self._right: tuple[Piece, ...] = ()

    def show_pieces(self, left: Sequence[Piece], right: Sequence[Piece] = ()) -> None:
        """Show these pieces; the left is cut if both do not fit."""
        pieces = (tuple(left), tuple(right))
        if pieces != (self._left, self._right):
            if pieces[0] != self._left:
                self._lefts.clear()
            self._left, self._right = pieces
            self.refresh()

    @property
    def shown(self) -> str:
        """The words of the line, for tests and screen readers."""
        return "".join(piece.text for piece in (*self._left, *self._right))

    def forget_lines(self) -> None:
        super().forget_lines()
        self._lefts: dict[int, list[Segment]] = {}  # the left by its width, as most keys change only the right

    def line_key(self, y: int) -> Hashable:
        return (self._left, self._right)

    def finished_line(self, y: int, width: int) -> list[Segment]:
        right = cut(self._right, width)
        room = width - cells_of(right)
        left = self._lefts.get(room)
        if left is None:
            pieces = cut(self._left, room)
            gap = Segment(" " * (room - cells_of(pieces)), self.style(""))
            left = self._lefts[room] = self.filtered([*map(self._segment, pieces), gap])
        return left + self.filtered(map(self._segment, right))

    def _segment(self, piece: Piece) -> Segment:
        return Segment(piece.text, self.style(piece.style))

    async def on_click(self, event: events.Click) -> None:
        width = self.size.width
        left, _, right = fitted(self._left, self._right, width)
        edge = width - cells_of(right)
        pieces, at = (right, edge) if event.x >= edge else (left, 0)
        for piece in pieces:
            at += cells_of([piece])
            if event.x < at:
                if piece.command:
                    await self.run_action(f"screen.call('{piece.command}')")
                return
