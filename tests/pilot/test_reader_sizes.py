from __future__ import annotations

import pytest

from tests.pilot.stage import TEXT, at, reader
from tui.commands import COMMANDS

_WITHOUT_LEAVING = [
    key for command in COMMANDS for key in command.keys if command.id not in {"quit", "edit", "open_url", "copy"}
]


@pytest.mark.parametrize("size", [(1, 1), (2, 1), (1, 5), (10, 3), (30, 8), (60, 20), (300, 100)])
async def test_every_key_works_at_every_size(size: tuple[int, int]) -> None:
    async with reader(size=size) as stage:
        for key in _WITHOUT_LEAVING:
            await stage.pilot.press(key)
            await stage.pilot.press("escape", "escape")
        await stage.pilot.pause()
        assert stage.app._exception is None
        assert stage.app.is_running


async def test_the_sidebar_gives_way_to_the_text_on_a_narrow_screen_and_comes_back() -> None:
    async with reader(size=(60, 20)) as stage:
        assert not stage.screen.sidebar.display
        await stage.pilot.resize_terminal(100, 30)
        await stage.pilot.pause()
        assert stage.screen.sidebar.display
        assert stage.rows()[0] == "● 1 Entities 9"


async def test_on_a_very_narrow_screen_the_sidebar_takes_all_of_it_until_a_row_is_chosen() -> None:
    async with reader(size=(30, 8)) as stage:
        await stage.press("tab")
        assert not stage.reads("Norwick puts off")
        await stage.press("down", "down", "enter")
        assert stage.here == "Ida Brandt"
        assert stage.reads("Mayor Ida Brandt")


async def test_a_resize_keeps_the_place() -> None:
    async with reader() as stage:
        await stage.press("]", "*", "*", "u")
        top = stage.screen.pane.top_offset
        for size in ((60, 20), (30, 8), (140, 50), (100, 30)):
            await stage.pilot.resize_terminal(*size)
            await stage.pilot.pause()
        assert stage.screen.pane.top_offset == pytest.approx(top, abs=200)


@pytest.mark.parametrize("keys", [("G", "k", "k"), ("G", "u"), ("]", "]", "*"), ("5", "0", "G"), ("G",)])
async def test_the_percentage_at_the_foot_is_the_same_at_every_width(keys: tuple[str, ...]) -> None:
    async with reader() as stage:
        await stage.press(*keys)
        share, cursor = stage.status.split()[-1], stage.screen.pane.cursor
        for size in ((60, 20), (80, 24), (45, 12), (100, 30)):
            await stage.pilot.resize_terminal(*size)
            await stage.pilot.pause()
            assert stage.screen.pane.cursor == cursor
            assert stage.status.split()[-1] == share


async def test_zen_leaves_nothing_but_the_text_and_goes_back() -> None:
    async with reader() as stage:
        await stage.press("z")
        assert not stage.shows("Entities")
        assert not stage.shows("? help")
        assert stage.reads("Norwick puts off the bridge vote")
        await stage.press("escape")
        assert stage.shows("Entities")


async def test_s_hides_and_shows_the_sidebar() -> None:
    async with reader() as stage:
        await stage.press("s")
        assert not stage.screen.sidebar.display
        await stage.press("s")
        assert stage.screen.sidebar.display


async def test_plus_and_minus_change_the_measure_and_say_it() -> None:
    async with reader(size=(140, 30)) as stage:
        await stage.press("-")
        assert "lines of 76 cells" in stage.status
        await stage.press("+", "+")
        assert "lines of 84 cells" in stage.status


async def test_the_status_line_says_how_far_down_the_reader_is() -> None:
    async with reader() as stage:
        assert "0%" in stage.status
        await stage.press("G")
        assert "100%" in stage.status
        await stage.press("g", "space")
        assert "100%" not in stage.status
        await stage.press("5", "0", "G")
        assert "50%" in stage.status
        await stage.press("g")
        assert stage.screen.pane.top_offset <= at("Norwick").start


async def test_a_place_has_one_percentage_at_the_foot_and_in_the_sidebar() -> None:
    async with reader() as stage:
        for _ in range(4):
            await stage.press("]")
            share = f"{stage.screen.pane.cursor / len(TEXT):.0%}"
            assert stage.status.split()[-1] == share
        await stage.press("G")
        assert stage.status.split()[-1] == "100%"
        await stage.press("]", "[")
        assert stage.status.split()[-1] == f"{at('Norwick', 2).start / len(TEXT):.0%}"
