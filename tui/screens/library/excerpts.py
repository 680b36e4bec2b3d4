"""Excerpts for the library's search: made of the first articles at once, of the others in the background."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Final

from tui.library import Found

if TYPE_CHECKING:
    from tui.remembering import Memory, Shelves

__all__ = ["LibraryExcerpts"]

_AT_ONCE: Final = 12
"""Articles whose excerpts are made in one go, before other questions to the library have their turn."""


class LibraryExcerpts:
    """Adds excerpts to what was found by name, speaker or kind; answers for an earlier search are dropped."""

    found: list[Found]
    typed: str

    def _show(self) -> None:
        """Show the entries that were found."""
        raise NotImplementedError

    def searched(self, shelves: Shelves, typed: str, limit: int) -> tuple[list[Found], int]:
        """The entries that a search finds, the first of them with excerpts, and the number of articles."""
        from tui.library.excerpts import wants_excerpt

        found = shelves.library.search(typed, limit)
        if wants_excerpt(typed):
            found[:_AT_ONCE] = [shelves.library.in_context(one, typed) for one in found[:_AT_ONCE]]
        return found, shelves.library.count()

    async def put_in_context(self, memory: Memory) -> None:
        """Add excerpts to the other entries, for as long as they are listed."""
        from tui.library.excerpts import wants_excerpt

        found, typed = self.found, self.typed
        if not wants_excerpt(typed):
            return
        for first in range(_AT_ONCE, len(found), _AT_ONCE):
            some = slice(first, first + _AT_ONCE)

            def looked_up(shelves: Shelves, some: slice = some) -> list[Found]:
                return [shelves.library.in_context(one, typed) for one in found[some]]

            answer = await asyncio.wrap_future(memory.ask(looked_up))
            if answer is None or self.found is not found or self.typed != typed:
                return
            found[some] = answer
        self._show()
