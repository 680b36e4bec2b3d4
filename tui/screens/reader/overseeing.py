"""The command that closes whatever is open, one thing at a time."""

from __future__ import annotations

from tui.screens.reader.comparing import Comparing
from tui.screens.reader.handling import Handling
from tui.screens.reader.noting import Noting

__all__ = ["Overseeing"]


class Overseeing(Handling, Noting, Comparing):
    """Closes what is open over or beside the article, the innermost first."""

    def back_out(self) -> bool:
        """Close the innermost thing that is open; returns whether there was one."""
        if self.hints:
            self.end_hints()
        elif self.prefix:
            self.prefix = ""
            self.show_place()
        elif self.shown("Prompt") and not self.help_is_over_prompt:
            self.abandon_prompt()
        elif self.uppermost == "Picker":
            self.close_picker()
        elif panel := self.uppermost or ("Card" if self.shown("Card") else ""):
            self.leave_panel(panel)
        elif self.stop_comparing():
            pass
        elif self.selecting or self.selections:
            self.end_selection()
        elif self.matches.words:
            self.end_search()
        elif self.sidebar.words:
            self.sidebar.filter("")
        elif self.focused is not None or self.has_class("-drawer"):
            self.set_focus(None)
            self.focus_article()
        elif self.zen:
            self.zen = False
            self.make_room()
        else:
            return False
        return True

    def action_back(self) -> None:
        if not self.back_out():
            self.pane.show_related(())
            self.status.end_notice()

    def action_quit(self) -> None:
        if self.uppermost or self.shown("Prompt") or self.shown("Card"):
            self.back_out()
        else:
            self.leave_article()
