"""No key changes or moves what a panel covers, and only one panel is open at a time."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.pilot.library_stage import fill, shelf, written
from tests.pilot.stage import Stage, reader

PANELS = {"HelpPanel": "?", "VoicesPanel": "w", "AboutPanel": "i", "KindsPanel": "B"}
KEYS = [(key, name) for name, key in PANELS.items()]
ON_THE_TEXT = (
    "h", "a", "D", "c", "U", "O", "v", "shift+right", "y", "m", "'", "}", "{", "]", "[", "*", "#", "f", "F", "n", "N",
    "1", "2", "3", "4", "S", "s", "z", "+", "-",
)  # fmt: skip
"""Keys of commands that act on the place in the article, or change how it looks."""


def state(stage: Stage) -> tuple[object, ...]:
    """All that those keys may change."""
    screen = stage.screen
    return (
        screen.pane.cursor, screen.pane.scroll_y, screen.lit, screen.selecting, screen.notes, screen.hints, screen.zen,
        screen.measure, screen.sidebar.display, screen.shown("Prompt"), screen.shown("Picker"), screen.marks,
    )  # fmt: skip


def seen(stage: Stage) -> list[str]:
    return [name for name in (*stage.screen.OVER, "Card") if stage.screen.shown(name)]


@pytest.mark.parametrize("panel", PANELS)
@pytest.mark.parametrize("size", [(100, 30), (40, 12)])
async def test_keys_of_the_text_do_nothing_below_a_panel_and_say_so(panel: str, size: tuple[int, int]) -> None:
    async with reader(size=size) as stage:
        await stage.press(PANELS[panel])
        before, rows = state(stage), stage.screen.movable
        for key in ON_THE_TEXT:
            await stage.press(key)
            assert state(stage) == before, key
            assert seen(stage) == [panel], key
            assert stage.screen.movable is rows
            assert "the article is covered: esc goes back to it" in stage.status, key
            stage.screen.status.end_notice()
        await stage.press("escape")
        assert not seen(stage)
        await stage.press("]", "h")
        assert len(stage.notes) == 1


@pytest.mark.parametrize("under", PANELS)
@pytest.mark.parametrize(("key", "over"), [*KEYS, ("x", "ExportPanel"), (":", "Picker"), ("T", "Picker")])
async def test_another_panel_takes_the_place_of_the_one_that_is_open(under: str, key: str, over: str) -> None:
    async with reader() as stage:
        await stage.press(PANELS[under], key)
        await stage.pilot.pause()
        if under == over:
            assert not seen(stage)
        elif over == "HelpPanel":  # which lies over what it helps with
            assert seen(stage) == ["HelpPanel", under]
            await stage.press("escape")
            assert seen(stage) == [under]
        else:
            assert seen(stage) == [over]


async def test_a_drawer_that_hides_the_article_keeps_the_keys_of_the_text_from_it() -> None:
    async with reader(size=(40, 12)) as stage:
        await stage.press("]", "s")
        assert stage.screen.has_class("-drawer")
        await stage.press("h", "]", "f")
        assert not stage.notes
        assert not stage.screen.hints
        assert stage.here == "Norwick"
        assert "the article is covered: esc goes back to it" in stage.status
        await stage.press("1")
        assert "entities off" in stage.status
        await stage.press("?", "escape", "j")
        assert stage.screen.focused is stage.screen.sidebar
        assert stage.here == "Norwick"
        await stage.press("w")
        await stage.press("escape")
        assert not stage.screen.has_class("-drawer")
        assert stage.shows("Norwick puts off")


async def test_a_click_on_a_hint_below_a_panel_is_as_its_key() -> None:
    async with reader() as stage:
        await stage.press("w")
        await stage.pilot.click(stage.screen.status, offset=(1, 0))
        await stage.pilot.pause()
        assert stage.here == ""
        assert seen(stage) == ["VoicesPanel"]


async def test_a_command_chosen_in_the_help_or_the_palette_finds_the_article_open() -> None:
    async with reader() as stage:
        await stage.press("]", "w", ":")
        await stage.type("highlight")
        await stage.press("enter")
        assert not seen(stage)
        assert len(stage.notes) == 1
        await stage.press("i", "?", "/")
        await stage.type("next annotation")
        await stage.press("enter", "enter")
        assert seen(stage) == ["AboutPanel"]
        assert "the article is covered" in stage.status


async def test_help_asked_for_while_one_types_goes_back_to_what_was_typed() -> None:
    async with reader() as stage:
        await stage.press("]", "a")
        await stage.type("a no")
        await stage.press("f1")
        assert seen(stage) == ["HelpPanel"]
        await stage.press("pagedown")
        assert not stage.shows("One line down")
        await stage.press("escape")
        assert not seen(stage)
        await stage.type("te")
        await stage.press("enter")
        assert [note.text for note in stage.notes] == ["a note"]


@pytest.mark.parametrize(("keys", "panel"), [(("x",), "ExportPanel"), ((":",), "Picker")])
async def test_help_over_a_panel_with_a_line_to_type_in_gives_it_back(keys: tuple[str, ...], panel: str) -> None:
    async with reader() as stage:
        await stage.press("]", *keys, "f1")
        assert seen(stage) == ["HelpPanel", panel]
        await stage.press("h", "escape")
        assert seen(stage) == [panel]
        line = stage.screen.focused
        await stage.press("h")
        assert getattr(line, "value", "").endswith("h")
        assert not stage.notes


async def test_a_percentage_in_a_list_does_not_move_the_article_below_it() -> None:
    async with reader() as stage:
        await stage.press("?", "5", "0", "G", "escape")
        assert stage.screen.pane.cursor == 0


async def test_arrows_in_a_panel_without_groups_fold_nothing_in_the_article() -> None:
    async with reader() as stage:
        await stage.press("?", "right", "left", "right", "escape")
        assert not stage.reads("Home  News")


async def test_keys_of_the_library_do_nothing_below_its_help(tmp_path: Path) -> None:
    fill(tmp_path / "library.sqlite", written(tmp_path, "a.txt", "Pumps hold\n\nAll night."))
    async with shelf(tmp_path / "library.sqlite") as stage:
        await stage.until(lambda: stage.titles() == ["Pumps hold"])
        await stage.press("?", "D", "m", "t")
        assert "the list is covered: esc goes back to it" in stage.said
        assert not stage.library.shown("Prompt")
        await stage.press("escape")
        assert stage.titles() == ["Pumps hold"]
        assert not stage.library.found[0].entry.read


@pytest.mark.parametrize("key", ["i", "B", "x"])
async def test_a_click_on_the_article_above_a_panel_closes_it(key: str) -> None:
    async with reader(size=(100, 30)) as stage:
        await stage.press(key)
        (y, line) = next((y, line) for y, line in enumerate(stage.lines()) if "Mayor Ida Brandt" in line)
        await stage.pilot.click(offset=(line.index("Ida Brandt") + 1, y))
        await stage.pilot.pause()
        assert not seen(stage)
