"""Lists explain their keys, and the first screen shows errors in the settings."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.pilot.stage import ARTICLE, reader, until
from tui.app import BroadsheetApp
from tui.settings.config import Settings


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
async def test_errors_in_the_settings_are_shown_on_the_first_screen(articles: list, tmp_path: Path) -> None:
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
        stage.screen.status.NOTICE_SECONDS = 1.0
        stage.screen.say("the library is damaged", alert=True)
        stage.screen.say("highlighted")
        assert "highlighted" in stage.status
        await until(stage.pilot, lambda: "the library is damaged" in stage.status)
        await until(stage.pilot, lambda: "the library is damaged" not in stage.status)
        assert "] next" in stage.status


async def test_an_alert_is_shown_beside_a_remark_in_either_order() -> None:
    async with reader() as stage:
        stage.screen.say("the theme is not there", alert=True)
        stage.screen.say("resumed at 26%, g for top")
        assert "the theme is not there · resumed at 26%, g for top" in stage.status
    async with reader() as stage:
        stage.screen.say("resumed at 26%, g for top")
        stage.screen.say("the theme is not there", alert=True)
        assert "the theme is not there · resumed at 26%, g for top" in stage.status
        await stage.press("j")
        assert "the theme is not there" in stage.status
        assert "resumed" not in stage.status


async def test_on_a_narrow_screen_both_are_on_as_many_lines_as_they_take() -> None:
    async with reader(size=(40, 12)) as stage:
        stage.screen.say("config.toml: measure needs a number", alert=True)
        stage.screen.say("resumed at 26%, g for top")
        await stage.pilot.pause()
        assert stage.shows("config.toml: measure needs a number ·")
        assert stage.shows("resumed at 26%, g for top")


async def test_letters_to_type_have_the_line_to_themselves_and_the_alert_comes_back() -> None:
    async with reader() as stage:
        stage.screen.say("the library is damaged", alert=True)
        await stage.press("f")
        assert "type a letter" in stage.status
        assert "damaged" not in stage.status
        stage.screen.status.end_notice()
        assert "the library is damaged" in stage.status


async def test_another_article_takes_what_was_said_of_the_one_before_and_not_what_lasts() -> None:
    async with reader() as stage:
        stage.screen.say("no library", alert=True, lasting=True)
        stage.screen.say("resumed at 26%, g for top")
        stage.screen.status.end_article()
        assert "no library" in stage.status
        assert "resumed" not in stage.status


async def test_a_failure_message_ends_with_the_next_message_or_key() -> None:
    async with reader() as stage:
        stage.screen.fail("nosuch: No such file or directory")
        await stage.pilot.pause()
        assert "nosuch" in stage.status
        stage.screen.say("read again: nothing has changed")
        assert stage.status.startswith(" read again: nothing has changed ")
        assert "nosuch" not in stage.status
        stage.screen.fail("nosuch: No such file or directory")
        await stage.press("j")
        assert "nosuch" not in stage.status
        assert "] next" in stage.status


async def test_a_failure_looks_like_an_alert_and_keeps_an_unrequested_alert() -> None:
    async with reader() as stage:
        stage.screen.say("the library is damaged", alert=True)
        stage.screen.fail("a.md was not written")
        assert "the library is damaged · a.md was not written" in " ".join(stage.status.split())
        assert all(piece.style == "line--alert" for piece in stage.screen.status._notice if piece.text.strip() != "·")
        await stage.press("j")
        assert "the library is damaged" in stage.status
        assert "a.md" not in stage.status


@pytest.mark.parametrize(("keys", "said"), [("", "q quits"), (":", "esc closes what is open, then q quits")])
async def test_ctrl_c_says_what_quits_from_here(keys: str, said: str) -> None:
    async with reader() as stage:
        await stage.press(*keys, "ctrl+c")
        assert stage.status.startswith(f" {said} ")
