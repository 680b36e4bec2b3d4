"""The article widget: an article with its layers, a cursor, a selection and folds."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Mapping, Sequence
from functools import partial
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Offset
from textual.message import Message
from textual.selection import Selection

from annotators.annotation import Annotation, AnnotationSet, Layer, Span
from annotators.article import Article
from annotators.cleaning import DEFAULT_STRIPPED, Segment, clean_segments
from annotators.rows import column
from tui.reading_time import share_of
from tui.widgets.article_pane.annotation_order import successor
from tui.widgets.article_pane.folds import NO_FOLDS, FoldMap
from tui.widgets.article_pane.layer_styles import BITS, HINTS_APART
from tui.widgets.article_pane.scene import Scene
from tui.widgets.article_pane.selection import cluster_end, moved, offset_in_line, word_at
from tui.widgets.article_pane.span_runs import SpanRuns
from tui.widgets.article_pane.view import ArticleView

__all__ = ["ArticlePane"]


class ArticlePane(ArticleView, can_focus=True, inherit_bindings=False):
    """An article with its layers. Positions are code points into `Article.text`.

    The widget paints whole lines itself, so borders and padding in CSS have no effect. Screens and containers around it
    should set `BLANK`; else Textual paints each of them below it in every frame, at half the cost of the frame.
    """

    ALLOW_SELECT = True

    DEFAULT_CSS = """
    ArticlePane { width: 1fr; height: 1fr; background: $surface; color: $foreground; overflow: hidden hidden; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "activate", "Open", show=False)]

    class CursorMoved(Message):
        """The cursor, or the annotation at it, has changed; scrolling is reported by `scroll_y` instead."""

        def __init__(self, offset: int, annotation: Annotation | None) -> None:
            super().__init__()
            self.offset = offset
            self.annotation = annotation

        def can_replace(self, message: Message) -> bool:
            """Only the last of several matters."""
            return isinstance(message, ArticlePane.CursorMoved)

    class Activated(Message):
        """Enter was pressed or the text clicked; `annotation` is what is there, if anything."""

        def __init__(self, annotation: Annotation | None, offset: int) -> None:
            super().__init__()
            self.annotation = annotation
            self.offset = offset

    def __init__(self, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id, classes=classes)
        self._article: Article | None = None
        self._block_starts = array("I")
        self._clean = False
        self._stripped = DEFAULT_STRIPPED
        self._clean_folds: FoldMap | None = None
        self._cursor = 0
        self._current: Annotation | None = None
        self._matches: Sequence[Span] = ()
        self._match: int | None = None
        self._anchor: int | None = None

    # What is shown

    def show_article(self, article: Article) -> None:
        """Shows the plain text of an article from its top, and drops all state of the one before."""
        lit, self._scene = self._scene.lit, Scene()
        self._scene.lit = lit
        self._scene.set_links(article.links)
        self._article = article
        self._block_starts = array("I", column(article.blocks, "start"))
        self._clean = False
        self._clean_folds = None
        self._cursor = 0
        self._current = self._anchor = self._match = None
        self._matches = ()
        self._set_text(article.text)
        self._repaint()

    def show_annotations(self, annotations: AnnotationSet) -> None:
        """Replaces the annotations; the place stays, and so does the current annotation if it is still there."""
        blocks = self._scene.annotations.blocks
        if self._scene.set_annotations(annotations):
            if self._current is not None:
                self._current = successor(self._current, annotations)
                self._update_overlay()
            if annotations.blocks is not blocks:
                self._clean_folds = None
                if self._clean:
                    self._refold()
            self._repaint()
            self._wrap_on()

    def show_layers(self, layers: frozenset[Layer]) -> None:
        """Shows these layers and no others."""
        if layers != self._scene.lit:
            self._scene.lit = layers
            self._touch()

    def show_clean(self, clean: bool, stripped: frozenset[str] | None = None) -> None:
        """Folds the stripped lines away, or shows the raw article; the line at the top stays if possible.

        `stripped` are the kinds that are folded from now on; `None` leaves them as they are.
        """
        stripped = self._stripped if stripped is None else stripped
        if (clean, stripped) != (self._clean, self._stripped):
            if self._clean:
                self._clean_folds = self._folds
            if stripped != self._stripped:
                self._clean_folds = None
            self._clean, self._stripped = clean, stripped
            self._scene.dims_boilerplate = clean
            self._refold()
            self._repaint()

    def show_matches(self, matches: Sequence[Span], current: int | None) -> None:
        """Highlights the matches of a search, and more strongly the one at position `current`."""
        if matches is not self._matches:
            self._matches = matches
            self._scene.matches = _runs(matches, BITS["match"])
            self._artist.forget()
        self._match = current
        self._update_overlay()

    def show_related(self, spans: Sequence[Span]) -> None:
        """Highlights what is related to the annotation at the cursor: speaker, cue, other mentions."""
        if spans or len(self._scene.related):
            self._scene.related = _runs(spans, BITS["related"])
            self._repaint()

    def show_hints(self, hints: Mapping[str, int] | None) -> None:
        """Shows the letters of each hint at its offset, side by side where several share one; `None` hides them."""
        shown: dict[int, str] = {}
        for letters, offset in (hints or {}).items():
            shown[offset] = f"{shown[offset]}{HINTS_APART}{letters}" if offset in shown else letters
        self._scene.hints = shown
        self._touch()

    # Cursor

    @property
    def cursor(self) -> int:
        """The offset of the cursor in code points."""
        return self._cursor

    @property
    def share_before(self) -> float:
        """The share of the article before the cursor; 1 if its end is in sight and the cursor was not placed there."""
        if self._scene.pointer is None and self.position >= 1.0:
            return 1.0
        return share_of(self._cursor, len(self._text))

    @property
    def current(self) -> Annotation | None:
        """The annotation that the cursor was moved to, while it is there."""
        return self._current

    def move_cursor(self, offset: int, *, annotation: Annotation | None = None) -> None:
        """Moves the cursor to a character and makes `annotation` the current one; opens a fold around it."""
        offset = max(0, min(offset, len(self._text) - 1))
        self._place(offset, annotation, pointed=True)
        if self._when_laid_out(partial(self.move_cursor, offset, annotation=annotation)):
            if (fold := self._folds.closed_at(offset)) is not None:
                self._set_open(fold, True)
            self._bring_into_view(offset)

    def move_lines(self, count: int) -> None:
        """Scrolls by lines; the cursor stays on the screen. A selection is extended instead."""
        if self._when_laid_out(partial(self.move_lines, count)):
            if self._anchor is not None:
                self.extend_selection("line", count)
            else:
                self._scroll_to_line(self._top_line + count)

    def move_pages(self, fraction: float) -> None:
        """Scrolls by a share of the screen; a whole one keeps a line in common."""
        if self._when_laid_out(partial(self.move_pages, fraction)):
            in_common = 1 if abs(fraction) >= 1 and self._rows > 2 else 0
            lines = max(1, int(self._rows * abs(fraction)) - in_common)
            self.move_lines(lines if fraction > 0 else -lines)

    def move_home(self) -> None:
        """Goes to the first line."""
        if self._when_laid_out(self.move_home):
            self._scroll_to_line(0)
            self._place(0, None)

    def move_end(self) -> None:
        """Goes to the last line. A selection is extended over all of it."""
        if self._when_laid_out(self.move_end) and (index := self._index) is not None:
            index.extend()
            self._scroll_to_line(len(index))
            line, last = index.starts[-1] if len(index) else 0, len(self._text.rstrip()) - 1
            self._place(last if self._anchor is not None and last > line and not self.hides(last) else line, None)

    def move_paragraphs(self, count: int) -> None:
        """Goes to the start of a later or earlier block, past those that are folded away."""
        if not self._when_laid_out(partial(self.move_paragraphs, count)):
            return
        starts, step = self._block_starts, 1 if count > 0 else -1
        at = bisect_right(starts, self._cursor) if step > 0 else bisect_left(starts, self._cursor) - 1
        target = None
        while 0 <= at < len(starts) and count:
            if self._folds.closed_at(starts[at]) is None:
                target, count = starts[at], count - step
            at += step
        if target is not None:
            self._bring_into_view(target)
            self._place(target, None, pointed=True)

    def next_annotation(self, direction: int) -> Annotation | None:
        """The annotation after (1) or before (-1) the cursor among the lit layers; `None` at the end.

        What is folded away is passed over.
        """
        lit = self._scene.lit
        order = self._scene.order(lit)
        step = order.after if direction > 0 else order.before
        found = step(self._cursor, self._current, lit)
        while found is not None and (fold := self._folds.closed_at(found.start)) is not None:
            found = step(self._folds.ends[fold] if direction > 0 else self._folds.starts[fold], None, lit)
        return found

    @property
    def to_come_here(self) -> int:
        """The number of annotations of visible layers that start with the current one and come after it."""
        current, lit = self._current, self._scene.lit
        if current is None or current.start != self._cursor:
            return 0
        here = self._scene.order(lit).starting_in(current.start, current.start + 1, lit)
        return len(here) - 1 - here.index(current) if current in here else 0

    def visible_annotations(self) -> list[Annotation]:
        """The annotations of visible layers that start on the screen."""
        lit = self._scene.lit
        found = self._scene.order(lit).starting_in(self.top_offset, self.bottom_offset, lit)
        return [one for one in found if self._folds.closed_at(one.start) is None]

    def toggle_fold(self) -> bool:
        """Opens or closes the fold at the cursor, else the first on the screen; returns whether there is one."""
        fold = self._folds.at(self._cursor)
        if fold is None:
            fold = self._folds.first_from(self.top_offset)
            if fold >= len(self._folds) or self._folds.starts[fold] >= self.bottom_offset:
                return False
        self._set_open(fold, not self._folds.is_open(fold))
        self._bring_into_view(self._folds.starts[fold])
        self._place(self._folds.starts[fold], None, pointed=True)
        return True

    # Selection

    @property
    def selecting(self) -> bool:
        """Whether moving extends a selection."""
        return self._anchor is not None

    def start_selection(self) -> None:
        """Begins a selection at the cursor; moving extends it."""
        self._anchor = self._cursor
        self._update_overlay()

    def extend_selection(self, unit: str, count: int) -> None:
        """Moves the free end of the selection by `character`, `word`, `line` or `paragraph`; begins one if need be."""
        index = self._index
        if index is None or not len(index):
            return
        if self._anchor is None:
            self._anchor = self._cursor
        if unit == "paragraph":
            self.move_paragraphs(count)
            return
        if unit == "line":
            line = index.line_of(self._cursor)
            column = self._cursor - index.starts[line]
            index.extend(line=max(0, line + count) + 1)
            start, end = index.span(max(0, min(line + count, len(index) - 1)))
            offset = min(start + column, max(start, end - 1))
        else:
            offset = moved(self._text, self._cursor, unit, count)
        self._bring_into_view(offset)
        self._place(offset, None)

    def clear_selection(self) -> None:
        """Ends the selection."""
        self._anchor = None
        self._update_overlay()

    def selected_span(self) -> Span | None:
        """What is selected, by keyboard or mouse, in code points."""
        if self._anchor is not None:
            start, end = sorted((self._anchor, self._cursor))
            return Span(start, cluster_end(self._text, end))
        selection = self.text_selection if self.is_attached else None
        return None if selection is None else self._mouse_span(selection)

    def selected_spans(self) -> list[Span]:
        """What is selected and not folded away."""
        span = self.selected_span()
        return [] if span is None else [Span(*piece) for piece in self._folds.seen(*span)]

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """What the mouse has selected, as Textual asks for it."""
        span = self._mouse_span(selection)
        return None if span is None else (self._folds.unfolded(self._text, *span), "\n")

    def selection_updated(self, selection: Selection | None) -> None:
        """Repaints what the mouse has selected."""
        self._update_overlay()

    def _mouse_span(self, selection: Selection) -> Span | None:
        # Offsets from `render_line` are characters of the article, on one endless line 0.
        start, end = selection.get_span(0) or (0, 0)
        end = len(self._text) if end < 0 else min(end, len(self._text))
        return Span(start, end) if start < end else None

    # Keeping cursor, overlay and scrolling consistent

    def _place(self, offset: int, annotation: Annotation | None, *, pointed: bool = False) -> None:
        changed = (offset, annotation) != (self._cursor, self._current)
        self._take_place(offset, annotation, pointed=pointed)
        if changed:  # straight to the screen, as bubbling costs a hop for each container between
            (self.screen if self.is_attached else self).post_message(self.CursorMoved(offset, annotation))

    def _take_place(self, offset: int, annotation: Annotation | None, *, pointed: bool = False) -> None:
        self._cursor, self._current = offset, annotation
        self._scene.pointer = offset if pointed else None
        self._update_overlay()

    def _update_overlay(self) -> None:
        match = self._matches[self._match] if self._match is not None and self._match < len(self._matches) else None
        self._scene.set_overlay(self._current, match, self.selected_span())
        self._touch()

    def _scrolled(self) -> None:
        # A selection ends at the cursor, wherever the screen is scrolled to.
        if self._anchor is None and (offset := self._way_into_sight()) is not None:
            self._take_place(offset, None)

    def _way_into_sight(self) -> int | None:
        """The offset to which the cursor has to move to be in sight; `None` if it is."""
        index, cursor = self._index, self._cursor
        if index is None:
            return None
        if cursor < self.top_offset:
            return self.top_offset
        if not cursor >= self.bottom_offset > 0:
            return None
        last = min(self._top_line + self._rows, len(index)) - 1
        if index.starts[last] == self.bottom_offset and last > self._top_line:
            last -= 1  # the line of an open fold has no character of its own
        return index.starts[last]

    def _laid_out(self) -> None:
        """The cursor stays at its character; where fewer fit on the screen, the view follows it, as little as it can.

        What was scrolled to is not forgotten by this, so that the screen is as before when the old size comes back.
        """
        if (index := self._index) is None or self._way_into_sight() is None:
            return
        line = index.line_of(self._cursor)
        self._put_at_top(index, line if line < self._top_line else line - self._rows + 1)

    def hides(self, offset: int) -> bool:
        """Whether a character is inside a closed fold."""
        return self._folds.closed_at(offset) is not None

    def strips(self, annotations: AnnotationSet, kinds: Collection[str]) -> tuple[Segment, ...] | None:
        """The segments of the clean view without these kinds; `None` if they have not been computed."""
        folds = self._clean_folds
        same = self._scene.annotations.blocks is annotations.blocks and self._stripped == kinds
        return folds.segments if folds is not None and same else None

    @property
    def stripped(self) -> tuple[Segment, ...]:
        """The segments that the view folds away, including open folds; none in the raw view."""
        return self._folds.segments

    def _refold(self) -> None:
        if not self._clean or self._article is None:
            self._set_folds(NO_FOLDS)
            return
        if self._clean_folds is None:
            segments = clean_segments(self._article, self._scene.annotations, self._stripped)
            self._clean_folds = FoldMap(segments, self._folds.opened)
        self._set_folds(self._clean_folds)

    # Keys and mouse of its own

    def action_activate(self) -> None:
        """Posts `Activated` for the current annotation, or the one at the cursor."""
        annotation = self._current or self._scene.order(self._scene.lit).at(self._cursor, self._scene.lit)
        self.post_message(self.Activated(annotation, self._cursor))

    def on_click(self, event: events.Click) -> None:
        """Opens or closes the fold that is clicked, or moves the cursor to the character and its annotation."""
        event.prevent_default()  # Textual's own double click would select the whole article
        index, column = self._index, self._artist.column
        if index is None or self.text_selection is not None:
            return
        self._anchor = None
        line = self._top_line + event.y
        if self.on_bar(event.x):  # handled when the button was pressed
            return
        if line < len(index) and (fold := index.fold_on(line)) is not None:
            self._set_open(fold, not self._folds.is_open(fold))
        elif line < len(index):
            offset = offset_in_line(self._text, *index.span(line), event.x - column.left)
            if event.chain > 1:
                self._select(self._word_or_block(offset, event.chain))
                return
            annotation = self._scene.order(self._scene.lit).at(offset, self._scene.lit)
            self._place(offset, annotation, pointed=True)
            self.post_message(self.Activated(annotation, offset))

    def _word_or_block(self, offset: int, clicks: int) -> Span:
        if clicks > 2 and (block := bisect_right(self._block_starts, offset) - 1) >= 0 and self._article is not None:
            found = self._article.blocks[block]
            return Span(found.start, found.end)
        return word_at(self._text, offset)

    def _select(self, span: Span) -> None:
        self.screen.selections = {self: Selection(Offset(span.start, 0), Offset(span.end, 0))}


def _runs(spans: Sequence[Span], bit: int) -> SpanRuns:
    return SpanRuns((start, end, bit) for start, end in spans if start < end)
