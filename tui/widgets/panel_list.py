"""The list of a panel that lies over the article: its cursor is always to be seen."""

from __future__ import annotations

from typing import ClassVar

from tui.widgets.row_list import RowList

__all__ = ["PanelList"]


class PanelList(RowList):
    """Rows that the screen's movement keys move in while the panel is open, with or without the focus."""

    CURSOR_ALWAYS: ClassVar[bool] = True
    DEFAULT_CSS = "PanelList { height: 1fr; }"

    def _reveal(self, place: int) -> None:
        """Bring a row in sight, and the rows below it that go on with it."""
        super()._reveal(place)
        last = place
        while last + 1 < len(self.rows) and self.rows[last + 1].key is None:
            last += 1
        if last >= self._top + self.size.height:
            self._scroll(min(place, last - self.size.height + 1))
