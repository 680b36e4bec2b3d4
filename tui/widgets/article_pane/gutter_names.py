"""The words in the gutter beside a line: the kind of a boilerplate block that begins there, or `unsure`."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from typing import Final

from annotators.annotation import BOILERPLATE_KINDS, AnnotationSet
from annotators.rows import column
from tui.terminal.safe_text import one_line

__all__ = ["UNSURE", "GutterNames"]

UNSURE: Final = "unsure"
"""Beside a paragraph that is kept although it is as likely to be boilerplate."""
_EVEN: Final = 0.5
_STORY: Final = "body"


class GutterNames:
    """The names of an article's blocks, to be looked up by the span of a line."""

    def __init__(self, annotations: AnnotationSet) -> None:
        blocks = annotations.blocks
        kinds, scores = column(blocks, "kind"), column(blocks, "score")
        starts, ends = column(blocks, "start"), column(blocks, "end")
        self._starts, self._ends, self._names = array("I"), array("I"), list[str]()
        for start, end, kind, score in zip(starts, ends, kinds, scores, strict=True):
            unsure = kind == _STORY and score is not None and score < _EVEN
            if unsure or kind in BOILERPLATE_KINDS:
                self._starts.append(start)
                self._ends.append(end)
                self._names.append(UNSURE if unsure else kind.replace("_", " "))

    def at(self, start: int, end: int) -> str | None:
        """The name on the first line of a boilerplate block, `""` on its other lines, and `None` beside kept lines."""
        position = bisect_right(self._ends, start)
        if position >= len(self._ends) or self._starts[position] >= end:
            return None
        name = self._names[position]
        if start <= self._starts[position]:
            return one_line(name)
        return None if name is UNSURE else ""
