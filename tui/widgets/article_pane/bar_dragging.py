"""The bar beside the text under the mouse: a press goes to that share of the article, and a drag along with it."""

from __future__ import annotations

from textual import events

from tui.widgets.article_pane.view import ArticleView

__all__ = ["BarDragging"]


class BarDragging(ArticleView):
    """While the button is down that was pressed on the bar, the mouse is the pane's, wherever it goes."""

    _dragging = False

    def on_bar(self, x: int) -> bool:
        """Whether a column of the pane belongs to its bar."""
        column = self._artist.column
        return x >= column.width - column.bar

    def on_mouse_down(self, event: events.MouseDown) -> None:
        if event.button == 1 and self._index is not None and self.on_bar(event.x):
            self.screen.clear_selection()  # Textual has begun one, which would follow the mouse
            self._dragging = True
            self.capture_mouse()
            self._go_along(event.y)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        if self._dragging:
            self._go_along(event.y)

    def on_mouse_up(self, event: events.MouseUp) -> None:
        if self._dragging:
            self._dragging = False
            self.capture_mouse(False)

    def _go_along(self, y: int) -> None:
        """To the line at the share of the article that a row of the bar stands for."""
        rows = self._rows
        if self._index is not None:
            self._scroll_to_line(self._index.line_of(max(0, min(y, rows - 1)) * len(self._text) // rows))
