"""Navigation between the library and articles: which screen is shown, which articles come before and after."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING

from annotators.article import Article

if TYPE_CHECKING:
    from textual.app import App
    from textual.screen import Screen

    from tui.annotating import Annotator
    from tui.library import Entry
    from tui.library.reopening import Reopened
    from tui.remembering import Memory, Shelves
    from tui.screens.library.screen import LibraryScreen
    from tui.screens.reader.screen import ReaderScreen

    Base = App[int]
else:
    Base = object

__all__ = ["LibraryDoor"]


class LibraryDoor(Base):
    """Keeps one screen for reading and one for the library, so that the annotator's process goes on running."""

    memory: Memory | None
    annotator: Annotator | None
    _reader: ReaderScreen | None = None
    _library: LibraryScreen | None = None
    _from_library = False
    _order: tuple[Entry, ...] = ()
    _at = 0
    _sought = ""

    def first_screen(self, articles: Sequence[Article]) -> Screen[None]:
        """The screen to begin with: the reader, or the library if there are no articles."""
        if not articles:
            return self._new_library()
        self._reader = self._new_reader(articles)
        return self._reader

    def _new_reader(self, articles: Sequence[Article]) -> ReaderScreen:
        from tui.screens.reader.screen import ReaderScreen

        reader = ReaderScreen(articles, self.annotator)
        self.install_screen(reader, "reader")
        return reader

    def _new_library(self) -> LibraryScreen:
        from tui.screens.library.screen import LibraryScreen

        self._library = LibraryScreen()
        self.install_screen(self._library, "library")
        return self._library

    def save_place(self) -> None:
        """Keep the place in the article that is open."""
        if self._reader is not None:
            self._reader.save_place()

    def show_library(self) -> None:
        """Show the library in place of the article."""
        if self.memory is None:
            return
        known = self._library
        self.switch_screen(known or self._new_library())
        if known is not None:
            known.look()

    def back_to_library(self) -> bool:
        """Show the library if the article was opened from there; returns whether it was."""
        if self._from_library:
            self.show_library()
        return self._from_library

    def back_to_article(self) -> bool:
        """Show the article from which the library was opened; returns `False` if there is none."""
        if self._reader is None or self._from_library:
            return False
        self.switch_screen(self._reader)
        return True

    async def open_entry(self, order: Sequence[Entry], at: int, sought: str = "") -> str:
        """Open the article at position `at` of a list of entries; returns why it failed, else an empty string.

        `sought` is the search that found the entries; each article is opened at its first match.
        """
        article, notice = await self.fetch(order[at])
        if article is None:
            return notice
        self._order, self._at, self._from_library, self._sought = tuple(order), at, True, sought
        place = (at, len(order))
        if self._reader is None:
            self._reader = self._new_reader([article])
            self._reader.shelf_place, self._reader.sought = place, sought
        else:
            self._reader.read([article], place, sought)
        await self.switch_screen(self._reader)
        if notice:
            self._reader.say(notice, alert=True)
        return ""

    async def fetch(self, entry: Entry) -> Reopened:
        """The article of an entry of the library, and a notice about it."""
        from tui.library.reopening import Reopened, reopen

        if self.memory is None:
            return Reopened(None, "there is no library")

        def copied(shelves: Shelves) -> Article | None:
            return shelves.library.copy_of(entry)

        asked = self.memory.ask(copied)
        copy = await asyncio.wrap_future(asked)
        return await asyncio.to_thread(reopen, entry, copy)

    async def step_on_shelf(self, direction: int) -> bool:
        """Open the next (1) or previous (-1) article of the list; returns whether one could be opened."""
        at = self._at + direction
        if not 0 <= at < len(self._order):
            return False
        problem = await self.open_entry(self._order, at, self._sought)
        if problem and self._reader is not None:
            self._reader.fail(problem)
        return True
