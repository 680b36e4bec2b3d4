"""Makes the Rich style of a mask of styles, with the theme's colours and line filters."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from rich.color import Color as RichColor
from rich.color import ColorSystem
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.strip import Strip
from textual.widget import Widget

from tui.widgets.article_pane.layer_styles import BITS, LOOKS, Look

__all__ = ["Palette"]


class Palette:
    """The looks of the layers in the colours of the app's theme, combined and kept until `clear`.

    Line filters (no colour, dim, ANSI themes) act on styles here, once for each combination, and
    not on every line.
    """

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._styles: dict[int, Style] = {}
        self._codes = _Codes(self, None)
        self._base: Style | None = None
        self._single: dict[str, Style] = {}

    def clear(self) -> None:
        """Forgets all styles: the theme has changed."""
        self._styles.clear()
        self._single.clear()
        self._base = None
        self._codes = _Codes(self, None)

    def codes(self, console: Console) -> Mapping[int, str]:
        """The sequence that a terminal is sent before what is written in each mask; one that ends it comes after."""
        system = console._color_system or ColorSystem.TRUECOLOR
        if self._codes.system is not system:
            self._codes = _Codes(self, system)
        return self._codes

    @property
    def known(self) -> Collection[int]:
        """The masks that styles are kept for."""
        return self._styles.keys()

    def __call__(self, mask: int) -> Style:
        found = self._styles.get(mask)
        if found is None:
            found = self._styles[mask] = self._combine(mask)
        return found

    def _combine(self, mask: int) -> Style:
        widget = self._widget
        if self._base is None:  # cached, as Textual computes it from all ancestors each time
            self._base = widget.rich_style
        style = self._base
        for name, bit in BITS.items():
            if mask & bit:
                style += self._single.get(name) or self._look(name)
        segments = [Segment("x", style)]
        for line_filter in widget.get_line_filters():
            segments = line_filter.apply(segments, widget.background_colors[1])
        return segments[0].style or style

    def _look(self, name: str) -> Style:
        app = self._widget.app
        found = self._single[name] = _style(LOOKS[name], {} if app.no_color else app.theme_variables)
        return found


class _Codes(dict[int, str]):
    """Made as they are asked for, for a terminal with so many colours."""

    def __init__(self, palette: Palette, system: ColorSystem | None) -> None:
        super().__init__()
        self._palette = palette
        self.system = system

    def __missing__(self, mask: int) -> str:
        ansi = Strip.render_ansi(self._palette(mask), self.system or ColorSystem.TRUECOLOR)
        code = self[mask] = f"\x1b[{ansi}m" if ansi else ""
        return code


def _style(look: Look, colors: Mapping[str, str]) -> Style:
    ground = _color(look.ground, colors)
    shown = ground if look.ground else _color(look.color, colors)
    has = (look.attributes if shown else f"{look.attributes} {look.instead}").split().__contains__
    return Style(
        color=_color(look.color, colors),
        bgcolor=ground,
        bold=has("bold") or None,
        dim=has("dim") or None,
        italic=has("italic") or None,
        underline=has("underline") or None,
        underline2=has("underline2") or None,
        reverse=has("reverse") or None,
    )


def _color(name: str, colors: Mapping[str, str]) -> RichColor | None:
    """A colour of the theme; none where it is given as a share of another, as ANSI themes give muted grounds."""
    value = colors.get(name, "")
    return Color.parse(value).rich_color if value and " " not in value else None
