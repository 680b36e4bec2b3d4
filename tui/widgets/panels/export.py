"""The export panel, which asks for a format and a path."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Final

from textual import on
from textual.containers import Vertical
from textual.message import Message
from textual.widget import Widget

from annotators.exporters import FORMATS
from tui.commands import first_key
from tui.settings.keymap import Keymap
from tui.titles import with_extension
from tui.widgets.edges.one_line import OneLine, Piece
from tui.widgets.edges.prompt import Prompt
from tui.widgets.lists import Row
from tui.widgets.lists.row_list import RowList

__all__ = ["ExportPanel"]

_ROOMY: Final = 64
"""Columns from which on the panel says that the tab key completes a path."""
_LONGEST_EXTENSION: Final = 6
_EXTENSIONS: Final = {one.extension for one in FORMATS.values()}


class _Formats(RowList):
    """The list of formats; the one under the cursor is chosen."""

    def show_formats(self) -> None:
        chosen = self.chosen
        self.show_rows(
            [
                Row(f"{'●' if name == chosen else '○'} {name:<10}{one.description}", key=name, target=name)
                for name, one in FORMATS.items()
            ]
        )

    @property
    def chosen(self) -> str:
        """The name of the format."""
        return list(FORMATS)[self.cursor]

    def move_lines(self, lines: int) -> None:
        super().move_lines(lines)
        self.show_formats()
        self.post_message(ExportPanel.FormatChosen(self.chosen))


class ExportPanel(Vertical):
    """Asks what to write and where. Up and down change the format while the path is typed."""

    DEFAULT_CSS = """
    ExportPanel {
        layer: panel; dock: bottom; margin: 0 0 1 0; width: 100%; height: 12; max-height: 90%;
        background: $panel; border-top: solid $primary;
    }
    ExportPanel RowList { height: 1fr; background: $panel; }
    """

    @dataclass
    class FormatChosen(Message):
        """Another format is under the cursor."""

        format: str

    @dataclass
    class Asked(Message):
        """The article is to be written; `overwrite` once the reader has agreed to that."""

        format: str
        path: str
        overwrite: bool

    def __init__(self, keys: Keymap) -> None:
        super().__init__()
        self._keys = keys
        self.list = _Formats()
        self.path = Prompt()
        self._title = OneLine()
        self._asked_about = ""
        self._doubted = ""
        """A path with the extension of something else than the format, which the reader has been told."""

    def compose(self) -> Iterator[Widget]:
        yield self._title
        yield self.list
        yield self.path

    def open(self, chosen: str, path: str) -> None:
        """Open with this format and path."""
        self._asked_about = self._doubted = ""
        completes = "tab completes · " if self.app.size.width >= _ROOMY else ""
        self._title.show_pieces(
            (Piece(" Export ", "line--strong"),),
            (
                Piece(f" ↑↓ format · {completes}enter write ", "line--dim"),
                Piece(f"· {first_key(self._keys, 'back')} close ", "line--dim", "back"),
            ),
        )
        self.list.cursor = list(FORMATS).index(chosen)
        self.list.show_formats()
        self.path.ask("path", "to", path, path=True)

    def ask_overwrite(self, path: str) -> None:
        """Say that the file exists; the next enter overwrites it."""
        self._asked_about = path
        self.path.say("exists: enter overwrites", alert=True)

    @on(FormatChosen)
    def _change_extension(self, event: FormatChosen) -> None:
        event.stop()
        self._asked_about = self._doubted = ""
        path = with_extension(self.path.words, FORMATS[event.format].extension, _EXTENSIONS)
        self.path.ask("path", "to", path, path=True)

    @on(RowList.Chosen)
    def _choose_format(self, event: RowList.Chosen) -> None:
        event.stop()
        self.list.move_lines(0)

    @on(Prompt.Changed)
    def _another_path(self, event: Prompt.Changed) -> None:
        event.stop()
        self._asked_about = self._doubted = ""

    @on(Prompt.Entered)
    def _ask(self, event: Prompt.Entered) -> None:
        event.stop()
        path = event.words.strip()
        chosen = self.list.chosen
        if path and path != self._doubted and _is_named_otherwise(path, FORMATS[chosen].extension):
            self._doubted = path
            self.path.say(f"{chosen} in a {PurePath(path).suffix}? enter writes it", alert=True)
        elif path:
            self.post_message(self.Asked(chosen, path, overwrite=path == self._asked_about))


def _is_named_otherwise(path: str, extension: str) -> bool:
    """Whether a path has an extension that is not `extension`, which begins with a dot; of folders `False`."""
    suffix = PurePath(path).suffix.lower()
    known = len(suffix) > 1 and suffix[1:].isalnum() and suffix[1].isalpha() and len(suffix) <= _LONGEST_EXTENSION
    return known and suffix != extension and not path.endswith("/") and not Path(path).expanduser().is_dir()
