"""The library: every article that was opened, found again by what it says and who says it."""

from __future__ import annotations

import contextlib
import sqlite3
import time
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Final, NamedTuple

from annotators.annotation import AnnotationSet
from annotators.article import Article
from annotators.cleaning import clean_segments
from annotators.document import from_document
from annotators.loaders import PIPE
from annotators.loaders.text import article_from_text
from annotators.memory.keeping import kept, pack
from annotators.rows import column
from tui.library.database import Database, open_database
from tui.library.entries import Entry, Found, location_of, source_at
from tui.library.merging import identity_of, merge, move_notes
from tui.library.unpacking import DAMAGED, unpacked, unpacked_document
from tui.reading_time import kept_characters, words_in

__all__ = ["Forgotten", "Library", "Searchable", "searchable"]

_COLUMNS: Final = (
    "fingerprint, location, article.title, site, published, article.words, added, opened, read, tags, position, length"
)
_OPENS: Final = 2
_CLOSES: Final = 3
"""Characters that stand around a match in a snippet; no terminal ever sees them."""


class Searchable(NamedTuple):
    """What the shelf keeps of an article's annotations in columns of their own.

    Every name and form of the entities, every speaker, every kind; and the date that the text states where nothing
    else does.
    """

    entities: str
    speakers: str
    kinds: str
    published: str = ""


class Forgotten(NamedTuple):
    """The rows of an article that was taken off the shelf."""

    articles: list[tuple[Any, ...]]
    words: list[tuple[Any, ...]]
    annotations: list[tuple[Any, ...]]


class Library:
    """The reader's articles. Every method raises `LibraryError` when the file cannot be used."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @classmethod
    def open(cls, path: Path) -> Library:
        """The library at a path, made where there is none."""
        return cls(open_database(path))

    @property
    def path(self) -> Path:
        """The library's file."""
        return self._database.path

    @property
    def notices(self) -> tuple[str, ...]:
        """Sentences the reader should be told about the library's file."""
        return self._database.notices

    def put_aside(self) -> str:
        """Keep a damaged file under another name; what to tell the reader."""
        return self._database.put_aside()

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def remember(self, article: Article, title: str, words: int | None = None) -> Entry:
        """Put an article on the shelf, or on top of it; what is known of it is kept. `words` has its clean view.

        Where they are not known yet its headline is not either, and the title it had before stays. A file or a page
        whose text has changed stays one entry, with its tags and its place, and so does one under another name.
        """
        location, now = location_of(article), time.time()
        identity = identity_of(article)
        with self._database.writing() as connection:
            row = self._row_of(connection, article, location, identity)
            if row is None:
                row = self._add(connection, article, title, location, now)
            elif words is not None:
                connection.execute("UPDATE article SET title = ? WHERE id = ?", (_storable(title), row))
                connection.execute(  # only where it is another: all the words of the article are indexed anew for it
                    "UPDATE fulltext SET title = ? WHERE rowid = ? AND title <> ?",
                    (_storable(title), row, _storable(title)),
                )
            _found_at(connection, row, location, identity, now)
            if words is not None:
                connection.execute("UPDATE article SET words = ? WHERE fingerprint = ?", (words, article.fingerprint))
        entry = self.entry(article.fingerprint)
        assert entry is not None
        return entry

    def _row_of(self, connection: sqlite3.Connection, article: Article, location: str, identity: str) -> int | None:
        """The row of this text, else of an earlier text of the same file or page, which is this text's from now on.

        Where several are the same article they become one.
        """
        rows = connection.execute(
            "SELECT id, fingerprint FROM article WHERE fingerprint = ? OR (identity = ? AND identity <> '')"
            " ORDER BY fingerprint = ? DESC, opened DESC",
            (article.fingerprint, identity, article.fingerprint),
        ).fetchall()
        if not rows:
            return None
        (row, before), *others = rows
        for other, _ in others:
            merge(connection, row, other, location)
        if before == article.fingerprint:
            return int(row)
        connection.execute("DELETE FROM annotations WHERE fingerprint = ?", (before,))
        connection.execute(
            "UPDATE article SET fingerprint = ?, words = ?, length = ? WHERE id = ?",
            (article.fingerprint, words_in(len(article.text)), len(article.text), row),
        )
        connection.execute("UPDATE fulltext SET text = CAST(? AS TEXT) WHERE rowid = ?", (_bytes(article.text), row))
        return int(row)

    def _add(self, connection: sqlite3.Connection, article: Article, title: str, location: str, now: float) -> int:
        meta = article.metadata
        added = connection.execute(
            "INSERT INTO article (fingerprint, location, title, site, published, words, added, opened,"
            " length) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                article.fingerprint,
                location,
                _storable(title),
                _storable(meta.site or ""),
                _storable(meta.published or ""),
                words_in(len(article.text)),
                now,
                now,
                len(article.text),
            ),
        )
        connection.execute(
            "INSERT INTO fulltext (rowid, title, text, entity, said_by, kind)"
            " VALUES (?, ?, CAST(? AS TEXT), '', '', '')",
            (added.lastrowid, _storable(title), _bytes(article.text)),
        )
        assert added.lastrowid is not None
        return added.lastrowid

    def entry(self, fingerprint: str) -> Entry | None:
        """The entry of a text, if it was ever opened."""
        with self._database.reading() as connection:
            row = connection.execute(f"SELECT {_COLUMNS} FROM article WHERE fingerprint = ?", (fingerprint,)).fetchone()
        return _entry(row) if row else None

    def entry_of(self, article: Article) -> Entry | None:
        """The entry of an article: of its text, else of an earlier text of the same file or page."""
        known = self.entry(article.fingerprint)
        identity = "" if known else identity_of(article)
        if not identity:
            return known
        with self._database.reading() as connection:
            question = f"SELECT {_COLUMNS} FROM article WHERE identity = ? ORDER BY opened DESC"
            row = connection.execute(question, (identity,)).fetchone()
        return _entry(row) if row else None

    def entries(self, typed: str = "", limit: int = 200) -> list[Entry]:
        """The articles that a search finds, best first; without words the last opened first."""
        return [found.entry for found in self.search(typed, limit)]

    def search(self, typed: str = "", limit: int = 200) -> list[Found]:
        """As `entries`, with the words that matched."""
        from tui.library.queries import parse_query  # not needed to open an article

        query = parse_query(typed)
        conditions, values = ["1"], list[object]()
        for tag in query.tags:
            conditions.append("instr(tags, ?) > 0")
            values.append(f" {tag} ")
        if query.read is not None:
            conditions.append("read = ?")
            values.append(query.read)
        where = " AND ".join(conditions)
        with self._database.reading() as connection:
            if not query.match:
                question = f"SELECT {_COLUMNS} FROM article WHERE {where} ORDER BY opened DESC LIMIT ?"
                return [Found(_entry(row)) for row in connection.execute(question, (*values, limit))]
            # The best are chosen before anything else of them is fetched, which sorting would carry around.
            only = f" AND rowid IN (SELECT id FROM article WHERE {where})" if values else ""
            best = connection.execute(
                f"SELECT rowid, snippet(fulltext, -1, char({_OPENS}), char({_CLOSES}), '…', 16) FROM fulltext"
                f" WHERE fulltext MATCH ?{only} ORDER BY bm25(fulltext, 8.0, 1.0, 4.0, 4.0, 1.0) LIMIT ?",
                (query.match, *values, limit),
            ).fetchall()
            by_id = f"SELECT {_COLUMNS} FROM article WHERE id = ?"
            return [_found(_entry(connection.execute(by_id, (row,)).fetchone()), snippet) for row, snippet in best]

    def in_context(self, found: Found, typed: str) -> Found:
        """An article found by a name, a speaker or a kind, with the words around the first of it in its text."""
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
        """How many articles there are."""
        with self._database.reading() as connection:
            (number,) = connection.execute("SELECT count(*) FROM article").fetchone()
        return int(number)

    def save_position(self, fingerprint: str, position: int, *, read: bool | None = None) -> None:
        """Keep the place in an article, a code point, and whether it has been read."""
        with self._database.writing() as connection:
            connection.execute(
                "UPDATE article SET position = ?, read = coalesce(?, read) WHERE fingerprint = ?",
                (position, read, fingerprint),
            )

    def tag(self, fingerprint: str, tags: Iterable[str]) -> None:
        """Replace the tags of an article."""
        words = sorted({word for tag in tags for word in _storable(tag).split()})
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
        """Take an article off the shelf; its file and its notes stay. What `restore` needs to put it back."""
        with self._database.writing() as connection:
            where = " WHERE rowid IN (SELECT id FROM article WHERE fingerprint = ?)"
            forgotten = Forgotten(
                connection.execute("SELECT * FROM article WHERE fingerprint = ?", (fingerprint,)).fetchall(),
                connection.execute("SELECT rowid, * FROM fulltext" + where, (fingerprint,)).fetchall(),
                connection.execute("SELECT * FROM annotations WHERE fingerprint = ?", (fingerprint,)).fetchall(),
            )
            connection.execute("DELETE FROM fulltext" + where, (fingerprint,))
            connection.execute("DELETE FROM article WHERE fingerprint = ?", (fingerprint,))
            connection.execute("DELETE FROM annotations WHERE fingerprint = ?", (fingerprint,))
        return forgotten

    def restore(self, forgotten: Forgotten) -> None:
        """Put back what `forget` took away; nothing where it has been opened again meanwhile."""
        with self._database.writing() as connection:
            for article, words in zip(forgotten.articles, forgotten.words, strict=True):
                values = article[1:]  # its old number may have been given to another
                added = connection.execute(f"INSERT OR IGNORE INTO article VALUES (NULL{', ?' * len(values)})", values)
                if added.rowcount:
                    connection.execute(
                        "INSERT INTO fulltext (rowid, title, text, entity, said_by, kind) VALUES (?, ?, ?, ?, ?, ?)",
                        (added.lastrowid, *words[1:]),
                    )
            connection.executemany("INSERT OR IGNORE INTO annotations VALUES (?, ?, ?)", forgotten.annotations)

    def text_of(self, fingerprint: str) -> str | None:
        """The text of an article, without lone surrogates; `None` where there is no such article."""
        with self._database.reading() as connection:
            row = connection.execute(
                "SELECT text FROM fulltext WHERE rowid IN (SELECT id FROM article WHERE fingerprint = ?)",
                (fingerprint,),
            ).fetchone()
        return None if row is None else str(row[0])

    def copy_of(self, entry: Entry) -> Article | None:
        """The article as the library has it, for when its source is gone; `None` where it has no text of it."""
        text = self.text_of(entry.fingerprint)
        with self._database.reading() as connection:
            known = connection.execute(
                "SELECT document FROM annotations WHERE fingerprint = ?", (entry.fingerprint,)
            ).fetchone()
        if text is None or not text.strip():
            return None
        if known is not None:  # it knows the blocks of a page, which a plain text has no trace of
            with contextlib.suppress(*DAMAGED):
                article, _ = from_document({**unpacked_document(known[0]), "text": text})
                return replace(article, source=replace(article.source, location=entry.location))
        return article_from_text(text, entry.location)

    def save_annotations(self, article: Article, annotations: AnnotationSet, version: str) -> None:
        """Keep what was found in an article under the version of what found it, and make it findable."""
        packed = pack(*kept(article, annotations))
        self.save_packed(article.fingerprint, packed, searchable(article, annotations), version)

    def save_packed(self, fingerprint: str, packed: bytes, found: Searchable, version: str) -> None:
        """The same for annotations that are packed already, and what `searchable` has made of them."""
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
        """Put an article on the shelf that has not been opened; whether it was not there already."""
        if self.entry(article.fingerprint) is not None:
            return False
        segments = clean_segments(article, found)
        self.remember(article, title, words_in(kept_characters(len(article.text), segments)))
        self.save_annotations(article, found, version)
        return True

    def annotations(self, article: Article, version: str) -> AnnotationSet | None:
        """What that version found in this very text before, `None` where it has not seen it."""
        with self._database.reading() as connection:
            row = connection.execute(
                "SELECT document FROM annotations WHERE fingerprint = ? AND version = ?",
                (article.fingerprint, version),
            ).fetchone()
        return unpacked(row[0], len(article.text)) if row is not None else None


def _found_at(connection: sqlite3.Connection, row: int, location: str, identity: str, now: float) -> None:
    """An article is opened at a location; what was written on the same one at another comes along.

    One that is known by its place and comes through a pipe this time keeps it: there it is found again.
    """
    before, known_as = connection.execute("SELECT location, identity FROM article WHERE id = ?", (row,)).fetchone()
    if location == PIPE:
        location, identity = before, known_as
    if identity and known_as == identity and before != location:
        move_notes(connection, before, location)
    connection.execute(
        "UPDATE article SET location = ?, identity = ?, opened = ? WHERE id = ?", (location, identity, now, row)
    )


def _entry(row: Sequence[object]) -> Entry:
    fingerprint, location, title, site, published, words, added, opened, read, tags, position, length = row
    return Entry(
        fingerprint=str(fingerprint),
        location=source_at(str(location)),
        title=str(title),
        site=str(site),
        published=str(published),
        words=int(str(words)),
        added=float(str(added)),
        opened=float(str(opened)),
        read=bool(read),
        tags=tuple(str(tags).split()),
        position=int(str(position)),
        length=int(str(length)),
    )


def searchable(article: Article, annotations: AnnotationSet) -> Searchable:
    """The columns of an article whose annotations are known."""
    from annotators.metadata import with_metadata  # not needed to open an article

    names, known = {entity.name for entity in annotations.entities}, annotations.entity_by_id
    mentions = (column(annotations.mentions, field) for field in ("start", "end", "entity"))
    names |= {article.text[start:end] for start, end, entity in zip(*mentions, strict=True) if entity is not None}
    spans = column(annotations.statements, "speaker")
    speakers = {article.text[span.start : span.end] for span in spans if span is not None}
    speakers |= {known[name].name for name in column(annotations.statements, "speaker_entity") if name in known}
    kinds = {*column(annotations.blocks, "kind"), *column(annotations.inline, "kind")}
    published = with_metadata(article, annotations).metadata.published or ""
    return Searchable(_joined(names), _joined(speakers), _joined(kinds), _storable(published))


def _joined(words: set[str]) -> str:
    return _storable(" \n ".join(sorted(words)))


def _storable(text: str) -> str:
    """`text` as SQLite takes it: without lone surrogates."""
    return _bytes(text).decode()


def _bytes(text: str) -> bytes:
    """The same for a long text, of which there would be two more copies as a string."""
    return text.encode("utf-8", "replace")


def _found(entry: Entry, snippet: str) -> Found:
    opens, closes = chr(_OPENS), chr(_CLOSES)
    marked = " ".join(snippet.split())
    before, _, rest = marked.partition(opens)
    match, _, _ = rest.partition(closes)
    plain = marked.replace(opens, "").replace(closes, "")
    return Found(entry, plain, (len(before), len(before) + len(match)))
