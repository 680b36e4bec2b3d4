"""Runs a search of the library in SQLite."""

from __future__ import annotations

import sqlite3
from typing import Final

from tui.library.entries import COLUMNS, Entry, Found, entry_of_row
from tui.library.queries import parse_query

__all__ = ["search"]

_OPENS: Final = 2
_CLOSES: Final = 3
"""Characters that stand around a match in a snippet; no terminal ever sees them."""


def search(connection: sqlite3.Connection, typed: str, limit: int) -> list[Found]:
    """The entries that a search finds, the best first, with the words that matched; without words, the last opened."""
    query = parse_query(typed)
    conditions, values = ["1"], list[object]()
    for tag in query.tags:
        conditions.append("instr(tags, ?) > 0")
        values.append(f" {tag} ")
    if query.read is not None:
        conditions.append("read = ?")
        values.append(query.read)
    where = " AND ".join(conditions)
    if not query.match:
        question = f"SELECT {COLUMNS} FROM article WHERE {where} ORDER BY opened DESC LIMIT ?"
        return [Found(entry_of_row(row)) for row in connection.execute(question, (*values, limit))]
    # The best entries are selected first, and their other columns fetched afterwards, because sorting would copy them.
    only = f" AND rowid IN (SELECT id FROM article WHERE {where})" if values else ""
    best = connection.execute(
        f"SELECT rowid, snippet(fulltext, -1, char({_OPENS}), char({_CLOSES}), '…', 16) FROM fulltext"
        f" WHERE fulltext MATCH ?{only} ORDER BY bm25(fulltext, 8.0, 1.0, 4.0, 4.0, 1.0) LIMIT ?",
        (query.match, *values, limit),
    ).fetchall()
    by_id = f"SELECT {COLUMNS} FROM article WHERE id = ?"
    return [_found(entry_of_row(connection.execute(by_id, (row,)).fetchone()), snippet) for row, snippet in best]


def _found(entry: Entry, snippet: str) -> Found:
    """An entry with a snippet in which the first match is marked."""
    opens, closes = chr(_OPENS), chr(_CLOSES)
    marked = " ".join(snippet.split())
    before, _, rest = marked.partition(opens)
    match, _, _ = rest.partition(closes)
    plain = marked.replace(opens, "").replace(closes, "")
    return Found(entry, plain, (len(before), len(before) + len(match)))
