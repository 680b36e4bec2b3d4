"""The words around what the library's search has found: of the first articles at once, of the others as time allows."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Final

from tui.library import Found

if TYPE_CHECKING:
    from tui.remembering import Memory, Shelves

__all__ = ["LibraryExcerpts"]

_AT_ONCE: Final = 12
"""Articles whose words are looked up together, before anything else that is asked of the library has its turn."""


class LibraryExcerpts:
    """Puts what was found by a name, a speaker or a kind into context. Answers that come too late are dropped."""

    found: list[Found]
    typed: str

    def _show(self) -> None:
        """Show what is found."""
        raise NotImplementedError

    def searched(self, shelves: Shelves, typed: str, limit: int) -> tuple[list[Found], int]:
        """What a search finds and how many articles there are, the first of them in context."""
        from tui.library.excerpts import wants_excerpt

        found = shelves.library.search(typed, limit)
        if wants_excerpt(typed):
            found[:_AT_ONCE] = [shelves.library.in_context(one, typed) for one in found[:_AT_ONCE]]
        return found, shelves.library.count()

    async def put_in_context(self, memory: Memory) -> None:
        """The same for the others, while what is listed is what was looked for."""
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
