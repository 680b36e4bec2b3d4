"""A base for widgets that paint whole lines themselves and cache them."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from typing import TYPE_CHECKING, Self

from rich.segment import Segment
from rich.style import Style
from textual.cache import LRUCache
from textual.color import Color
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from tui.widgets.painting.lean_strip import LeanStrip

__all__ = ["Painted"]

_KEPT = 256

if TYPE_CHECKING:
    _Base = Widget
else:
    _Base = object


class Painted(_Base):
    """A widget of whole lines: it gives a cache key for each line, and paints the lines that are not cached.

    Borders and padding in CSS have no effect on such a widget. The line filters of the application
    (safe text, no colour, ANSI themes) act on each line once, when it is painted.
    """

    _strips: LRUCache[tuple[Hashable, int], Strip]
    _rendered: tuple[Region, list[Strip]] | None = None
    _stale: set[int]
    _looks: dict[tuple[str, Style | None], Style]
    _filtered: dict[Segment, list[Segment]]
    _ground: Color | None

    def line_key(self, y: int) -> Hashable:
        """The cache key of line `y`: all that its look depends on besides width and theme."""
        raise NotImplementedError

    def paint_line(self, y: int, width: int) -> Sequence[Segment]:
        """The segments of a line, of exactly `width` cells; not used by widgets with their own `finished_line`."""
        raise NotImplementedError

    def finished_line(self, y: int, width: int) -> list[Segment]:
        """The line after the line filters."""
        return self.filtered(self.paint_line(y, width))

    def filtered(self, segments: Iterable[Segment]) -> list[Segment]:
        """The segments after the line filters."""
        finished: list[Segment] = []
        for segment in segments:
            finished += self._filtered.get(segment) or self._filter(segment)
        return finished

    def style(self, name: str, base: Style | None = None) -> Style:
        """The style of a component class over another style, the widget's own if none is given."""
        style = self._looks.get((name, base))
        if style is None:  # Textual puts it together from all ancestors each time it is asked
            under = self.rich_style if base is None else base
            style = under + self.get_component_rich_style(name, partial=True) if name else under
            self._looks[name, base] = style
        return style

    def forget_lines(self) -> None:
        """Clear the cache."""
        self._strips = LRUCache(_KEPT)
        self._rendered = None
        self._stale = set()
        self._looks = {}
        self._filtered = {}
        self._ground = None

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self.forget_lines()

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        if regions and self._rendered is not None:
            self._stale.update(*(region.line_range for region in regions))  # the other lines stay as they are
        else:
            self._rendered = None
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def render_lines(self, crop: Region) -> list[Strip]:
        # Textual asks again for every widget beside one that has changed.
        if self._rendered is None or self._rendered[0] != crop:
            width = self.size.width
            strips = [self._strip(y, width) for y in crop.line_range]
            if crop.x or crop.right < width:
                strips = [strip.crop(crop.x, crop.right) for strip in strips]
            self._rendered = (crop, strips)
        elif self._stale:
            strips = self._rendered[1][:]
            for y in self._stale.intersection(crop.line_range):
                strips[y - crop.y] = self._strip(y, self.size.width).crop(crop.x, crop.right)
            self._rendered = (crop, strips)
        self._stale.clear()
        return self._rendered[1]

    def render_line(self, y: int) -> Strip:
        return self._strip(y, self.size.width)

    def _strip(self, y: int, width: int) -> Strip:
        key = (self.line_key(y), width)
        strip = self._strips.get(key)
        if strip is None:
            strip = self._strips[key] = LeanStrip(self.finished_line(y, width), width)
        return strip

    def _filter(self, segment: Segment) -> list[Segment]:
        """A segment after the line filters; cached, because most segments recur on many lines."""
        if self._ground is None:  # Textual puts it together from all ancestors each time it is asked
            self._ground = self.background_colors[1]
        segments = [segment]
        for line_filter in self.get_line_filters():
            segments = line_filter.apply(segments, self._ground)
        if len(self._filtered) >= _KEPT:
            self._filtered.clear()
        self._filtered[segment] = segments
        return segments
