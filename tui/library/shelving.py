"""Adds an article to the library: as a new entry, or to the entry that it has already.

An entry stands for a file or a page, whatever its present text is. If two entries turn out to be the same article, they
are merged: tags, notes and dates of both are kept, and the older text is dropped.
"""

from __future__ import annotations

import sqlite3
import time

from annotators.article import Article
from annotators.loaders import PIPE
from tui.library.database import storable, storable_bytes
from tui.library.entries import location_of
from tui.library.identity import identity_at
from tui.reading_time import words_in

__all__ = ["identity_of", "shelve"]


def identity_of(article: Article) -> str:
    """The identity of an article, independent of its present text; empty for one from a pipe."""
    return identity_at(location_of(article), article.metadata.url)


def shelve(connection: sqlite3.Connection, article: Article, title: str, words: int | None) -> None:
    """Add an article, or move its entry to the top; `words` is the number of words in its clean view.

    Without `words` the headline is not known yet, and an entry keeps the title that it has.
    """
    location, identity, now = location_of(article), identity_of(article), time.time()
    row = _row_of(connection, article, location, identity)
    if row is None:
        row = _add(connection, article, title, location, now)
    elif words is not None:
        connection.execute("UPDATE article SET title = ? WHERE id = ?", (storable(title), row))
        connection.execute(  # only where it is another: all the words of the article are indexed anew for it
            "UPDATE fulltext SET title = ? WHERE rowid = ? AND title <> ?", (storable(title), row, storable(title))
        )
    _keep_location(connection, row, location, identity, now)
    if words is not None:
        connection.execute("UPDATE article SET words = ? WHERE fingerprint = ?", (words, article.fingerprint))


def _row_of(connection: sqlite3.Connection, article: Article, location: str, identity: str) -> int | None:
    """The row of this text, else that of an earlier text of the same file or page, which gets this text.

    Rows that turn out to be of the same article are merged.
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
        _merge(connection, row, other, location)
    if before == article.fingerprint:
        return int(row)
    connection.execute("DELETE FROM annotations WHERE fingerprint = ?", (before,))
    connection.execute(
        "UPDATE article SET fingerprint = ?, words = ?, length = ? WHERE id = ?",
        (article.fingerprint, words_in(len(article.text)), len(article.text), row),
    )
    connection.execute(
        "UPDATE fulltext SET text = CAST(? AS TEXT) WHERE rowid = ?", (storable_bytes(article.text), row)
    )
    return int(row)


def _add(connection: sqlite3.Connection, article: Article, title: str, location: str, now: float) -> int:
    meta = article.metadata
    added = connection.execute(
        "INSERT INTO article (fingerprint, location, title, site, published, words, added, opened,"
        " length) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            article.fingerprint,
            location,
            storable(title),
            storable(meta.site or ""),
            storable(meta.published or ""),
            words_in(len(article.text)),
            now,
            now,
            len(article.text),
        ),
    )
    connection.execute(
        "INSERT INTO fulltext (rowid, title, text, entity, said_by, kind) VALUES (?, ?, CAST(? AS TEXT), '', '', '')",
        (added.lastrowid, storable(title), storable_bytes(article.text)),
    )
    assert added.lastrowid is not None
    return added.lastrowid


def _keep_location(connection: sqlite3.Connection, row: int, location: str, identity: str, now: float) -> None:
    """Keep where and when an article was opened, and move the notes that were made on it at another location.

    An article with a location that comes through a pipe this time keeps that location, to be found there again.
    """
    before, known_as = connection.execute("SELECT location, identity FROM article WHERE id = ?", (row,)).fetchone()
    if location == PIPE:
        location, identity = before, known_as
    if identity and known_as == identity and before != location:
        _move_notes(connection, before, location)
    connection.execute(
        "UPDATE article SET location = ?, identity = ?, opened = ? WHERE id = ?", (location, identity, now, row)
    )


def _merge(connection: sqlite3.Connection, row: int, other: int, location: str) -> None:
    """Merge the entry `other` into `row`: tags, dates, and the notes, which move to `location`.

    The place is that of `row`, unless it is at the beginning.
    """
    question = "SELECT location, fingerprint, added, read, tags, position, length FROM article WHERE id = ?"
    _, _, added, read, tags, position, length = connection.execute(question, (row,)).fetchone()
    old, fingerprint, since, was_read, more, place, _ = connection.execute(question, (other,)).fetchone()
    words = sorted({*tags.split(), *more.split()})
    connection.execute(
        "UPDATE article SET added = ?, read = ?, tags = ?, position = ? WHERE id = ?",
        (
            min(added, since),
            max(read, was_read),
            f" {' '.join(words)} " if words else "",
            position or (0 if read else min(place, length)),
            row,
        ),
    )
    if old != location:
        _move_notes(connection, old, location)
    for table, column, value in (
        ("annotations", "fingerprint", fingerprint), ("fulltext", "rowid", other), ("article", "id", other)
    ):  # fmt: skip
        connection.execute(f"DELETE FROM {table} WHERE {column} = ?", (value,))


def _move_notes(connection: sqlite3.Connection, before: str, location: str) -> None:
    """Move the notes on the article at one location to another."""
    connection.execute("UPDATE OR REPLACE note SET location = ? WHERE location = ?", (location, before))
