"""The reader's own notes and corrections: kept by what they mark, so that they survive an edit of the file."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from annotators.anchoring import Selector, anchor, select
from annotators.annotation import Note, in_order
from annotators.article import Article
from annotators.corrections import Correction, Verdict
from tui.library.database import Database

__all__ = ["Notebook", "Orphan", "Page"]


@dataclass(frozen=True, slots=True)
class Orphan:
    """A note whose place is not in the text any more: its id, the words it marked, what it said."""

    id: str
    exact: str
    text: str


@dataclass(frozen=True, slots=True)
class Page:
    """The notes and corrections of one article, and those that lost their place."""

    notes: tuple[Note, ...] = ()
    corrections: tuple[Correction, ...] = ()
    orphans: tuple[Orphan, ...] = ()


class Notebook:
    """Notes and corrections by article: of its text, or of an earlier text of the same file or address."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def page(self, article: Article) -> Page:
        """What was written on an article; a note without a place is an orphan, never a guess."""
        with self._database.reading() as connection:
            rows = connection.execute(
                "SELECT id, selector, body, created FROM note WHERE fingerprint = ? OR location = ? ORDER BY created",
                (article.fingerprint, article.source.location),
            ).fetchall()
        notes: list[Note] = []
        corrections: list[Correction] = []
        orphans: list[Orphan] = []
        for identifier, selector, body, created in rows:
            wanted, said = Selector.from_json(json.loads(selector)), json.loads(body)
            span = anchor(article.text, wanted)
            if span is None:
                orphans.append(Orphan(identifier, wanted.exact, _summary(said)))
            elif "verdict" in said:
                corrections.append(Correction(span.start, span.end, Verdict(said["verdict"]), said["value"]))
            else:
                notes.append(Note(start=span.start, end=span.end, id=identifier, text=said["text"], created=created))
        return Page(in_order(notes), tuple(corrections), tuple(orphans))

    def keep_note(self, article: Article, note: Note) -> None:
        """Keep a note, or what it says now."""
        self._keep(article, note.id, select(article.text, note), {"text": note.text}, note.created)

    def keep_correction(self, article: Article, correction: Correction, created: float) -> str:
        """Keep a correction in place of an earlier verdict of its sort on the same words; its id."""
        identifier = f"{correction.verdict}:{correction.start}:{correction.end}"
        body = {"verdict": correction.verdict, "value": correction.value}
        span = Note(start=correction.start, end=correction.end, id=identifier)
        self._keep(article, identifier, select(article.text, span), body, created)
        return identifier

    def drop(self, article: Article, identifier: str) -> None:
        """Remove a note or a correction."""
        with self._database.writing() as connection:
            connection.execute(
                "DELETE FROM note WHERE id = ? AND (fingerprint = ? OR location = ?)",
                (identifier, article.fingerprint, article.source.location),
            )

    def examples(self) -> Iterable[dict[str, Any]]:
        """Every correction as a training example: the words, what stands around them, the verdict."""
        with self._database.reading() as connection:
            rows = connection.execute("SELECT selector, body FROM note ORDER BY created").fetchall()
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
            article.source.location,
            identifier,
            json.dumps(selector.to_json()),
            json.dumps(body),
            created,
        )
        with self._database.writing() as connection:
            connection.execute("INSERT OR REPLACE INTO note VALUES (?, ?, ?, ?, ?, ?)", values)


def _summary(said: dict[str, Any]) -> str:
    return f"{said['verdict']} {said['value']}".strip() if "verdict" in said else str(said["text"])
