"""A painted line behaves like a strip of the same segments."""

from __future__ import annotations

import pytest
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import Monochrome
from textual.strip import Strip
from textual.widget import Widget

from tui.widgets.article_pane.layer_styles import BITS
from tui.widgets.article_pane.line_strip import LineStrip
from tui.widgets.article_pane.palette import Palette

WRITTEN = [("  ", BITS["gutter"]), ("Lund accuses ", BITS["person"]), ("北京", BITS["place"]), (".   ", 0), ("•", 1)]
WIDTH = 24


class Looks(Palette):
    """Styles of some colours and attributes, without an application to have them from."""

    def _combine(self, mask: int) -> Style:
        return Style(color=f"rgb({mask % 256},40,200)", bgcolor="#102030", bold=mask > 8, dim=mask < 4)


@pytest.fixture
def pair() -> tuple[LineStrip, Strip]:
    looks = Looks(Widget())
    return LineStrip(WRITTEN, WIDTH, looks), Strip([Segment(text, looks(mask)) for text, mask in WRITTEN], WIDTH)


@pytest.mark.parametrize("system", ["truecolor", "256", "standard"])
def test_a_line_strip_is_written_like_its_segments(pair: tuple[LineStrip, Strip], system: str) -> None:
    line, strip = pair
    console = Console(color_system=system, force_terminal=True)  # type: ignore[arg-type]
    assert line.render(console) == strip.render(console)


def test_a_line_strip_is_cut_like_its_segments(pair: tuple[LineStrip, Strip]) -> None:
    line, strip = pair
    for start in range(WIDTH):
        for end in range(start, WIDTH + 2):
            assert list(line.crop(start, end)) == list(strip.crop(start, end))
        assert [list(piece) for piece in line.divide([start, WIDTH])] == [
            list(piece) for piece in strip.divide([start, WIDTH])
        ]
    assert line.divide([WIDTH])[0] is line


def test_a_line_strip_equals_and_filters_like_its_segments(pair: tuple[LineStrip, Strip]) -> None:
    line, strip = pair
    assert line == strip
    assert line.cell_length == WIDTH
    assert line.text == strip.text
    assert line.apply_filter(Monochrome(), Color(0, 0, 0)) == strip.apply_filter(Monochrome(), Color(0, 0, 0))
    assert line.simplify() == strip.simplify()


def test_a_line_strip_has_only_the_attributes_of_a_strip(pair: tuple[LineStrip, Strip]) -> None:
    with pytest.raises(AttributeError):
        pair[0].no_such_thing  # noqa: B018
