"""The library: the articles that were opened, with their entries, texts and annotations."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from annotators.annotation import AnnotationSet
from annotators.article import Article
from annotators.cleaning import clean_segments
from annotators.document import from_document
from annotators.loaders.text import article_from_text
from annotators.memory.keeping import kept, pack
from tui.library.database import Database, open_database, storable
from tui.library.entries import COLUMNS, Entry, Found, entry_of_row
from tui.library.shelving import identity_of, shelve
from tui.library.unpacking import DAMAGED, unpacked, unpacked_document
from tui.reading_time import kept_characters, words_in

if TYPE_CHECKING:
    from tui.library.forgetting import Forgotten
    from tui.library.searchable import Searchable

__all__ = ["Library"]


class Library:
    """The articles in the library's file. Every method raises `LibraryError` if the file cannot be used."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @classmethod
    def open(cls, path: Path) -> Library:
        """The library at a path; it is created if there is none."""
        return cls(open_database(path))

    @property
    def path(self) -> Path:
        """The library's file."""
        return self._database.path

    @property
    def notices(self) -> tuple[str, ...]:
        """Sentences for the reader about the library's file."""
        return self._database.notices

    def put_aside(self) -> str:
        """Rename a damaged file; returns what to tell the reader."""
        return self._database.put_aside()

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def remember(self, article: Article, title: str, words: int | None = None) -> Entry:
        """Add an article, or move its entry to the top; `words` is the number of words in its clean view.

        Without `words` the article is not annotated yet, and an entry keeps its title. A file or page whose text or
        name has changed keeps its entry, with tags and place.
        """
        with self._database.writing() as connection:
            shelve(connection, article, title, words)
        entry = self.entry(article.fingerprint)
        assert entry is not None
        return entry

    def entry(self, fingerprint: str) -> Entry | None:
        """The entry of the text with that fingerprint; `None` if it was never opened."""
        with self._database.reading() as connection:
            row = connection.execute(f"SELECT {COLUMNS} FROM article WHERE fingerprint = ?", (fingerprint,)).fetchone()
        return entry_of_row(row) if row else None

    def entry_of(self, article: Article) -> Entry | None:
        """The entry of an article: that of its text, else of an earlier text of the same file or page."""
        known = self.entry(article.fingerprint)
        identity = "" if known else identity_of(article)
        if not identity:
            return known
        with self._database.reading() as connection:
            question = f"SELECT {COLUMNS} FROM article WHERE identity = ? ORDER BY opened DESC"
            row = connection.execute(question, (identity,)).fetchone()
        return entry_of_row(row) if row else None

    def entries(self, typed: str = "", limit: int = 200) -> list[Entry]:
        """The entries that a search finds, the best first; without words, the last opened first."""
        return [found.entry for found in self.search(typed, limit)]

    def search(self, typed: str = "", limit: int = 200) -> list[Found]:
        """`entries` with the words that matched."""
        from tui.library.searching import search  # not needed to open an article

        with self._database.reading() as connection:
            return search(connection, typed, limit)

    def in_context(self, found: Found, typed: str) -> Found:
        """An entry found by name, speaker or kind, with the words around the first match in its text."""
        from tui.library.excerpts import excerpt_of  # not needed to open an article

        fingerprint = found.entry.fingerprint
        with self._database.reading() as connection:
            question = "SELECT document FROM annotations WHERE fingerprint = ?"
            known = connection.execute(question, (fingerprint,)).fetchone()
        text = self.text_of(fingerprint) if known else None
        annotations = unpacked(known[0], len(text)) if text else None
        excerpt = excerpt_of(text, annotations, typed) if text and annotations else None
        return found if excerpt is None else Found(found.entry, excerpt.words, excerpt.strong)

    def count(self) -> int:
        """The number of articles."""
        with self._database.reading() as connection:
            (number,) = connection.execute("SELECT count(*) FROM article").fetchone()
        return int(number)

    def save_position(self, fingerprint: str, position: int, *, read: bool | None = None) -> None:
        """Keep the place in an article, in code points, and whether it has been read."""
        with self._database.writing() as connection:
            connection.execute(
                "UPDATE article SET position = ?, read = coalesce(?, read) WHERE fingerprint = ?",
                (position, read, fingerprint),
            )

    def tag(self, fingerprint: str, tags: Iterable[str]) -> None:
        """Replace the tags of an article."""
        words = sorted({word for tag in tags for word in storable(tag).split()})
        with self._database.writing() as connection:
            connection.execute(
                "UPDATE article SET tags = ? WHERE fingerprint = ?",
                (f" {' '.join(words)} " if words else "", fingerprint),
            )

    def mark_read(self, fingerprint: str, read: bool) -> None:
        """Mark an article as read or unread."""
        with self._database.writing() as connection:
            connection.execute("UPDATE article SET read = ? WHERE fingerprint = ?", (read, fingerprint))

    def forget(self, fingerprint: str) -> Forgotten:
        """Delete an article from the library, but not its file and notes; returns what `restore` needs."""
        from tui.library.forgetting import forget  # rarely needed

        with self._database.writing() as connection:
            return forget(connection, fingerprint)

    def restore(self, forgotten: Forgotten) -> None:
        """Put back an article that `forget` has deleted, unless it has been opened again meanwhile."""
        from tui.library.forgetting import restore

        with self._database.writing() as connection:
            restore(connection, forgotten)

    def text_of(self, fingerprint: str) -> str | None:
        """The text of an article, without lone surrogates; `None` if there is no such article."""
        with self._database.reading() as connection:
            row = connection.execute(
                "SELECT text FROM fulltext WHERE rowid IN (SELECT id FROM article WHERE fingerprint = ?)",
                (fingerprint,),
            ).fetchone()
        return None if row is None else str(row[0])

    def copy_of(self, entry: Entry) -> Article | None:
        """The library's copy of an article; `None` if it has no text of it."""
        text = self.text_of(entry.fingerprint)
        with self._database.reading() as connection:
            known = connection.execute(
                "SELECT document FROM annotations WHERE fingerprint = ?", (entry.fingerprint,)
            ).fetchone()
        if text is None or not text.strip():
            return None
        if known is not None:  # it has the blocks of a page
            with contextlib.suppress(*DAMAGED):
                article, _ = from_document({**unpacked_document(known[0]), "text": text})
                return replace(article, source=replace(article.source, location=entry.location))
        return article_from_text(text, entry.location)

    def save_annotations(self, article: Article, annotations: AnnotationSet, version: str) -> None:
        """Keep the annotations of an article under the annotators' version, and make it searchable by them."""
        from tui.library.searchable import searchable  # not needed to open an article

        packed = pack(*kept(article, annotations))
        self.save_packed(article.fingerprint, packed, searchable(article, annotations), version)

    def save_packed(self, fingerprint: str, packed: bytes, found: Searchable, version: str) -> None:
        """`save_annotations` for packed annotations and the result of `searchable`."""
        with self._database.writing() as connection:
            connection.execute("DELETE FROM annotations WHERE fingerprint = ?", (fingerprint,))
            connection.execute("INSERT INTO annotations VALUES (?, ?, ?)", (fingerprint, version, packed))
            connection.execute(
                "UPDATE fulltext SET entity = ?, said_by = ?, kind = ?"
                " WHERE rowid = (SELECT id FROM article WHERE fingerprint = ?)",
                (found.entities, found.speakers, found.kinds, fingerprint),
            )
            if found.published:
                connection.execute(
                    "UPDATE article SET published = ? WHERE fingerprint = ? AND published = ''",
                    (found.published, fingerprint),
                )

    def add(self, article: Article, title: str, found: AnnotationSet, version: str) -> bool:
        """Add an article that has not been opened; returns whether it was new."""
        if self.entry(article.fingerprint) is not None:
            return False
        segments = clean_segments(article, found)
        self.remember(article, title, words_in(kept_characters(len(article.text), segments)))
        self.save_annotations(article, found, version)
        return True

    def annotations(self, article: Article, version: str) -> AnnotationSet | None:
        """The annotations that this version made of exactly this text; `None` if there are none."""
        with self._database.reading() as connection:
            row = connection.execute(
                "SELECT document FROM annotations WHERE fingerprint = ? AND version = ?",
                (article.fingerprint, version),
            ).fetchone()
        return unpacked(row[0], len(article.text)) if row is not None else None
