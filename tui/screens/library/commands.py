"""The base of the parts of the library's screen that have commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.screen import Screen

    from tui.screens.panels import Panels

    class Base(Panels, Screen[None]):
        """Panels, on a screen of Textual's."""
else:
    Base = object  # a class of Textual's for each topic would cost a millisecond each at the start

__all__ = ["ShelfCommands"]


class ShelfCommands(Base):
    """What the commands use; the library's screen implements it."""

    def look(self) -> None:
        """List the entries again."""
        raise NotImplementedError

    async def open_prompt(self, purpose: str, title: str, words: str = "", *, path: bool = False) -> None:
        """Ask for words at the foot of the screen."""
        raise NotImplementedError
