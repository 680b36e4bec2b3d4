"""A list that is filtered by typing: the command palette, the themes, articles to compare with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, ClassVar, Final

from textual import on
from textual.containers import Vertical
from textual.message import Message
from textual.widget import Widget

from tui.commands import first_key
from tui.settings.keymap import Keymap
from tui.widgets.edges.prompt import Prompt
from tui.widgets.lists import Row
from tui.widgets.lists.row_list import RowList

__all__ = ["Picker", "narrow"]


_HINTS: Final = ("type to filter · ↑↓ move · enter · {0}", "type · ↑↓ · enter · {0}", "↑↓ enter {0}", "")
"""Hints about keys, the longest first; the first that fits is shown. `{0}` is the key that closes the list."""

_LOW: Final = 12
"""Lines of the screen below which the list takes all of it."""


def narrow(rows: Sequence[Row], words: str) -> tuple[Row, ...]:
    """The rows with all of the words: first those whose key or text they are, then those that begin with them.

    So `:q` and enter quit, as in other programs.
    """
    wanted = words.lower().split()
    found = [row for row in rows if all(word in f"{row.text} {row.right}".lower() for word in wanted)]
    if wanted:
        phrase = " ".join(wanted)
        typed = words.strip()
        found.sort(key=lambda row: (typed not in row.right.split(), *_distance(row.text.lower(), phrase, wanted[0])))
    return tuple(found) or (Row("Nothing has these words.", style="dim"),)


def _distance(text: str, phrase: str, first: str) -> tuple[bool, bool, bool]:
    return text != phrase, not text.startswith(phrase), not text.startswith(first)


class PickList(RowList):
    """The rows of a picker, whose cursor is visible although the input has the focus."""

    CURSOR_ALWAYS: ClassVar[bool] = True

    class Moved(Message):
        """The cursor has come to another row."""

        def __init__(self, row: Row) -> None:
            super().__init__()
            self.row = row

    def move_lines(self, lines: int) -> None:
        super().move_lines(lines)
        if self.row is not None and self.row.key is not None:
            self.post_message(self.Moved(self.row))


class Picker(Vertical):
    """Rows filtered by the typed words; enter or a click picks one."""

    DEFAULT_CSS = """
    Picker {
        layer: panel; margin: 1 2; width: 100%; max-width: 80; height: auto; max-height: 80%;
        background: $panel; border: round $primary;
    }
    Picker PickList { height: auto; max-height: 16; background: $panel; }
    """

    class Picked(Message):
        """A row was picked; `purpose` is the one that the picker was opened with."""

        def __init__(self, purpose: str, target: Any) -> None:
            super().__init__()
            self.purpose = purpose
            self.target = target

    class Considered(Message):
        """The cursor has moved to a row, which is not picked yet."""

        def __init__(self, purpose: str, target: Any) -> None:
            super().__init__()
            self.purpose = purpose
            self.target = target

    def __init__(self, keys: Keymap) -> None:
        super().__init__()
        self._leaves = first_key(keys, "back")
        self.purpose = ""
        self.list = PickList()
        self._prompt = Prompt()
        self._rows: tuple[Row, ...] = ()

    def compose(self) -> Iterator[Widget]:
        yield self._prompt
        yield self.list

    def open(self, purpose: str, title: str, rows: Sequence[Row], at: object = None) -> None:
        """Offer these rows, with the cursor on the one of key `at`."""
        self.purpose = purpose
        self._rows = tuple(rows)
        self.list.cursor = 0
        self.list.show_rows(self._rows)
        self.list.go_to(at)
        size = self.app.size
        low = size.height < _LOW
        self.styles.margin = (0, 0) if low else (1, 2)
        self.styles.max_height = "100%" if low else "80%"
        room = size.width - len(title) - (5 if low else 9)
        hints = (hint.format(self._leaves) for hint in _HINTS)
        self._prompt.ask(purpose, title, hint=next(hint for hint in hints if len(hint) <= max(0, room)))

    @on(Prompt.Changed)
    def _narrow(self, event: Prompt.Changed) -> None:
        event.stop()
        self.list.cursor = 0
        self.list.show_rows(narrow(self._rows, event.words))
        self.list.move_home()
        found = self.list.row is not None and self.list.row.key is not None
        self._prompt.say("" if found else f"{self._leaves} closes")

    @on(Prompt.Entered)
    def _enter(self, event: Prompt.Entered) -> None:
        event.stop()
        if self.list.row is None or self.list.row.key is None:
            self._prompt.say("nothing to choose", alert=True)
        self.list.choose()

    @on(PickList.Moved)
    def _consider(self, event: PickList.Moved) -> None:
        event.stop()
        self.post_message(self.Considered(self.purpose, event.row.target))

    @on(RowList.Chosen)
    def _pick(self, event: RowList.Chosen) -> None:
        event.stop()
        self.post_message(self.Picked(self.purpose, event.row.target))
