"""Styled pieces of a line that is not text of the article, cut to its width."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from tui.terminal.safe_text import one_line
from tui.widgets.article_pane.cells import NOT_SINGLE

__all__ = ["Piece", "beside_notice", "cells_of", "cut", "fitted"]


class Piece(NamedTuple):
    """A piece of a line: its text, the component class that styles it, and the command that a click calls."""

    text: str
    style: str = ""
    command: str = ""


def fitted(left: Sequence[Piece], right: Sequence[Piece], width: int) -> tuple[list[Piece], int, list[Piece]]:
    """Both sides cut to `width` cells, and the cells between them; the left is cut first."""
    shown_right = cut(right, width)
    room = width - cells_of(shown_right)
    shown_left = cut(left, room)
    return shown_left, room - cells_of(shown_left), shown_right


def beside_notice(
    notice: Sequence[Piece], place: Sequence[Piece], width: int
) -> tuple[Sequence[Piece], Sequence[Piece]]:
    """A notice and the place beside it; the place is left out if both do not fit."""
    return notice, (place if cells_of(notice) + cells_of(place) <= width else ())


def cells_of(pieces: Sequence[Piece]) -> int:
    """The width of the pieces in cells."""
    return sum(_cells(piece.text) for piece in pieces)


def _cells(text: str) -> int:
    if not NOT_SINGLE.search(text):
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def cut(pieces: Sequence[Piece], room: int) -> list[Piece]:
    """The pieces cut to `room` cells."""
    shown: list[Piece] = []
    for piece in pieces:
        text, cells = _measured(piece.text)
        if cells > room:
            if room > 0:
                shown.append(piece._replace(text=_shortened(text, room - 1) + "…"))
            break
        shown.append(piece if text == piece.text else piece._replace(text=text))
        room -= cells
    return shown


@lru_cache(maxsize=256)
def _measured(text: str) -> tuple[str, int]:
    """A text as it is written on one line, and its width in cells; cached, because most pieces rarely change."""
    written = one_line(text)
    return written, _cells(written)


def _shortened(text: str, cells: int) -> str:
    if not NOT_SINGLE.search(text):
        return text[:cells]
    from rich.cells import set_cell_size

    return set_cell_size(text, cells)
