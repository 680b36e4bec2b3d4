"""Counts typed before a command, and the letters of marks typed after one."""

from __future__ import annotations

from typing import Final

from textual import events

from tui.screens.panels import line_to_type_in
from tui.screens.reader.jumping import Jumping

__all__ = ["Prefixing"]

_REPEATED: Final = frozenset(
    "line_down line_up half_down half_up page_down page_up paragraph_next paragraph_previous next_annotation "
    "previous_annotation next_mention previous_mention next_match previous_match expand collapse character_right "
    "character_left next_article previous_article wider narrower".split()
)
_LEAPS: Final = frozenset("home end search hints next_match previous_match open_card library".split())
"""Commands that may lead far away; the place before them becomes the mark `'`."""

_ENDS: Final = frozenset({"home", "end"})

_MOST: Final = 999
"""The most times that a command is repeated; the screen waits for it, at worst for most of a second."""


class Prefixing(Jumping):
    """Handles counts, which begin with a digit that calls no command, and marks, which last as long as the program."""

    _awaited = ""
    """The command that waits for a letter, else empty."""

    @property
    def marks(self) -> dict[str, int]:
        """The marks of the article that is shown: offsets by letter."""
        return self.marks_by_article.setdefault(self.article.fingerprint, {})

    def take_prefix(self, event: events.Key) -> bool:
        """Take a key that is part of a count or the awaited letter; returns whether it was one."""
        letter = event.character or ""
        if self._awaited:
            awaited, self._awaited = self._awaited, ""
            event.stop()
            if event.is_printable and letter != " ":
                self._set_mark(letter) if awaited == "set_mark" else self._go_to_mark(letter)
            else:
                self.status.end_notice()
            return True
        if "0" <= letter <= "9" and (self.prefix or event.key not in self.commands):
            if line_to_type_in(self.focused) is not None:
                return False
            event.stop()
            self.prefix = (self.prefix + letter)[:4]
            self.show_place()
            return True
        return False

    async def call(self, name: str) -> None:
        """Call a command as many times as the count before it says."""
        prefix, self.prefix = self.prefix, ""
        if prefix:
            self.show_place()
        if not self.makes_way(name):
            return
        in_list = self.movable is not self.pane
        if name in _LEAPS and not (in_list and name in _ENDS):
            self.marks["'"] = self.pane.cursor
        if prefix and name == "end" and not in_list:
            self._go_to_share(int(prefix) / 100)
            return
        for _ in range(max(1, min(int(prefix or 1), _MOST)) if name in _REPEATED else 1):
            await super().call(name)

    def _go_to_share(self, share: float) -> None:
        self.pane.move_cursor(round(min(share, 1.0) * len(self.article.text)))
        self.say(f"at {min(share, 1.0):.0%}")

    def action_set_mark(self) -> None:
        self._awaited = "set_mark"
        self.say("a letter for the mark here")

    def action_go_to_mark(self) -> None:
        self._awaited = "go_to_mark"
        letters = " ".join(sorted(self.marks)) or f"none yet, {self.key_of('set_mark')} makes one"
        self.say(f"to which mark: {letters}")

    def _set_mark(self, letter: str) -> None:
        self.marks[letter] = self.pane.cursor
        self.say(f"mark {letter} is here; {self.key_of('go_to_mark')} and {letter} comes back")

    def _go_to_mark(self, letter: str) -> None:
        place = self.marks.get(letter)
        if place is None:
            self.say(f"there is no mark {letter}")
            return
        self.marks["'"] = self.pane.cursor
        self.pane.move_cursor(place)
        self.status.end_notice()
