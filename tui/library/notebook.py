"""The reader's own notes and corrections, kept with the words that they mark, so that they survive an edit."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from annotators.annotation import Note, Span, in_order
from annotators.article import Article
from annotators.loaders import PIPE
from tui.library.database import Database
from tui.library.entries import location_of
from tui.library.shelving import identity_of

if TYPE_CHECKING:  # not imported at run time for an article without notes
    from annotators.notes.anchoring import Selector
    from annotators.notes.corrections import Correction

__all__ = ["Notebook", "Orphan", "Page"]


_ON_IT: Final = (
    "fingerprint = ? OR location = ?"
    " OR location IN (SELECT location FROM article WHERE identity = ? AND identity <> '')"
)
"""The notes on an article: on its text, at its location, or at an earlier location of the same article."""
_ON_WHOLE: Final = " OR location = ? OR fingerprint = ?"
"""The same for the article that this one is a part of."""


class Orphan(NamedTuple):
    """A note or correction whose words are not in the text any more: its id, those words, and what it says."""

    id: str
    exact: str
    text: str
    is_note: bool


class Page(NamedTuple):
    """The notes and corrections of one article, and its orphans."""

    notes: tuple[Note, ...] = ()
    corrections: tuple[Correction, ...] = ()
    orphans: tuple[Orphan, ...] = ()


class _Line(NamedTuple):
    """A note or correction, and where its words are now, if they are in the text."""

    id: str
    span: Span | None
    exact: str
    said: dict[str, Any]
    created: float


class Notebook:
    """Notes and corrections by article: those on its text, and on earlier texts of the same file or address."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def page(self, article: Article) -> Page:
        """The notes and corrections on an article. One whose words are not found is an orphan; no place is guessed.

        Of an article that is a part of another, only those whose words it contains are returned.
        """
        notes: list[Note] = []
        corrections: list[Correction] = []
        orphans: list[Orphan] = []
        for line in self._lines(article):
            span, said = line.span, line.said
            if span is None:
                orphans.append(Orphan(line.id, line.exact, _summary(said), "verdict" not in said))
            elif "verdict" in said:
                corrections.append(_correction(span, said))
            else:
                notes.append(Note(start=span.start, end=span.end, id=line.id, text=said["text"], created=line.created))
        return Page(in_order(notes), tuple(corrections), tuple(orphans))

    def _lines(self, article: Article) -> list[_Line]:
        with self._database.reading() as connection:
            on_it, it = _written(connection, article)
            rows = connection.execute(
                f"SELECT id, selector, body, created, NOT ({_ON_IT}) FROM note WHERE {on_it} ORDER BY created",
                (*_it(article), *it),
            ).fetchall()
        if not rows:
            return []
        from annotators.notes.anchoring import Selector, anchor

        lines: dict[str, _Line] = {}  # by id, as a note may have been kept for two copies of a file
        for identifier, selector, body, created, of_whole in rows:
            wanted = Selector.from_json(json.loads(selector))
            span = anchor(article.text, wanted)
            if span is not None or not of_whole:
                lines[identifier] = _Line(identifier, span, wanted.exact, json.loads(body), created)
        return list(lines.values())

    def keep_note(self, article: Article, note: Note) -> None:
        """Keep a note, in place of an earlier version of it."""
        from annotators.notes.anchoring import select

        self._keep(article, note.id, select(article.text, note), {"text": note.text}, note.created)

    def keep_correction(self, article: Article, correction: Correction, created: float) -> None:
        """Keep a correction, in place of an earlier one of the same sort on the same words."""
        from annotators.notes.anchoring import select

        self.drop_correction(article, correction)
        identifier = f"c{time.time_ns():x}"
        body = {"verdict": correction.verdict, "value": correction.value}
        self._keep(article, identifier, select(article.text, correction), body, created)

    def drop_correction(self, article: Article, correction: Correction) -> None:
        """Remove the correction of that sort on those words, wherever they were when it was made."""
        for line in self._lines(article):
            if line.span is not None and "verdict" in line.said:
                known = _correction(line.span, line.said)
                if (known.start, known.end, known.verdict) == (correction.start, correction.end, correction.verdict):
                    self.drop(article, line.id)

    def drop(self, article: Article, identifier: str) -> list[tuple[Any, ...]]:
        """Remove a note or an orphan; returns what `restore` needs."""
        with self._database.writing() as connection:
            on_it, it = _written(connection, article)
            where, values = f"FROM note WHERE id = ? AND ({on_it})", (identifier, *it)
            rows = connection.execute(f"SELECT * {where}", values).fetchall()
            connection.execute(f"DELETE {where}", values)
        return rows

    def restore(self, dropped: Iterable[Sequence[Any]]) -> None:
        """Put back what `drop` has removed."""
        with self._database.writing() as connection:
            connection.executemany("INSERT OR REPLACE INTO note VALUES (?, ?, ?, ?, ?, ?)", dropped)

    def examples(self) -> Iterable[dict[str, Any]]:
        """Every correction as a training example: the words, their context, the correction."""
        with self._database.reading() as connection:
            rows = connection.execute("SELECT selector, body FROM note ORDER BY created").fetchall()
        from annotators.notes.anchoring import Selector

        for selector, body in rows:
            said = json.loads(body)
            if "verdict" in said:
                wanted = asdict(Selector.from_json(json.loads(selector)))
                yield {**{key: wanted[key] for key in ("exact", "prefix", "suffix")}, **said}

    def _keep(
        self, article: Article, identifier: str, selector: Selector, body: dict[str, Any], created: float
    ) -> None:
        values: Sequence[object] = (
            article.fingerprint,
            _written_on(article),
            identifier,
            json.dumps(selector.to_json()),
            json.dumps(body),
            created,
        )
        with self._database.writing() as connection:
            connection.execute("INSERT OR REPLACE INTO note VALUES (?, ?, ?, ?, ?, ?)", values)


def _written(connection: sqlite3.Connection, article: Article) -> tuple[str, tuple[str, ...]]:
    """The SQL condition, with its values, for notes on an article or on the article that it is a part of."""
    from tui.library.piped_excerpts import wholes_of

    wholes = wholes_of(connection, article)
    return _ON_IT + _ON_WHOLE * len(wholes), (*_it(article), *(value for whole in wholes for value in whole))


def _it(article: Article) -> tuple[str, str, str]:
    return article.fingerprint, _written_on(article), identity_of(article)


def _correction(span: Span, said: dict[str, Any]) -> Correction:
    from annotators.notes.corrections import Correction, Verdict

    return Correction(span.start, span.end, Verdict(said["verdict"]), said["value"])


def _written_on(article: Article) -> str:
    """The location under which notes are kept; that of a pipe is its fingerprint."""
    location = location_of(article)
    return f"{location}{article.fingerprint}" if location == PIPE else location


def _summary(said: dict[str, Any]) -> str:
    return f"{said['verdict']} {said['value']}".strip() if "verdict" in said else str(said["text"])
