"""Which commands work while a panel covers the text or the list of a screen.

A command that would change or move something that is covered is not called.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, Final

if TYPE_CHECKING:
    from textual.widget import Widget

__all__ = ["Covered"]

_OF_A_PANEL: Final = frozenset(
    "line_down line_up half_down half_up page_down page_up home end open_card focus_next focus_previous back quit help "
    "redraw suspend toggle_dark".split()
)
"""Commands that every panel handles itself, or that concern neither text nor list."""

_OF_ONE_PANEL: Final[Mapping[str, frozenset[str]]] = {
    "AboutPanel": frozenset({"about", "open_url"}),
    "ComparisonPanel": frozenset({"compare", "swap", "search"}),
    "FailuresPanel": frozenset({"import_failures", "search"}),
    "HelpPanel": frozenset({"search"}),
    "KindsPanel": frozenset({"kinds", "toggle_clean", "expand", "collapse"}),
    "Sidebar": frozenset(
        "search expand collapse toggle_sidebar regroup zen toggle_entities toggle_quotes toggle_boilerplate "
        "toggle_notes".split()
    ),
    "VoicesPanel": frozenset({"voices", "search", "expand", "collapse"}),
}
"""Further commands that work in one panel."""

_CLOSES_PANELS: Final = frozenset(
    "about compare edit export import_failures import_folder kinds library next_article outline palette pipe "
    "previous_article reload search themes voices".split()
)
"""Commands that open something else or concern the whole article; they close everything open first."""


class Covered:
    """Decides whether a command may be called with what is open, and closes what is in its way."""

    OVER: ClassVar[tuple[str, ...]] = ("HelpPanel", "Picker")
    """Panels over text or list, the uppermost first; each has a `list` that the movement keys move."""

    COVERED: ClassVar[str] = "list"
    """The name of what they cover, for messages."""

    if TYPE_CHECKING:

        def shown(self, name: str) -> Widget | None: ...
        def close_panel(self, name: str) -> None: ...
        def close_picker(self) -> None: ...
        def key_of(self, command: str) -> str: ...
        def say(self, sentence: str, *, alert: bool = False) -> None: ...

    @property
    def uppermost(self) -> str:
        """The name of the panel that has the keys; empty if there is none."""
        return next((name for name in self.OVER if self.shown(name)), "")

    @property
    def covering(self) -> str:
        """The name of anything that covers text or list, which may be more than a panel; empty if nothing does."""
        return self.uppermost

    def is_called_over(self, panel: str, command: str) -> bool:
        """Whether a command works in an open panel without closing it."""
        return command in _OF_A_PANEL or command in _OF_ONE_PANEL.get(panel, ())

    def makes_way(self, command: str) -> bool:
        """Whether a command may be called now. What is in its way is closed, or a message asks to close it."""
        panel = self.covering
        if not panel or self.is_called_over(panel, command):
            return True
        if command in _CLOSES_PANELS:
            self.close_all()
            return True
        self.say(f"the {self.COVERED} is covered: {self.key_of('back')} goes back to it")
        return False

    def close_all(self) -> None:
        """Close everything that covers text or list."""
        for name in self.OVER:
            if name == "Picker":
                self.close_picker()
            else:
                self.close_panel(name)
