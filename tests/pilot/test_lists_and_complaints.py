"""A list says how it is used, and the first screen what is wrong with the settings."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.pilot.stage import ARTICLE, reader, until
from tui.app import BroadsheetApp
from tui.config import Settings


@pytest.mark.parametrize("size", [(100, 30), (60, 20)])
async def test_a_list_says_that_one_can_type_and_that_nothing_was_found(size: tuple[int, int]) -> None:
    async with reader(size=size) as stage:
        await stage.press("T")
        assert stage.shows("type to filter · ↑↓ move · enter · esc")
        await stage.press("j", "q", "x")
        assert not stage.shows("type to filter")
        await stage.press("enter")
        assert stage.shows("nothing to choose")
        await stage.press("backspace")
        assert not stage.shows("nothing to choose")


@pytest.mark.parametrize("articles", [[ARTICLE], []])
async def test_what_is_wrong_with_the_settings_is_said_on_the_first_screen(articles: list, tmp_path: Path) -> None:
    from tui.remembering import Memory

    memory = Memory(tmp_path / "library.sqlite")
    app = BroadsheetApp(articles, memory=memory, complaints=("config.toml: measure needs a number", "another"))
    try:
        async with app.run_test(size=(100, 30)) as pilot:
            await until(pilot, lambda: "measure needs" in app.screen.status.shown)  # type: ignore[attr-defined]
            said = app.screen.status.shown  # type: ignore[attr-defined]
            assert "config.toml: measure needs a number, and 1 more: broadsheet doctor tells" in said
    finally:
        memory.close()


async def test_a_theme_that_is_not_there_is_what_is_said_as_doctor_cannot_tell_it() -> None:
    app = BroadsheetApp([ARTICLE], Settings(theme="drakula"), complaints=("config.toml: measure needs a number",))
    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: "theme" in app.screen.status.shown)  # type: ignore[attr-defined]
        said = app.screen.status.shown  # type: ignore[attr-defined]
        assert "no theme called drakula: the nearest is dracula, and 1 more: broadsheet doctor tells" in said


async def test_an_alert_that_was_hardly_there_comes_back_after_what_was_said_over_it() -> None:
    async with reader() as stage:
        stage.screen.status.NOTICE_SECONDS = 0.05
        stage.screen.say("the library is damaged", alert=True)
        stage.screen.say("highlighted")
        assert "highlighted" in stage.status
        seen = ""
        while "the library is damaged" not in seen:
            await stage.pilot.pause(0.01)
            seen = stage.status
        while "the library is damaged" in seen:
            await stage.pilot.pause(0.01)
            seen = stage.status
        assert "] next" in seen
