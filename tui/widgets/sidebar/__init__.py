"""The sidebar: a list of all annotations by layer, which switches layers and goes to places."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Mapping, Sequence
from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.message import Message

from annotators.annotation import Annotation, AnnotationSet, Layer
from annotators.article import Article
from tui.widgets.lists.places import LAYER_TITLES, Places, own_key, row_key
from tui.widgets.lists.row_list import RowList
from tui.widgets.sidebar.rows import ORDERS, Listing, lamp, sidebar_rows

__all__ = ["Sidebar"]


class Sidebar(RowList):
    """Choosing a layer switches it on or off, choosing a group folds it, and any other row goes to its place.

    Choosing the row of an entity again goes to its next mention.
    """

    DEFAULT_CSS = """
    Sidebar { width: 30; background: $surface; }
    """
    EDGE: ClassVar[str] = "│"
    GROWS: ClassVar[bool] = False

    class LayerChosen(Message):
        """A layer is to be switched on or off."""

        def __init__(self, layer: Layer) -> None:
            super().__init__()
            self.layer = layer

    class PlacesChosen(Message):
        """The reader wants to be led to one of these annotations."""

        def __init__(self, annotations: Sequence[Annotation]) -> None:
            super().__init__()
            self.annotations = annotations

    class Used(Message):
        """The sidebar has the focus for the first time."""

    def __init__(self) -> None:
        super().__init__()
        self._article: Article | None = None
        self._annotations = AnnotationSet()
        self._lit: Collection[Layer] = frozenset()
        self._waiting = ""
        self._listing = Listing()
        self._used = False

    def show(self, article: Article, annotations: AnnotationSet, lit: Collection[Layer], waiting: str = "") -> None:
        """List these annotations; groups stay folded as they were. `waiting` stands for entities still to come."""
        self._article, self._annotations, self._lit, self._waiting = article, annotations, lit, waiting
        self._list_rows()

    def show_shares(self, shares: Mapping[str, float]) -> None:
        """Show the share of voice beside each speaker; `shares` are by the ids of statements."""
        if shares != self._listing.shares:
            self._listing = self._listing._replace(shares=shares)
            self._list_rows()

    def regroup(self) -> str:
        """Switch to the next order of the list; returns its name."""
        orders = list(ORDERS)
        order = orders[(orders.index(self._listing.order) + 1) % len(orders)]
        self._listing = self._listing._replace(order=order)
        self._list_rows()
        return ORDERS[order]

    def filter(self, words: str) -> None:
        """Show only the rows with these words in them or in their annotations."""
        self._listing = self._listing._replace(words=words)
        self._list_rows()

    @property
    def words(self) -> str:
        """The words of the filter."""
        return self._listing.words

    def light(self, lit: Collection[Layer]) -> None:
        """Show which layers are on; nothing else changes."""
        self._lit = lit
        for layer in LAYER_TITLES:
            row = self.row_of(layer)
            if row is not None:
                self.change_row(replace(row, text=lamp(layer in lit) + row.text[1:]))

    def follow(self, annotation: Annotation | None) -> None:
        """Mark the row of the annotation at the article's cursor: its own row, or that of its entity."""
        if annotation is None:
            self.mark(None)
        else:
            own = own_key(annotation)
            self.mark(own if self.row_of(own) is not None else row_key(annotation))

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
        self._listing = self._listing._replace(turned=self._listing.turned ^ {key})
        self._list_rows()

    def _list_rows(self) -> None:
        if self._article is not None:
            self.show_rows(sidebar_rows(self._article, self._annotations, self._lit, self._listing, self._waiting))

    def on_focus(self) -> None:
        super().on_focus()
        if not self._used:
            self._used = True
            self.post_message(self.Used())

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
