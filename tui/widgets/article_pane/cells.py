"""How many terminal cells the characters of an article take, and what is painted for them.

A cluster is what a terminal puts in one place: a base character with its marks, an emoji sequence,
a flag. Control characters count as the one-cell glyph they are shown as.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from tui.terminal.safe_text import is_safe, visible

__all__ = [
    "MARKS_PER_CELL",
    "NOT_SINGLE",
    "TAB",
    "WIDE",
    "Cluster",
    "cell_width",
    "cluster_at",
    "clusters",
    "continues_cluster",
    "painted",
    "painted_run",
]

TAB: Final = 4
"""Cells between two tab stops."""

MARKS_PER_CELL: Final = 8
"""Combining marks painted on one base character; more would let one cell flood the terminal."""

NOT_SINGLE: Final = re.compile(
    "[^ -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f\u05be\u05d0-\u05ea\u0620-\u064a\u0660-\u066f"
    "\u0671-\u06d3\u1e00-\u1fff\u2010-\u2027\u202f-\u205e\u20a0-\u20bf\u2190-\u22ff\u2500-\u25fc]"
)
"""A character that may not be exactly one cell wide and a cluster of its own."""

WIDE: Final = (("\u4e00", "\u9fff"), ("\u3041", "\u3096"), ("\u30a1", "\u30fa"), ("\uac00", "\ud7a3"))
"""Ideographs, kana and hangul: two cells each in every version of Unicode, known without the table of all others."""

DROPPED: Final = "[\u00ad\u061c\u200b\u200e\u200f\u2060-\u2064\ufeff]"
"""Characters that are neither seen nor safe to send: soft hyphens, direction marks, joiners of words; a pattern."""

_JOINER = "\u200d"
_WIDE_FORM = "\ufe0f"


class Cluster(NamedTuple):
    """`[start, end)` of the text in code points, and the cells it takes."""

    start: int
    end: int
    cells: int


@lru_cache(maxsize=4096)
def cell_width(character: str) -> int:
    """Cells of one character on its own: 0, 1 or 2; a tab counts as one."""
    if not NOT_SINGLE.match(character):
        return 1
    if any(first <= character <= last for first, last in WIDE):
        return 2
    if re.match(DROPPED, character):
        return 0
    if not is_safe(character):
        return 1
    from rich.cells import get_character_cell_size  # most texts have no character that it must be asked about

    return get_character_cell_size(character)


def clusters(text: str, start: int, end: int, column: int = 0) -> Iterator[Cluster]:
    """The clusters of `text[start:end]`, the first of them at `column` of its line."""
    position = start
    while position < end:
        cluster = cluster_at(text, position, end, column)
        yield cluster
        position = cluster.end
        column += cluster.cells


def cluster_at(text: str, start: int, end: int, column: int) -> Cluster:
    """The cluster that starts at `start`, which is at `column` of its line."""
    base = text[start]
    if base == "\t":
        return Cluster(start, start + 1, TAB - column % TAB)
    cells = cell_width(base)
    position = start + 1
    if _is_flag_letter(base) and position < end and _is_flag_letter(text[position]):
        position += 1
        cells = 2
    while position < end and not cell_width(follower := text[position]):
        position += 1
        if follower == _WIDE_FORM and cells == 1 and _has_wide_form(base):
            cells = 2
        elif follower == _JOINER and position < end and _is_picture(base) and _is_picture(text[position]):
            base = text[position]
            position += 1
    return Cluster(start, position, cells)


def _has_wide_form(character: str) -> bool:
    from rich._unicode_data import load

    return character in load("auto").narrow_to_wide


def _is_flag_letter(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"


def _is_picture(character: str) -> bool:
    return "\u2190" <= character <= "\u2bff" or "\U0001f000" <= character <= "\U0001faff"


def painted(text: str, cluster: Cluster) -> str:
    """What is written to the terminal for a cluster: safe, and exactly `cluster.cells` wide."""
    shown = text[cluster.start : cluster.end]
    if shown == "\t":
        return " " * cluster.cells
    if len(shown) > 1:
        shown = re.sub(DROPPED, "", shown[: 4 * MARKS_PER_CELL])
        marks = 0
        kept = []
        for character in shown:
            marks = 0 if cell_width(character) else marks + 1
            if marks <= MARKS_PER_CELL:
                kept.append(character)
        shown = "".join(kept)
    elif not cluster.cells:
        shown = re.sub(DROPPED, "", shown)
    return visible(shown)


def painted_run(text: str, start: int, end: int, column: int) -> tuple[str, int]:
    """What is written for `text[start:end]`, whole clusters from `column` of a line on, and its cells."""
    pieces: list[str] = []
    first_column, position = column, start
    while found := NOT_SINGLE.search(text, position, end):
        plain_end = max(position, found.start() - 1)  # what is found may belong to the character before it
        pieces.append(text[position:plain_end])
        column += plain_end - position
        position = plain_end
        while position < end:
            cluster = cluster_at(text, position, end, column)
            pieces.append(painted(text, cluster))
            column += cluster.cells
            position = cluster.end
            if not NOT_SINGLE.match(text, position):
                break
    pieces.append(text[position:end])
    return "".join(pieces), column + end - position - first_column


def continues_cluster(text: str, offset: int) -> bool:
    """Whether the character at `offset` may belong to the same cluster as the one before it."""
    character = text[offset]
    if not NOT_SINGLE.match(character):
        return False
    return not cell_width(character) or text[offset - 1] == _JOINER or _is_flag_letter(character)
