"""The last line of the screen: what can be done on the left, where the reader is on the right."""

from __future__ import annotations

from collections.abc import Mapping

from tui.commands import COMMANDS, key_label
from tui.widgets.one_line import OneLine, Piece

__all__ = ["StatusLine", "hint_pieces"]


def hint_pieces(keys: Mapping[str, tuple[str, ...]]) -> tuple[Piece, ...]:
    """The commands that are shown on the status line, each with its first key; a click calls it."""
    pieces: list[Piece] = []
    for command in COMMANDS:
        if command.hint and keys[command.id]:
            pieces.append(Piece(f" {key_label(keys[command.id][0])} ", "line--strong", command.id))
            pieces.append(Piece(f"{command.hint} ", "line--dim", command.id))
    return tuple(pieces)


class StatusLine(OneLine):
    """Hints, or for a while a notice in their place; and on the right the place in the article."""

    NOTICE_SECONDS = 6.0

    def __init__(self, keys: Mapping[str, tuple[str, ...]]) -> None:
        super().__init__()
        self._hints = hint_pieces(keys)
        self._notice: tuple[Piece, ...] = ()
        self._place: tuple[Piece, ...] = ()

    def notice(self, sentence: str, *, alert: bool = False) -> None:
        """Say something in place of the hints, until it has been there for a while."""
        self._notice = (Piece(f" {sentence} ", "line--alert" if alert else ""),)
        self._show()
        notice = self._notice
        self.set_timer(self.NOTICE_SECONDS, lambda: self.end_notice(notice))

    def end_notice(self, notice: tuple[Piece, ...] | None = None) -> None:
        """Back to the hints, unless something newer has been said than `notice`."""
        if notice is None or notice is self._notice:
            self._notice = ()
            self._show()

    def show_place(self, *words: str) -> None:
        """Show these on the right, apart from each other."""
        self._place = (Piece(" " + " · ".join(word for word in words if word) + " "),)
        self._show()

    def _show(self) -> None:
        self.show_pieces(self._notice or self._hints, self._place)
