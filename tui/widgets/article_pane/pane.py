"""The widget that shows an article: finished lines from a lazy index of the one immutable text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.cache import LRUCache
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip
from textual.widget import Widget

from annotators.annotation import Annotation, AnnotationSet, Layer, Span
from annotators.article import Article
from annotators.cleaning import DEFAULT_STRIPPED, clean_segments
from tui.widgets.article_pane.cells import clusters
from tui.widgets.article_pane.column import DEFAULT_MEASURE, NO_COLUMN, column_for
from tui.widgets.article_pane.folds import NO_FOLDS, FoldMap
from tui.widgets.article_pane.layer_styles import BITS, COMPONENT_CLASSES, STYLE_CSS
from tui.widgets.article_pane.line_index import LineIndex
from tui.widgets.article_pane.line_painter import finish, paint_text, pointed_segments, written_end
from tui.widgets.article_pane.minimap import rows_touched, thumb_rows
from tui.widgets.article_pane.palette import Palette
from tui.widgets.article_pane.scene import Scene
from tui.widgets.article_pane.selection import cluster_end, moved
from tui.widgets.article_pane.span_runs import NO_RUNS, SpanRuns

__all__ = ["ArticlePane"]

_SLICE = 0.006
"""Seconds of background wrapping at a time: a third of a frame."""

_WHEEL_LINES = 3


class ArticlePane(ScrollView, can_focus=True, inherit_bindings=False):
    """An article with its layers. Positions are code points into `Article.text`.

    It paints whole lines itself, so borders and padding in CSS have no effect on it.
    """

    ALLOW_SELECT = True
    COMPONENT_CLASSES: ClassVar[set[str]] = set(COMPONENT_CLASSES)
    DEFAULT_CSS = (
        "ArticlePane { width: 1fr; height: 1fr; background: $surface; color: $foreground;"
        " overflow: hidden hidden; scrollbar-size: 0 0; border: none; padding: 0;\n" + STYLE_CSS + "}"
    )
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "activate", "Open", show=False)]

    @dataclass
    class CursorMoved(Message):
        """The place the reader is at, and the annotation there, changed."""

        offset: int
        annotation: Annotation | None

    @dataclass
    class Activated(Message):
        """Enter or a click on the text: on an annotation, or on none."""

        annotation: Annotation | None
        offset: int

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._article: Article | None = None
        self._text = ""
        self._scene = Scene()
        self._palette = Palette(self)
        self._strips: LRUCache[tuple[int, ...], Strip] = LRUCache(512)
        self._measure = DEFAULT_MEASURE
        self._column = NO_COLUMN
        self._index: LineIndex | None = None
        self._folds = NO_FOLDS
        self._clean = False
        self._stripped = DEFAULT_STRIPPED
        self._top = 0
        self._cursor = 0
        self._current: Annotation | None = None
        self._matches: Sequence[Span] = ()
        self._match: int | None = None
        self._anchor: int | None = None
        self._early: list[Callable[[], None]] = []
        self._wrapping = False
        self._block_starts: list[int] | None = None
        self._bar_key: object = None
        self._bar_rows: list[str] = []

    # What is shown

    def show_article(self, article: Article) -> None:
        """Shows the plain text of an article from its top; all that belonged to another one is gone."""
        lit, self._scene = self._scene.lit, Scene()
        self._scene.lit = lit
        self._article, self._text = article, article.text
        self._folds, self._clean = NO_FOLDS, False
        self._top = self._cursor = 0
        self._current = self._anchor = self._match = self._block_starts = None
        self._matches = ()
        self._early.clear()
        self._index = None
        self._lay_out()
        self._repaint()

    def show_annotations(self, annotations: AnnotationSet) -> None:
        """Lays new annotations over the text; the place and the cursor stay."""
        blocks = self._scene.annotations.blocks
        if not self._scene.set_annotations(annotations):
            return
        if self._clean and annotations.blocks is not blocks:
            self._refold()
        self._repaint()

    def show_layers(self, layers: frozenset[Layer]) -> None:
        """Lights these layers and no others."""
        if layers != self._scene.lit:
            self._scene.lit = layers
            self.refresh()

    def show_clean(self, clean: bool, stripped: frozenset[str] = DEFAULT_STRIPPED) -> None:
        """Folds the stripped lines away, or shows the raw article; the line at the top stays as far as it can."""
        if (clean, stripped) == (self._clean, self._stripped):
            return
        self._clean, self._stripped = clean, stripped
        self._scene.dims_boilerplate = clean
        self._refold()
        self._repaint()

    def show_matches(self, matches: Sequence[Span], current: int | None) -> None:
        """Lights the matches of a search, and one of them, by its position, more than the others."""
        if matches is not self._matches:
            self._matches = matches
            bit = BITS["match"]
            self._scene.matches = SpanRuns((start, end, bit) for start, end in matches if start < end)
            self._strips.clear()
        self._match = current
        self._update_overlay()

    def show_related(self, spans: Sequence[Span]) -> None:
        """Lights softly what belongs to the annotation at the cursor: speaker, cue, other mentions."""
        bit = BITS["related"]
        self._scene.related = SpanRuns((start, end, bit) for start, end in spans if start < end)
        self._repaint()

    def show_hints(self, hints: Mapping[str, int] | None) -> None:
        """Paints each hint's letters over the text at its offset; `None` takes them away."""
        self._scene.hints = {offset: letters for letters, offset in hints.items()} if hints else {}
        self.refresh()

    def set_measure(self, cells: int) -> None:
        """The width of the column of text; it is never wider than the pane allows."""
        if cells != self._measure:
            self._measure = max(1, cells)
            self._lay_out()
            self._repaint()

    # Where the reader is

    @property
    def cursor(self) -> int:
        """Where the reader is."""
        return self._cursor

    @property
    def current(self) -> Annotation | None:
        """The annotation the reader stepped to last, while it is on the screen."""
        return self._current

    @property
    def top_offset(self) -> int:
        """The first character on the screen."""
        return self._top

    @property
    def position(self) -> float:
        """How far the reader has come: 0 with the first line on the screen, 1 with the last."""
        bottom = self._bottom()
        if bottom >= len(self._text):
            return 1.0
        return self._top / max(1, len(self._text) - (bottom - self._top))

    def move_cursor(self, offset: int, *, annotation: Annotation | None = None) -> None:
        """Goes to a character and makes an annotation the current one; opens the fold it lies in."""
        if self._later(partial(self.move_cursor, offset, annotation=annotation)):
            self._cursor, self._current = offset, annotation
            return
        offset = max(0, min(offset, max(0, len(self._text) - 1)))
        if (fold := self._folds.closed_at(offset)) is not None:
            self._set_open(fold, True)
        self._bring_into_view(offset)
        self._place(offset, annotation, pointed=True)

    def move_lines(self, count: int) -> None:
        """Scrolls by lines; the cursor stays on the screen."""
        if self._anchor is not None:
            self.extend_selection("line", count)
        elif not self._later(partial(self.move_lines, count)):
            self._go(self._top_line() + count)

    def move_pages(self, fraction: float) -> None:
        """Scrolls by a share of the screen; a whole one keeps a line in common."""
        if not self._later(partial(self.move_pages, fraction)):
            height = self.size.height
            lines = max(1, int(height * abs(fraction)) - (1 if abs(fraction) >= 1 and height > 2 else 0))
            self.move_lines(lines if fraction > 0 else -lines)

    def move_home(self) -> None:
        """Goes to the first line."""
        if not self._later(self.move_home):
            self._go(0)
            self._place(0, None)

    def move_end(self) -> None:
        """Goes to the last line."""
        if not self._later(self.move_end):
            assert self._index is not None
            self._index.extend()
            self._go(len(self._index))
            self._place(self._index.starts[-1] if len(self._index) else 0, None)

    def move_paragraphs(self, count: int) -> None:
        """Goes to the start of a later or earlier block, past those that are folded away."""
        if self._later(partial(self.move_paragraphs, count)) or self._article is None:
            return
        if self._block_starts is None:
            self._block_starts = [block.start for block in self._article.blocks]
        starts, step = self._block_starts, 1 if count > 0 else -1
        at = bisect_right(starts, self._cursor) if step > 0 else bisect_left(starts, self._cursor) - 1
        target = None
        while 0 <= at < len(starts) and count:
            fold = self._folds.closed_at(starts[at])
            if fold is None:
                target, count = starts[at], count - step
            at += step
        if target is not None:
            self._bring_into_view(target)
            self._place(target, None, pointed=True)

    def next_annotation(self, direction: int) -> Annotation | None:
        """The annotation after (1) or before (-1) the cursor among the lit layers; `None` at the end."""
        order = self._scene.order(self._scene.lit)
        step = order.after if direction > 0 else order.before
        found = step(self._cursor, self._current, self._scene.lit)
        while found is not None and (fold := self._folds.closed_at(found.start)) is not None:
            edge = self._folds.ends[fold] if direction > 0 else self._folds.starts[fold]
            found = step(edge, None, self._scene.lit)
        return found

    def visible_annotations(self) -> list[Annotation]:
        """The annotations of the lit layers that start on the screen now."""
        order = self._scene.order(self._scene.lit)
        found = order.starting_in(self._top, self._bottom(), self._scene.lit)
        return [one for one in found if self._folds.closed_at(one.start) is None]

    def toggle_fold(self) -> bool:
        """Opens or closes the fold at the cursor, or else the nearest on the screen; whether there is one."""
        fold = self._folds.at(self._cursor)
        if fold is None:
            fold = self._folds.first_from(self._top)
            if fold >= len(self._folds) or self._folds.starts[fold] >= self._bottom():
                return False
        self._set_open(fold, not self._folds.is_open(fold))
        self._place(self._folds.starts[fold], None)
        return True

    # Selection

    def start_selection(self) -> None:
        """Begins a selection at the cursor; moving extends it."""
        self._anchor = self._cursor
        self._update_overlay()

    def extend_selection(self, unit: str, count: int) -> None:
        """Moves the free end of the selection by `character`, `word`, `line` or `paragraph`; begins one if need be."""
        if self._index is None:
            return
        if self._anchor is None:
            self._anchor = self._cursor
        if unit == "paragraph":
            self.move_paragraphs(count)
            return
        if unit == "line":
            line = self._index.line_of(self._cursor)
            column = self._cursor - self._index.starts[line] if len(self._index) else 0
            self._index.extend(line=max(0, line + count) + 1)
            target = max(0, min(line + count, len(self._index) - 1))
            start, end = self._index.span(target) if len(self._index) else (0, 0)
            offset = min(start + column, max(start, end - 1))
        else:
            offset = moved(self._text, self._cursor, unit, count)
        self._bring_into_view(offset)
        self._place(offset, None)

    def clear_selection(self) -> None:
        """Ends the selection."""
        self._anchor = None
        self._update_overlay()

    def selected_text(self) -> str:
        """What is selected, by keyboard or mouse: the article's own text, without what is folded away."""
        span = self._selected_span()
        return "" if span is None else self._unfolded_text(*span)

    # Inside

    def _later(self, action: Callable[[], None]) -> bool:
        if self._index is None:
            self._early.append(action)
            return True
        return False

    def _top_line(self) -> int:
        return round(self.scroll_y)

    def _bottom(self) -> int:
        """Where the last line on the screen ends."""
        index = self._index
        if index is None:
            return self._top
        last = self._top_line() + max(1, self.size.height) - 1
        index.extend(line=last)
        return index.span(min(last, len(index) - 1))[1] if len(index) else 0

    def _go(self, line: int) -> None:
        """Scrolls so that a line is at the top, as far as there is text, and keeps the cursor on the screen."""
        index = self._index
        assert index is not None
        height = max(1, self.size.height)
        line = max(0, line)
        index.extend(line=line + height)
        self._fit()
        line = min(line, max(0, len(index) - height)) if index.complete else line
        self.scroll_target_y = self.scroll_y = line

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Keeps the first character and the cursor in step with what scrolled the pane: key, wheel or drag."""
        super().watch_scroll_y(old_value, new_value)
        index = self._index
        if index is None:
            return
        line = round(new_value)
        index.extend(line=line)
        if line < len(index):
            self._top = index.starts[line]
        bottom = self._bottom()
        cursor = self._cursor
        if cursor < self._top:
            self._place(self._top, None)
        elif cursor >= bottom > self._top:
            last = index.starts[min(line + self.size.height, len(index)) - 1]
            self._place(last, None)

    def _bring_into_view(self, offset: int) -> None:
        assert self._index is not None
        line, top, height = self._index.line_of(offset), self._top_line(), max(1, self.size.height)
        if not top <= line < top + height:
            self._go(line - height // 3)

    def _place(self, offset: int, annotation: Annotation | None, *, pointed: bool = False) -> None:
        changed = (offset, annotation) != (self._cursor, self._current)
        self._cursor, self._current = offset, annotation
        self._scene.pointer = offset if pointed else None
        self._update_overlay()
        if changed:
            self.post_message(self.CursorMoved(offset, annotation))

    def _update_overlay(self) -> None:
        match = self._matches[self._match] if self._match is not None and self._match < len(self._matches) else None
        self._scene.set_overlay(self._current, match, self._selected_span())
        self.refresh()

    def _selected_span(self) -> tuple[int, int] | None:
        if self._anchor is not None:
            start, end = sorted((self._anchor, self._cursor))
            return start, cluster_end(self._text, end)
        selection = self.text_selection if self.is_attached else None
        span = selection.get_span(0) if selection is not None else None
        if span is None:
            return None
        start, end = span
        return (start, len(self._text) if end < 0 else min(end, len(self._text))) if start != end else None

    def _unfolded_text(self, start: int, end: int) -> str:
        pieces: list[str] = []
        while start < end:
            fold = self._folds.closed_at(start)
            if fold is not None:
                start = self._folds.ends[fold]
                continue
            following = self._folds.first_from(start)
            while following < len(self._folds) and self._folds.is_open(following):
                following += 1
            stop = min(end, self._folds.starts[following]) if following < len(self._folds) else end
            pieces.append(self._text[start:stop])
            start = stop
        return "".join(pieces)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """What the mouse selected; its offsets are characters of the article on one endless line."""
        start, end = selection.get_span(0) or (0, 0)
        return self._unfolded_text(start, len(self._text) if end < 0 else min(end, len(self._text))), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """Repaints what the mouse has selected."""
        self._update_overlay()

    def _refold(self) -> None:
        if self._clean and self._article is not None:
            segments = clean_segments(self._article, self._scene.annotations, self._stripped)
            self._folds = FoldMap(segments, self._folds.opened)
        else:
            self._folds = NO_FOLDS
        self._index = None
        self._lay_out()

    def _set_open(self, fold: int, is_open: bool) -> None:
        start = self._folds.starts[fold]
        opened = self._folds.opened | {start} if is_open else self._folds.opened - {start}
        self._folds = self._folds.with_opened(opened)
        if self._index is not None:
            self._index.refold(self._folds, start)
            self._strips.clear()
            self._go(self._top_line())
            self._wrap_on()
            self.refresh()

    # Layout and painting

    def on_resize(self) -> None:
        """Wraps the text for the new width; the character at the top stays there."""
        self._lay_out()
        self.refresh()

    def _lay_out(self) -> None:
        width = self.size.width
        if not width or self._article is None:
            return
        column = column_for(width, self._measure)
        index = self._index
        if index is None or column.text != self._column.text:
            index = self._index = LineIndex(self._text, column.text, self._folds)
        self._column = column
        self._strips.clear()
        line = index.line_of(self._top)
        index.extend(line=line + 2 * self.size.height)
        self._fit()
        if index.complete:
            line = min(line, max(0, len(index) - self.size.height))
        self.set_reactive(Widget.scroll_y, float(line))
        self.set_reactive(Widget.scroll_target_y, float(line))
        self._wrap_on()
        early, self._early = self._early, []
        for action in early:
            action()

    def _fit(self) -> None:
        assert self._index is not None
        self.set_reactive(Widget.virtual_size, Size(self._column.width, self._index.estimated_lines))

    def _wrap_on(self) -> None:
        if not self._wrapping and self._index is not None and not self._index.complete:
            self._wrapping = True
            self.set_timer(1 / 60, self._wrap_slice)

    def _wrap_slice(self) -> None:
        self._wrapping = False
        if self._index is not None:
            if not self.app.message_queue_size and not self.message_queue_size:
                self._index.extend(seconds=_SLICE)
            self._fit()
            self._wrap_on()

    def notify_style_update(self) -> None:
        """Forgets painted lines: the theme or the focus has changed."""
        super().notify_style_update()
        self._palette.clear()
        self._strips.clear()

    def _repaint(self) -> None:
        self._strips.clear()
        self._update_overlay()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Finished strips for the compositor, with no styles cache between."""
        if self._column.width != self.size.width:
            self._lay_out()
        bar = self._bar()
        width = self._column.width
        strips = [self._strip(y, bar) for y in crop.line_range]
        if crop.x or crop.right < width:
            return [strip.crop(crop.x, crop.right) for strip in strips]
        return strips

    def _bar(self) -> list[tuple[str, bool]]:
        height, size = self.size.height, len(self._text)
        thumb = thumb_rows(height, self._top, self._bottom(), size)
        return [(" ", row in thumb) for row in range(height)]

    def _strip(self, y: int, bar: list[tuple[str, bool]]) -> Strip:
        index, line = self._index, self._top_line() + y
        if index is not None and line >= len(index):
            index.extend(line=line)
        if index is None or line >= len(index):
            return self._finish_strip([], 0, *bar[y])
        start, end = index.span(line)
        if self._scene.is_passing(start, end):
            return self._paint(line, start, end, bar[y])
        glyph, thumb = bar[y]
        lit = sum(1 << position for position, layer in enumerate(Layer) if layer in self._scene.lit)
        key = (start, end, lit, ord(glyph), thumb)
        strip = self._strips.get(key)
        if strip is None:
            strip = self._strips[key] = self._paint(line, start, end, bar[y])
        return strip

    def _paint(self, line: int, start: int, end: int, bar: tuple[str, bool]) -> Strip:
        left, style = self._column.left, self._palette
        if (fold := self._fold_line(line)) is not None:
            summary = self._folds.summary(fold)
            text, cells = paint_text(summary, 0, len(summary), [(0, BITS["fold"])], style)
            kind = mark = ""
        else:
            last = written_end(self._text, start, end)
            marks, hints = self._scene.marks(start, last), self._scene.hints_in(start, end)
            text, cells = paint_text(self._text, start, last, marks, style, hints)
            kind, mark = self._scene.gutter(start, end)
        segments: list[Segment] = []
        if left >= 2:
            label = kind[: left - 2] if left > 2 else ""
            segments.append(Segment(f"{label:>{left - 2}}{mark or ' '} ", style(BITS["gutter"])))
        elif left:
            segments.append(Segment(" " * left, style(0)))
        return self._finish_strip(segments + text, left + cells, *bar)

    def _finish_strip(self, segments: list[Segment], cells: int, glyph: str, thumb: bool) -> Strip:
        column, style = self._column, self._palette
        strip = finish(segments, cells, max(0, column.width - column.bar), style(0))
        if not column.bar:
            return strip
        return Strip([*strip, Segment(glyph, style(BITS["thumb" if thumb else "bar"]))], column.width)

    def render_line(self, y: int) -> Strip:
        """The line for the mouse: each cell carries the offset of its character."""
        index, line = self._index, self._top_line() + y
        if index is None or line >= len(index):
            return Strip.blank(self.size.width, self._palette(0))
        start, end = index.span(line)
        last = written_end(self._text, start, end) if self._folds.closed_at(start) is None else start
        return Strip(pointed_segments(self._text, start, last, self._column.left, self._palette(0)))

    def action_activate(self) -> None:
        """Posts `Activated` for the current annotation, or the one at the cursor."""
        annotation = self._current or self._scene.order(self._scene.lit).at(self._cursor, self._scene.lit)
        self.post_message(self.Activated(annotation, self._cursor))

    def on_click(self, event: events.Click) -> None:
        """A click opens or closes the fold under it, goes along the bar, or goes to the character and its annotation."""
        if self._index is None or self._selected_span() is not None:
            return
        event.stop()
        if self._column.bar and event.x >= self._column.width - self._column.bar:
            self._go(self._index.line_of(event.y * len(self._text) // max(1, self.size.height)))
            return
        line = self._top_line() + event.y
        if line >= len(self._index):
            return
        if (fold := self._fold_line(line)) is not None:
            self._set_open(fold, not self._folds.is_open(fold))
            return
        offset = self._offset_at(event.x, line)
        annotation = self._scene.order(self._scene.lit).at(offset, self._scene.lit)
        self._place(offset, annotation, pointed=True)
        self.post_message(self.Activated(annotation, offset))

    def _on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self._wheel(_WHEEL_LINES)

    def _on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self._wheel(-_WHEEL_LINES)

    def _wheel(self, lines: int) -> None:
        if self._index is not None:
            self._go(self._top_line() + lines)

    def _fold_line(self, line: int) -> int | None:
        """The fold whose own line this is."""
        assert self._index is not None
        start, end = self._index.span(line)
        fold = self._folds.at(start)
        if fold is None or self._folds.starts[fold] != start or (self._folds.is_open(fold) and start != end):
            return None
        return fold

    def _offset_at(self, column: int, line: int) -> int:
        assert self._index is not None
        start, end = self._index.span(line)
        last = written_end(self._text, start, end)
        edge = self._column.left
        for cluster in clusters(self._text, start, last):
            edge += cluster.cells
            if column < edge:
                return cluster.start
        return max(start, last - 1)
