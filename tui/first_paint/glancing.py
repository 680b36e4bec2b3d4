"""A first look into the library, before the first paint: where an article was left and what was found in it.

It reads and never writes. Whatever is wrong with the library is for the reader's memory to tell.
"""

from __future__ import annotations

import os
from collections.abc import Collection
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import sqlite3

    from annotators.annotation import AnnotationSet
    from tui.library.notebook import Page
    from tui.opening import Opened
    from tui.settings.config import Settings
    from tui.widgets.article_pane.folds import FoldMap
    from tui.widgets.article_pane.scene import Scene

__all__ = ["Glance", "glance"]

_AT_ONCE: Final = 1 << 16
"""Bytes of annotations packed by an earlier version that are read whole before the first paint; of more, the blocks."""


class Glance:
    """What is known of an article: the place it was left at, and what the reader will show over it.

    `shown` is as the reader has corrected it; `found` is all that was found in the article. Where an earlier version
    has packed much, `shown` is the blocks alone and `found` is `None`: that is still to be read.
    """

    def __init__(
        self, position: int, shown: AnnotationSet, found: AnnotationSet | None, stripped: Collection[str]
    ) -> None:
        self.position = position
        self._stripped = stripped
        self.shown = shown
        self.found = found
        self._folds: FoldMap | None = None

    def title(self, opened: Opened) -> str:
        """What the article is called, now that its headline may be known."""
        from tui.titles import title_of

        return title_of(opened.article, self.shown) if self.shown.blocks else opened.title

    @property
    def is_sorted(self) -> bool:
        """Whether it is known which lines are the article."""
        from annotators.layer import Layer

        return bool(self.shown.blocks) or Layer.STRUCTURE in self.shown.ready

    def folds(self, opened: Opened) -> FoldMap:
        """What the clean view folds away."""
        from annotators.cleaning import clean_segments
        from tui.widgets.article_pane.folds import FoldMap

        if self._folds is None:
            self._folds = FoldMap(clean_segments(opened.article, self.shown, self._stripped))
        return self._folds

    def characters(self, opened: Opened) -> int:
        """How many characters the clean article has."""
        from tui.reading_time import kept_characters

        return kept_characters(len(opened.text), self.folds(opened).segments)

    def scene(self, settings: Settings, opened: Opened) -> Scene:
        """The layers and links over the text, and the mark at the place."""
        from tui.widgets.article_pane.scene import Scene

        scene = Scene()
        scene.set_annotations(self.shown)
        scene.set_links(opened.links)
        scene.lit = settings.layers
        scene.dims_boilerplate = settings.clean
        scene.pointer = self.position or None
        return scene

    def counted(self, settings: Settings) -> str:
        """Where the place lies among the annotations; nothing while not all of them are read."""
        if self.found is None:
            return ""
        from tui.positions.counting import Counting

        stripped = self._folds.segments if self._folds is not None else ()
        return Counting(self.shown, stripped).words(self.position, settings.layers)


def glance(path: str, opened: Opened, model: str | None, stripped: Collection[str]) -> Glance | None:
    """What the library at `path` knows of an article; `None` where it knows nothing or cannot be asked.

    `stripped` are the kinds of block that the clean view leaves out.
    """
    if not os.path.exists(path):  # noqa: PTH110 - told apart from every other error
        return None
    import sqlite3

    try:
        connection = sqlite3.connect(path, timeout=0.05)
        try:
            return _look(connection, path, opened, model, stripped)
        finally:
            connection.close()
    except (sqlite3.Error, OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
    except RuntimeError:  # a `LibraryError`, whose module is imported only where there are notes
        return None


def _look(
    connection: sqlite3.Connection, path: str, opened: Opened, model: str | None, stripped: Collection[str]
) -> Glance | None:
    from annotators.text.fingerprint import fingerprint_of
    from annotators.version import annotations_version

    fingerprint = fingerprint_of(opened.text)
    known = connection.execute("SELECT position FROM article WHERE fingerprint = ?", (fingerprint,)).fetchone()
    if known is None:
        return None
    position = known[0] if 0 < known[0] < len(opened.text) else 0
    packed = connection.execute(
        "SELECT document FROM annotations WHERE fingerprint = ? AND version = ?",
        (fingerprint, annotations_version(model)),
    ).fetchone()
    from annotators.annotation import AnnotationSet

    shown, found = (AnnotationSet(), None) if packed is None else _found(packed[0], len(opened.text))
    page = _page(connection, path, opened)
    if page is not None:
        shown = _written_over(shown, opened.text, page)
    return Glance(position, shown, found, stripped)


def _found(packed: bytes, characters: int) -> tuple[AnnotationSet, AnnotationSet | None]:
    from annotators.annotation import AnnotationSet
    from annotators.memory.keeping import is_columns
    from tui.library.unpacking import unpacked, unpacked_blocks

    if is_columns(packed) or len(packed) <= _AT_ONCE:
        found = unpacked(packed, characters)
        return found or AnnotationSet(), found
    return unpacked_blocks(packed, characters) or AnnotationSet(), None


def _page(connection: sqlite3.Connection, path: str, opened: Opened) -> Page | None:
    """What the reader wrote on the article, `None` where that is nothing."""
    if connection.execute("SELECT 1 FROM note LIMIT 1").fetchone() is None:
        return None
    from pathlib import Path

    from tui.library.database import Database
    from tui.library.notebook import Notebook

    page = Notebook(Database(Path(path), connection)).page(opened.article)
    return page if any(page) else None


def _written_over(found: AnnotationSet, text: str, page: Page) -> AnnotationSet:
    from annotators.layer import Layer

    if page.corrections:
        from annotators.notes.corrections import apply_corrections

        found = apply_corrections(text, found, page.corrections)
    return found.with_layer(Layer.NOTES, notes=page.notes)
