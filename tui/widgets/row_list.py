"""A list of one-line rows on the line API: twenty thousand rows cost what thirty do."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.safe_text import one_line

__all__ = ["Row", "RowList"]


@dataclass(frozen=True, slots=True)
class Row:
    """One row: `text` on the left, `right` at the right edge, both from an article if need be.

    `strong` is the stretch of `text` to set off, in code points. `style` names a component class
    of the list (`"head"` for `row--head`). `key` tells the row from all others while rows come
    and go; a row without one is passed over by the cursor. `target` is what choosing it means.
    """

    text: str
    right: str = ""
    indent: int = 0
    strong: tuple[int, int] | None = None
    style: str = ""
    key: Hashable = None
    target: Any = field(default=None, compare=False)


class RowList(ScrollView, can_focus=True, inherit_bindings=False):
    """Rows with a cursor. The screen's movement commands move it while it has the focus."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "row--head", "row--group", "row--dim", "row--strong", "row--cursor", "row--marked", "row--right",
    }  # fmt: skip
    DEFAULT_CSS = """
    RowList {
        background: $surface;
        color: $foreground;
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-size-vertical: 1;
        & > .row--head { text-style: bold; }
        & > .row--group { color: $text-secondary; }
        & > .row--dim { color: $text-muted; }
        & > .row--strong { text-style: bold; color: $text-primary; }
        & > .row--marked { text-style: bold underline; }
        & > .row--right { color: $text-muted; }
        & > .row--cursor { text-style: reverse; }
    }
    """

    cursor_shown_always: ClassVar[bool] = False
    """Whether the cursor is painted while the list does not have the focus."""

    class Chosen(Message):
        """A row was chosen with enter or a click."""

        def __init__(self, rows: RowList, row: Row) -> None:
            super().__init__()
            self.rows = rows
            self.row = row

        @property
        def control(self) -> RowList:
            return self.rows

    def __init__(self, *, classes: str | None = None) -> None:
        super().__init__(classes=classes)
        self.rows: tuple[Row, ...] = ()
        self.cursor = 0
        self.marked: Hashable = None
        self._places: dict[Hashable, int] = {}
        self._first = 0

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows; the cursor stays on the row of the same key, or near where it was."""
        here = self.row.key if self.row else None
        self.rows = tuple(rows)
        self._places = {row.key: number for number, row in enumerate(self.rows) if row.key is not None}
        self._first = min(self._places.values(), default=0)
        self.virtual_size = Size(0, len(self.rows))
        self.cursor = self._places.get(here, min(self.cursor, max(0, len(self.rows) - 1)))
        self._settle(1)
        self.refresh()

    @property
    def row(self) -> Row | None:
        """The row under the cursor."""
        return self.rows[self.cursor] if self.cursor < len(self.rows) else None

    def mark(self, key: Hashable) -> None:
        """Set the row of that key off, as the one the article's cursor is in, and bring it in sight."""
        if key == self.marked:
            return
        for changed in (self.marked, key):
            place = self._places.get(changed)
            if place is not None:
                self._refresh_row(place)
        self.marked = key
        place = self._places.get(key)
        if place is not None and not self.has_focus:
            self._reveal(place)

    def has_row(self, key: Hashable) -> bool:
        """Whether a row of that key is in the list."""
        return key in self._places

    def move_lines(self, lines: int) -> None:
        """Move the cursor by that many rows, over rows that cannot be chosen."""
        self._go(self.cursor + lines, 1 if lines > 0 else -1)

    def move_pages(self, fraction: float) -> None:
        """Move the cursor by a share of the list's height."""
        self.move_lines(round(max(1, self.size.height) * fraction) or (1 if fraction > 0 else -1))

    def move_home(self) -> None:
        """To the first row."""
        self._go(0, 1)

    def move_end(self) -> None:
        """To the last row."""
        self._go(len(self.rows) - 1, -1)

    def go_to(self, key: Hashable) -> None:
        """Put the cursor on the row of that key, if there is one."""
        place = self._places.get(key)
        if place is not None:
            self._go(place, 1)

    def choose(self) -> None:
        """Choose the row under the cursor."""
        if self.row is not None and self.row.key is not None:
            self.post_message(self.Chosen(self, self.row))

    def _go(self, place: int, direction: int) -> None:
        before = self.cursor
        self.cursor = max(0, min(place, len(self.rows) - 1))
        self._settle(direction)
        if self.cursor != before:
            self._refresh_row(before)
            self._refresh_row(self.cursor)
        if self.cursor == self._first:
            self._reveal(0)  # the headings above the first row are part of its place
        self._reveal(self.cursor)

    def _settle(self, direction: int) -> None:
        """Off rows that cannot be chosen: onwards, or back where there is nothing further on."""
        for step in (direction, -direction):
            place = self.cursor
            while 0 <= place < len(self.rows):
                if self.rows[place].key is not None:
                    self.cursor = place
                    return
                place += step

    def _reveal(self, place: int) -> None:
        top, height = int(self.scroll_offset.y), max(1, self.size.height)
        if place < top:
            self.scroll_to(y=place, animate=False, force=True)
        elif place >= top + height:
            self.scroll_to(y=place - height + 1, animate=False, force=True)

    def _refresh_row(self, place: int) -> None:
        self.refresh(Region(0, place - int(self.scroll_offset.y), self.size.width, 1))

    def on_focus(self) -> None:
        self._refresh_row(self.cursor)

    def on_blur(self) -> None:
        self._refresh_row(self.cursor)

    def on_click(self, event: events.Click) -> None:
        place = event.y + int(self.scroll_offset.y)
        if place < len(self.rows) and self.rows[place].key is not None:
            self._go(place, 1)
            self.choose()

    def render_line(self, y: int) -> Strip:
        width = self.scrollable_content_region.width
        place = y + int(self.scroll_offset.y)
        base = self.rich_style
        if place >= len(self.rows):
            return Strip.blank(width, base)
        row = self.rows[place]
        base = self._style_of(row, place, base)
        right = one_line(row.right)
        lead = " " * row.indent
        room = max(0, width - cell_len(lead) - (cell_len(right) + 1 if right else 0))
        text = one_line(row.text)
        if cell_len(text) > room:
            text = set_cell_size(text, max(0, room - 1)) + "…" if room else ""
        segments = [Segment(lead, base), *self._set_off(text, row.strong, base)]
        gap = width - cell_len(lead) - cell_len(text) - cell_len(right)
        if gap > 0:
            segments.append(Segment(" " * gap, base))
        if right:
            dim = self.get_component_rich_style("row--right", partial=True)
            segments.append(Segment(right, base + dim if row.style != "head" else base))
        return Strip(segments).adjust_cell_length(width, base)

    def _style_of(self, row: Row, place: int, base: Style) -> Style:
        if row.style:
            base = base + self.get_component_rich_style(f"row--{row.style}", partial=True)
        if row.key is not None and row.key == self.marked:
            base = base + self.get_component_rich_style("row--marked", partial=True)
        if place == self.cursor and row.key is not None and (self.has_focus or self.cursor_shown_always):
            base = base + self.get_component_rich_style("row--cursor", partial=True)
        return base

    def _set_off(self, text: str, strong: tuple[int, int] | None, base: Style) -> list[Segment]:
        if strong is None:
            return [Segment(text, base)]
        start, end = strong
        style = base + self.get_component_rich_style("row--strong", partial=True)
        return [Segment(text[:start], base), Segment(text[start:end], style), Segment(text[end:], base)]
