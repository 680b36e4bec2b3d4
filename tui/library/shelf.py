"""The library: every article that was opened, found again by what it says and who says it."""

from __future__ import annotations

import json
import re
import time
import zlib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from annotators.annotation import AnnotationSet, Layer
from annotators.article import Article
from annotators.document import annotations_from, to_document
from tui.library.database import Database, open_database
from tui.library.entries import Entry
from tui.library.queries import parse_query

__all__ = ["Library"]

_COLUMNS: Final = (
    "fingerprint, location, article.title, site, published, article.words, added, opened, read, tags, position"
)
_WORD: Final = re.compile(r"\w+")


class Library:
    """The reader's articles. Every method raises `LibraryError` when the file cannot be used."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @classmethod
    def open(cls, path: Path) -> Library:
        """The library at a path, made where there is none."""
        return cls(open_database(path))

    @property
    def notices(self) -> tuple[str, ...]:
        """Sentences the reader should be told about the library's file."""
        return self._database.notices

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def remember(self, article: Article, title: str) -> Entry:
        """Put an article on the shelf, or on top of it; what is known of it is kept."""
        now = time.time()
        meta = article.metadata
        with self._database.writing() as connection:
            connection.execute(
                "INSERT INTO article (fingerprint, location, title, site, published, words, added, opened)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (fingerprint) DO UPDATE SET"
                " location = excluded.location, title = excluded.title, opened = excluded.opened",
                (
                    article.fingerprint,
                    article.source.location,
                    title,
                    meta.site or "",
                    meta.published or "",
                    sum(1 for _ in _WORD.finditer(article.text)),
                    now,
                    now,
                ),
            )
            (row,) = connection.execute(
                "SELECT id FROM article WHERE fingerprint = ?", (article.fingerprint,)
            ).fetchone()
            if connection.execute("UPDATE fulltext SET title = ? WHERE rowid = ?", (title, row)).rowcount == 0:
                connection.execute(
                    "INSERT INTO fulltext (rowid, title, text, entity, said_by, kind) VALUES (?, ?, ?, '', '', '')",
                    (row, title, article.text.encode("utf-8", "replace").decode()),
                )
        entry = self.entry(article.fingerprint)
        assert entry is not None
        return entry

    def entry(self, fingerprint: str) -> Entry | None:
        """The entry of a text, if it was ever opened."""
        with self._database.reading() as connection:
            row = connection.execute(f"SELECT {_COLUMNS} FROM article WHERE fingerprint = ?", (fingerprint,)).fetchone()
        return _entry(row) if row else None

    def entries(self, typed: str = "", limit: int = 200) -> list[Entry]:
        """The articles that a search finds, best first; without words the last opened first."""
        query = parse_query(typed)
        conditions, values = ["1"], list[object]()
        for tag in query.tags:
            conditions.append("instr(tags, ?) > 0")
            values.append(f" {tag} ")
        if query.read is not None:
            conditions.append("read = ?")
            values.append(query.read)
        source, order = "article", "opened DESC"
        if query.match:
            source = "fulltext JOIN article ON article.id = fulltext.rowid"
            conditions.append("fulltext MATCH ?")
            values.append(query.match)
            order = "bm25(fulltext, 8.0, 1.0, 4.0, 4.0, 1.0)"
        with self._database.reading() as connection:
            rows = connection.execute(
                f"SELECT {_COLUMNS} FROM {source} WHERE {' AND '.join(conditions)} ORDER BY {order} LIMIT ?",
                (*values, limit),
            ).fetchall()
        return [_entry(row) for row in rows]

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
        words = sorted({word for tag in tags for word in tag.split()})
        with self._database.writing() as connection:
            connection.execute(
                "UPDATE article SET tags = ? WHERE fingerprint = ?",
                (f" {' '.join(words)} " if words else "", fingerprint),
            )

    def forget(self, fingerprint: str) -> None:
        """Take an article off the shelf; its file and its notes stay."""
        with self._database.writing() as connection:
            connection.execute(
                "DELETE FROM fulltext WHERE rowid IN (SELECT id FROM article WHERE fingerprint = ?)", (fingerprint,)
            )
            connection.execute("DELETE FROM article WHERE fingerprint = ?", (fingerprint,))
            connection.execute("DELETE FROM annotations WHERE fingerprint = ?", (fingerprint,))

    def save_annotations(self, article: Article, annotations: AnnotationSet, version: str) -> None:
        """Keep what was found in an article under the version of what found it, and make it findable."""
        document = to_document(article, annotations)
        del document["text"]
        packed = zlib.compress(json.dumps(document, separators=(",", ":")).encode(), 6)
        with self._database.writing() as connection:
            connection.execute("DELETE FROM annotations WHERE fingerprint = ?", (article.fingerprint,))
            connection.execute("INSERT INTO annotations VALUES (?, ?, ?)", (article.fingerprint, version, packed))
            connection.execute(
                "UPDATE fulltext SET entity = ?, said_by = ?, kind = ?"
                " WHERE rowid = (SELECT id FROM article WHERE fingerprint = ?)",
                (*_fields(article, annotations), article.fingerprint),
            )

    def annotations(self, article: Article, version: str) -> AnnotationSet | None:
        """What that version found in this very text before, `None` where it has not seen it."""
        with self._database.reading() as connection:
            row = connection.execute(
                "SELECT document FROM annotations WHERE fingerprint = ? AND version = ?",
                (article.fingerprint, version),
            ).fetchone()
        if row is None:
            return None
        try:
            found = annotations_from(json.loads(zlib.decompress(row[0])))
        except (zlib.error, ValueError, KeyError, TypeError, AttributeError):
            return None  # a damaged cache is no cache
        return found if _fits(found, article) else None


def _entry(row: Sequence[object]) -> Entry:
    fingerprint, location, title, site, published, words, added, opened, read, tags, position = row
    return Entry(
        fingerprint=str(fingerprint),
        location=str(location),
        title=str(title),
        site=str(site),
        published=str(published),
        words=int(str(words)),
        added=float(str(added)),
        opened=float(str(opened)),
        read=bool(read),
        tags=tuple(str(tags).split()),
        position=int(str(position)),
    )


def _fields(article: Article, annotations: AnnotationSet) -> tuple[str, str, str]:
    """The searchable columns: every name and form of the entities, every speaker, every kind."""
    names = {entity.name for entity in annotations.entities}
    names |= {article.text[one.start : one.end] for one in annotations.mentions if one.entity is not None}
    speakers = set()
    for said in annotations.statements:
        if said.speaker is not None:
            speakers.add(article.text[said.speaker.start : said.speaker.end])
        if said.speaker_entity in annotations.entity_by_id:
            speakers.add(annotations.entity_by_id[said.speaker_entity].name)
    kinds = {label.kind for label in (*annotations.blocks, *annotations.inline)}
    return _joined(names), _joined(speakers), _joined(kinds)


def _joined(words: set[str]) -> str:
    return " \n ".join(sorted(words)).encode("utf-8", "replace").decode()  # SQLite takes no lone surrogate


def _fits(found: AnnotationSet, article: Article) -> bool:
    last = max((one.end for layer in Layer for one in found.layer(layer)), default=0)
    return last <= len(article.text)
