"""Plain text to blocks: one line is one block, unless the text is hard-wrapped.

A text is hard-wrapped when its lines end where the next word would no longer have fitted, or, where
it was set in letters of many widths, when most of its lines break off in the middle of a sentence.
There the lines of a paragraph join into one block; nothing of the text itself changes.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from annotators.text.line_breaks import NARROWEST
from annotators.text.patterns import compiled_late
from annotators.text.scripts import may_be_asian

if TYPE_CHECKING:
    from annotators.article import Block

__all__ = ["block_spans", "segment"]

_WORD = re.compile(r"\S+")
_ITEM = re.compile(r"(?:[-*•·▪‣–—>#|]|\d{1,3}[.)]|[a-zA-Z][.)])\s")
_ARMOUR = "-----"
"""Beginnings of the first and last lines of signed text, which are lines of their own at any width."""
_SENTENCE_ENDS = ".!?:;…”\"’')]"
_WIDE = compiled_late(r"[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]")
_QUOTED = re.compile(r"(?:>[ \t]?)+")
_BREAK = re.compile(r"\r\n|\r|\n")

_MANY = 1000
"""Blocks from which on they are held as columns."""

WIDEST = 110
"""Columns up to which, from `NARROWEST` on, people and programs wrap text; longer lines are paragraphs."""
_FEWEST_JOINTS = 3
_FULL_SHARE = 0.8
_SLACK = 0.92
"""How much of the widest line still counts as full: people and indents wrap a little early."""

_COLUMN = 24
"""Columns of the narrowest newspaper's column, which counts as wrapped where its sentences go on from line to line."""
_COLUMN_SLACK = 0.85
_FEWEST_FLOWING = 8
_FLOWING_SHARE = 0.5
"""In running prose three in four lines begin with a small letter; in a list of paragraphs hardly any."""

_WIDEST_SET = 160
_SET_SLACK = 0.75
"""The same as `_SLACK` for text that was set in letters of many widths, such as a copy from a printed page."""


class _Line(NamedTuple):
    """A line that is not blank: its text, and the columns of white space before it."""

    start: int
    end: int
    indent: int
    width: int
    """Columns up to the end of its text."""


class _Joint(NamedTuple):
    """Two lines with but one line break between them.

    `needed` is the width that the upper one would have with the next word on it; `apart` says
    that the lower one begins something of its own, such as a list item; `flows`, that a sentence of
    the upper one goes on in the lower.
    """

    width: int
    needed: int
    apart: bool
    flows: bool


def segment(text: str) -> Sequence[Block]:
    """The blocks of a plain text, trimmed of white space at both edges; a blank line is no block."""
    from annotators.article import Block  # spans alone are wanted before there is time to import it
    from annotators.rows import Column, Rows

    spans = block_spans(text)
    if len(spans) < _MANY:
        return tuple(Block(start, end) for start, end in spans)
    edges: dict[str, Column] = {
        "start": array("I", (start for start, _ in spans)),
        "end": array("I", (end for _, end in spans)),
    }
    return Rows(Block, edges, len(spans))


def block_spans(text: str) -> list[tuple[int, int]]:
    """Start and end of each of these blocks."""
    asian = may_be_asian(text)
    lines = list(_lines(text, asian))
    width = 0
    if sum(_COLUMN <= line.width <= WIDEST for line in lines) >= _FEWEST_JOINTS:
        joints = [_joint(text, above, below, asian) for above, below in pairwise(lines)]
        close = [joint for joint in joints if joint is not None]
        width = _wrap_width(close) or _set_width(close)
    if not width:
        return [(line.start, line.end) for line in lines]
    return list(_joined(lines, joints, width))


def _lines(text: str, asian: bool) -> Iterator[_Line]:
    """The lines that are not blank. An expression that finds them takes twice the time."""
    plain = text.replace("\r", "\n") if "\r" in text else text
    position = 0
    while position < len(plain):
        end = plain.find("\n", position)
        end = len(plain) if end < 0 else end
        inked = plain[position:end].lstrip()
        if inked:
            start = end - len(inked)
            inked = inked.rstrip()
            columns = _columns(inked) if asian else len(inked)
            yield _Line(start, start + len(inked), start - position, start - position + columns)
        position = end + 1


def _joint(text: str, above: _Line, below: _Line, asian: bool) -> _Joint | None:
    """The joint of two lines, or `None` where a blank line lies between them."""
    between = text[above.end : below.start]
    if between != "\n" and len(_BREAK.findall(between)) > 1:
        return None
    start = below.start
    if text[above.start] == ">" or text[start] == ">":  # what a mail quotes, which is wrapped like any text
        depth, start = _quoted(text, below)
        apart = depth != _quoted(text, above)[0] or _ITEM.match(text, start, below.end) is not None
    else:
        item = _ITEM.match(text, start, below.end) is not None
        item = item or text.startswith(_ARMOUR, start) or text.startswith(_ARMOUR, above.start)
        apart = item or (below.indent - above.indent >= 2 and not _goes_on(text, above, below))
    word = _WORD.match(text, start, min(below.end, start + WIDEST))
    # Where words are not parted by blanks, a single letter would have come into the line above.
    needed = above.width + 1 + (0 if not word else 2 if asian and _WIDE.match(word.group()) else len(word.group()))
    flows = text[above.end - 1] not in _SENTENCE_ENDS and text[start : start + 1].islower()
    return _Joint(above.width, needed, apart, flows)


def _quoted(text: str, line: _Line) -> tuple[int, int]:
    """Number of quotation marks (`>`) at the start of a line, and where the quoted text begins."""
    signs = _QUOTED.match(text, line.start, line.end)
    return (signs.group().count(">"), signs.end()) if signs else (0, line.start)


def _goes_on(text: str, above: _Line, below: _Line) -> bool:
    """Whether a line that is set in is the second of a list's item, whose lines stand behind its sign."""
    item = _ITEM.match(text, above.start, above.end)
    return item is not None and below.indent - above.indent <= item.end() - above.start


def _columns(line: str) -> int:
    """Columns of a line: letters of Chinese, Japanese and Korean take two."""
    return len(line) if line.isascii() or not _WIDE.search(line) else len(line) + len(_WIDE.findall(line))


def _wrap_width(joints: Sequence[_Joint]) -> int:
    """The column past which a line is full, 0 when the text is not hard-wrapped."""
    running = [joint for joint in joints if not joint.apart]
    if len(running) < _FEWEST_JOINTS:
        return 0
    widths = sorted(joint.width for joint in running)
    widest = widths[-1] if widths[-1] <= WIDEST else widths[ceil(0.97 * (len(widths) - 1))]
    if not _COLUMN <= widest <= WIDEST:
        return 0
    flowing = sum(joint.flows for joint in running)
    if widest < NARROWEST and (flowing < _FEWEST_FLOWING or flowing < _FLOWING_SHARE * len(running)):
        return 0  # lines as narrow as a newspaper's column are headings or verse, unless sentences go on in them
    column = int(widest * (_SLACK if widest >= NARROWEST else _COLUMN_SLACK))
    full = sum(joint.width for joint in running if joint.needed > column)
    return column if full >= _FULL_SHARE * sum(widths) else 0


def _set_width(joints: Sequence[_Joint]) -> int:
    """The same for text that was set in letters of many widths."""
    running = [joint for joint in joints if not joint.apart and joint.width >= NARROWEST]
    flowing = sum(joint.flows for joint in running)
    if flowing < _FEWEST_FLOWING or flowing < _FLOWING_SHARE * len(running):
        return 0
    widths = sorted(joint.width for joint in running)
    wide = widths[int(0.9 * (len(widths) - 1))]
    return int(wide * _SET_SLACK) if wide <= _WIDEST_SET else 0


def _joined(lines: Sequence[_Line], joints: Sequence[_Joint | None], width: int) -> Iterator[tuple[int, int]]:
    start, end = lines[0].start, lines[0].end
    for joint, below in zip(joints, lines[1:], strict=True):
        if joint is None or joint.apart or (joint.needed <= width and not joint.flows):
            yield start, end
            start = below.start
        end = below.end
    yield start, end
