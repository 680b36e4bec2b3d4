"""The screen of the library: a list of the articles that were opened, and a search."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, Final, cast

from textual import events
from textual.message import Message
from textual.screen import Screen
from textual.widget import Widget
from textual.worker import WorkerError

from tui.commands import LIBRARY_ONLY
from tui.library import Entry, Found
from tui.library.queries import unknown_field, unknown_state
from tui.screens.library.excerpts import LibraryExcerpts
from tui.screens.library.importing import LibraryImport
from tui.screens.library.shelf import LibraryShelf
from tui.screens.line_moving import LineMoving
from tui.screens.panels import Filtered, Panels, commands_by_key
from tui.widgets.edges.one_line import OneLine, Piece
from tui.widgets.edges.status_line import StatusLine
from tui.widgets.lists.library_rows import library_rows
from tui.widgets.lists.row_list import RowList
from tui.working import begin_work

if TYPE_CHECKING:
    from tui.screens.line_moving import Movable
    from tui.widgets.edges.prompt import Prompt

__all__ = ["LibraryScreen"]

_PAGE: Final = 50
"""Entries that are fetched at a time; more are fetched as the cursor nears the last one."""

_FIELDS: Final = "entity: said-by: kind: title: tag: is:unread"
_SEARCH_HELP: Final = f"words, {_FIELDS}"
_ROOMY: Final = 90
"""Columns from which on the fields are named beside what is typed."""
_NAMED: Final = "entity:"
_STATES: Final = "is:read is:unread"
_NAMES_BRIEF: Final = "nothing found in opened articles"
_NAMES_HELP: Final = "names are known of articles that have been opened, not of those that were only imported"


_COMMANDS: Final = LIBRARY_ONLY | {
    "line_down", "line_up", "half_down", "half_up", "page_down", "page_up", "home", "end",
    "open_card", "search", "back", "undo", "toggle_dark", "themes", "palette", "help", "redraw", "suspend", "quit",
}  # fmt: skip
"""The commands of this screen."""


class ShelfList(RowList):
    """The list of entries, one of which is always under the cursor."""

    CURSOR_ALWAYS: ClassVar[bool] = True
    DEFAULT_CSS = "ShelfList { height: 1fr; }"

    class Moved(Message):
        """The cursor is on another row."""

        def can_replace(self, message: Message) -> bool:
            return isinstance(message, ShelfList.Moved)

    def _go(self, place: int, direction: int) -> None:
        super()._go(place, direction)
        self.post_message(self.Moved())


class LibraryScreen(LineMoving, LibraryShelf, LibraryImport, LibraryExcerpts, Panels, Screen[None]):
    """Asks the library without waiting; an answer is shown only if it is to the last question."""

    AUTO_FOCUS = ""
    in_library = True
    OVER = ("HelpPanel", "Picker", "FailuresPanel")
    DEFAULT_CSS = """
    LibraryScreen { layers: base panel help notice; background: $surface; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.panels = {}
        self.list = ShelfList()
        self.title_line = OneLine()
        self.found: list[Found] = []
        self.typed = ""
        self._listed = ""
        """The search that found the listed entries."""
        self._limit = _PAGE
        self._total = 0
        self._looking = False
        self._look_again = False
        self._taken = []

    def compose(self) -> Iterator[Widget]:
        self.keys = {name: keys for name, keys in self.reader.keymap.items() if name in _COMMANDS}
        self.helped = self.keys
        self.commands = commands_by_key(self.keys)
        self.status = StatusLine(self.keys, {"open_card": "open"})
        yield self.title_line
        yield self.list
        yield self.status

    def on_mount(self) -> None:
        self.list.can_focus = False
        self.look()

    def on_resize(self) -> None:
        self._show()

    async def on_key(self, event: events.Key) -> None:
        if not self.passes_on(event):
            await self.take_key(event)

    # What is listed.

    def look(self) -> None:
        """List the entries that the typed search finds."""
        if self._looking:
            self._look_again = True
        else:
            self._looking = True
            begin_work(self, self._look, group="look")

    async def _look(self) -> None:
        memory = self.reader.memory
        assert memory is not None, "the library is opened only where there is one"
        while True:
            self._look_again = False
            typed, limit = self.typed, self._limit
            answer = await asyncio.wrap_future(
                memory.ask(lambda shelves: self.searched(shelves, typed, limit))  # noqa: B023
            )
            if answer is not None and not self._look_again:
                self.found, self._total = answer
                self._show()
                if typed != self._listed:  # a new search puts the cursor on the best entry
                    self._listed = typed
                    self.list.move_home()
                begin_work(self, partial(self.put_in_context, memory), group="excerpts", exclusive=True)
            if not self._look_again:
                break
        self._looking = False
        if answer is not None and not self._total and not self.importing:
            self.begin_with_samples()

    def _show(self) -> None:
        self.list.show_rows(tuple(library_rows(self.found, self.size.width)))
        if self.just_begun:
            self.just_begun = False
            self.list.move_home()
        articles = "article" if self._total == 1 else "articles"
        words = f" {self.typed}" if self.typed else ""
        more = "+" if len(self.found) == self._limit else ""
        number = f"{len(self.found)}{more} of {self._total}" if self.typed else str(self._total)
        self.title_line.show_pieces(
            (Piece(" Library ", "line--strong"), Piece(words, "", "search")), (Piece(f" {number} {articles} "),)
        )
        self._tell_found()
        self._show_place()

    def _tell_found(self) -> None:
        """Say that nothing was found, in few words beside what is typed and in more where that was."""
        nothing = bool(self.typed) and not self.found
        short, long = self._why_nothing() if nothing else ("", "")
        prompt = cast("Prompt | None", self.shown("Prompt"))
        roomy = self.size.width >= _ROOMY
        if prompt is not None and prompt.purpose == "search":
            help_ = _SEARCH_HELP if roomy and not self.typed else ""
            prompt.say(short if nothing else help_, alert=nothing)
        if nothing:
            self.say(long)

    def _why_nothing(self) -> tuple[str, str]:
        """Why nothing was found, in few words and in more."""
        if no_field := unknown_field(self.typed):
            return f"{no_field}: is no field", f"{no_field}: is no field; there are {_FIELDS}"
        if no_state := unknown_state(self.typed):
            return _STATES, f"is:{no_state} is nothing: there are {_STATES}"
        found_none = f"nothing is found by “{self.typed}”"
        if _NAMED in self.typed:
            brief = _NAMES_BRIEF if self.size.width >= _ROOMY else "nothing found"
            return brief, f"{found_none}: {_NAMES_HELP}"
        return "nothing found", f"{found_none}: {_SEARCH_HELP}"

    def _show_place(self) -> None:
        entry = self.here
        tags = " ".join(f"#{tag}" for tag in entry.tags) if entry is not None else ""
        self.status.show_place(tags)

    @property
    def here(self) -> Entry | None:
        row = self.list.row
        return row.target if row is not None and isinstance(row.target, Entry) else None

    @property
    def place(self) -> int | None:
        """The position of the entry under the cursor among those found."""
        row = self.list.row
        if row is None or row.key is None:
            return None
        return next((number for number, one in enumerate(self.found) if one.entry.fingerprint == row.key), None)

    # Moving.

    @property
    def movable(self) -> Movable:
        """What the movement keys move."""
        panel = self.shown(self.uppermost)
        return self.list if panel is None else panel.list  # type: ignore[attr-defined]

    def on_shelf_list_moved(self, event: ShelfList.Moved) -> None:
        """Fetch more entries if the end of the list is near."""
        event.stop()
        self._show_place()
        if len(self.found) == self._limit and self.list.cursor >= len(self.list.rows) - self.list.size.height:
            self._limit *= 4
            self.look()

    def action_end(self) -> None:
        self.movable.move_end()
        if self.movable is self.list and len(self.found) == self._limit:
            self._limit = max(self._total, _PAGE)
            self.look()
            begin_work(self, self._to_the_end, group="end")

    async def _to_the_end(self) -> None:
        await self._answered()
        self.list.move_end()

    async def _answered(self) -> None:
        """Wait until the library has answered."""
        with contextlib.suppress(WorkerError):  # the program is ending, or reports the error itself
            await self.workers.wait_for_complete([one for one in self.workers if one.group == "look"])

    async def action_open_card(self) -> None:
        movable = self.movable
        if movable is self.list and self._looking:
            begin_work(self, self._choose_when_answered, group="open", exclusive=True)
        elif isinstance(movable, RowList):
            movable.choose()

    async def _choose_when_answered(self) -> None:
        """Open the entry that the typed search finds, and not one that is still listed from before."""
        await self._answered()
        self.list.choose()

    async def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        at = self.place
        if at is not None:
            problem = await self.reader.open_entry([one.entry for one in self.found], at, self.typed)
            if problem:
                self.fail(problem)

    # Searching and other questions.

    async def action_search(self) -> None:
        if self.filtered is not None:
            await self.open_prompt("filter", "filter")
        else:
            await self.open_prompt("search", "/", self.typed)

    async def open_prompt(self, purpose: str, title: str, words: str = "", *, path: bool = False) -> None:
        prompt = await self.prompt()
        prompt.display = True
        self.status.display = False
        prompt.ask(purpose, title, words, path=path)
        if purpose == "search":
            prompt.say(_SEARCH_HELP if self.size.width >= _ROOMY else "")

    def close_prompt(self) -> None:
        if self.help_is_over_prompt:
            self.close_panel("HelpPanel")
        self.close_panel("Prompt")
        self.status.display = True

    def on_prompt_changed(self, event: Prompt.Changed) -> None:
        event.stop()
        if not event.holds:
            return
        if event.prompt.purpose == "filter":
            self.filter_list(event.words)
        elif event.prompt.purpose == "folder":
            self.put_in_place_of_offered(event.prompt)
        elif event.prompt.purpose == "search":
            self.find(event.words)

    def find(self, words: str) -> None:
        """List the articles that a search finds."""
        self.typed, self._limit = words, _PAGE
        self.list.move_home()
        self.look()

    async def on_prompt_entered(self, event: Prompt.Entered) -> None:
        event.stop()
        self.close_prompt()
        if event.prompt.purpose == "tags":
            self.tagged(event.words)
        elif event.prompt.purpose == "folder":
            self.import_from(event.words)

    @property
    def filtered(self) -> Filtered | None:
        name = self.uppermost
        return cast("Filtered", self.shown(name)) if name in {"HelpPanel", "FailuresPanel"} else None

    # Back.

    def action_back(self) -> None:
        prompt = self.shown("Prompt")
        if prompt is not None and not self.help_is_over_prompt:
            self.close_prompt()
            if getattr(prompt, "purpose", "") == "search":
                self.find("")
        elif self.uppermost == "Picker":
            self.close_picker()
        elif self.uppermost:
            self.leave_panel(self.uppermost)
        elif self.importing:
            self.stop_import()
        elif self.typed:
            self.find("")
        else:
            self.reader.back_to_article()

    def action_quit(self) -> None:
        if self.uppermost or self.shown("Prompt"):
            self.action_back()
        elif not self.reader.back_to_article():
            self.app.exit()

    async def picked(self, purpose: str, target: Any) -> None:
        """Do nothing: commands and themes are picked here, and nothing else."""
