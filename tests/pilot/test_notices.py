"""Notices are shown whole on screens of any width."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from tests.pilot.stage import Stage, reader
from tui.widgets.edges.long_notice import LongNotice

ALERT = "the library cannot be used (disk is full); reading goes on without it: /home/ann/broadsheet/library.sqlite"


def said(stage: Stage) -> str:
    """All that the lines of a long notice say."""
    (notice,) = stage.screen.query(LongNotice)
    lines = stage.lines()[notice.region.y : notice.region.bottom] if notice.display else []
    return " ".join(" ".join(lines).split())


@pytest.mark.parametrize("size", [(100, 30), (60, 20), (45, 10)])
async def test_a_long_notice_takes_several_lines_and_disappears(size: tuple[int, int]) -> None:
    async with reader(size=size) as stage:
        before = stage.lines()
        stage.screen.say(ALERT, alert=True)
        await stage.pilot.pause()
        assert said(stage).replace(" ", "") == ALERT.replace(" ", "")
        assert stage.lines()[: size[1] // 2] == before[: size[1] // 2]
        stage.screen.status.end_notice()
        await stage.pilot.pause()
        assert stage.lines() == before


async def test_on_the_smallest_screen_half_of_it_is_enough() -> None:
    async with reader(size=(30, 8)) as stage:
        stage.screen.say(ALERT, alert=True)
        await stage.pilot.pause()
        assert said(stage).startswith("the library cannot be used (disk is full); reading")
        assert said(stage).endswith("…")
        assert stage.reads("Norwick")


async def test_a_long_notice_in_wide_characters_stays_within_the_screen() -> None:
    async with reader(size=(30, 8)) as stage:
        stage.screen.say("北京" * 80, alert=True)
        await stage.pilot.pause()
        (notice,) = stage.screen.query(LongNotice)
        for y in range(notice.size.height):
            assert cell_len("".join(segment.text for segment in notice.render_line(y))) == 30
        assert said(stage).endswith("…")


async def test_in_zen_too_it_is_laid_out_anew_for_another_width() -> None:
    async with reader(size=(100, 20)) as stage:
        await stage.press("z")
        stage.screen.say(ALERT, alert=True)
        await stage.pilot.pause()
        await stage.pilot.resize_terminal(40, 20)
        await stage.pilot.pause()
        (notice,) = stage.screen.query(LongNotice)
        assert notice.size.height == 3
        assert said(stage).replace(" ", "") == ALERT.replace(" ", "")


async def test_a_place_gives_way_to_a_notice_that_needs_the_line_and_comes_back() -> None:
    async with reader(size=(60, 20)) as stage:
        await stage.press("]")
        place = stage.status.split(" · ")[-1]
        sentence = "x" * 55 + "end"
        stage.screen.say(sentence)
        await stage.pilot.pause()
        assert stage.lines()[-1].strip() == sentence
        await stage.press("j")
        assert not stage.shows("xend")
        assert place in stage.lines()[-1] or "%" in stage.lines()[-1]


async def test_a_click_takes_a_long_notice_away() -> None:
    async with reader(size=(60, 20)) as stage:
        stage.screen.say(ALERT, alert=True)
        await stage.pilot.pause()
        await stage.pilot.click(offset=(5, 18))
        await stage.pilot.pause()
        assert not stage.shows("disk is full")


async def test_a_notice_is_wrapped_again_for_another_width() -> None:
    async with reader(size=(130, 20)) as stage:
        stage.screen.say(ALERT, alert=True)
        await stage.pilot.pause()
        assert ALERT in stage.lines()[-1]
        await stage.pilot.resize_terminal(50, 20)
        await stage.pilot.pause()
        assert said(stage).replace(" ", "") == ALERT.replace(" ", "")
        await stage.pilot.resize_terminal(130, 20)
        await stage.pilot.pause()
        assert ALERT in stage.lines()[-1]
        assert not stage.screen.query(LongNotice).first().display


async def test_a_notice_from_an_article_cannot_steer_the_terminal() -> None:
    async with reader(size=(40, 20)) as stage:
        stage.screen.say("\x1b[31m" + "no such file " * 6 + "\nand\tmore")
        await stage.pilot.pause()
        assert not any("\x1b" in line or "\n" in line or "\t" in line for line in stage.lines())
        assert "␛[31mno such file" in said(stage)


async def test_letters_are_never_covered_by_what_is_said_about_them() -> None:
    async with reader(size=(30, 8)) as stage:
        await stage.press("f")
        assert not stage.screen.query(LongNotice)
        assert stage.lines()[-1].startswith(" type a letter to go there")


async def test_nor_are_they_where_there_is_nothing_but_the_text() -> None:
    async with reader(size=(60, 12)) as stage:
        await stage.press("z")
        await stage.press("f")
        assert stage.screen.hints
        assert not stage.shows("type a letter")


async def test_where_there_is_nothing_but_the_text_a_notice_lies_over_it_for_a_while() -> None:
    async with reader() as stage:
        await stage.press("z")
        alone = stage.lines()
        await stage.press("G", "]")
        assert said(stage) == "that was the last one"
        await stage.press("g")
        assert stage.lines() == alone
