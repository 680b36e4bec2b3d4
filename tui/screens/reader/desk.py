"""The widgets of the reader's screen, and its state: the articles, the annotations, the layers that are on."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING, Final, cast

from textual import events
from textual.geometry import Region
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from annotators.annotation import Annotation, AnnotationSet, Layer, Note
from annotators.article import Article
from annotators.cleaning import clean_segments
from tui.annotating import Annotating
from tui.commands import LIBRARY_ONLY
from tui.first_paint.room import BESIDE_FROM, NARROW_SIDEBAR, sidebar_is_narrow, sidebar_unasked
from tui.positions.counting import Counting
from tui.positions.searching import Matches
from tui.reading_time import kept_characters
from tui.screens.line_moving import Movable
from tui.screens.panels import Filtered, Panels, commands_by_key
from tui.titles import title_of
from tui.widgets.article_pane.pane import ArticlePane
from tui.widgets.edges.edge_lines import heading
from tui.widgets.edges.one_line import OneLine
from tui.widgets.edges.status_line import StatusLine
from tui.widgets.lists.row_list import RowList
from tui.widgets.sidebar import Sidebar

if TYPE_CHECKING:
    from annotators.notes.corrections import Correction
    from tui.library.notebook import Orphan
    from tui.widgets.card import Card
    from tui.widgets.panels.export import ExportPanel

__all__ = ["Desk"]

_FILTERED: Final = frozenset({"HelpPanel", "VoicesPanel", "ComparisonPanel"})
"""The panels that the search key filters."""


class _Frame(Widget):
    """A container that its children cover, so that it paints nothing itself."""

    def render_lines(self, crop: Region) -> list[Strip]:
        return []


class Desk(Panels, Screen[None]):
    """State and widgets of the reader's screen; its commands are in the classes that build on this one."""

    DEFAULT_CSS = """
    Desk { layers: base panel help notice; background: $surface; }
    Desk #desk { layout: horizontal; width: 1fr; height: 1fr; }
    Desk #column { layout: vertical; width: 1fr; height: 1fr; }
    Desk ArticlePane { height: 1fr; width: 1fr; }
    Desk .title { background: $panel; }
    Desk.-drawer Sidebar { width: 100%; }
    Desk.-drawer #column { display: none; }
    """

    OVER = ("HelpPanel", "Picker", "ExportPanel", "KindsPanel", "AboutPanel", "VoicesPanel", "ComparisonPanel")
    COVERED = "article"

    def __init__(self, articles: Sequence[Article]) -> None:
        super().__init__()
        self.articles = list(articles)
        self.number = 0
        self.to_come = 0
        self.own_articles = self.articles
        """The articles from the command line, also while others are open."""
        self.found = AnnotationSet()
        self.annotations = AnnotationSet()
        self.notes: dict[str, tuple[Note, ...]] = {}
        self.corrections: dict[str, tuple[Correction, ...]] = {}
        self.orphans: tuple[Orphan, ...] = ()
        self.share = 0.0
        self.all_read = asyncio.Event()
        self.annotating: Annotating
        self.pane = ArticlePane()
        self.sidebar = Sidebar()
        self.title_line = OneLine(classes="title")
        self.row = _Frame(id="desk")
        self.status: StatusLine
        self.panels: dict[type[Widget], Widget] = {}
        self._begin_view()

    def _begin_view(self) -> None:
        """The state of the view, which commands change: layers, places, selection, search and layout."""
        self.lit: frozenset[Layer] = frozenset()
        self.clean = True
        self._countings: dict[bool, Counting] = {}
        self._measured: tuple[object, str, Collection[str]] | None = None
        self._characters = 0
        self._titled: tuple[Article, object, str] | None = None
        self.shown_place: tuple[int, Annotation | None, float] | None = None
        self.matches = Matches()
        self.selecting = False
        self.measure = 80
        self.typed = ""
        self.places: dict[str, int] = {}
        self.marks_by_article: dict[str, dict[str, int]] = {}
        self.prefix = ""
        self.shelf_place: tuple[int, int] | None = None
        self.sought = ""
        self.hints: dict[str, Annotation] = {}
        self.comparing = ""
        self.sidebar_wanted: bool | None = None
        self.filters_sidebar = False
        self.zen = False
        self._narrow = False

    @property
    def article(self) -> Article:
        """The article that is shown."""
        return self.articles[self.number]

    def take_another(self, article: Article | None, to_come: int) -> None:
        """Add an article from the command line; `to_come` is the number of those that are still being opened."""
        if article is not None:
            self.own_articles.append(article)
        if self.articles is self.own_articles and self.is_mounted:
            self.to_come = to_come
            self.show_title()

    def compose(self) -> Iterator[Widget]:
        self.helped = self.reader.keymap
        self.keys = {name: keys for name, keys in self.helped.items() if name not in LIBRARY_ONLY}
        self.commands = commands_by_key(self.keys)
        self.status = StatusLine(self.keys)
        self.sidebar.display = False
        self.make_room(self.app.size.width)  # before the first layout, to save a second one
        yield self.title_line
        with self.row:
            yield self.sidebar
            with _Frame(id="column"):
                yield self.pane
        yield self.status

    @property
    def counting(self) -> Counting:
        """The count of the annotations that are not folded away."""
        if self.clean not in self._countings:
            self._countings[self.clean] = Counting(self.annotations, self.pane.stripped)
        return self._countings[self.clean]

    def forget_counting(self) -> None:
        """Drop the counts, because other lines are folded away now."""
        self._countings = {}

    def render_lines(self, crop: Region) -> list[Strip]:
        return [] if self._is_covered() else super().render_lines(crop)

    def _is_covered(self) -> bool:
        """Whether widgets cover the whole screen; they do not while a new last line has no height yet."""
        parts = (self.shown("Prompt"), self.status, self.row) if self.children else ()
        last = next((part for part in parts if part is not None and part.display), None)
        return last is not None and last.region.bottom >= self.size.height

    # Parts that are made when they are first needed.

    async def card(self) -> Card:
        """The card below the article."""
        from tui.widgets.card import Card

        return await self.part(Card, "#column")

    async def export_panel(self) -> ExportPanel:
        """The export panel over the article."""
        from tui.widgets.panels.export import ExportPanel

        return await self.part(ExportPanel, None, self.keys)

    @property
    def movable(self) -> Movable:
        """What the movement keys move: the list of an open panel, else a focused list, else the article."""
        if panel := self.shown(self.uppermost):
            return cast("Movable", panel.list)  # type: ignore[attr-defined]
        focused = self.focused
        return focused if isinstance(focused, RowList) else self.pane

    @property
    def filtered(self) -> Filtered | None:
        """What the search key filters instead of searching: the list of a panel, or the sidebar if it has the focus."""
        if (name := self.uppermost) in _FILTERED:
            return cast("Filtered", self.shown(name))
        return self.sidebar if self.filters_sidebar or self.focused is self.sidebar else None

    @property
    def covering(self) -> str:
        return self.uppermost or ("Sidebar" if self.has_class("-drawer") else "")

    def close_all(self) -> None:
        super().close_all()
        if self.has_class("-drawer"):
            self.focus_article()

    def close_panel(self, name: str) -> None:
        super().close_panel(name)
        if self.focused is None and self.has_class("-drawer"):
            self.sidebar.focus()  # nothing else is to be seen

    # What is on the screen.

    def take_annotations(self, found: AnnotationSet) -> None:
        """Show annotations, with the reader's corrections and notes applied; the place stays."""
        self.found = found
        key = self.article.fingerprint
        corrections = self.corrections.get(key)
        if corrections:
            from annotators.notes.corrections import apply_corrections

            found = apply_corrections(self.article.text, found, corrections)
        self.annotations = found.with_layer(Layer.NOTES, notes=self.notes.get(key, ()))
        self._countings = {}
        self.pane.show_annotations(self.annotations)
        self.show_sidebar()
        self.show_title()
        self.show_place()

    def show_sidebar(self) -> None:
        """Fill the sidebar again, if it is visible."""
        if self.sidebar.display:
            waiting = f"reading … {self.share:.0%}" if self.share else "getting ready …"
            self.sidebar.show(self.article, self.annotations, self.lit, waiting)
            self.sidebar.follow(self.pane.current)

    def show_title(self) -> None:
        """Fill the first line: title, layers and reading time."""
        place, among = self.shelf_place or (self.number, len(self.articles) + self.to_come)
        characters, columns = self.clean_characters, self.app.size.width
        known = self.annotations.ready | self.annotations.unavailable.keys()
        pieces = heading(
            self.title_shown, self.lit, clean=self.clean, sorting=Layer.STRUCTURE not in known,
            characters=characters, columns=columns, place=place, among=among,
        )  # fmt: skip
        self.title_line.show_pieces(*pieces)

    @property
    def title_shown(self) -> str:
        """The title of the article, computed again only when its blocks have changed."""
        article, blocks = self.article, self.annotations.blocks
        if self._titled is None or self._titled[0] is not article or self._titled[1] is not blocks:
            self._titled = (article, blocks, title_of(article, self.annotations))
        return self._titled[2]

    @property
    def clean_characters(self) -> int:
        """The number of characters of the clean article, whichever view is on."""
        blocks, stripped = self.annotations.blocks, self.reader.kinds.stripped
        before = self._measured
        if before is None or before[0] is not blocks or before[1:] != (self.article.fingerprint, stripped):
            segments = self.pane.strips(self.annotations, stripped)
            if segments is None:
                segments = clean_segments(self.article, self.annotations, stripped)
            self._measured = (blocks, self.article.fingerprint, stripped)
            self._characters = kept_characters(len(self.article.text), segments)
        return self._characters

    @property
    def place(self) -> tuple[int, Annotation | None, float]:
        """The reader's place: the cursor, the annotation there, the line at the top."""
        return self.pane.cursor, self.pane.current, self.pane.scroll_y

    def show_place(self) -> None:
        """Fill the right side of the status line: matches, the current annotation, the share that was read."""
        self.shown_place = self.place
        words = f"/{self.matches.words} {self.matches.counter}" if self.matches.words else ""
        working = f"entities: {self.share:.0%}" if 0 < self.share < 1 else ""
        mode = self.prefix or ("select" if self.selecting else "")
        here = self.counting.words(self.pane.cursor, self.lit, self.pane.to_come_here)
        self.status.show_place(mode, self.comparing or working, words, here, f"{self.pane.share_before:.0%}")

    # Room on the screen.

    def on_resize(self, event: events.Resize) -> None:
        self.make_room(event.size.width)
        self.show_title()

    def make_room(self, width: int = 0) -> None:
        """Show the parts that fit into `width` columns, and those that the reader has asked for."""
        width = width or self.size.width
        wanted = self.sidebar_wanted
        beside = sidebar_unasked(width) and self.reader.settings.sidebar if wanted is None else wanted
        before = self.sidebar.display
        self.sidebar.display = beside and not self.zen
        self.set_class(self.sidebar.display and width < BESIDE_FROM, "-drawer")
        narrow = sidebar_is_narrow(width) and not self.has_class("-drawer")
        if narrow != self._narrow:  # only if it changes, as setting a style causes a new layout
            self._narrow = narrow
            self.sidebar.styles.width = NARROW_SIDEBAR if narrow else None
        self.title_line.display = not self.zen
        self.status.display = not self.zen and self.shown("Prompt") is None
        self.status.away = self.zen
        if self.sidebar.display and not before:
            self.show_sidebar()
        if not self.sidebar.display and self.focused is self.sidebar:
            self.focus_article()

    def focus_article(self) -> None:
        """Give the focus back to the article."""
        if self.has_class("-drawer"):
            self.sidebar_wanted = None
            self.make_room()
        self.pane.focus()
