"""The panel with the files that an import could not read, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual import events, on
from textual.containers import Vertical
from textual.widget import Widget

from tui.positions.surroundings import wrap
from tui.settings.keymap import Keymap
from tui.widgets.lists import Row
from tui.widgets.lists.row_list import RowList
from tui.widgets.panels.panel_list import PanelList
from tui.widgets.panels.panel_title import filtered_title

__all__ = ["FailuresPanel"]


class FailuresPanel(Vertical):
    """A line for each failure, which cannot be chosen; the search key filters them."""

    DEFAULT_CSS = """
    FailuresPanel { layer: panel; margin: 1 0 1 0; width: 100%; height: 1fr; background: $surface; }
    """

    def __init__(self, keys: Keymap) -> None:
        super().__init__()
        self._keys = keys
        self._failures: tuple[str, ...] = ()
        self._words = ""
        self.list = PanelList()

    def compose(self) -> Iterator[Widget]:
        yield filtered_title("What was not imported, and why", self._keys)
        yield self.list

    def show(self, failures: Sequence[str]) -> None:
        """Show what failed, a line for each file with the reason."""
        self._failures, self._words = tuple(failures), ""
        self.list.cursor = 0
        self._list_rows()

    def filter(self, words: str) -> None:
        """Show only the failures with these words."""
        self._words = words
        self._list_rows()

    def step_back(self) -> bool:
        """Remove the filter; returns whether there was one."""
        had_words, self._words = bool(self._words), ""
        if had_words:
            self._list_rows()
        return had_words

    def on_resize(self, event: events.Resize) -> None:
        self._list_rows()

    def _list_rows(self) -> None:
        wanted, width = self._words.lower().split(), max(20, self.size.width - 4)
        rows: list[Row] = []
        for failure in self._failures:
            if all(word in failure.lower() for word in wanted):
                first, *rest = wrap(failure, width - 2) or [""]
                rows.append(Row(first, key=failure))
                rows += [Row(line, indent=2) for line in rest]
        self.list.show_rows(rows or (Row("Nothing has these words.", style="dim"),))

    @on(RowList.Chosen)
    def _stay(self, event: RowList.Chosen) -> None:
        event.stop()  # the rows cannot be chosen
