"""Comparison with another article: choosing it, annotating it, comparing, and going over to it."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, cast

from textual import work

from annotators.annotation import AnnotationSet, Layer, Span
from annotators.article import Article
from tui.screens.reader.jumping import Jumping
from tui.titles import title_of

if TYPE_CHECKING:
    from tui.library import Entry
    from tui.remembering import Recollection, Shelves
    from tui.widgets.lists import Row
    from tui.widgets.panels.comparison import ComparisonPanel
    from tui.widgets.panels.comparison_rows import Compared, Ends, Side

__all__ = ["Comparing"]

_ROOMY: Final = 80
"""Columns of the screen from which on the list of articles to compare with shows their sites."""

_OFFERED: Final = 500
"""Articles of the library that are offered, the last opened first."""


class Comparing(Jumping):
    """Annotates and compares in a worker, so that keys are not held up."""

    compared: Compared | None = None
    _chosen: Ends | None = None
    """The pair of places that was chosen last, since a place may belong to several."""
    _making: object = None
    """Identifies the comparison that is being made, as another one may be asked for meanwhile."""

    if TYPE_CHECKING:  # other parts of the screen know how

        def save_place(self) -> None: ...
        def show_article(self, number: int, at: int | None = None) -> None: ...

    async def action_compare(self) -> None:
        """Show the comparison there is, or the list of articles to compare with."""
        if self.shown("ComparisonPanel"):
            self.close_panel("ComparisonPanel")
        elif self.compared is not None and self.compared.side_of(self.article):
            await self.show_comparison()
            return
        await self._offer()

    async def _offer(self) -> None:
        rows = await self._others()
        if not rows:
            self.say("there is no other article to compare with: open two, or one that stands in the library")
            return
        picker = await self.picker()
        picker.display = True
        picker.open("compare", "compare with", rows)

    async def _others(self) -> list[Row]:
        """Rows for the other open articles, then for those of the library."""
        from tui.widgets.lists import Row

        rows: dict[str, Row] = {}
        titles = await asyncio.to_thread(_titles, [one for one in self.articles if one is not self.article])
        for one, title in titles:
            rows[one.fingerprint] = Row(title, "open", key=one.fingerprint, target=one)
        if self.reader.memory is not None:

            def listed(shelves: Shelves) -> list[Entry]:
                return shelves.library.entries("", _OFFERED)

            for entry in await asyncio.wrap_future(self.reader.memory.ask(listed)) or ():
                told = (entry.site, entry.day)[self.app.size.width < _ROOMY :]
                about = " · ".join(part for part in told if part)
                rows.setdefault(entry.fingerprint, Row(entry.title, about, key=entry.fingerprint, target=entry))
        rows.pop(self.article.fingerprint, None)
        return list(rows.values())

    @work(group="compare", exclusive=True, description="compare")  # else Textual writes the article down to describe it
    async def compare_with(self, other: Article | Entry) -> None:
        """Annotate another article, and compare as soon as both are done; the status line shows the progress."""
        mine = self._making = object()
        self._tell("opens it")
        self.say(f"the other article is read and compared; {self.key_of('back')} stops that")
        try:
            made = await self._compare_with(other)
        finally:
            if self._making is mine:
                self._making = None
                self._tell("")
        if made:
            await self._comparison_is_made()

    def stop_comparing(self) -> bool:
        """Stop making a comparison; returns whether one was being made."""
        if self._making is None:
            return False
        self.workers.cancel_group(self, "compare")
        self.say(f"not compared: {self.key_of('compare')} compares again")
        return True

    def _tell(self, how_far: str) -> None:
        self.comparing = f"compare: {how_far}" if how_far else ""
        self.show_place()

    async def _compare_with(self, other: Article | Entry) -> bool:
        """Make the comparison; returns whether it succeeded, else the reader has been told why not."""
        from annotators.comparing import compare
        from tui.widgets.panels.comparison_rows import Compared

        here = self.article
        article, notice = (other, "") if isinstance(other, Article) else await self.reader.fetch(other)
        if article is None:
            self.fail(notice)
            return False
        self._tell("reads this one")
        await self.all_read.wait()
        self._tell("reads the other")
        theirs = await self._known_of(article)
        if self.article is not here:
            return False  # another one has been asked for meanwhile
        if theirs is None:
            self.fail(f"the other article was not read to its end: {self.key_of('compare')} tries again")
            return False
        self._tell("what was said")
        left, right = (here, self.annotations), (article, theirs)
        self.compared = Compared(left, right, await asyncio.to_thread(compare, left, right))
        return True

    async def _comparison_is_made(self) -> None:
        if self.shown("Prompt") or self.covering or self.hints or self.selecting:
            self.say(f"compared: {self.key_of('compare')} shows it")  # no panel may open over what one is doing
        else:
            self.status.end_notice()
            await self.show_comparison()

    async def _known_of(self, article: Article) -> AnnotationSet | None:
        """All annotations of an article that is not on the screen, with corrections; `None` if it was interrupted."""
        known: Recollection | None = None
        if self.reader.memory is not None:
            known = await asyncio.wrap_future(self.reader.memory.recall(article))
        found = known.annotations if known is not None else None
        if found is None:
            found = await self.annotating.read_beside(
                article, lambda share: self._tell(f"reads the other, {share:.0%}")
            )
            if found is None:
                return None
            if self.reader.memory is not None and Layer.ENTITIES in found.ready:
                self.reader.memory.opened(article, title_of(article, found))
                self.reader.memory.found(article, found)
        if known is not None and known.page.corrections:
            from annotators.notes.corrections import apply_corrections

            found = apply_corrections(article.text, found, known.page.corrections)
        return found

    async def show_comparison(self) -> None:
        """Show the panel with the comparison."""
        from tui.widgets.panels.comparison import ComparisonPanel

        assert self.compared is not None
        panel = await self.part(ComparisonPanel, None, self.keys)
        panel.display = True
        self.set_focus(None)
        panel.show(self.compared, self.compared.side_of(self.article))

    # Going over.

    def on_comparison_panel_place_chosen(self, event: ComparisonPanel.PlaceChosen) -> None:
        event.stop()
        assert self.compared is not None
        self.close_panel("ComparisonPanel")
        self._chosen = event.ends
        self._go_over(self.compared[event.side][0], event.ends[event.side])

    async def action_swap(self) -> None:
        compared = self.compared
        here = compared.side_of(self.article) if compared is not None else None
        if compared is None or here is None:
            self.say(f"nothing is compared yet: {self.key_of('compare')} compares")
            return
        panel = cast("ComparisonPanel | None", self.shown("ComparisonPanel"))
        ends = panel.ends if panel is not None else self._ends_here(here)
        there: Side = "B" if here == "A" else "A"
        span = ends[there] if ends is not None else None
        self._chosen = ends
        self._go_over(compared[there][0], span)
        if span is None:
            self.say(f"nothing in {there} was matched with this: it is where you left it", alert=True)
        if panel is not None:
            await self.show_comparison()

    def _ends_here(self, here: Side) -> Ends | None:
        """The pair of places one of which the cursor is in: the one it was led to, else the shortest.

        It does not matter which layers are on.
        """
        from tui.widgets.panels.comparison_rows import Ends

        compared, cursor = self.compared, self.pane.cursor
        assert compared is not None
        left = {said.id: said.span for said in compared.left[1].statements}
        right = {said.id: said.span for said in compared.right[1].statements}
        pairs = [Ends(left[link.left], right[link.right]) for link in compared.found.links]
        own = [(ends, span) for ends in pairs if (span := ends[here]) is not None and span.start <= cursor < span.end]
        chosen = self._chosen
        if chosen is not None and any(ends.same_as(chosen) for ends, _ in own):
            return chosen
        return min(own, key=lambda pair: pair[1].end - pair[1].start, default=(None, None))[0]

    def _go_over(self, article: Article, span: Span | None) -> None:
        """Go to a place in a compared article, which becomes one of the open articles."""
        if article.fingerprint != self.article.fingerprint:
            self.save_place()
            self.places[self.article.fingerprint] = self.pane.cursor
            open_ones = [one.fingerprint for one in self.articles]
            if article.fingerprint not in open_ones:
                self.articles.append(article)
                open_ones.append(article.fingerprint)
            at = span.start if span is not None else self.places.get(article.fingerprint) or None
            self.show_article(open_ones.index(article.fingerprint), at)
        elif span is not None:
            self.pane.move_cursor(span.start)
        if span is not None:
            self.pane.show_related([span])


def _titles(articles: Sequence[Article]) -> list[tuple[Article, str]]:
    """The titles of the articles; without metadata the headline, since the first line may be a menu."""
    from annotators.boilerplate import label_blocks

    found = []
    for article in articles:
        labels = () if article.metadata.title else label_blocks(article).blocks
        found.append((article, title_of(article, AnnotationSet(blocks=labels))))
    return found
