"""The first screen, written before Textual is imported, which takes ten times as long as everything before it.

`present` paints an article as the reader will; the reader then takes over the terminal with that on it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.first_paint.terminal import HeldTerminal, hold_terminal, screen_size

if TYPE_CHECKING:
    from tui.first_paint.glancing import Glance
    from tui.opening import Opened
    from tui.settings.config import Settings

__all__ = ["HeldTerminal", "present"]


def present(opened: Opened, settings: Settings, seen: Glance | None, among: int = 1) -> HeldTerminal | None:
    """Paint the article at its saved place; returns `None` if the terminal cannot be held or has no size."""
    size = screen_size()
    terminal = hold_terminal() if size is not None else None
    if terminal is None or size is None:
        return None
    try:
        from tui.first_paint.ground import QUESTION, may_ask, theme_at_first
        from tui.first_paint.looks import known_looks
        from tui.first_paint.page import first_page

        looks = known_looks(theme_at_first(settings.theme))
        page = first_page(opened, settings, seen, *size, among=among)
        question = QUESTION if may_ask(settings.theme) else ""
        terminal.show(("".join(looks.written(*piece) for piece in line) for line in page), question)
    except BaseException:
        terminal.give_back()
        raise
    return terminal
