"""A panel about the article as a whole: its metadata, source and length."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from textual import events, on
from textual.containers import Vertical
from textual.widget import Widget

from annotators.article import Article
from tui.commands import first_key
from tui.positions.surroundings import wrap
from tui.settings.keymap import Keymap
from tui.widgets.edges.one_line import OneLine, Piece
from tui.widgets.lists import Row
from tui.widgets.lists.row_list import RowList
from tui.widgets.panels.panel_list import PanelList

__all__ = ["AboutPanel", "about_rows"]

_READ_AS: Final = {
    "text/plain": "plain text",
    "text/markdown": "Markdown",
    "text/html": "a page",
    "message/rfc822": "mail",
    "multipart/related": "a page that a browser has saved",
    "application/epub+zip": "a book",
}
_NAMES: Final = 11
_OPEN: Final = "open_url"


def about_rows(article: Article, kept: int, minutes: int, width: int) -> tuple[Row, ...]:
    """The rows for a list `width` cells wide. `kept` is the number of words in the clean view, `minutes` to read them.

    What is unknown has no row.
    """
    known = article.metadata
    words = len(article.text.split())
    length = f"{kept} words, {minutes} min" + (f"; {words - kept} more are folded away" if words > kept else "")
    fields = (
        ("title", known.title),
        ("by", known.byline),
        ("published", known.published),
        ("site", known.site),
        ("language", known.language),
        ("address", known.url),
        ("from", article.source.location),
        ("read as", _READ_AS.get(article.source.media_type, article.source.media_type)),
        ("length", length),
        *(("noticed", notice) for notice in article.notices),
    )
    rows: list[Row] = []
    for number, (name, value) in enumerate(fields):
        first, *rest = wrap(" ".join((value or "").split()), max(8, width - _NAMES)) or [""]
        if first:
            target = _OPEN if name == "address" else None
            rows.append(
                Row(f"{name:<{_NAMES}}{first}", strong=(_NAMES, _NAMES + len(first)), key=number, target=target)
            )
            rows += [Row(" " * _NAMES + line) for line in rest]
    return tuple(rows)


class AboutPanel(Vertical):
    """Shows what is known of the article; choosing its address opens it in the browser."""

    DEFAULT_CSS = """
    AboutPanel {
        layer: panel; dock: bottom; margin: 0 0 1 0; width: 100%; height: 13; max-height: 80%;
        background: $panel; border-top: solid $primary;
    }
    AboutPanel RowList { background: $panel; }
    """

    def __init__(self, keys: Keymap) -> None:
        super().__init__()
        self._keys = keys
        self.list = PanelList()
        self._article: Article | None = None
        self._kept = self._minutes = 0

    def compose(self) -> Iterator[Widget]:
        title = OneLine()
        leaves = Piece(f" {first_key(self._keys, 'back')} ", "line--dim", "back")
        title.show_pieces((Piece(" About this article ", "line--strong"),), (leaves,))
        yield title
        yield self.list

    def show(self, article: Article, kept: int, minutes: int) -> None:
        """Show an article, whose clean view has `kept` words and takes `minutes` to read."""
        self._article, self._kept, self._minutes = article, kept, minutes
        self._list_rows()

    def on_resize(self, event: events.Resize) -> None:
        self._list_rows()

    def _list_rows(self) -> None:
        if self._article is not None:
            self.list.show_rows(about_rows(self._article, self._kept, self._minutes, max(20, self.size.width - 4)))

    @on(RowList.Chosen)
    async def _open(self, event: RowList.Chosen) -> None:
        event.stop()
        if event.row.target is not None:
            await self.run_action(f"screen.{event.row.target}")
