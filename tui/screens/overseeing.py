"""Panels over the article: help, the palette, the themes; and the way back out of everything."""

from __future__ import annotations

from tui.commands import COMMANDS, key_label
from tui.screens.handling import Handling
from tui.screens.noting import Noting
from tui.widgets.row_list import Row

__all__ = ["Overseeing"]

_HIDDEN_IN_PALETTE = {"palette", "back"}


class Overseeing(Handling, Noting):
    """What is over the article, and how it goes away again."""

    async def action_help(self) -> None:
        if self.shown("HelpPanel"):
            self.close_panel("HelpPanel")
            return
        panel = await self.help_panel()
        panel.display = True
        panel.filter("")
        self.set_focus(None)

    async def action_palette(self) -> None:
        picker = await self.picker()
        picker.display = True
        rows = [
            Row(one.title, "  ".join(map(key_label, self.reader.keymap[one.id])), key=one.id, target=one)
            for one in COMMANDS
            if one.id not in _HIDDEN_IN_PALETTE
        ]
        picker.open("command", ":", rows)

    async def action_themes(self) -> None:
        picker = await self.picker()
        picker.display = True
        self._theme_before = self.app.theme
        names = sorted(self.app.available_themes)
        picker.open("theme", "theme", [Row(name, key=name, target=name) for name in names], at=self.app.theme)

    def action_toggle_dark(self) -> None:
        self.reader.toggle_dark()
        self.say(f"theme: {self.app.theme}")

    def back_out(self) -> bool:
        """Leave the innermost thing that is open; whether there was one."""
        if self.hints:
            self.end_hints()
        elif self.shown("Prompt"):
            self.abandon_prompt()
        elif self.shown("Picker"):
            self._leave_picker()
        elif panel := next((name for name in ("ExportPanel", "HelpPanel", "Card") if self.shown(name)), ""):
            self.close_panel(panel)
        elif self.selecting or self.selections:
            self.end_selection()
        elif self.matches.words:
            self.end_search()
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
        if any(self.shown(name) for name in ("Prompt", "Picker", "ExportPanel", "HelpPanel", "Card")):
            self.back_out()
        else:
            self.app.exit()

    def _leave_picker(self) -> None:
        picker = self.shown("Picker")
        if getattr(picker, "purpose", "") == "theme":
            self.app.theme = self._theme_before
        self.close_panel("Picker")
