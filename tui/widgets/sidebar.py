"""The sidebar: all annotations by layer, in a list that lights layers and leads to places."""

from __future__ import annotations

from collections.abc import Collection, Hashable
from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.message import Message

from annotators.annotation import Annotation, AnnotationSet, Layer
from annotators.article import Article
from tui.widgets.row_list import RowList
from tui.widgets.sidebar_rows import LAYER_TITLES, Places, lamp, row_key, sidebar_rows

__all__ = ["Sidebar"]


class Sidebar(RowList):
    """Choosing a layer toggles it, a group folds it, and any other row leads to its place.

    Choosing the row of an entity again leads to its next mention.
    """

    DEFAULT_CSS = """
    Sidebar { width: 30; background: $surface; }
    """
    EDGE: ClassVar[str] = "│"

    class LayerChosen(Message):
        """A layer is to be lit, or dimmed if it is lit."""

        def __init__(self, layer: Layer) -> None:
            super().__init__()
            self.layer = layer

    class PlacesChosen(Message):
        """The reader wants to be led to one of these annotations."""

        def __init__(self, annotations: tuple[Annotation, ...]) -> None:
            super().__init__()
            self.annotations = annotations

    def __init__(self) -> None:
        super().__init__()
        self._article: Article | None = None
        self._annotations = AnnotationSet()
        self._lit: Collection[Layer] = frozenset()
        self._waiting = ""
        self._turned: set[Hashable] = set()

    def show(self, article: Article, annotations: AnnotationSet, lit: Collection[Layer], waiting: str = "") -> None:
        """List these annotations; groups stay folded or unfolded as they were."""
        self._article, self._annotations, self._lit, self._waiting = article, annotations, lit, waiting
        self._list_rows()

    def light(self, lit: Collection[Layer]) -> None:
        """Show which layers are lit; nothing else changes."""
        self._lit = lit
        for layer in LAYER_TITLES:
            row = self.row_of(layer)
            if row is not None:
                self.change_row(replace(row, text=lamp(layer in lit) + row.text[1:]))

    def follow(self, annotation: Annotation | None) -> None:
        """Set off the row of the annotation under the article's cursor."""
        self.mark(row_key(annotation) if annotation is not None else None)

    def turn(self, *, unfold: bool) -> None:
        """Unfold or fold the group under the cursor, or the one that the row under it is in."""
        place = self.cursor
        while place >= 0 and not self._is_group(place):
            place -= 1
        if place >= 0:
            row = self.rows[place]
            if row.text.startswith("▸") == unfold:
                self._turn(row.key)
            if not unfold:
                self.go_to(row.key)

    def _is_group(self, place: int) -> bool:
        return self.rows[place].style == "group"

    def _turn(self, key: Hashable) -> None:
        self._turned ^= {key}
        self._list_rows()

    def _list_rows(self) -> None:
        if self._article is not None:
            self.show_rows(sidebar_rows(self._article, self._annotations, self._lit, self._turned, self._waiting))

    @on(RowList.Chosen)
    def _lead(self, event: RowList.Chosen) -> None:
        event.stop()
        target = event.row.target
        if isinstance(target, Layer):
            self.post_message(self.LayerChosen(target))
        elif isinstance(target, Places):
            self.post_message(self.PlacesChosen(target.annotations))
        else:
            self._turn(target)
