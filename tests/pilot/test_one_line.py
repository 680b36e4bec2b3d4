"""The first and the last line of the screen: cached parts are never stale."""

from __future__ import annotations

from itertools import product

from textual.app import App, ComposeResult
from textual.geometry import Region
from textual.strip import Strip

from tests.pilot.stage import until
from tui.widgets.edges.one_line import OneLine, Piece

LEFTS = (
    (),
    (Piece(" ] ", "line--strong"), Piece("next ", "line--dim"), Piece(" 北京 and more of it ")),
    (Piece(" ] ", "line--strong"), Piece("next ", "line--alert"), Piece(" 北京 and more of it ")),
    (Piece(" said \x1b[2J and done "),),
)
RIGHTS = ((), (Piece(" 3/42 · 7% "),), (Piece(" 3/42 · 12% "),), (Piece(" \x07/x 1/9 · 東京 · 12% ", "line--dim"),))


class TwoLines(App[None]):
    """A line that is used all along, and one that forgets everything before it is painted."""

    def compose(self) -> ComposeResult:
        self.used, self.fresh = OneLine(), OneLine()
        yield self.used
        yield self.fresh


def painted(line: OneLine) -> list[Strip]:
    return line.render_lines(Region(0, 0, line.size.width, 1))


async def test_a_line_that_was_painted_before_is_as_one_that_never_was() -> None:
    app = TwoLines()
    async with app.run_test(size=(40, 4)) as pilot:
        for width, theme in ((40, "textual-dark"), (24, "textual-dark"), (8, "textual-light"), (60, "textual-light")):
            app.theme = theme
            await pilot.resize_terminal(width, 4)
            await until(pilot, lambda width=width: app.used.size.width == width)
            for left, right in product(LEFTS, RIGHTS):
                app.used.show_pieces(left, right)
                app.fresh.forget_lines()
                app.fresh.show_pieces(left, right)
                assert list(map(list, painted(app.used))) == list(map(list, painted(app.fresh))), (left, right, width)
                assert painted(app.used)[0].cell_length == width


async def test_it_is_painted_in_the_colours_of_the_theme_that_is_on() -> None:
    app = TwoLines()
    async with app.run_test(size=(40, 4)) as pilot:
        for line in (app.used, app.fresh):
            line.show_pieces(LEFTS[1], RIGHTS[1])
        before = list(painted(app.used)[0])
        app.theme = "textual-light"
        await pilot.pause()
        app.fresh.forget_lines()
        assert list(painted(app.used)[0]) == list(painted(app.fresh)[0]) != before
