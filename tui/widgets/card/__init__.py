"""The card: the details of one annotation, in the lower part of the screen."""

from __future__ import annotations

from textual import events

from annotators.annotation import Annotation, AnnotationSet
from annotators.article import Article
from tui.widgets.card.rows import card_rows
from tui.widgets.lists import Row
from tui.widgets.lists.places import row_key
from tui.widgets.lists.row_list import RowList

__all__ = ["Card"]


class Card(RowList):
    """Rows about one annotation; choosing a row goes to its place."""

    DEFAULT_CSS = """
    Card {
        height: auto;
        max-height: 50%;
        min-height: 3;
        background: $panel;
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self.about: Annotation | None = None
        self._article: Article | None = None
        self._annotations = AnnotationSet()
        self._width = 0

    def show(self, article: Article, annotations: AnnotationSet, about: Annotation, width: int) -> None:
        """Show the card of `about`, `width` cells wide."""
        another = self.about is None or row_key(about) != row_key(self.about)
        self._width = width
        self.about, self._article, self._annotations = about, article, annotations
        self._list_rows()
        if another:
            self.cursor = 0
            self.move_home()

    def _list_rows(self) -> None:
        if self._article is not None and self.about is not None:
            rows = card_rows(self._article, self._annotations, self.about, self._width - 3)
            self.show_rows((Row("", style="rule"), *rows))
            self.styles.height = len(self.rows)

    def on_resize(self, event: events.Resize) -> None:
        if event.size.width != self._width:
            self._width = event.size.width
            self._list_rows()
