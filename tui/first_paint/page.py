"""The lines of the first screen, cell for cell as the reader will paint them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from tui.commands import LIBRARY_ONLY, first_key
from tui.first_paint.room import NARROW_SIDEBAR, WIDE_SIDEBAR, sidebar_is_narrow, sidebar_unasked
from tui.reading_time import share_of
from tui.settings.keymap import KeymapError, resolve_keys
from tui.widgets.article_pane.column import column_for
from tui.widgets.article_pane.layer_styles import BITS, link_runs
from tui.widgets.article_pane.line_index import LineIndex
from tui.widgets.article_pane.line_painter import Sights, paint_lines
from tui.widgets.article_pane.minimap import GLYPHS, Minimap, thumb_rows
from tui.widgets.edges.edge_lines import heading, hint_pieces, place_piece, resumed
from tui.widgets.edges.pieces import Piece, beside_notice, fitted

if TYPE_CHECKING:
    from tui.first_paint.glancing import Glance
    from tui.opening import Opened
    from tui.settings.config import Settings
    from tui.widgets.article_pane.scene import Scene
    from tui.widgets.article_pane.span_runs import SpanRuns

__all__ = ["Look", "first_page"]

Look = tuple[str, str, str | int]
"""A piece of text, the part of the screen that it is in, and the name or mask of its style."""

_EDGE: Final = "│"


class _NothingKnown:
    """What is shown on an article that has no annotations yet: its links."""

    def __init__(self, links: SpanRuns) -> None:
        self._links = links

    def marks(self, start: int, end: int) -> list[tuple[int, int]]:
        marks: list[tuple[int, int]] = []
        self._links.mark(start, end, marks)
        return marks

    def named(self, start: int, end: int) -> bool:
        return False

    def gutter(self, start: int, end: int, styles: int) -> tuple[str, str]:
        return "", ""

    def fold_mark(self, start: int, end: int) -> str:
        return ""

    def hints_in(self, start: int, end: int) -> Mapping[int, str]:
        return {}


def first_page(
    opened: Opened, settings: Settings, seen: Glance | None, columns: int, rows: int, *, among: int = 1
) -> Iterator[list[Look]]:
    """The lines of the screen from the top, each as wide as the screen. `seen` is what the library knows of it."""
    side = 0
    if settings.sidebar and sidebar_unasked(columns):
        side = NARROW_SIDEBAR if sidebar_is_narrow(columns) else WIDE_SIDEBAR
    text = _Text(opened, settings, seen, columns - side, rows - 2)
    title = opened.title if seen is None else seen.title(opened)
    lit, clean = settings.layers, settings.clean
    characters = len(opened.text) if seen is None else seen.characters(opened)
    sorting = seen is None or not seen.is_sorted
    first = heading(title, lit, clean=clean, sorting=sorting, characters=characters, columns=columns, among=among)
    yield _edge_line("title", *first, columns)
    beside: list[Look] = [(" " * (side - 1), "sidebar", ""), (_EDGE, "sidebar", "row--edge")] if side else []
    for line in text.lines():
        yield beside + line
    keys = _keys(settings)
    said = resumed(text.resumed_at, first_key(keys, "home"))
    place = place_piece(seen.counted(settings) if seen is not None else "", f"{text.share_before:.0%}")
    if said:
        yield _edge_line("status", *beside_notice((Piece(f" {said} "),), (place,), columns), columns)
    else:
        yield _edge_line("status", hint_pieces(keys), (place,), columns)


def _keys(settings: Settings) -> Mapping[str, tuple[str, ...]]:
    try:
        keys = resolve_keys(settings.keys)
    except KeymapError:  # the reader will report it
        keys = resolve_keys({})
    return {name: bound for name, bound in keys.items() if name not in LIBRARY_ONLY}


def _edge_line(part: str, left: Iterable[Piece], right: Iterable[Piece], width: int) -> list[Look]:
    shown, between, at_right = fitted(tuple(left), tuple(right), width)
    pieces = [*shown, Piece(" " * between), *at_right]
    return [(piece.text, part, piece.style) for piece in pieces]


class _Text:
    """The article's lines on the first screen."""

    def __init__(self, opened: Opened, settings: Settings, seen: Glance | None, width: int, rows: int) -> None:
        self._size = len(opened.text)
        self._rows = rows
        self._column = column_for(width, settings.measure)
        self._scene: Scene | None = seen.scene(settings, opened) if seen is not None else None
        self._links = opened.links
        place = seen.position if seen is not None else 0
        if seen is not None and settings.clean:
            folds = seen.folds(opened)
            if place and folds.closed_at(place) is not None:  # the reader will open the fold around the place
                folds = folds.with_opened(frozenset({folds.starts[folds.at(place) or 0]}))
            self._index = LineIndex(opened.text, self._column.text, folds)
        else:
            self._index = LineIndex(opened.text, self._column.text)
        self.resumed_at = share_of(place, self._size)
        self._top = self._line_at_top(place)
        self._index.extend(line=self._top + rows)
        self._bounds = self._start_and_end()

    @property
    def share_before(self) -> float:
        """The share of the article before the place, as the reader will show it."""
        if self.resumed_at:
            return self.resumed_at
        return 1.0 if self._bounds[1] >= self._size else 0.0

    def _line_at_top(self, place: int) -> int:
        """The line at the top: the first one if that shows the place, else the one a third of a screen before it."""
        index, rows = self._index, self._rows
        line = index.line_of(place) if place else 0
        if line < rows:
            return 0
        top = line - rows // 3
        index.extend(line=top + rows)
        return max(0, min(top, len(index) - rows)) if index.complete else top

    def _start_and_end(self) -> tuple[int, int]:
        index = self._index
        if not len(index):
            return 0, 0
        return index.starts[self._top], index.span(min(self._top + self._rows, len(index)) - 1)[1]

    def lines(self) -> Iterator[list[Look]]:
        """The lines, each as wide as the pane."""
        column, index = self._column, self._index
        sights: Sights = self._scene or _NothingKnown(link_runs(self._links))
        width = column.width - column.bar
        last = min(self._top + self._rows, len(index))
        painted = iter(paint_lines(index, self._top, last, column, sights) if self._top < last else ())
        for bar in self._bar():
            written, cells = next(painted, ([], 0))
            if cells > width:  # a character wider than the pane, which the reader cuts
                written, cells = [], 0
            looks: list[Look] = [(shown, "pane", mask) for shown, mask in written]
            looks.append((" " * (width - cells), "pane", 0))
            if column.bar:
                looks.append((GLYPHS[bar >> 1], "pane", BITS["thumb" if bar & 1 else "bar"]))
            yield looks

    def _bar(self) -> Sequence[int]:
        rows, (top, bottom) = self._rows, self._bounds
        if self._scene is not None:
            return Minimap().cells(rows, self._size, self._scene, top, bottom)
        thumb = thumb_rows(rows, top, bottom, self._size)
        return [int(row in thumb) for row in range(rows)]
