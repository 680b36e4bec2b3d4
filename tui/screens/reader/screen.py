"""The reader's screen: combines the commands, handles keys and the messages of annotators and panels."""

from __future__ import annotations

from collections.abc import Sequence
from time import monotonic
from typing import TYPE_CHECKING, Any

from textual import events

from annotators.annotation import AnnotationSet, Layer
from annotators.article import Article, Source
from tui.annotating import Annotating, Annotator
from tui.screens.reader.comparing import Comparing
from tui.screens.reader.correcting import Correcting
from tui.screens.reader.desk import Desk
from tui.screens.reader.lighting import Lighting
from tui.screens.reader.moving import Moving
from tui.screens.reader.overseeing import Overseeing
from tui.screens.reader.prefixing import Prefixing
from tui.screens.reader.surveying import Surveying
from tui.screens.reader.writing import Changes

if TYPE_CHECKING:
    from tui.messages import AnnotatingEnded, AnnotationsFound
    from tui.widgets.panels.export import ExportPanel
    from tui.widgets.panels.kinds import KindsPanel

__all__ = ["ReaderScreen"]


class ReaderScreen(Prefixing, Moving, Lighting, Overseeing, Correcting, Surveying, Comparing, Desk):
    """The screen on which an article is read; it changes its state only on messages of annotators and widgets."""

    AUTO_FOCUS = ""  # keys go straight to the screen, past three message queues

    def __init__(self, articles: Sequence[Article], annotator: Annotator | None = None) -> None:
        super().__init__(articles)
        self.changes = Changes()
        self._annotator = annotator
        self._pressed_at = float("-inf")
        self._problem: tuple[Source, str] | None = None

    def on_mount(self) -> None:
        settings = self.reader.settings
        self.lit, self.clean, self.measure = settings.layers, settings.clean, settings.measure
        self.annotating = Annotating(self.post_message, self._annotator, settings.model, self._since_key)
        self.pane.can_focus = False
        self.pane.set_measure(self.measure)
        self.pane.show_layers(self.lit)
        self.pane.show_clean(False, self.reader.kinds.stripped)
        self.watch(self.pane, "scroll_y", self.show_place, init=False)
        self.watch_place()
        self.to_come = self.reader.opening.to_come if self.reader.opening is not None else 0
        self.show_article(0)
        if self.reader.compare and len(self.articles) > 1:
            self.compare_with(self.articles[1])

    def read(self, articles: Sequence[Article], place: tuple[int, int] | None = None, sought: str = "") -> None:
        """Show other articles. `place` is the position of the first in a longer list, and the length of that.

        `sought` is the library's search that found it; it is opened at the first match.
        """
        self.save_place()
        self.articles, self.to_come = list(articles), 0
        self.shelf_place, self.sought = place, sought
        if self.is_mounted:
            self.show_article(0)

    def show_article(self, number: int, at: int | None = None) -> None:
        """Show one of the open articles at an offset, else where it was left; annotations follow after the text."""
        self.number = number
        self.placed = at is not None
        self.share = 0.0
        self.all_read.clear()
        self.status.end_article()
        self.end_search()
        self.end_selection()
        self.close_panel("Card")
        self.close_panel("AboutPanel")
        self.close_panel("VoicesPanel")
        self.close_panel("ComparisonPanel")
        self.pane.show_article(self.article)
        self.pane.show_clean(self.clean)
        self.orphans = ()
        self.take_annotations(AnnotationSet())
        if at:
            self.pane.move_cursor(at)
        for notice in self.article.notices:
            self.say(notice)
        self.recall()

    def annotate(self) -> None:
        """Annotate the open article, beginning with the text on the screen."""
        self.annotating.begin(self.article, self.pane.top_offset)

    async def on_unmount(self) -> None:
        await self.annotating.close()

    def on_annotations_found(self, event: AnnotationsFound) -> None:
        if event.article is self.article:
            self.share = event.share
            self.take_annotations(event.annotations)
            self.look_again()
            self.refresh_card()
            self.refresh_voices()
            if self.sought and not self.pane.cursor and self.go_to_sought():
                self.sought = ""
                self.call_after_refresh(self.only_looked_up, self.article)
            if Layer.STRUCTURE in self.annotations.ready:
                self.shelve_soon()

    def _tell_problem(self, source: Source, problem: str) -> None:
        """Say why annotation failed, but not again for the same source and problem after an edit."""
        if self._problem != (source, problem):
            self._problem = source, problem
            self.say(problem, alert=True)

    def on_annotating_ended(self, event: AnnotatingEnded) -> None:
        if event.article is self.article:
            self.share, self.sought = 1.0, ""
            self.all_read.set()
            if Layer.ENTITIES not in self.annotations.ready:  # a ready layer needs no reason
                self.show_sidebar()
            self.show_place()
            if event.problem:
                self._tell_problem(event.article.source, event.problem)
                self.shelve()
            else:
                self.keep_found()

    # Keys.

    def _since_key(self) -> float:
        return monotonic() - self._pressed_at

    async def on_key(self, event: events.Key) -> None:
        """Handle the keys that no focused input takes."""
        self._pressed_at = monotonic()
        if self.passes_on(event):
            return
        if self.hints:
            await self.type_hint(event)
        elif not self.take_prefix(event):
            await self.take_key(event)

    # Messages of panels, handled by name, so that no panel is imported before it is opened.

    async def on_export_panel_asked(self, event: ExportPanel.Asked) -> None:
        await self.write_export(event.format, event.path, overwrite=event.overwrite)

    def on_kinds_panel_turned(self, event: KindsPanel.Turned) -> None:
        self.turn_kind(event.kind)

    async def answered(self, purpose: str, words: str) -> None:
        if purpose == "note":
            self.note_written(words)
        elif purpose == "speaker":
            self.speaker_named(words)
        elif purpose == "pipe":
            await self.pipe_into(words)

    async def picked(self, purpose: str, target: Any) -> None:
        if purpose == "correction":
            await self.choose_correction(target)
        elif purpose == "orphan":
            self.place_orphan(target)
        elif purpose == "heading":
            self.go_to_heading(target.annotations[0])
        elif purpose == "compare":
            self.compare_with(target)
