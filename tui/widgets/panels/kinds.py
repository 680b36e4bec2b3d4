"""The panel in which kinds of block are folded away in the clean view, or shown again."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Final

from textual import on
from textual.containers import Vertical
from textual.message import Message
from textual.widget import Widget

from annotators.kinds import KINDS
from tui.commands import first_key
from tui.settings.keymap import Keymap
from tui.widgets.edges.one_line import OneLine, Piece
from tui.widgets.lists import Row
from tui.widgets.lists.row_list import RowList
from tui.widgets.panels.panel_list import PanelList

__all__ = ["KindsPanel", "kind_rows"]

_BACK: Final = "as set"


def kind_rows(counts: Mapping[str, int], stripped: Collection[str], *, turned: bool = False) -> tuple[Row, ...]:
    """A row for each kind: those in the article first, the most frequent on top.

    `counts` are the numbers of blocks of each kind; `turned` adds a row that restores the settings.
    """
    here = sorted((kind for kind in KINDS if counts.get(kind)), key=lambda kind: -counts[kind])
    rows = [_row(kind, str(counts[kind]), kind in stripped) for kind in here]
    if len(here) < len(KINDS):
        rows.append(Row("Not in this article", style="group"))
        rows += [_row(kind, "", kind in stripped) for kind in KINDS if kind not in here]
    if turned:
        rows.append(Row("All as they were set", key=_BACK, target=None))
    return tuple(rows)


def _row(kind: str, count: str, folded: bool) -> Row:
    words = f"{'▸' if folded else '●'} {kind.replace('_', ' ')}"
    return Row(words, f"{count:>4}  {'folded' if folded else 'shown '}", key=kind, target=kind)


class KindsPanel(Vertical):
    """Choosing a kind folds it away or shows it again, at once in the article behind the panel."""

    DEFAULT_CSS = """
    KindsPanel {
        layer: panel; dock: bottom; margin: 0 0 1 0; width: 100%; height: 12; max-height: 60%;
        background: $panel; border-top: solid $primary;
    }
    KindsPanel RowList { height: 1fr; background: $panel; }
    """

    class Turned(Message):
        """A kind is to be folded away or shown again; `None` restores the settings."""

        def __init__(self, kind: str | None) -> None:
            super().__init__()
            self.kind = kind

    def __init__(self, keys: Keymap) -> None:
        super().__init__()
        self._keys = keys
        self.list = PanelList()

    def compose(self) -> Iterator[Widget]:
        title = OneLine()
        turns, leaves = (first_key(self._keys, command) for command in ("open_card", "back"))
        title.show_pieces(
            (Piece(" Kinds ", "line--strong"),),
            (Piece(f" {turns} fold/show ", "line--dim"), Piece(f"· {leaves} ", "line--dim", "back")),
        )
        yield title
        yield self.list

    def show(self, counts: Mapping[str, int], stripped: Collection[str], *, turned: bool) -> None:
        """List the kinds as they are now; the cursor stays where it is."""
        self.list.show_rows(kind_rows(counts, stripped, turned=turned))

    def turn(self, *, unfold: bool) -> None:
        """Show or fold the kind under the cursor, if it is not so already."""
        row = self.list.row
        if row is not None and row.text.startswith("▸") == unfold:
            self.list.choose()

    @on(RowList.Chosen)
    def _turn(self, event: RowList.Chosen) -> None:
        event.stop()
        self.post_message(self.Turned(event.row.target))
