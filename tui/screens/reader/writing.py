"""What the reader has written on the article: kept in the library, laid over what machines find, taken back."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, NamedTuple

from annotators.annotation import Note
from tui.screens.reader.recalling import Recalling

if TYPE_CHECKING:
    from annotators.notes.corrections import Correction

__all__ = ["Before", "Writing"]


class Before(NamedTuple):
    """What the reader had written before a change, and what the change was."""

    notes: tuple[Note, ...]
    corrections: tuple[Correction, ...]
    change: str


class Writing(Recalling):
    """Notes and corrections change here and nowhere else."""

    @property
    def own_notes(self) -> tuple[Note, ...]:
        """The notes on the article on the screen."""
        return self.notes.get(self.article.fingerprint, ())

    @property
    def own_corrections(self) -> tuple[Correction, ...]:
        """The corrections of the article on the screen."""
        return self.corrections.get(self.article.fingerprint, ())

    def before_change(self, change: str) -> None:
        """Remember what the reader had written, so that the change can be taken back."""
        before = Before(self.own_notes, self.own_corrections, change)
        self.changes.setdefault(self.article.fingerprint, []).append(before)

    def action_undo(self) -> None:
        changes = self.changes.get(self.article.fingerprint)
        if not changes:
            self.say("there is nothing to take back in this article")
            return
        before = changes.pop()
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
