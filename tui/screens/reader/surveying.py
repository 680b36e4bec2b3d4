"""Overviews of the article: who said what, and its headings."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from textual import work

from annotators.annotation import Annotation, AnnotationSet, Layer, Statement
from annotators.article import Article
from tui.screens.reader.jumping import Jumping

if TYPE_CHECKING:
    from tui.widgets.panels.voices import VoicesPanel
    from tui.widgets.sidebar import Sidebar

__all__ = ["Surveying"]


class Surveying(Jumping):
    """Commands that open overviews; their modules are imported when one is first opened."""

    _counting_voices = False
    _counted: Sequence[Statement] | None = None

    async def action_voices(self) -> None:
        from tui.widgets.panels.voices import VoicesPanel

        if self.shown("VoicesPanel"):
            self.close_panel("VoicesPanel")
            return
        if not self.annotations.statements:
            ready = Layer.QUOTES in self.annotations.ready
            self.say("nobody says anything in this article" if ready else "quotes are still being looked for")
            return
        panel = await self.part(VoicesPanel, None, self.keys)
        panel.display = True
        self.set_focus(None)
        panel.show(self.article, self.annotations, self.annotation_here(), finding=self.share < 1)

    # Shares in the sidebar.

    def on_sidebar_used(self, event: Sidebar.Used) -> None:
        """Compute shares of voice when the sidebar is first used, as importing their module would delay the start."""
        event.stop()
        self._counting_voices = True
        self._count_voices()

    def show_sidebar(self) -> None:
        super().show_sidebar()
        self._count_voices()

    def _count_voices(self) -> None:
        if self._counting_voices and self.sidebar.display and self.annotations.statements is not self._counted:
            self._counted = self.annotations.statements
            self._show_shares(self.article, self.annotations)

    @work(group="voices", exclusive=True, description="shares")  # else Textual writes the article down to describe it
    async def _show_shares(self, article: Article, annotations: AnnotationSet) -> None:
        shares = await asyncio.to_thread(_shares, article, annotations)
        if annotations.statements is self._counted:
            self.sidebar.show_shares(shares)

    def action_regroup(self) -> None:
        if not self.sidebar.display:
            self.sidebar_wanted, self.zen = True, False
            self.make_room()
        self.say(f"sidebar: {self.sidebar.regroup()}")
        self.sidebar.follow(self.pane.current)

    # The panel.

    def refresh_voices(self) -> None:
        """Fill the open panel again with the present annotations."""
        panel = cast("VoicesPanel | None", self.shown("VoicesPanel"))
        if panel is not None:
            panel.show(self.article, self.annotations, finding=self.share < 1)

    def on_voices_panel_place_chosen(self, event: VoicesPanel.PlaceChosen) -> None:
        event.stop()
        self.close_panel("VoicesPanel")
        self.go_to(event.said)

    async def action_outline(self) -> None:
        from tui.widgets.lists.outline_rows import heading_before, outline_rows

        rows = outline_rows(self.article, self.annotations)
        if not rows:
            ready = Layer.STRUCTURE in self.annotations.ready
            self.say("this article has no headings" if ready else "headings are still being looked for")
            return
        picker = await self.picker()
        picker.display = True
        picker.open("heading", "headings", rows, at=heading_before(rows, self.pane.cursor))

    def go_to_heading(self, heading: Annotation) -> None:
        """Put the cursor on a heading."""
        self.pane.move_cursor(heading.start)


def _shares(article: Article, annotations: AnnotationSet) -> dict[str, float]:
    """Each speaker's share of voice by the id of every statement."""
    from annotators.quotes.share_of_voice import share_of_voice

    voices = share_of_voice(article.text, annotations)
    return {name: voice.share for voice in voices for name in voice.statements}
