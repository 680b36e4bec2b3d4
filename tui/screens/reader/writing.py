"""What the reader has written on the article: kept in the library, laid over what machines find, taken back."""

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
"""Changes, of all articles together, that can be taken back."""


class Placed(NamedTuple):
    """A note that had lost its place and was given one, and what puts it back into the library as it was."""

    orphan: Orphan
    put_back: Callable[[], object]


class Before(NamedTuple):
    """What the reader had written before a change, and what the change was, such as that an orphan was placed."""

    notes: tuple[Note, ...]
    corrections: tuple[Correction, ...]
    change: str
    placed: Placed | None = None


class Changes:
    """What can be taken back, article by article; of more than `most` changes the oldest are kept no longer."""

    def __init__(self, most: int = _MOST) -> None:
        self._most = most
        self._made: list[tuple[str, Before]] = []
        self._past: set[str] = set()

    def add(self, article: str, before: Before) -> None:
        """A change is about to be made in an article, known by its fingerprint."""
        self._made.append((article, before))
        for article_before, _ in self._made[: -self._most]:
            self._past.add(article_before)
        del self._made[: -self._most]

    def take_back(self, article: str) -> Before | None:
        """What was there before the last change in an article, once for each; `None` where there is no more."""
        number = next((n for n in reversed(range(len(self._made))) if self._made[n][0] == article), None)
        return None if number is None else self._made.pop(number)[1]

    def has_more(self, article: str) -> bool:
        """Whether there were changes in an article that can no longer be taken back."""
        return article in self._past


class Writing(Recalling):
    """Notes and corrections change here and nowhere else."""

    changes: Changes

    @property
    def own_notes(self) -> tuple[Note, ...]:
        """The notes on the article on the screen."""
        return self.notes.get(self.article.fingerprint, ())

    @property
    def own_corrections(self) -> tuple[Correction, ...]:
        """The corrections of the article on the screen."""
        return self.corrections.get(self.article.fingerprint, ())

    def before_change(self, change: str, placed: Placed | None = None) -> None:
        """Remember what the reader had written, so that the change can be taken back."""
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
        """The reader's own notes and corrections of the article are these from now on."""
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
            for number, correction in enumerate(corrections[same:]):  # in their order, as the last one counts
                memory.keep(self.article, correction, time.time() + number * 1e-3)
        self.take_annotations(self.found)
