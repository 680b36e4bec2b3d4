"""The status line: hints or a notice on the left, the reader's place on the right."""

from __future__ import annotations

from collections.abc import Mapping
from time import monotonic
from typing import TYPE_CHECKING, Final, NamedTuple

from tui.widgets.edges.edge_lines import hint_pieces, place_piece
from tui.widgets.edges.one_line import OneLine, Piece
from tui.widgets.edges.pieces import beside_notice, cells_of

if TYPE_CHECKING:
    from textual import events

    from tui.widgets.edges.long_notice import LongNotice

__all__ = ["StatusLine"]

_NONE: Final[Mapping[str, str]] = {}


class _Said(NamedTuple):
    """A sentence and the time since which it is shown.

    An `alert` is one that must not be missed; a `failure` of what was asked for, which is marked in the same way, is
    seen by whoever asked, and is as short-lived as a remark.
    """

    sentence: str
    alert: bool
    failure: bool
    lasting: bool
    since: float


class StatusLine(OneLine):
    """Hints, or for a while a notice in their place, and on the right the place in the article.

    A notice takes the whole line if it has to, and a longer one several lines over the end of the article.
    """

    NOTICE_SECONDS = 6.0

    away = False
    """Whether only the text is shown, so that notices have no line of their own."""

    def __init__(self, keys: Mapping[str, tuple[str, ...]], words: Mapping[str, str] = _NONE) -> None:
        super().__init__()
        self._hints = hint_pieces(keys, words)
        self._notice: tuple[Piece, ...] = ()
        self._sentence = ""
        self._alert: _Said | None = None
        self._remark: _Said | None = None
        self._flat = False
        self._long: LongNotice | None = None
        self._waiting: list[_Said] = []
        self._place: tuple[Piece, ...] = ()

    def notice(
        self, sentence: str, *, alert: bool = False, failure: bool = False, lasting: bool = False, flat: bool = False
    ) -> None:
        """Show a sentence in place of the hints for `NOTICE_SECONDS`.

        A recent alert and a recent remark are shown side by side, the alert first. An alert that is replaced soon by
        another comes back after it. A `failure` is a remark in the look of an alert. A `lasting` one is about the
        program and stays when another article is opened. A `flat` one has the line to itself and never takes several
        lines.
        """
        said = _Said(sentence, alert, failure, lasting, monotonic())
        before, beside = (self._alert, self._remark) if alert else (self._remark, self._alert)
        if alert and before is not None and self._is_new(before) and before.sentence != sentence:
            self._waiting.insert(0, before)
        if beside is not None and (flat or not self._is_new(beside)):
            if beside.alert and self._is_new(beside):
                self._waiting.insert(0, beside)
            beside = None
        self._flat = flat
        self._tell(*((said, beside) if alert else (beside, said)))
        self.set_timer(self.NOTICE_SECONDS, lambda: self._expire(said))

    def _is_new(self, said: _Said) -> bool:
        return monotonic() - said.since < self.NOTICE_SECONDS / 2

    def _tell(self, alert: _Said | None, remark: _Said | None) -> None:
        self._alert, self._remark = alert, remark
        shown = [said for said in (alert, remark) if said]
        weighed = [Piece(f" {said.sentence} ", "line--alert" if _weighs(said) else "") for said in shown]
        apart = [Piece("·", "line--dim")] if len(weighed) > 1 else []
        self._notice = (*weighed[:1], *apart, *weighed[1:])
        self._sentence = "".join(piece.text for piece in self._notice).strip()
        self._show()

    def end_notice(self) -> None:
        """Go back to the hints, or to the next waiting alert."""
        if self._waiting:
            said = self._waiting.pop(0)._replace(since=monotonic())
            self._flat = False
            self._tell(said, None)
            self.set_timer(self.NOTICE_SECONDS, lambda: self._expire(said))
        else:
            self._tell(None, None)

    def end_remark(self) -> None:
        """Go back to the hints, unless a recent alert is shown."""
        if self._remark is not None and self._alert is not None:
            self._tell(self._alert, None)
        elif self._remark is not None:
            self.end_notice()

    def end_article(self) -> None:
        """Drop the notices about an article that is left, also those that wait."""
        self._waiting = [said for said in self._waiting if said.lasting]
        if self._alert is not None and self._alert.lasting:
            self._tell(self._alert, None)
        elif self._notice:
            self.end_notice()

    def _expire(self, said: _Said) -> None:
        if said is self._remark and self._alert is not None:
            self._tell(self._alert, None)
        elif said is self._alert and self._remark is not None and not self._waiting:
            self._tell(None, self._remark)
        elif said is self._alert or said is self._remark:
            self.end_notice()

    def show_place(self, *words: str) -> None:
        """Show these words on the right."""
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
        from tui.widgets.edges.long_notice import LongNotice, most_lines  # most notices are short

        if self._long is None:
            self._long = LongNotice()
            self.screen.mount(self._long)
        self._long.say(self._sentence, room, most_lines(self.screen.size.height), alert=self._weighs)

    @property
    def _weighs(self) -> bool:
        """Whether any of what is shown has the look of an alert."""
        return any(_weighs(said) for said in (self._alert, self._remark) if said)

    def on_resize(self, event: events.Resize) -> None:
        if self._notice:
            self._show()


def _weighs(said: _Said) -> bool:
    return said.alert or said.failure
