"""The last line of the screen: what can be done on the left, where the reader is on the right."""

from __future__ import annotations

from collections.abc import Mapping
from time import monotonic
from typing import TYPE_CHECKING, Final

from tui.widgets.edge_lines import hint_pieces, place_piece
from tui.widgets.one_line import OneLine, Piece
from tui.widgets.pieces import beside_notice, cells_of

if TYPE_CHECKING:
    from textual import events

    from tui.widgets.long_notice import LongNotice

__all__ = ["StatusLine"]

_NONE: Final[Mapping[str, str]] = {}


class StatusLine(OneLine):
    """Hints, or for a while a notice in their place; and on the right the place in the article.

    A notice that needs it has the whole line, or as many lines as it takes, over the foot of what is read.
    """

    NOTICE_SECONDS = 6.0

    away = False
    """Whether there is nothing on the screen but the text, so that what is said has no line."""

    def __init__(self, keys: Mapping[str, tuple[str, ...]], words: Mapping[str, str] = _NONE) -> None:
        super().__init__()
        self._hints = hint_pieces(keys, words)
        self._notice: tuple[Piece, ...] = ()
        self._alert = False
        self._sentence = ""
        self._since = 0.0
        self._lasting = False
        self._flat = False
        self._long: LongNotice | None = None
        self._waiting: list[tuple[str, bool]] = []
        self._place: tuple[Piece, ...] = ()

    def notice(self, sentence: str, *, alert: bool = False, lasting: bool = False, flat: bool = False) -> None:
        """Say something in place of the hints, until it has been there for a while.

        An alert that has hardly been there when something else is said comes back after it. What is `lasting` is
        about the program, and holds whatever article is on the screen. What is `flat` hides nothing of that.
        """
        hardly = monotonic() - self._since < self.NOTICE_SECONDS / 2
        if self._alert and self._notice and hardly and sentence != self._sentence:
            self._waiting.insert(0, (self._sentence, self._lasting))
        self._flat = flat
        self._say(sentence, alert=alert, lasting=lasting)

    def _say(self, sentence: str, *, alert: bool, lasting: bool) -> None:
        self._sentence, self._alert, self._lasting, self._since = sentence, alert, lasting, monotonic()
        self._notice = (Piece(f" {sentence} ", "line--alert" if alert else ""),)
        self._show()
        notice = self._notice
        self.set_timer(self.NOTICE_SECONDS, lambda: self._expire(notice))

    def end_notice(self) -> None:
        """Back to the hints, or to the next alert that waits."""
        self._notice = ()
        if self._waiting:
            sentence, lasting = self._waiting.pop(0)
            self._flat = False
            self._say(sentence, alert=True, lasting=lasting)
        else:
            self._show()

    def end_remark(self) -> None:
        """Back to the hints, unless what is said is an alert that may not have been read yet."""
        if self._notice and not self._alert:
            self.end_notice()

    def end_article(self) -> None:
        """Take back what was said, or waits to be, of an article that is left."""
        self._waiting = [(sentence, lasting) for sentence, lasting in self._waiting if lasting]
        if self._notice and not self._lasting:
            self.end_notice()

    def _expire(self, notice: tuple[Piece, ...]) -> None:
        if notice is self._notice:
            self.end_notice()

    def show_place(self, *words: str) -> None:
        """Show these on the right, apart from each other."""
        self._place = (place_piece(*words),)
        self._show()

    def _show(self) -> None:
        room, wanted = self.size.width, cells_of(self._notice)
        beside = beside_notice(self._notice, self._place, room) if wanted else (self._hints, self._place)
        self.show_pieces(*beside)
        told = wanted > 0 and not self._flat
        if told and self.away:
            self._say_at_length(self.screen.size.width)
        elif told and wanted > room > 0 and self.display:
            self._say_at_length(room)
        elif self._long is not None:
            self._long.display = False

    def _say_at_length(self, room: int) -> None:
        from tui.widgets.long_notice import LongNotice, most_lines  # most notices are short

        if self._long is None:
            self._long = LongNotice()
            self.screen.mount(self._long)
        self._long.say(self._sentence, room, most_lines(self.screen.size.height), alert=self._alert)

    def on_resize(self, event: events.Resize) -> None:
        if self._notice:
            self._show()
