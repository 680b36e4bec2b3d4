"""What the screens ask of the application that they are screens of."""

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
    """The settings and the memory, what holds for all articles, and the way between these and the library."""

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
        """Leave out other kinds of block from now on; why that cannot be remembered, else an empty string."""
        ...

    def toggle_dark(self) -> None:
        """From a dark theme to the light one that goes with it, or back."""
        ...

    def end_behind(self, number: int) -> NoReturn:
        """End at once, by a signal, where another program has the terminal."""
        ...

    def show_library(self) -> None:
        """Leave the article for the library."""
        ...

    def back_to_library(self) -> bool:
        """Leave an article for the library, if it was opened from there; whether it was."""
        ...

    def back_to_article(self) -> bool:
        """Leave the library for the article it was opened from; `False` where there is none."""
        ...

    async def open_entry(self, order: Sequence[Entry], at: int, sought: str = "") -> str:
        """Open the article at a position in a list of the library's; why not, where that fails, else an empty string.

        `sought` is the search that found them.
        """
        ...

    async def fetch(self, entry: Entry) -> Reopened:
        """The article of an entry of the library, and a notice about it."""
        ...

    async def step_on_shelf(self, direction: int) -> bool:
        """Open the article after or before the current one in the library's list; whether there is one that opens."""
        ...
