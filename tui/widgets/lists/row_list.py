"""A list of one-line rows, of which only those on the screen are painted."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import TYPE_CHECKING, ClassVar, cast

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.message import Message

from tui.terminal.safe_text import one_line
from tui.widgets.lists import Row
from tui.widgets.painting.painted import Painted
from tui.widgets.painting.scrolled import Scrolled

if TYPE_CHECKING:
    from tui.widgets.lists.long_rows import JoinedRows

__all__ = ["RowList"]

_WHEEL_ROWS = 3


class RowList(Painted, Scrolled, can_focus=True, inherit_bindings=False):
    """Rows with a cursor, which the screen's movement commands move while the list has the focus."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "row--head", "row--group", "row--dim", "row--strong", "row--cursor", "row--marked", "row--right", "row--edge",
    }  # fmt: skip
    DEFAULT_CSS = """
    RowList {
        background: $surface;
        color: $foreground;
        overflow: hidden hidden;
        scrollbar-size: 0 0;
        & > .row--head { text-style: bold; }
        & > .row--group { color: $text-secondary; }
        & > .row--dim { text-style: dim; }
        & > .row--strong { text-style: bold; color: $text-primary; }
        & > .row--marked { text-style: bold underline; }
        & > .row--right { text-style: dim; }
        & > .row--edge { text-style: dim; }
        & > .row--cursor { text-style: reverse; }
    }
    """

    EDGE: ClassVar[str] = " "
    """The character at the right edge where there is no scroll thumb."""

    CURSOR_ALWAYS: ClassVar[bool] = False
    """Whether the cursor is painted while the list does not have the focus."""

    GROWS: ClassVar[bool] = True
    """Whether its height depends on the number of rows, so that other rows cause a new layout."""

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
        self.forget_lines()
        self.rows: tuple[Row, ...] | JoinedRows = ()
        self.cursor = 0
        self.marked: Hashable = None
        self._places: dict[Hashable, int] | None = None
        self._first = 0
        self._unrevealed = False

    def show_rows(self, rows: Sequence[Row] | JoinedRows) -> None:
        """Show these rows; the cursor stays on the row of the same key, or near where it was."""
        few = isinstance(rows, tuple | list)
        if few and rows == self.rows:
            return
        here = self.row.key if self.row else None
        self.rows = tuple(rows) if few else cast("JoinedRows", rows)
        self._places = None
        self._first = next((number for number, row in enumerate(self.rows) if row.key is not None), 0)
        self._fit(Size(0, len(self.rows)))
        place = self.cursor if self.row is not None and self.row.key == here else self._place_of(here)
        self.cursor = min(self.cursor, max(0, len(self.rows) - 1)) if place is None else place
        self._settle(1)
        self.refresh()

    def _fit(self, size: Size) -> None:
        """Set the size of the scrollable content."""
        if self.GROWS:
            self.virtual_size = size
        else:
            self.set_reactive(RowList.virtual_size, size)  # without a new layout
            self._scroll(self._top)

    def change_row(self, row: Row) -> None:
        """Replace the row with the same key."""
        place = self._place_of(row.key)
        if place is not None and self.rows[place] != row:
            if isinstance(self.rows, tuple):
                self.rows = (*self.rows[:place], row, *self.rows[place + 1 :])
            else:
                self.rows = self.rows.with_row(place, row)
            self._refresh_row(place)

    def _place_of(self, key: Hashable) -> int | None:
        """The number of the row of that key."""
        if not isinstance(self.rows, tuple):
            return self.rows.place_of(key)
        if self._places is None:
            self._places = {row.key: number for number, row in enumerate(self.rows) if row.key is not None}
        return self._places.get(key)

    def row_of(self, key: Hashable) -> Row | None:
        """The row of that key."""
        place = self._place_of(key)
        return None if place is None else self.rows[place]

    @property
    def row(self) -> Row | None:
        """The row under the cursor."""
        return self.rows[self.cursor] if self.cursor < len(self.rows) else None

    def mark(self, key: Hashable) -> None:
        """Mark the row of the annotation at the article's cursor, and scroll it into view."""
        if key == self.marked:
            return
        for changed in (self.marked, key):
            place = self._place_of(changed)
            if place is not None:
                self._refresh_row(place)
        self.marked = key
        place = self._place_of(key)
        if place is not None and not self.has_focus and not self._in_sight(place):
            self._scroll(place - self.size.height // 2)  # the middle, so that the next few need no scrolling

    def move_lines(self, lines: int) -> None:
        """Move the cursor by that many rows, over rows that cannot be chosen."""
        self._go(self.cursor + lines, 1 if lines > 0 else -1)

    def move_pages(self, fraction: float) -> None:
        """Scroll by a share of the list's height, and move the cursor with it."""
        lines = round(max(1, self.size.height) * fraction) or (1 if fraction > 0 else -1)
        self._scroll(self._top + lines)
        self.move_lines(lines)

    def move_home(self) -> None:
        """To the first row."""
        self._go(0, 1)

    def move_end(self) -> None:
        """To the last row."""
        self._go(len(self.rows) - 1, -1)

    def go_to(self, key: Hashable) -> None:
        """Put the cursor on the row of that key, if there is one."""
        place = self._place_of(key)
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
        self._reveal(self.cursor)

    def _settle(self, direction: int) -> None:
        """Move the cursor off rows without a key, in `direction` or else back."""
        for step in (direction, -direction):
            place = self.cursor
            while 0 <= place < len(self.rows):
                if self.rows[place].key is not None:
                    self.cursor = place
                    return
                place += step

    @property
    def _top(self) -> int:
        return round(self.scroll_y)

    @property
    def _has_cursor(self) -> bool:
        """Whether the cursor is painted."""
        return self.has_focus or self.CURSOR_ALWAYS

    def _in_sight(self, place: int) -> bool:
        return self._top <= place < self._top + max(1, self.size.height)

    def _reveal(self, place: int) -> None:
        """Scroll a row into view with the lines that continue it; postponed until the height is known."""
        height = self.size.height
        if place <= self._first or not height:
            self._scroll(0)  # with the headings above the first row
        self._unrevealed = not height
        if not height or (place <= self._first and not self._has_cursor):
            return
        if place < self._top:
            self._scroll(place)
        last = place
        while last + 1 < len(self.rows) and self.rows[last + 1].key is None and not self.rows[last + 1].style:
            last += 1
        if last >= self._top + height:
            self._scroll(min(place, last - height + 1))

    def on_resize(self, event: events.Resize) -> None:
        if self._unrevealed and event.size.height:
            self._reveal(self.cursor)

    def _scroll(self, top: int) -> None:
        top = max(0, min(top, len(self.rows) - self.size.height))
        if top != self._top:
            self.scroll_target_y = self.scroll_y = top

    def _refresh_row(self, place: int) -> None:
        self.refresh(Region(0, place - self._top, self.size.width, 1))

    def on_focus(self) -> None:
        self._reveal(self.cursor)
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        place = event.y + self._top
        if place < len(self.rows) and self.rows[place].key is not None:
            self._go(place, 1)
            self.choose()

    def _on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self._scroll(self._top + _WHEEL_ROWS)

    def _on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self._scroll(self._top - _WHEEL_ROWS)

    # Painting

    def line_key(self, y: int) -> Hashable:
        place = y + self._top
        if place >= len(self.rows):
            return None
        row = self.rows[place]
        at = place == self.cursor and row.key is not None and self._has_cursor
        return (row, at, row.key is not None and row.key == self.marked, self._edge(y), self.has_focus)

    def paint_line(self, y: int, width: int) -> list[Segment]:
        key = self.line_key(y)
        if not isinstance(key, tuple):
            return [Segment(" " * (width - 1), self.style("")), Segment(self._edge(y), self.style("row--edge"))]
        row, at, marked, shown, _ = key
        edge = Segment(shown, self.style("row--edge"))
        if row.style == "rule":
            return [Segment("─" * width, self.style("row--edge"))]
        base = self.style(f"row--{row.style}" if row.style else "")
        base = self.style("row--marked", base) if marked else base
        base = self.style("row--cursor", base) if at else base
        return [Segment(" ", base), *self._words(row, base, max(0, width - 3)), Segment(" ", base), edge]

    def _words(self, row: Row, base: Style, width: int) -> list[Segment]:
        text, right = one_line(row.text), one_line(row.right)
        right = _cut(right, width - min(cell_len(text) + row.indent, width // 3) - 1)
        right_cells = cell_len(right)
        lead = " " * min(row.indent, width)
        room = max(0, width - len(lead) - (right_cells + 1 if right else 0))
        text = _cut(text, room)
        gap = width - len(lead) - cell_len(text) - right_cells
        words = [Segment(lead, base), *self._set_off(text, row, base), Segment(" " * gap, base)]
        return [*words, Segment(right, base if row.style in {"head", "group"} else self.style("row--right", base))]

    def _set_off(self, text: str, row: Row, base: Style) -> list[Segment]:
        parts = row.parts if row.strong is None else ((*row.strong, "strong"), *row.parts)
        segments, at = [], 0
        for start, end, name in parts:
            segments += [Segment(text[at:start], base), Segment(text[start:end], self.style(f"row--{name}", base))]
            at = end
        return [*segments, Segment(text[at:], base)]

    def _edge(self, y: int) -> str:
        """The character at the right edge: the scroll thumb, else `EDGE`."""
        height, count = self.size.height, len(self.rows)
        if count <= height or not height:
            return self.EDGE
        first = self._top * height // count
        return "┃" if first <= y <= first + height * height // count else self.EDGE


def _cut(text: str, room: int) -> str:
    """`text` in at most `room` cells."""
    if cell_len(text) <= room:
        return text
    return set_cell_size(text, room - 1) + "…" if room > 0 else ""
