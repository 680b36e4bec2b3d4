"""Reads the saved place and the annotations of an article from the library, before the first paint.

It never writes, and it reports no errors: `tui.remembering` does when the reader has started.
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
"""Bytes of annotations packed by an earlier version up to which all of them are read; else only the blocks."""


class Glance:
    """The saved place of an article and its annotations.

    `found` are the annotations as they were made, `shown` those with the reader's corrections and notes. Of a large
    set packed by an earlier version only the blocks are read: `shown` has them, and `found` is `None`.
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
        """The title of the article, by its headline if that is known."""
        from tui.titles import title_of

        return title_of(opened.article, self.shown) if self.shown.blocks else opened.title

    @property
    def is_sorted(self) -> bool:
        """Whether the blocks are labelled."""
        from annotators.layer import Layer

        return bool(self.shown.blocks) or Layer.STRUCTURE in self.shown.ready

    def folds(self, opened: Opened) -> FoldMap:
        """The folds of the clean view."""
        from annotators.cleaning import clean_segments
        from tui.widgets.article_pane.folds import FoldMap

        if self._folds is None:
            self._folds = FoldMap(clean_segments(opened.article, self.shown, self._stripped))
        return self._folds

    def characters(self, opened: Opened) -> int:
        """The number of characters of the clean article."""
        from tui.reading_time import kept_characters

        return kept_characters(len(opened.text), self.folds(opened).segments)

    def scene(self, settings: Settings, opened: Opened) -> Scene:
        """The scene of the first screen: layers, links and the mark at the saved place."""
        from tui.widgets.article_pane.scene import Scene

        scene = Scene()
        scene.set_annotations(self.shown)
        scene.set_links(opened.links)
        scene.lit = settings.layers
        scene.dims_boilerplate = settings.clean
        scene.pointer = self.position or None
        return scene

    def counted(self, settings: Settings) -> str:
        """The number of the place among the annotations; empty if not all of them have been read."""
        if self.found is None:
            return ""
        from tui.positions.counting import Counting

        stripped = self._folds.segments if self._folds is not None else ()
        return Counting(self.shown, stripped).words(self.position, settings.layers)


def glance(path: str, opened: Opened, model: str | None, stripped: Collection[str]) -> Glance | None:
    """What the library at `path` knows of an article; `None` if that is nothing or it cannot be read.

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
    except RuntimeError:  # a `LibraryError`, whose class is not imported here
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
    """The reader's notes and corrections on the article; `None` if there are none."""
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
