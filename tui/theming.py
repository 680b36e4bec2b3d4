"""The choice of a theme: the one in the settings, the one for the terminal's background, or no colour at all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from textual.filter import LineFilter, NoColor

from tui.commands import first_key
from tui.first_paint.looks import looks_key
from tui.terminal.line_filter import SafeTextFilter

if TYPE_CHECKING:
    from textual.app import App

    from tui.first_paint.recording import Looked
    from tui.messages import GroundTold
    from tui.settings.config import Settings
    from tui.settings.keymap import Keymap

    Base = App[int]
else:
    Base = object

__all__ = ["Theming"]

_DARK: Final = "textual-dark"
_LIGHT: Final = "textual-light"
_SAFE_TEXT: Final = SafeTextFilter()
_NO_COLOUR: Final = NoColor()


class Theming(Base):
    """Follows the terminal's background until the reader chooses a theme."""

    settings: Settings
    keymap: Keymap
    _begun_with = ""
    _first_theme = ""
    _looks_key = ""

    def begin_with(self, theme: str) -> None:
        """Use this theme at the start in place of the one in the settings."""
        self._begun_with = theme
        self._looks_key = looks_key(theme)

    def begin_theme(self) -> str:
        """Set the first theme; returns a complaint if there is no theme of that name, else an empty string."""
        name = self._begun_with or self.settings.theme
        if name in self.available_themes:
            self.theme = name
            self._first_theme = name
            return ""
        self._first_theme = self.theme
        if name == "auto":
            return ""
        from tui.settings.theme_names import no_such_theme  # here, because it is needed only for a wrong setting

        lists = f"“Choose a theme” under {first_key(self.keymap, 'palette')} lists them"
        return no_such_theme(name, self.available_themes, lists)

    def on_ground_told(self, event: GroundTold) -> None:
        """Take the theme that goes with the terminal's background."""
        from tui.first_paint.ground import keep_ground

        event.stop()
        keep_ground(event.light)
        if self.settings.theme == "auto" and self.theme == self._first_theme:
            self.theme = self._first_theme = _LIGHT if event.light else _DARK
            self._looks_key = looks_key(_LIGHT if event.light else "auto")

    def toggle_dark(self) -> None:
        """Switch from a dark theme to its light counterpart, or back."""
        dark = self.current_theme.dark
        twin = self.theme.replace("dark", "light") if dark else self.theme.replace("light", "dark")
        fallback = _LIGHT if dark else _DARK
        self.theme = twin if twin != self.theme and twin in self.available_themes else fallback

    def keep_looks(self, screen: Looked) -> None:
        """Keep the screen's styles for the first paint of the next start, unless another theme was chosen meanwhile."""
        if self.theme == self._first_theme and not self.is_headless:
            from tui.first_paint.recording import keep_looks
            from tui.paths import cache_folder

            keep_looks(screen, self._looks_key, cache_folder())

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Without colour, the filter that leaves the terminal's own colours; Textual's would paint greys on black."""
        filters = (_NO_COLOUR,) if self.no_color else super().get_line_filters()
        return [*filters, _SAFE_TEXT]
