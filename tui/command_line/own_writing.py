"""Applies the reader's own corrections and notes to annotations, for the batch commands."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from annotators.annotation import AnnotationSet, Layer
from annotators.article import Article
from annotators.notes.corrections import Verdict, apply_corrections
from tui.terminal.console import narrate

if TYPE_CHECKING:
    from tui.library.notebook import Notebook

__all__ = ["OwnWriting", "Wanted", "own_writing"]


class Wanted(NamedTuple):
    """What is taken from the library."""

    corrections: bool = True
    notes: bool = False


class OwnWriting:
    """Applies the reader's corrections and notes to annotations; a message says how many corrections there were."""

    def __init__(self, notebook: Notebook | None, wanted: Wanted) -> None:
        self._notebook = notebook
        self._wanted = wanted

    def __call__(self, article: Article, found: AnnotationSet, *, entities: bool) -> AnnotationSet:
        """The annotations with corrections and notes; without `entities`, those of names are left out."""
        if self._notebook is None:
            return found
        from tui.library.database import LibraryError

        try:
            page = self._notebook.page(article)
        except (LibraryError, ValueError, KeyError) as error:
            self._notebook = None
            narrate(f"your corrections were not read: {error}")
            return found
        if self._wanted.notes:
            found = found.with_layer(Layer.NOTES, notes=page.notes)
        if not self._wanted.corrections:
            return found
        corrections = [one for one in page.corrections if entities or one.verdict is not Verdict.LABEL]
        lost = sum(not orphan.is_note for orphan in page.orphans)
        if corrections or lost:
            narrate(f"{article.source.location}: {_told(len(corrections), lost)}; --no-corrections leaves them out")
        return apply_corrections(article.text, found, corrections)


def _told(applied: int, lost: int) -> str:
    words = [f"{applied} of your corrections applied"] if applied else []
    if lost:
        words.append(f"{lost} no longer {'finds its' if lost == 1 else 'find their'} words, O in the reader lists them")
    return ", ".join(words)


@contextmanager
def own_writing(library: Path, wanted: Wanted) -> Iterator[OwnWriting]:
    """The corrections and notes in a library file, which is only read."""
    from tui.library.database import read_database
    from tui.library.notebook import Notebook

    try:
        database = read_database(library)
    except sqlite3.Error as error:
        narrate(f"your corrections were not read: the library {library} cannot be used ({error})")
        yield OwnWriting(None, wanted)
        return
    try:
        yield OwnWriting(Notebook(database), wanted)
    finally:
        database.close()
