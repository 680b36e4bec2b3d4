"""The first line of a panel whose rows can be filtered: what it shows, and the keys that filter and close it."""

from __future__ import annotations

from collections.abc import Mapping

from tui.commands import first_key
from tui.widgets.edges.one_line import OneLine, Piece

__all__ = ["filtered_title"]


def filtered_title(words: str, keys: Mapping[str, tuple[str, ...]]) -> OneLine:
    """A line with the words and, at its end, the first keys of `search` and `back`, which can be clicked."""
    filters, closes = (first_key(keys, command) for command in ("search", "back"))
    title = OneLine()
    title.show_pieces(
        (Piece(f" {words} ", "line--strong"),),
        (Piece(f" {filters} filter ", "line--dim", "search"), Piece(f" {closes} close ", "line--dim", "back")),
    )
    return title
