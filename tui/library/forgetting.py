"""Deletes an article from the library, so that it can be put back."""

from __future__ import annotations

import sqlite3
from typing import Any, NamedTuple

__all__ = ["Forgotten", "forget", "restore"]


class Forgotten(NamedTuple):
    """The deleted rows of an article."""

    articles: list[tuple[Any, ...]]
    words: list[tuple[Any, ...]]
    annotations: list[tuple[Any, ...]]


def forget(connection: sqlite3.Connection, fingerprint: str) -> Forgotten:
    """Delete the rows of an article, but not its notes; returns what `restore` needs to put it back."""
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


def restore(connection: sqlite3.Connection, forgotten: Forgotten) -> None:
    """Put the rows of an article back, unless it has been opened again meanwhile."""
    for article, words in zip(forgotten.articles, forgotten.words, strict=True):
        values = article[1:]  # without its id, which another article may have now
        added = connection.execute(f"INSERT OR IGNORE INTO article VALUES (NULL{', ?' * len(values)})", values)
        if added.rowcount:
            connection.execute(
                "INSERT INTO fulltext (rowid, title, text, entity, said_by, kind) VALUES (?, ?, ?, ?, ?, ?)",
                (added.lastrowid, *words[1:]),
            )
    connection.executemany("INSERT OR IGNORE INTO annotations VALUES (?, ?, ?)", forgotten.annotations)
