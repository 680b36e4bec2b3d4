"""What is on a screen as text that stays the same: its cells, and for each run of them which look it has.

Colours are numbered in the order in which they appear, so a golden file says which cells share a
colour and which do not, and does not change when a theme is mixed a little differently.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from rich.cells import cell_len
from rich.color import Color
from rich.style import Style
from textual.screen import Screen
from textual.strip import Strip

__all__ = ["Look", "contrast", "looks_of", "shown_as_text", "words_of"]

_ATTRIBUTES = ("bold", "dim", "italic", "underline", "underline2", "reverse", "strike")


class Look(NamedTuple):
    """The style of a cell: its colours and its attributes."""

    ink: Color | None
    ground: Color | None
    attributes: tuple[str, ...]


def words_of(screen: Screen[object]) -> list[str]:
    """The lines of a screen, without the white space at their ends."""
    return [strip.text.rstrip() for strip in _strips(screen)]


def looks_of(screen: Screen[object]) -> list[list[tuple[Look, int]]]:
    """For every line its runs of cells with one look, and how many cells each has."""
    return [[(look, sum(cells)) for look, cells in _runs(strip)] for strip in _strips(screen)]


def contrast(look: Look) -> float:
    """How much a cell's ink stands out from its ground, 1 to 21, as WCAG 2.2 defines it; 21 for the terminal's own."""
    if look.ink is None or look.ground is None or look.ink.triplet is None or look.ground.triplet is None:
        return 21.0
    dark, light = sorted((_luminance(look.ink.triplet), _luminance(look.ground.triplet)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Iterable[int]) -> float:
    shares = [one / 255 for one in colour]
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def shown_as_text(looks: list[list[tuple[Look, int]]]) -> Iterator[str]:
    """A line for each line of the screen, then what the letters in them stand for."""
    letters: dict[str, str] = {}
    numbers: dict[Color | None, int] = {}
    for line in looks:
        runs = []
        for look, cells in line:
            name = _name(look, numbers)
            letter = letters.setdefault(name, _letter(len(letters)))
            runs.append(f"{letter}{cells}")
        yield " ".join(runs)
    yield from (f"{letter} = {name}" for name, letter in letters.items())


def _strips(screen: Screen[object]) -> list[Strip]:
    return screen._compositor.render_strips()


def _runs(strip: Strip) -> Iterator[tuple[Look, Iterable[int]]]:
    cells = ((_look(style or Style()), cell_len(text)) for text, style, _ in strip if text)
    for look, run in groupby(cells, key=lambda pair: pair[0]):
        yield look, (width for _, width in run)


def _look(style: Style) -> Look:
    return Look(style.color, style.bgcolor, tuple(name for name in _ATTRIBUTES if getattr(style, name)))


def _name(look: Look, numbers: dict[Color | None, int]) -> str:
    ink, ground = (numbers.setdefault(color, len(numbers) + 1) for color in (look.ink, look.ground))
    return " ".join((f"{ink} on {ground}", *look.attributes))


def _letter(number: int) -> str:
    return chr(ord("a") + number) if number < 26 else _letter(number // 26 - 1) + _letter(number % 26)
