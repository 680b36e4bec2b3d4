"""The panel with the comparison of two articles."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual import events, on
from textual.containers import Vertical
from textual.message import Message
from textual.widget import Widget

from tui.commands import first_key
from tui.settings.keymap import Keymap
from tui.widgets.edges.one_line import OneLine, Piece
from tui.widgets.lists.row_list import RowList
from tui.widgets.panels.comparison_rows import Compared, Ends, Side, comparison_rows, legend_rows
from tui.widgets.panels.panel_list import PanelList

__all__ = ["ComparisonPanel"]


class ComparisonList(PanelList):
    """Rows with edits, marked by brackets, by strike and underline, and by colour."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"row--gone", "row--new", "row--shared"}
    DEFAULT_CSS = """
    ComparisonList {
        & > .row--gone { text-style: strike; color: $text-error; }
        & > .row--new { text-style: bold underline; color: $text-success; }
        & > .row--shared { text-style: underline; }
    }
    """


class ComparisonPanel(Vertical):
    """Choosing a row goes to its place, in the article that is open if the row has one there."""

    DEFAULT_CSS = """
    ComparisonPanel { layer: panel; margin: 1 0 1 0; width: 100%; height: 1fr; background: $surface; }
    """

    class PlaceChosen(Message):
        """The reader wants to be led to the place in the article `side` of the pair `ends`."""

        def __init__(self, side: Side, ends: Ends) -> None:
            super().__init__()
            self.side = side
            self.ends = ends

    def __init__(self, keys: Keymap) -> None:
        super().__init__()
        self._keys = keys
        self.list = ComparisonList()
        self._title = OneLine()
        self._compared: Compared | None = None
        self._here: Side | None = None
        self._words = ""

    def compose(self) -> Iterator[Widget]:
        yield self._title
        yield self.list

    def show(self, compared: Compared, here: Side | None) -> None:
        """Show a comparison; `here` is the side of the open article."""
        if compared is not self._compared:
            self.list.cursor = 0
            self._words = ""
        self._compared, self._here = compared, here
        self._list_rows()

    def filter(self, words: str) -> None:
        """Show only the rows with these words."""
        self._words = words
        self._list_rows()

    def step_back(self) -> bool:
        """Remove the filter; returns whether there was one."""
        had_words, self._words = bool(self._words), ""
        if had_words:
            self._list_rows()
        return had_words

    @property
    def ends(self) -> Ends | None:
        """The places of the row under the cursor."""
        target = self.list.row.target if self.list.row is not None else None
        return target if isinstance(target, Ends) else None

    def on_resize(self, event: events.Resize) -> None:
        self._list_rows()

    def _list_rows(self) -> None:
        if self._compared is None or not self.size.width:
            return  # it comes with the first size
        width = max(20, self.size.width)
        rows = comparison_rows(self._compared, width, self._words)
        self.list.show_rows((*legend_rows(self._compared, self._here), *rows))
        another, swap, leaves = (first_key(self._keys, command) for command in ("compare", "swap", "back"))
        keys = f"{swap} the other · {another} with another · " if width >= 60 else ""
        self._title.show_pieces(
            (Piece(" Compare ", "line--strong"),),
            (Piece(f" {keys}", "line--dim"), Piece(f"{leaves} back ", "line--dim", "back")),
        )

    @on(RowList.Chosen)
    def _choose(self, event: RowList.Chosen) -> None:
        event.stop()
        ends = event.row.target
        if isinstance(ends, Ends):
            sides: tuple[Side | None, ...] = (ends.own, self._here, "A", "B")
            side = next(one for one in sides if one is not None and ends[one] is not None)
            self.post_message(self.PlaceChosen(side, ends))
