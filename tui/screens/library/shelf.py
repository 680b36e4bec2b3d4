"""Commands for the entry under the cursor: tags, read or unread, taking it out and putting it back."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from tui.library import Entry
from tui.screens.library.commands import ShelfCommands

if TYPE_CHECKING:
    from tui.library.forgetting import Forgotten
    from tui.remembering import Shelves

__all__ = ["LibraryShelf"]

_APART: Final = re.compile(r"[\s,;#]+")
"""The separators between tags."""


class LibraryShelf(ShelfCommands):
    """Changes the entry under the cursor; the list shows each change at once."""

    _tagged: Entry | None = None
    _taken: list[tuple[Forgotten, str]]

    @property
    def here(self) -> Entry | None:
        """The entry under the cursor."""
        raise NotImplementedError

    async def action_tags(self) -> None:
        self._tagged = self.here
        if self._tagged is not None:
            await self.open_prompt("tags", "tags", " ".join(self._tagged.tags))

    def tagged(self, words: str) -> None:
        """Replace the tags of the entry."""
        entry = self._tagged
        if entry is not None:
            self._change(lambda shelves: shelves.library.tag(entry.fingerprint, _APART.split(words)))

    def action_toggle_read(self) -> None:
        entry = self.here
        if entry is not None:
            self._change(lambda shelves: shelves.library.mark_read(entry.fingerprint, not entry.read))

    def action_take_off(self) -> None:
        entry = self.here
        if entry is not None:
            self._change(lambda shelves: self._taken.append((shelves.library.forget(entry.fingerprint), entry.title)))
            self.say(f"out of the library: {entry.title}; {self.key_of('undo')} puts it back, its file is untouched")

    def action_undo(self) -> None:
        if not self._taken:
            self.say("nothing has been taken out of the library")
            return
        forgotten, title = self._taken.pop()
        self._change(lambda shelves: shelves.library.restore(forgotten))
        self.say(f"back in the library: {title}")

    def _change(self, job: Callable[[Shelves], object]) -> None:
        memory = self.reader.memory
        if memory is not None:
            memory.ask(job)  # the same thread fetches the list afterwards
            self.look()
