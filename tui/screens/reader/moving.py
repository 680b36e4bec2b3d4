"""Movement through the article or a list, and between the parts of the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.widget import Widget

from tui.screens.line_moving import LineMoving
from tui.screens.reader.seeking import Seeking

if TYPE_CHECKING:
    from tui.widgets.panels.kinds import KindsPanel
    from tui.widgets.panels.voices import VoicesPanel

__all__ = ["Moving"]

_NARROWEST = 20
_WIDEST = 240
_MEASURE_STEP = 4


class Moving(LineMoving, Seeking):
    """Commands for lines, pages, ends and paragraphs, for the focus, and for the width of the text."""

    def action_paragraph_next(self) -> None:
        self._move_paragraphs(1)

    def action_paragraph_previous(self) -> None:
        self._move_paragraphs(-1)

    def _move_paragraphs(self, count: int) -> None:
        if self.selecting:
            self.pane.extend_selection("paragraph", count)
        else:
            self.pane.move_paragraphs(count)

    def action_expand(self) -> None:
        self._turn(unfold=True)

    def action_collapse(self) -> None:
        self._turn(unfold=False)

    def _turn(self, *, unfold: bool) -> None:
        if panel := cast("VoicesPanel | KindsPanel | None", self.shown("VoicesPanel") or self.shown("KindsPanel")):
            panel.turn(unfold=unfold)
        elif self.focused is self.sidebar:
            self.sidebar.turn(unfold=unfold)
        elif self.selecting:
            self.pane.extend_selection("word", 1 if unfold else -1)
        else:
            self.pane.toggle_fold()

    def action_character_right(self) -> None:
        self._select_characters(1)

    def action_character_left(self) -> None:
        self._select_characters(-1)

    def _select_characters(self, count: int) -> None:
        if not self.selecting:
            self.selecting = True
            self.pane.start_selection()
            self.show_place()
        self.pane.extend_selection("character", count)

    def action_focus_next(self) -> None:
        self._focus_step(1)

    def action_focus_previous(self) -> None:
        self._focus_step(-1)

    def _focus_step(self, direction: int) -> None:
        """Move the focus among article, sidebar and card; a hidden sidebar is shown."""
        if self.uppermost or not self.leave_prompt():
            return
        if not self.sidebar.display and self.shown("Card") is None:
            self.sidebar_wanted, self.zen = True, False
            self.make_room()
        stops: list[Widget | None] = [None]
        stops += [self.sidebar] if self.sidebar.display else []
        if card := self.shown("Card"):
            stops.append(card)
        at = stops.index(self.focused) if self.focused in stops else 0
        following = stops[(at + direction) % len(stops)]
        if following is None:
            self.focus_article()
        else:
            following.focus()

    def action_toggle_sidebar(self) -> None:
        self.sidebar_wanted = not self.sidebar.display
        self.zen = False
        self.make_room()
        if self.has_class("-drawer"):
            self.sidebar.focus()

    def action_zen(self) -> None:
        self.zen = not self.zen
        self.make_room()

    def action_wider(self) -> None:
        self._set_measure(_MEASURE_STEP)

    def action_narrower(self) -> None:
        self._set_measure(-_MEASURE_STEP)

    def _set_measure(self, change: int) -> None:
        room = max(_NARROWEST, self.pane.size.width)
        self.measure = max(_NARROWEST, min(min(self.measure, room) + change, _WIDEST))
        self.pane.set_measure(self.measure)
        self.say(f"lines of {self.measure} cells" if self.measure < room else "lines as wide as the screen")
