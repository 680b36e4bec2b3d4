from __future__ import annotations

import pytest

from tests.pilot.stage import reader, until
from tui.commands import commands_of, key_label
from tui.settings.config import Settings
from tui.settings.keymap import resolve_keys
from tui.widgets.panels.help import HelpPanel, help_rows


async def test_help_lists_every_command_with_its_keys() -> None:
    async with reader(size=(120, 140)) as stage:
        await stage.press("?")
        text = " ".join(" ".join(stage.lines()).split())
        for command in commands_of(resolve_keys({})):
            assert command.help.split(";")[0][:40] in text
            assert all(key_label(key) in text for key in command.keys)


@pytest.mark.parametrize(
    ("unbound", "said"), [("next_annotation", "repeats it: 5j."), ("line_down", "repeats it: 012].")]
)
def test_help_gives_no_number_before_a_command_without_a_key(unbound: str, said: str) -> None:
    text = " ".join(row.text for row in help_rows(resolve_keys({unbound: ""}), 200))
    assert said in text


async def test_help_scrolls_filters_and_closes() -> None:
    async with reader() as stage:
        await stage.press("f1")
        assert stage.shows("One line down")
        await stage.press("G")
        assert not stage.shows("One line down")
        await stage.press("/")
        await stage.type("export clean")
        await stage.press("enter")
        assert stage.shows("Write the clean article to a file.")
        assert not stage.shows("To the next paragraph.")
        await stage.press("escape")
        assert not stage.screen.shown("HelpPanel")
        await stage.press("?")
        assert stage.shows("One line down")


async def test_a_page_of_the_help_shows_what_the_page_before_did_not() -> None:
    async with reader(size=(100, 30)) as stage:
        await stage.press("?")
        seen = stage.screen.panels[HelpPanel].list
        for _ in range(2):
            last, height = seen.scroll_y, seen.size.height
            await stage.press("space")
            assert seen.scroll_y == last + height
        await stage.press("pageup", "pageup")
        assert stage.shows("One line down")


async def test_choosing_a_row_of_the_help_calls_its_command() -> None:
    async with reader() as stage:
        await stage.press("?", "/")
        await stage.type("fold what is not the article")
        await stage.press("enter", "enter")
        assert not stage.screen.clean
        assert not stage.screen.shown("HelpPanel")


async def test_the_palette_finds_a_command_and_shows_its_key() -> None:
    async with reader() as stage:
        await stage.press("ctrl+p")
        await stage.type("clean")
        assert any("Clean or raw" in line and " b " in line for line in stage.lines())
        await stage.press("enter")
        assert not stage.screen.clean


async def test_the_palette_opens_with_a_colon_too_and_escape_closes_it() -> None:
    async with reader() as stage:
        await stage.press(":", "down", "up", "escape", "]")
        assert stage.here == "Norwick"


async def test_themes_are_tried_as_the_cursor_moves_and_escape_takes_the_old_one_back() -> None:
    async with reader() as stage:
        before = stage.app.theme
        await stage.press(":")
        await stage.type("choose a theme")
        await stage.press("enter", "down")
        assert stage.app.theme != before
        await stage.press("escape")
        assert stage.app.theme == before


async def test_light_and_dark_are_one_command_apart() -> None:
    async with reader() as stage:
        assert stage.app.current_theme.dark
        for dark in (False, True):
            await stage.press(":")
            await stage.type("light or dark")
            await stage.press("enter")
            assert stage.app.current_theme.dark is dark


async def test_every_theme_can_be_worn() -> None:
    async with reader() as stage:
        for theme in stage.app.available_themes:
            stage.app.theme = theme
            await stage.pilot.pause()
            assert stage.shows("Norwick puts off the bridge vote")


async def test_keys_from_the_settings_take_the_place_of_the_built_in_ones() -> None:
    async with reader(settings=Settings(keys={"next_annotation": "n,ctrl+n"})) as stage:
        await stage.press("]")
        assert stage.here == ""
        await stage.press("n", "ctrl+n")
        assert stage.here == "Ida Brandt"
        assert stage.status.startswith(" n next ")
        await stage.press("?")
        assert stage.shows("n  ctrl+n")


async def test_sentences_and_panels_name_the_keys_as_they_are_bound() -> None:
    keys = {"back": "f12", "search": "\\", "end": "f10", "open_card": "f9"}
    async with reader(settings=Settings(keys=keys), size=(120, 140)) as stage:
        await stage.press("?")
        text = " ".join(" ".join(stage.lines()).split())
        for words in (" \\ filter ", " f12 close ", "50f10", "f12 closes it", "f9 shows a speaker's quotes"):
            assert words in text
        await stage.press("f12", "w")
        await until(stage.pilot, lambda: stage.shows("f9 quotes · f12 back"))
        await stage.press("f12", "B")
        assert stage.shows("f9 fold/show · f12")


async def test_keys_that_cannot_be_bound_are_said_and_the_built_in_ones_hold() -> None:
    async with reader(settings=Settings(keys={"next_anotation": "n"}), annotated=False) as stage:
        assert "did you mean next_annotation?" in stage.status
        await stage.all_layers()
        await stage.press("]")
        assert stage.here == "Norwick"


async def test_a_click_on_a_hint_of_the_status_line_calls_its_command() -> None:
    async with reader() as stage:
        await stage.pilot.click(stage.screen.status, offset=(stage.status.index("clean/raw") + 1, 0))
        await stage.pilot.pause()
        assert not stage.screen.clean


async def test_q_backs_out_of_a_panel_and_then_quits() -> None:
    async with reader() as stage:
        await stage.press("?", "q")
        assert stage.app.is_running
        await stage.press("q")
        assert not stage.app.is_running
    assert stage.app.return_code == 0


@pytest.mark.parametrize("beside", [(90, 20), (3, 20), (99, 25)])
async def test_a_click_beside_a_list_to_pick_from_closes_it_and_one_on_it_picks(beside: tuple[int, int]) -> None:
    async with reader() as stage:
        await stage.press(":")
        await stage.pilot.click(offset=(20, 2))
        assert stage.screen.shown("Picker")
        await stage.pilot.click(offset=beside)
        assert not stage.screen.shown("Picker")
        theme = stage.app.theme
        await stage.press(":")
        await stage.type("choose a theme")
        await stage.press("enter", "down")
        assert stage.app.theme != theme
        await stage.pilot.click(offset=beside)
        assert stage.app.theme == theme


async def test_a_command_is_also_found_by_its_key() -> None:
    async with reader() as stage:
        await stage.press(":", "x")
        assert stage.screen.shown("Picker").list.row.key == "export"
        await stage.press("escape", ":", *"quit", "escape", ":", "q")
        assert stage.screen.shown("Picker").list.row.key == "quit"
        await stage.press("backspace", *"quot")
        assert stage.screen.shown("Picker").list.row.key == "toggle_quotes"
