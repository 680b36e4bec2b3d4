"""The library's SQLite file: opened, migrated, and renamed when it is damaged. Nothing is ever deleted."""

from __future__ import annotations

import contextlib
import sqlite3
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tui.terminal.safe_text import one_line

__all__ = ["IN_MEMORY", "Database", "LibraryError", "open_database", "read_database", "storable", "storable_bytes"]

_PATIENCE: Final = 3.0
"""Seconds to wait for another process that is writing."""

IN_MEMORY: Final = Path(":memory:")
"""SQLite's name for a database in memory, which lasts as long as the program."""

_OWNERS_ALONE: Final = 0o600
"""Permissions of the file: what somebody reads is private. SQLite gives its journal the same ones."""

_MIGRATIONS: Final[tuple[str, ...]] = (
    """
    CREATE TABLE article (
        id INTEGER PRIMARY KEY,
        fingerprint TEXT NOT NULL UNIQUE,   -- SHA-256 of the text
        location TEXT NOT NULL,             -- path or address it was last opened from
        title TEXT NOT NULL,
        site TEXT NOT NULL DEFAULT '',
        published TEXT NOT NULL DEFAULT '',
        words INTEGER NOT NULL,
        added REAL NOT NULL,                -- seconds since the epoch
        opened REAL NOT NULL,
        read INTEGER NOT NULL DEFAULT 0,
        tags TEXT NOT NULL DEFAULT '',      -- separated and surrounded by spaces
        position INTEGER NOT NULL DEFAULT 0 -- code point of the first line on the screen
    );
    CREATE INDEX article_opened ON article (opened DESC);
    CREATE INDEX article_location ON article (location);
    CREATE TABLE annotations (
        fingerprint TEXT NOT NULL,
        version TEXT NOT NULL,              -- of the pipeline and its model
        document BLOB NOT NULL,             -- as annotators.memory.keeping packs it
        PRIMARY KEY (fingerprint, version)
    ) WITHOUT ROWID;
    CREATE TABLE note (
        fingerprint TEXT NOT NULL,          -- of the text it was made on
        location TEXT NOT NULL,
        id TEXT NOT NULL,
        selector TEXT NOT NULL,             -- W3C text quote and position, JSON
        body TEXT NOT NULL,                 -- what it says, JSON
        created REAL NOT NULL,
        PRIMARY KEY (location, id)
    ) WITHOUT ROWID;
    CREATE VIRTUAL TABLE fulltext USING fts5 (
        title, text, entity, said_by, kind,
        tokenize = "unicode61 remove_diacritics 2"
    );
    """,
    """
    ALTER TABLE article ADD COLUMN length INTEGER NOT NULL DEFAULT 0; -- of the text, code points
    """,
    """
    ALTER TABLE article ADD COLUMN identity TEXT NOT NULL DEFAULT ''; -- the file or the page, whatever its text is
    UPDATE article SET identity = identity_at(location);
    CREATE INDEX article_identity ON article (identity);
    """,
)


class LibraryError(RuntimeError):
    """The library cannot be used; the message is one line that says why and what to do.

    `damaged` says that the file is broken, so that waiting or freeing space will not help.
    """

    damaged = False


@dataclass
class Database:
    """An open library file, with notices about it for the reader."""

    path: Path
    connection: sqlite3.Connection
    notices: tuple[str, ...] = ()
    inode: int = 0

    @contextlib.contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction; if it fails it is rolled back and `LibraryError` raised."""
        try:
            with self.connection:
                yield self.connection
        except sqlite3.Error as error:
            raise _failure(self.path, error) from error

    @contextlib.contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A connection for reading; raises `LibraryError` if the file cannot be read."""
        try:
            yield self.connection
        except sqlite3.Error as error:
            raise _failure(self.path, error) from error

    def put_aside(self) -> str:
        """Close a damaged file and rename it; returns what to tell the reader.

        If another process has done so already, the file of that name is a new one, and is left alone.
        """
        self.close()
        if _inode(self.path) == self.inode:
            return _put_aside(self.path)
        return "the library was damaged and has been begun anew"

    def close(self) -> None:
        """Close the file."""
        self.connection.close()


def open_database(path: Path) -> Database:
    """The library at `path`; it is created if there is none.

    A file that is not a database is renamed to `NAME.broken-TIME`, and a new one is created. Raises `LibraryError`
    for a file of a newer version, which is left alone, and for a folder that cannot be written.
    """
    notices: tuple[str, ...] = ()
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            connection = _connect(path)
        except sqlite3.DatabaseError as error:
            if isinstance(error, sqlite3.OperationalError):  # locked, full, not writable: not broken
                raise
            notices = (_put_aside(path),)
            connection = _connect(path)
    except (sqlite3.Error, OSError) as error:
        raise _failure(path, error) from error
    return Database(path, connection, notices, _inode(path))


def read_database(path: Path) -> Database:
    """The library at `path` for reading only; its file stays as it is.

    The file of an older version is read from a migrated copy in memory. Raises `sqlite3.Error` if there is no file.
    """
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    try:
        if _version(connection) in range(1, len(_MIGRATIONS)):
            with contextlib.closing(connection) as older:
                connection = sqlite3.connect(IN_MEMORY)
                older.backup(connection)
            _migrate(connection)
    except sqlite3.DatabaseError:  # not a database, or a damaged one, which the first query will report
        pass
    return Database(path, connection)


def _connect(path: Path) -> sqlite3.Connection:
    if path != IN_MEMORY:
        path.touch(mode=_OWNERS_ALONE)
    connection = sqlite3.connect(path, timeout=_PATIENCE)
    try:
        _refuse_newer(connection, path)
        # A writer and readers side by side; a power cut costs the last seconds at most.
        with contextlib.suppress(sqlite3.OperationalError):  # a process that opens it at the same moment sets it too
            connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        _migrate(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _refuse_newer(connection: sqlite3.Connection, path: Path) -> None:
    if _version(connection) > len(_MIGRATIONS):
        raise LibraryError(
            f"the library was made by a newer broadsheet; update this one to use it: {one_line(str(path))}"
        )


def _migrate(connection: sqlite3.Connection) -> None:
    if _version(connection) == len(_MIGRATIONS):
        return
    from tui.library.identity import identity_at

    connection.create_function("identity_at", 1, identity_at)
    connection.execute("BEGIN IMMEDIATE")
    with connection:
        for step in _MIGRATIONS[_version(connection) :]:  # another process may have been faster
            for statement in _statements(step):
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {len(_MIGRATIONS)}")


def _version(connection: sqlite3.Connection) -> int:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def _statements(script: str) -> Iterator[str]:
    # executescript would commit first and so break the transaction
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if statement.strip() and sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def _put_aside(path: Path) -> str:
    kept = path.with_name(f"{path.name}.broken-{time.strftime('%Y%m%d-%H%M%S')}")
    path.replace(kept)
    for suffix in ("-wal", "-shm"):
        with contextlib.suppress(FileNotFoundError):
            path.with_name(path.name + suffix).replace(kept.with_name(kept.name + suffix))
    return f"the library was damaged: it is kept as {one_line(kept.name)} and a new one begun"


def _inode(path: Path) -> int:
    try:
        return path.stat().st_ino
    except OSError:
        return 0


def _failure(path: Path, error: Exception) -> LibraryError:
    reason = getattr(error, "strerror", None) or str(error)
    failure = LibraryError(
        f"the library cannot be used ({one_line(reason)}); reading goes on without it: {one_line(str(path))}"
    )
    failure.damaged = type(error) is sqlite3.DatabaseError  # its subclasses are about questions, locks and room
    return failure


def storable(text: str) -> str:
    """The text as SQLite takes it: without lone surrogates."""
    return storable_bytes(text).decode()


def storable_bytes(text: str) -> bytes:
    """The same in UTF-8, which saves two copies of a long text."""
    return text.encode("utf-8", "replace")
