"""What the reader has corrected in an article, for the commands that open no screen."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from annotators.annotation import AnnotationSet
from annotators.article import Article
from annotators.corrections import Verdict, apply_corrections
from tui.console import narrate

if TYPE_CHECKING:
    from tui.library.notebook import Notebook

__all__ = ["OwnCorrections", "own_corrections"]


class OwnCorrections:
    """Lays the reader's corrections over what was found, and says so in a line where there are any."""

    def __init__(self, notebook: Notebook | None = None) -> None:
        self._notebook = notebook

    def __call__(self, article: Article, annotations: AnnotationSet, *, entities: bool) -> AnnotationSet:
        """The annotations as corrected. Without `entities` there are no names that could have other labels."""
        if self._notebook is None:
            return annotations
        from tui.library.database import LibraryError

        try:
            page = self._notebook.page(article)
        except (LibraryError, ValueError, KeyError) as error:
            self._notebook = None
            narrate(f"your corrections were not read: {error}")
            return annotations
        corrections = [one for one in page.corrections if entities or one.verdict is not Verdict.LABEL]
        lost = sum(not orphan.is_note for orphan in page.orphans)
        if corrections or lost:
            narrate(f"{article.source.location}: {_told(len(corrections), lost)}; --no-corrections leaves them out")
        return apply_corrections(article.text, annotations, corrections)


def _told(applied: int, lost: int) -> str:
    words = [f"{applied} of your corrections applied"] if applied else []
    if lost:
        words.append(f"{lost} no longer {'finds its' if lost == 1 else 'find their'} words, O in the reader lists them")
    return ", ".join(words)


@contextmanager
def own_corrections(library: Path) -> Iterator[OwnCorrections]:
    """The corrections in a library file, which is read and never changed."""
    from tui.library.database import Database
    from tui.library.notebook import Notebook

    try:
        connection = sqlite3.connect(f"{library.absolute().as_uri()}?mode=ro", uri=True)
    except sqlite3.Error as error:
        narrate(f"your corrections were not read: the library {library} cannot be used ({error})")
        yield OwnCorrections()
        return
    try:
        yield OwnCorrections(Notebook(Database(library, connection)))
    finally:
        connection.close()
