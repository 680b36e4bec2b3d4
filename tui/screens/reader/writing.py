"""The reader's notes and corrections on the article: kept in the library, applied to the annotations, undone."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Final, NamedTuple

from annotators.annotation import Note
from tui.screens.reader.recalling import Recalling

if TYPE_CHECKING:
    from annotators.notes.corrections import Correction
    from tui.library.notebook import Orphan

__all__ = ["Before", "Changes", "Placed", "Writing"]


_MOST: Final = 200
"""The most changes that can be undone, in all articles together."""


class Placed(NamedTuple):
    """An orphaned note that was given a place, and the function that makes it an orphan in the library again."""

    orphan: Orphan
    put_back: Callable[[], object]


class Before(NamedTuple):
    """The notes and corrections before a change, and a description of the change."""

    notes: tuple[Note, ...]
    corrections: tuple[Correction, ...]
    change: str
    placed: Placed | None = None


class Changes:
    """The changes that can be undone, by article; beyond `most` the oldest are dropped."""

    def __init__(self, most: int = _MOST) -> None:
        self._most = most
        self._made: list[tuple[str, Before]] = []
        self._past: set[str] = set()

    def add(self, article: str, before: Before) -> None:
        """Record the state before a change to the article with that fingerprint."""
        self._made.append((article, before))
        for article_before, _ in self._made[: -self._most]:
            self._past.add(article_before)
        del self._made[: -self._most]

    def take_back(self, article: str) -> Before | None:
        """Remove and return the state before the last change to an article; `None` if there is none."""
        number = next((n for n in reversed(range(len(self._made))) if self._made[n][0] == article), None)
        return None if number is None else self._made.pop(number)[1]

    def has_more(self, article: str) -> bool:
        """Whether older changes to an article have been dropped."""
        return article in self._past


class Writing(Recalling):
    """The only place where notes and corrections are changed."""

    changes: Changes

    @property
    def own_notes(self) -> tuple[Note, ...]:
        """The notes on the open article."""
        return self.notes.get(self.article.fingerprint, ())

    @property
    def own_corrections(self) -> tuple[Correction, ...]:
        """The corrections of the open article."""
        return self.corrections.get(self.article.fingerprint, ())

    def before_change(self, change: str, placed: Placed | None = None) -> None:
        """Record the present notes and corrections, so that the change can be undone."""
        before = Before(self.own_notes, self.own_corrections, change, placed)
        self.changes.add(self.article.fingerprint, before)

    def action_undo(self) -> None:
        key = self.article.fingerprint
        before = self.changes.take_back(key)
        if before is None:
            past = f": only the last {_MOST} changes can be" if self.changes.has_more(key) else ""
            self.say(f"there is nothing {'more ' if past else ''}to take back in this article{past}")
            return
        if before.placed is not None:
            self.orphans = (*self.orphans, before.placed.orphan)
            before.placed.put_back()
        self.write(before.notes, before.corrections)
        self.say(f"taken back: {before.change}")

    def write(self, notes: tuple[Note, ...], corrections: tuple[Correction, ...]) -> None:
        """Replace the notes and corrections of the article, and keep the changes in the library."""
        key = self.article.fingerprint
        before = (self.notes.get(key, ()), self.corrections.get(key, ()))
        self.notes[key], self.corrections[key] = notes, corrections
        memory = self.reader.memory
        if memory is not None:
            self.shelve()
            gone: list[Note | Correction] = [note for note in before[0] if note not in notes]
            gone += [correction for correction in before[1] if correction not in corrections]
            for each in gone:
                memory.drop(self.article, each)
            for note in notes:
                if note not in before[0]:
                    memory.keep(self.article, note, note.created)
            same = sum(1 for old, new in zip(before[1], corrections, strict=False) if old == new)
            for number, correction in enumerate(corrections[same:]):  # in order, because the last one counts
                memory.keep(self.article, correction, time.time() + number * 1e-3)
        self.take_annotations(self.found)
