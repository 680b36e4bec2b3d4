"""Wrapping as one would first write it: a whole text, cluster by cluster, no shortcut, no state to go on from."""

from __future__ import annotations

import re
from functools import lru_cache

from rich.cells import get_character_cell_size

from tui.widgets.article_pane.cells import clusters
from tui.widgets.article_pane.folds import FoldMap

BREAK = re.compile(r"\r\n|\r|\n")
NOT_FIRST = set("、。，．：；？！）」』】〉》〕］｝・ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ")
NOT_LAST = set("（「『【〈《〔［｛")


@lru_cache(maxsize=10_000)
def naive_paragraph(paragraph: str, width: int) -> tuple[int, ...]:
    """Starts of the lines of one paragraph, from its own start."""
    lines = [0]
    column, candidate, candidate_column, before = 0, -1, 0, ""
    position = 0
    while position < len(paragraph):
        cluster = next(clusters(paragraph, position, len(paragraph), column))
        base = paragraph[position]
        if base in " \t":
            column += cluster.cells
            candidate, candidate_column = cluster.end, column
        else:
            if position > lines[-1] and may_part(before, base):
                candidate, candidate_column = position, column
            if column + cluster.cells > width and position > lines[-1]:
                at_candidate = candidate > lines[-1]
                lines.append(candidate if at_candidate else position)
                column = column - candidate_column if at_candidate else 0
                candidate = -1
                continue
            column += cluster.cells
        before, position = base, cluster.end
    return tuple(lines)


def may_part(before: str, after: str) -> bool:
    """Whether a line may break between two characters because one of them is an ideograph."""
    if after in NOT_FIRST or before in NOT_LAST:
        return False
    return any("\u2e80" <= one < "\U0001f000" and get_character_cell_size(one) == 2 for one in (before, after) if one)


def naive_lines(text: str, width: int, folds: FoldMap) -> list[tuple[int, int, int | None]]:
    """Start and end of every line, and the fold whose own line it is, if it is one's."""
    lines: list[tuple[int, int, int | None]] = []
    position = 0
    while position < len(text):
        fold = folds.at(position)
        if fold is not None and folds.starts[fold] == position:
            if not folds.is_open(fold):
                lines.append((position, folds.ends[fold], fold))
                position = folds.ends[fold]
                continue
            lines.append((position, position, fold))
        found = BREAK.search(text, position)
        end, following = found.span() if found else (len(text), len(text))
        starts = [position + start for start in naive_paragraph(text[position:end], width)]
        lines += [(start, stop, None) for start, stop in zip(starts, [*starts[1:], following], strict=True)]
        position = following
    return lines
