"""Pairs opening with closing quotation marks inside one block."""

from __future__ import annotations

import re
from typing import NamedTuple

from annotators.quotes.marks.glyphs import (
    CLOSING_DOUBLE,
    CORNERS,
    OPENING_DOUBLE,
    OPENING_SINGLE,
    SINGLE,
    is_apostrophe,
    is_inches,
)

__all__ = ["Pair", "pair_marks", "reopens"]

_DOUBLE = re.compile("[“„«‟”»\"「」『』]|``|(?<![\\w.,!?])''|''(?!')")
_OPENING = re.compile(f"[{''.join(sorted(OPENING_SINGLE))}]")
_BEFORE_OPENING = frozenset("([{—–-/‘'“\"«‹:…")
_MOST_WORDS_UNCLOSED = 60
_FARTHEST = 4000
"""The most code points in which the second mark of a pair is searched for, so that one long line takes linear time."""
_AROUND_STRAIGHT = {"«": "»", "„": "“", "»": "«", **CORNERS}
_REVERSED = {"„": "“”", "»": "«", "”": "”"}
"""Marks that can open, with those that close them where the usual direction does not hold."""


class Pair(NamedTuple):
    """A pair of marks, both inside `[start, end)`; `width` is the length of one mark in code points."""

    start: int
    end: int
    width: int
    closed: bool


class _Open(NamedTuple):
    at: int
    glyph: str


def pair_marks(text: str, start: int, end: int, *, continued: bool = False) -> list[Pair]:
    """The pairs of a block `[start, end)`, in order of start, longest first; they nest or are disjoint.

    `continued`: the next block begins with an opening mark, so a mark left open here continues there.
    """
    doubles = _pair_doubles(text, start, end, continued)
    singles = _pair_singles(text, start, end, doubles, continued)
    return sorted([*doubles, *singles], key=lambda pair: (pair.start, -pair.end))


def reopens(text: str, start: int, end: int) -> bool:
    """Whether a block begins with a mark that can continue a quotation left open before it."""
    return start < end and (text[start] in OPENING_DOUBLE | {'"', "‘"} or text[start : start + 2] in ("``", "''"))


def _pair_doubles(text: str, start: int, end: int, continued: bool) -> list[Pair]:
    pairs: list[Pair] = []
    stack: list[_Open] = []
    for match in _DOUBLE.finditer(text, start, end):
        at, glyph = match.start(), match.group()
        if stack and _closes(text, at, glyph, stack[-1], (start, end)):
            opened = stack.pop()
            pairs.append(Pair(opened.at, match.end(), len(glyph), True))
        elif _opens(text, at, glyph, (start, end), stack):
            stack.append(_Open(at, glyph))
    return pairs + _unclosed(text, (start, end), stack, pairs, continued)


def _opens(text: str, at: int, glyph: str, block: tuple[int, int], stack: list[_Open]) -> bool:
    before = text[at - 1] if at > block[0] else " "
    after = text[at + len(glyph)] if at + len(glyph) < block[1] else " "
    if (glyph == '"' and is_inches(text, at)) or glyph in CORNERS.values():
        return False
    if glyph == "”" and at == block[0] and not stack:
        return "”" in text[at + 1 : min(block[1], at + _FARTHEST)]
    if glyph in OPENING_DOUBLE or glyph == "``":
        return not stack or _balanced(text, at, block, glyph, within=stack[-1].glyph)
    outside = (before.isspace() or before in _BEFORE_OPENING) and not after.isspace()
    return outside and (not stack or (glyph == '"' and _within_another(text, at, block, stack[-1].glyph)))


def _within_another(text: str, at: int, block: tuple[int, int], around: str) -> bool:
    """Whether a pair of straight marks stands inside other marks that are still open: `«... "ja" ...»`."""
    if around not in _AROUND_STRAIGHT:
        return False
    end = text.find(_AROUND_STRAIGHT[around], at, min(block[1], at + _FARTHEST))
    return end >= 0 and text.find('"', at + 1, end) >= 0


def _balanced(text: str, at: int, block: tuple[int, int], glyph: str, within: str) -> bool:
    """Whether a second opening mark finds a closing one, and another is left for the mark around it."""
    closing = {"“": "”", "«": "»", "„": "“", "``": "''", **CORNERS}.get(glyph, "”")
    stop = min(block[1], at + _FARTHEST)
    own = glyph != within and (glyph in CORNERS or within in CORNERS)  # the mark around it is closed by another one
    return text.count(closing, at, stop) + own > text.count(glyph, at, stop)


def _closes(text: str, at: int, glyph: str, opened: _Open, block: tuple[int, int]) -> bool:
    if opened.glyph in _REVERSED and glyph in _REVERSED[opened.glyph]:
        return True
    if opened.glyph in CORNERS or glyph in CORNERS.values():
        return CORNERS.get(opened.glyph) == glyph
    if glyph in CLOSING_DOUBLE:
        return (opened.glyph in ("«", "»")) == (glyph == "»")
    if glyph in OPENING_DOUBLE or glyph == "``":
        return False
    if (glyph == '"') != (opened.glyph not in ("``", "''")):
        return False
    before = text[at - 1] if at > block[0] else " "
    after = text[at + len(glyph)] if at + len(glyph) < block[1] else " "
    if glyph == "''" and before.isalnum() and after.isalnum():
        return False
    return not (before.isspace() and not after.isspace() and after.isalnum())


def _unclosed(text: str, block: tuple[int, int], stack: list[_Open], pairs: list[Pair], continued: bool) -> list[Pair]:
    """The first mark left open, to the end of the block, if it is a quotation and not a slip; else empty."""
    if not stack:
        return []
    opened = stack[0]
    rest = text[opened.at : block[1]]
    if any(pair.start < opened.at < pair.end for pair in pairs):
        return []
    introduced = opened.at == block[0] or text[block[0] : opened.at].rstrip()[-1:] in (",", ":")
    if continued or (introduced and rest.count(" ") < _MOST_WORDS_UNCLOSED):
        return [Pair(opened.at, block[1], len(opened.glyph), False)]
    return []


def _pair_singles(text: str, start: int, end: int, doubles: list[Pair], continued: bool) -> list[Pair]:
    openings = [found.start() for found in _OPENING.finditer(text, start, end)]
    if not openings:
        return []
    pairs: list[Pair] = []
    taken = {offset for pair in doubles for offset in _own_glyphs(pair)}
    depth = _depths(doubles, start, end)
    bounds = [end]
    barren: dict[tuple[str, int, int], int] = {}
    for at in openings:
        while at >= bounds[-1]:
            bounds.pop()
            if not bounds:
                return pairs
        if at in taken or not _opens_single(text, at, (start, end)):
            continue
        looked = (text[at], depth[at - start], bounds[-1])
        closing = _closing_single(text, at, (start, bounds[-1]), taken, depth, barren.get(looked, 0))
        if closing is None:
            barren[looked] = at + _FARTHEST  # nothing closes before there: the next mark searches from there on
        if closing is not None:
            pairs.append(Pair(at, closing + 1, 1, True))
            taken.add(closing)
            bounds.append(closing)
        elif at == start and text[at] == "‘" and continued:
            pairs.append(Pair(at, end, 1, False))
    return pairs


def _own_glyphs(pair: Pair) -> range | tuple[int, ...]:
    opening = tuple(range(pair.start, pair.start + pair.width))
    return opening + tuple(range(pair.end - pair.width, pair.end)) if pair.closed else opening


def _depths(doubles: list[Pair], start: int, end: int) -> list[int]:
    """For each offset of the block, the number of the innermost double pair around it, 0 for none."""
    inside = [0] * (end - start + 1)
    for number, pair in enumerate(sorted(doubles, key=lambda pair: (pair.start, -pair.end)), 1):
        for offset in range(pair.start, pair.end):
            if 0 <= offset - start < len(inside):
                inside[offset - start] = number
    return inside


def _opens_single(text: str, at: int, block: tuple[int, int]) -> bool:
    before = text[at - 1] if at > block[0] else " "
    after = text[at + 1] if at + 1 < block[1] else " "
    if after.isspace() or is_apostrophe(text, at):
        return False
    if text[at] in "'`" and text[at - 1 : at] == text[at]:
        return False
    if text[at] in "'`" and after == text[at]:
        return False
    if text[at] == "'" and not (after.isalnum() or after in '"“«[(@#$£€.…-—'):
        return False
    return before.isspace() or before in _BEFORE_OPENING


def _closing_single(
    text: str, opened: int, block: tuple[int, int], taken: set[int], depth: list[int], begin: int
) -> int | None:
    """The offset at which the single mark opened at `opened` closes, searched for from `begin` on.

    The apostrophe of a plural closes it only if nothing else does.
    """
    closers = {"‹": "›", "‚": "‘’"}.get(text[opened], "’'")
    level = depth[opened - block[0]]
    plural: int | None = None
    for at in range(max(opened + 2, begin), min(block[1], opened + _FARTHEST)):
        glyph = text[at]
        if glyph not in SINGLE or at in taken:
            continue
        if glyph in OPENING_SINGLE and glyph != "'" and glyph not in closers:
            if plural is not None:
                return plural
            continue
        if glyph not in closers or depth[at - block[0]] != level or not _closes_single(text, at, block):
            if plural is not None and glyph == "'" and _opens_single(text, at, block):
                return plural
            continue
        if text[at - 1] not in "sS" or not _goes_on(text, at, block):
            return at
        plural = at if plural is None else plural
    return plural


def _closes_single(text: str, at: int, block: tuple[int, int]) -> bool:
    before = text[at - 1]
    after = text[at + 1] if at + 1 < block[1] else " "
    if before.isspace() or is_apostrophe(text, at):
        return False
    if text[at] == "'" and is_inches(text, at) and after.isspace() and text[at + 2 : at + 3].isdigit():
        return False
    return not after.isalnum()


def _goes_on(text: str, at: int, block: tuple[int, int]) -> bool:
    """Whether the glyph after an s is followed by a word, as in the pilots' boats."""
    after = text[at + 1 : min(at + 3, block[1])]
    return len(after) == 2 and after[0].isspace() and after[1].isalpha()
