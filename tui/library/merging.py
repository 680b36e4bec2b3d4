"""Two entries of the library that are of one article become one of them, with the tags, notes and dates of both.

The text that was read of the other goes with its entry.
"""

from __future__ import annotations

import sqlite3

from annotators.article import Article
from tui.library.entries import location_of
from tui.library.identity import identity_at

__all__ = ["identity_of", "merge", "move_notes"]


def identity_of(article: Article) -> str:
    """What an article is known by, whatever its text is today; empty for one that came through a pipe."""
    return identity_at(location_of(article), article.metadata.url)


def merge(connection: sqlite3.Connection, row: int, other: int, location: str) -> None:
    """Take what is known of one entry into another, by their numbers, and the entry away.

    Its notes are from now on those of what is read at `location`. The place is
    the one of `row`, unless it was never left in the middle.
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
        move_notes(connection, old, location)
    for table, column, value in (
        ("annotations", "fingerprint", fingerprint), ("fulltext", "rowid", other), ("article", "id", other)
    ):  # fmt: skip
        connection.execute(f"DELETE FROM {table} WHERE {column} = ?", (value,))


def move_notes(connection: sqlite3.Connection, before: str, location: str) -> None:
    """What was written on an article at one location is at another from now on."""
    connection.execute("UPDATE OR REPLACE note SET location = ? WHERE location = ?", (location, before))
