"""The words of the first and the last line of the reader's screen, which the first paint needs too."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final

from annotators.layer import Layer
from tui.commands import COMMANDS, key_label
from tui.reading_time import minutes_for, words_in
from tui.widgets.edges.pieces import Piece

__all__ = ["heading", "hint_pieces", "place_piece", "resumed"]

_ROOMY: Final = 50
"""Columns from which on the first line has more than the title and the view."""

_SORTING: Final = ("sort…", "finding the article")
"""The words in place of the view until the blocks are labelled: short and long."""

_BEGUN: Final = 0.01
"""The share of an article up to which the saved place counts as its top."""

_LAYER_COMMANDS: Final = ("toggle_entities", "toggle_quotes", "toggle_boilerplate", "toggle_notes")
_NONE: Final[Mapping[str, str]] = {}


def heading(
    title: str,
    lit: Collection[Layer],
    *,
    clean: bool,
    sorting: bool = False,
    characters: int,
    columns: int,
    place: int = 0,
    among: int = 1,
) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """The left and the right of the first line: title, number among other articles, view, reading time.

    `characters` is the length of the clean article. While `sorting`, the blocks have no labels yet: the whole text is
    shown, and the reading time is left out.
    """
    minutes = minutes_for(words_in(characters))
    lamps = "".join("●" if layer in lit else "○" for layer in Layer)
    roomy = columns >= _ROOMY
    view = (_SORTING[roomy] if sorting else "clean") if clean else "raw"
    right = (
        Piece(f" {place + 1} of {among} " if among > 1 and roomy else " "),
        Piece(f"{lamps} "),
        Piece(f"{view} ", "line--strong", "toggle_clean"),
        Piece(f"{minutes} min " if roomy and not sorting else ""),
    )
    return (Piece(f" {title} ", "line--strong"),), right


def hint_pieces(keys: Mapping[str, tuple[str, ...]], words: Mapping[str, str] = _NONE) -> tuple[Piece, ...]:
    """The commands that the status line shows, each with its first key; a click calls the command.

    `words` replace the usual hints, by command id.
    """
    pieces: list[Piece] = []
    for command in COMMANDS:
        if command.id not in keys:
            continue
        if command.id == "toggle_clean" and all(keys[name] for name in _LAYER_COMMANDS):
            first, last = (key_label(keys[name][0]) for name in (_LAYER_COMMANDS[0], _LAYER_COMMANDS[-1]))
            pieces += [Piece(f" {first}-{last} ", "line--strong"), Piece("layers ", "line--dim")]
        hint = words.get(command.id, command.hint)
        if hint and keys[command.id]:
            pieces.append(Piece(f" {key_label(keys[command.id][0])} ", "line--strong", command.id))
            pieces.append(Piece(f"{hint} ", "line--dim", command.id))
    return tuple(pieces)


def place_piece(*words: str) -> Piece:
    """The right of the last line: these words, separated by spaces."""
    return Piece(" " + " · ".join(word for word in words if word) + " ")


def resumed(position: float, home: str) -> str:
    """The sentence when an article is opened at its saved place; empty if that is the top.

    `position` is the share of the article before that place, 0 to 1, `home` the key that goes to the top.
    """
    return f"resumed at {position:.0%}, {home} for top" if position >= _BEGUN else ""
