"""The base of the article widget: wrapping, scrolling and painting, without cursor and keys."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import Final

from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

from annotators.layer import Layer
from tui.widgets.article_pane.column import DEFAULT_MEASURE, column_for
from tui.widgets.article_pane.folds import NO_FOLDS, FoldMap
from tui.widgets.article_pane.line_artist import LineArtist
from tui.widgets.article_pane.line_index import LineIndex, share_read
from tui.widgets.article_pane.minimap import Minimap
from tui.widgets.article_pane.palette import Palette
from tui.widgets.article_pane.scene import Scene
from tui.widgets.painting.scrolled import Scrolled

__all__ = ["ArticleView"]

_SLICE = 0.006
"""Seconds of wrapping in the background at a time: a third of a frame."""

_IDLE = 1.0
"""Seconds without a key before text is wrapped in the background; annotators come first."""

_WHEEL_LINES = 3

_LEFT_TO_A_JUMP = 1 << 17
"""Characters that may be left to be wrapped by a jump past them, in about 10 ms."""

_LEFT_MEANWHILE: Final = 1 << 20
"""The same while the folds are not known yet, as wrapping begins anew with other folds."""


class ArticleView(Scrolled, inherit_bindings=False):
    """A text with a scene, wrapped to the width of the pane a piece at a time.

    Actions that are asked for before the size is known are done as soon as it is.
    """

    def __init__(self, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id, classes=classes)
        self._text = ""
        self._scene = Scene()
        self._palette = Palette(self)
        self._artist = LineArtist(self._palette)
        self._minimap = Minimap()
        self._measure = DEFAULT_MEASURE
        self._index: LineIndex | None = None
        self._spare: LineIndex | None = None
        self._folds = NO_FOLDS
        self._kept_offset = 0
        self._early: list[Callable[[], None]] = []
        self._wrapping = False
        self._dragging = False
        self._touched_at = 0.0

    @property
    def masks(self) -> frozenset[int]:
        """The masks of styles that have been painted."""
        return frozenset(self._palette.known)

    def style_of(self, mask: int) -> Style:
        """The Rich style of a mask of styles."""
        return self._palette(mask)

    @property
    def top_offset(self) -> int:
        """The first character on the screen."""
        index, line = self._index, self._top_line
        return index.starts[line] if index is not None and line < len(index) else self._kept_offset

    @property
    def bottom_offset(self) -> int:
        """The end of the last line on the screen."""
        index = self._index
        if index is None or not len(index):
            return self._kept_offset
        last = self._top_line + self._rows - 1
        index.extend(line=last)
        return index.span(min(last, len(index) - 1))[1]

    @property
    def position(self) -> float:
        """The scroll position: 0 with the first line at the top, 1 with the last one on the screen."""
        top, bottom, size = self.top_offset, self.bottom_offset, len(self._text)
        if self._index is None:
            return top / size if size else 0.0
        return share_read(top, bottom, size)

    @property
    def allow_vertical_scroll(self) -> bool:
        """Whether there is more than is on the screen; Textual asks while the mouse selects past an edge."""
        return self._index is not None and self.max_scroll_y > 0

    @property
    def _top_line(self) -> int:
        return round(self.scroll_y)

    @property
    def _rows(self) -> int:
        return max(1, self.size.height)

    def set_measure(self, cells: int) -> None:
        """The width of the column of text in cells; it is never wider than the pane allows."""
        self._measure = max(1, cells)
        self._lay_out()
        self._repaint()

    def _set_text(self, text: str) -> None:
        self._text = text
        self._folds = NO_FOLDS
        self._kept_offset = 0
        self._index = self._spare = None
        self._lay_out()

    def _set_folds(self, folds: FoldMap) -> None:
        """Takes other folds; the lines of those before are kept for when they come back."""
        self._folds = folds
        self._index, self._spare = None, self._index
        self._lay_out()

    def _new_index(self, width: int) -> LineIndex:
        spare = self._spare
        if spare is not None and spare.folds is self._folds and spare.width == width:
            return spare
        return LineIndex(self._text, width, self._folds)

    def _set_open(self, fold: int, is_open: bool) -> None:
        """Opens or closes a fold; its line stays where it is."""
        start = self._folds.starts[fold]
        opened = self._folds.opened | {start} if is_open else self._folds.opened - {start}
        self._folds = self._folds.with_opened(opened)
        if self._index is not None:
            self._index.refold(self._folds, start)
            self._artist.forget()
            self._scroll_to_line(self._top_line)
            self._kept_offset = self.top_offset
            self._wrap_on()
            self.refresh()

    def _when_laid_out(self, action: Callable[[], None]) -> bool:
        """Whether there is a layout; if not, `action` is called as soon as there is one."""
        if self._index is None:
            self._early.append(action)
        return self._index is not None

    # Scrolling

    def _scroll_to_line(self, line: int) -> None:
        """Puts a line at the top, as far as there is text below it."""
        index = self._index
        if index is None:
            return
        line = max(0, line)
        index.extend(line=line + self._rows)
        self._fit()
        if index.complete:
            line = min(line, max(0, len(index) - self._rows))
        self.scroll_target_y = self.scroll_y = line

    def _bring_into_view(self, offset: int) -> None:
        """Scrolls, if need be, so that a character is on the screen, a third of the way down."""
        if self._index is not None:
            line, top = self._index.line_of(offset), self._top_line
            if not top <= line < top + self._rows:
                self._scroll_to_line(line - self._rows // 3)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Remembers the character at the top, whatever it was that scrolled: key, wheel or drag."""
        super().watch_scroll_y(old_value, new_value)
        self._touched_at = monotonic()
        if self._index is not None and round(old_value) != round(new_value):
            self._index.extend(line=round(new_value) + self._rows)
            self._fit()
            self._kept_offset = self.top_offset
            self._scrolled()

    def _scrolled(self) -> None:
        """Called when other lines have come on the screen."""

    # Scrolling with the mouse

    def on_bar(self, x: int) -> bool:
        """Whether a column of the pane belongs to the bar beside the text."""
        column = self._artist.column
        return x >= column.width - column.bar

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Goes to the share of the article at which the bar was pressed; dragging lasts until the release."""
        if event.button == 1 and self._index is not None and self.on_bar(event.x):
            self.screen.clear_selection()  # Textual has begun one, which would follow the mouse
            self._dragging = True
            self.capture_mouse()
            self._go_along(event.y)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        if self._dragging:
            self._go_along(event.y)

    def on_mouse_up(self, event: events.MouseUp) -> None:
        if self._dragging:
            self._dragging = False
            self.capture_mouse(False)

    def _go_along(self, y: int) -> None:
        """Goes to the line at the share of the article that a row of the bar stands for."""
        rows = self._rows
        if self._index is not None:
            self._scroll_to_line(self._index.line_of(max(0, min(y, rows - 1)) * len(self._text) // rows))

    def _on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop().prevent_default()
        self._scroll_to_line(self._top_line + _WHEEL_LINES)

    def _on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop().prevent_default()
        self._scroll_to_line(self._top_line - _WHEEL_LINES)

    # Layout

    def on_resize(self) -> None:
        """Wraps the text for the new size; the character at the top stays there."""
        self._lay_out()
        self.refresh()

    def _scroll_update(self, virtual_size: Size) -> None:
        """Does nothing: Textual would scroll lines wrapped for the old width in the new size, and lose the place."""

    def _lay_out(self) -> None:
        width = self.size.width
        if not width or not self.size.height:
            return
        column, index = column_for(width, self._measure), self._index
        if index is None or column.text != self._artist.column.text:
            index = self._index = self._new_index(column.text)
        self._artist.column = column
        self._artist.forget()
        self._put_at_top(index, index.line_of(self._kept_offset))
        self._wrap_on()
        early, self._early = self._early, []
        for action in early:
            action()
        self._laid_out()

    def _put_at_top(self, index: LineIndex, line: int) -> None:
        """Shows other lines without scrolling: what was scrolled to stays known for the next layout."""
        line = max(0, line)
        index.extend(line=line + 2 * self._rows)
        self._fit()
        if index.complete:
            line = min(line, max(0, len(index) - self._rows))
        self.set_reactive(Widget.scroll_y, float(line))
        self.set_reactive(Widget.scroll_target_y, float(line))

    def _laid_out(self) -> None:
        """Called when the lines on the screen were wrapped anew."""

    def _fit(self) -> None:
        if self._index is not None:
            # Set without the reactive, which would lay out the whole screen again for an invisible scroll bar.
            size = Size(self._artist.column.width, self._index.estimated_lines)
            self.set_reactive(Widget.virtual_size, size)

    @property
    def _is_to_be_wrapped(self) -> bool:
        """Whether more text is left to wrap than a jump can wrap itself."""
        known, index = self._scene.annotations, self._index
        folds_to_come = self._scene.dims_boilerplate and Layer.STRUCTURE not in known.ready | known.unavailable.keys()
        left = _LEFT_MEANWHILE if folds_to_come else _LEFT_TO_A_JUMP
        return index is not None and len(self._text) - index.position > left

    def _wrap_on(self) -> None:
        """Continues wrapping in the background, so that the line of any jump is known, or nearly so."""
        if not self._wrapping and self._is_to_be_wrapped:
            self._wrapping = True
            self.set_timer(1 / 60 if monotonic() - self._touched_at >= _IDLE else _IDLE, self._wrap_slice)

    def _wrap_slice(self) -> None:
        self._wrapping = False
        if self._index is not None and self._is_to_be_wrapped:
            busy = self.app.message_queue_size or self.message_queue_size
            if not busy and monotonic() - self._touched_at >= _IDLE:
                self._index.extend(seconds=_SLICE)
                self._fit()
            self._wrap_on()

    # Painting

    def notify_style_update(self) -> None:
        """Forgets painted lines: the theme or the focus has changed."""
        super().notify_style_update()
        self._palette.clear()
        self._artist.forget()

    def _touch(self) -> None:
        """Shows what has changed, and puts off wrapping in the background."""
        self._touched_at = monotonic()
        self.refresh()

    def _repaint(self) -> None:
        self._artist.forget()
        self._touch()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Finished strips for the compositor, with no cache of styles between."""
        if self._artist.column.width != self.size.width or self._index is None:
            self._lay_out()
        index = self._index
        if index is None:
            return [Strip.blank(crop.width, self._palette(0))] * crop.height
        index.extend(line=self._top_line + self._rows)
        bar = self._minimap.cells(self.size.height, len(self._text), self._scene, self.top_offset, self.bottom_offset)
        strips = self._artist.frame(index, self._top_line, crop.line_range, self._scene, bar)
        if crop.x or crop.right < self._artist.column.width:
            return [strip.crop(crop.x, crop.right) for strip in strips]
        return strips

    def render_line(self, y: int) -> Strip:
        """The line that the compositor asks for to find the character under the mouse."""
        if self._index is None:
            return Strip.blank(self.size.width, self._palette(0))
        return self._artist.pointed(self._index, self._top_line + y)
