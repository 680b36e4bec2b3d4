"""The panel of who said what: the speakers of an article, and the quotes of each."""

from __future__ import annotations

from collections.abc import Iterator

from textual import events, on
from textual.containers import Vertical
from textual.message import Message
from textual.widget import Widget

from annotators.annotation import Annotation, AnnotationSet, Statement
from annotators.article import Article
from annotators.quotes.share_of_voice import Voice, share_of_voice
from tui.commands import first_key
from tui.settings.keymap import Keymap
from tui.widgets.edges.one_line import OneLine, Piece
from tui.widgets.lists import Row
from tui.widgets.lists.places import Places
from tui.widgets.lists.row_list import RowList
from tui.widgets.panels.panel_list import PanelList
from tui.widgets.panels.voice_rows import name_of, quote_rows, voice_key, voice_rows

__all__ = ["VoicesPanel"]


class VoicesPanel(Vertical):
    """Choosing a speaker shows their quotes, and choosing a quote goes to its place."""

    DEFAULT_CSS = """
    VoicesPanel { layer: panel; margin: 1 0 1 0; width: 100%; height: 1fr; background: $surface; }
    """

    class PlaceChosen(Message):
        """The reader wants to be led to a quote."""

        def __init__(self, said: Annotation) -> None:
            super().__init__()
            self.said = said

    def __init__(self, keys: Keymap) -> None:
        super().__init__()
        self._keys = keys
        self.list = PanelList()
        self._title = OneLine()
        self._words = ""
        self._finding = False
        self._article: Article | None = None
        self._statements: dict[str, Statement] = {}
        self._voices: tuple[Voice, ...] = ()
        self._inside: tuple[str, str] | None = None
        self._sought: Statement | None = None

    def compose(self) -> Iterator[Widget]:
        yield self._title
        yield self.list

    def show(
        self, article: Article, annotations: AnnotationSet, here: Annotation | None = None, *, finding: bool = False
    ) -> None:
        """Show the speakers, with the cursor on the one of the annotation `here`.

        While `finding`, names are still being found, and more speakers may come.
        """
        another = article is not self._article
        self._article, self._finding = article, finding
        self._statements = {said.id: said for said in annotations.statements}
        self._voices = share_of_voice(article.text, annotations)
        if another:
            self._inside, self._words = None, ""
            self.list.cursor = 0
        self._sought = here if isinstance(here, Statement) else None
        self._list_rows()

    def filter(self, words: str) -> None:
        """Show only the speakers, or the quotes of the open one, that have these words."""
        self._words = words
        self._list_rows()

    def step_back(self) -> bool:
        """Remove the filter, else go from the quotes to the speakers; returns whether there was anything to do."""
        if self._words:
            self.filter("")
            return True
        inside, self._inside = self._inside, None
        if inside is not None:
            self._list_rows()
            self.list.go_to(inside)
        return inside is not None

    def turn(self, *, unfold: bool) -> None:
        """Show the quotes of the speaker under the cursor, or go back to the speakers."""
        if not unfold:
            self.step_back()
        elif self._inside is None:
            self.list.choose()

    def _go_to(self, said: Statement) -> None:
        by = next((voice for voice in self._voices if said.id in voice.statements), None)
        if by is not None:
            self.list.go_to(said.id if self._inside == voice_key(by) else voice_key(by))

    def on_resize(self, event: events.Resize) -> None:
        self._list_rows()

    def _list_rows(self) -> None:
        if self._article is None or not self.size.width:
            return  # it comes with the first size
        width = max(16, self.size.width)
        voice = next((one for one in self._voices if voice_key(one) == self._inside), None)
        rows: Iterator[Row]
        if voice is None:
            self._inside = None
            rows = voice_rows(self._article, self._voices, width, self._words, finding=self._finding)
        else:
            rows = quote_rows(self._article, self._statements, voice, width, self._words)
        self.list.show_rows(tuple(rows))
        sought, self._sought = self._sought, None
        if sought is not None:
            self._go_to(sought)
        self._show_title(voice, width)

    def _show_title(self, voice: Voice | None, width: int) -> None:
        left = "Who said what" if voice is None or width < 50 else f"Who said what › {name_of(voice)}"
        counted = f"{len(self._voices)} speakers · {len(self._statements)} quotes · " if width >= 70 else ""
        enters, leaves = (first_key(self._keys, command) for command in ("open_card", "back"))
        keys = f"{enters} {'quotes' if voice is None else 'go there'} · " if width >= 50 else ""
        finding = ""
        if self._finding:
            counted = keys = ""
            finding = "names are still being found " if width >= 56 else "finding names "
        self._title.show_pieces(
            (Piece(f" {left} ", "line--strong"), Piece(finding, "line--dim")),
            (Piece(f" {counted}{keys}", "line--dim"), Piece(f"{leaves} back ", "line--dim", "back")),
        )

    @on(RowList.Chosen)
    def _choose(self, event: RowList.Chosen) -> None:
        event.stop()
        target = event.row.target
        if isinstance(target, Voice):
            self._inside, self._words = voice_key(target), ""
            self.list.cursor = 0
            self._list_rows()
            self.list.move_home()
        elif isinstance(target, Places):
            self.post_message(self.PlaceChosen(target.annotations[0]))
