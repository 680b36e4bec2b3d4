"""The interface of the application that the screens use."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NoReturn, Protocol

if TYPE_CHECKING:
    from tui.library import Entry
    from tui.library.reopening import Reopened
    from tui.opening import Opening
    from tui.remembering import Memory
    from tui.settings.config import Settings
    from tui.settings.keymap import Keymap
    from tui.settings.kinds import KindChoice

__all__ = ["Application"]


class Application(Protocol):
    """Settings and memory, choices that hold for all articles, and navigation between articles and library."""

    settings: Settings
    keymap: Keymap
    memory: Memory | None
    """The library; `None` where nothing is kept."""
    opening: Opening | None
    """The articles named on the command line that are still being opened."""
    kinds: KindChoice
    compare: bool
    """Whether the second article is to be compared with the first as soon as both are there."""
    export_format: str
    export_folder: str
    """Where and in what format an article was exported last."""

    def choose_kinds(self, kinds: KindChoice) -> str:
        """Set the kinds of block that are left out; returns why that cannot be remembered, else an empty string."""
        ...

    def toggle_dark(self) -> None:
        """Switch from a dark theme to its light counterpart, or back."""
        ...

    def end_behind(self, number: int) -> NoReturn:
        """End at once, by a signal, where another program has the terminal."""
        ...

    def show_library(self) -> None:
        """Show the library in place of the article."""
        ...

    def back_to_library(self) -> bool:
        """Show the library if the article was opened from there; returns whether it was."""
        ...

    def back_to_article(self) -> bool:
        """Show the article from which the library was opened; returns `False` if there is none."""
        ...

    async def open_entry(self, order: Sequence[Entry], at: int, sought: str = "") -> str:
        """Open the article at position `at` of a list of entries; returns why it failed, else an empty string.

        `sought` is the search that found the entries.
        """
        ...

    async def fetch(self, entry: Entry) -> Reopened:
        """The article of an entry of the library, and a notice about it."""
        ...

    async def step_on_shelf(self, direction: int) -> bool:
        """Open the next (1) or previous (-1) article of the library's list; returns whether one could be opened."""
        ...
