"""The list in a panel over the article, whose cursor is always visible."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events

from tui.widgets.lists import Row
from tui.widgets.lists.row_list import RowList

__all__ = ["PanelList"]


class PanelList(RowList):
    """Rows that the screen's movement keys move in while the panel is open, with or without the focus."""

    CURSOR_ALWAYS: ClassVar[bool] = True
    DEFAULT_CSS = "PanelList { height: 1fr; }"

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows; what is under the cursor stays in sight, in however many lines it is now."""
        super().show_rows(rows)
        if self.size.height:
            self._reveal(self.cursor)

    def on_resize(self, event: events.Resize) -> None:
        self._reveal(self.cursor)
