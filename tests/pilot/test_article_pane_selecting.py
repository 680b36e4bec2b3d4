"""Selecting in the article pane with keys and mouse, and what else the mouse does there."""

from __future__ import annotations

import pytest
from textual import events

from tests.pilot.pane_stage import (
    FOUND,
    LINES,
    TEXT,
    PaneApp,
    opened,
    selected,
    span_of,
)
from tests.pilot.stage import until
from tui.widgets.article_pane.pane import ArticlePane


async def test_keyboard_selection_is_the_articles_own_text_across_wrapped_lines() -> None:
    async with PaneApp().run_test(size=(30, 24)) as pilot:
        pane = await opened(pilot)
        pane.move_cursor(span_of("The board").start)
        pane.start_selection()
        pane.move_lines(3)
        text = selected(pane)
        assert len(text) > 60
        assert "\n" not in text
        assert text in TEXT
        pane.extend_selection("word", 1)
        assert selected(pane).split()[-1] in TEXT.split()
        pane.clear_selection()
        assert (selected(pane), pane.selected_span()) == ("", None)


@pytest.mark.parametrize("clean", [False, True])
async def test_a_selection_to_the_end_has_the_whole_last_line_in_it(clean: bool) -> None:
    async with PaneApp().run_test(size=(30, 24)) as pilot:
        pane = await opened(pilot)
        pane.show_clean(clean)
        pane.move_cursor(span_of("The board").start)
        pane.start_selection()
        pane.move_end()
        text = selected(pane)
        assert text.startswith("The board")
        assert text.endswith(TEXT.rstrip()[-20:])


async def test_mouse_selection_is_the_articles_own_text_in_wide_characters_too() -> None:
    async with PaneApp().run_test(size=(60, 24)) as pilot:
        pane = await opened(pilot)
        rows = pilot.app.rows()
        first = next(number for number, row in enumerate(rows) if "東京" in row)
        await pilot.mouse_down(pane, offset=(5, first))
        drag_to(pilot.app, 8, first + 1)
        await pilot.pause()
        await pilot.mouse_up(pane, offset=(8, first + 1))
        await pilot.pause()
        text = selected(pane)
        assert text
        assert text in TEXT
        assert text.startswith("東京")
        assert "\n" not in text
        assert pilot.app.screen.get_selected_text() == text


async def test_dragging_past_the_edge_scrolls_and_selects_on() -> None:
    async with PaneApp().run_test(size=(60, 10)) as pilot:
        pane = await opened(pilot)
        await pilot.mouse_down(pane, offset=(5, 2))
        drag_to(pilot.app, 8, 8)
        drag_to(pilot.app, 8, 9)
        await until(pilot, lambda: pane.top_offset >= span_of("東京").start)
        await pilot.mouse_up(pane, offset=(8, 9))
        text = selected(pane)
        assert text.startswith(LINES[1][0][:9])
        assert text in TEXT
        assert "東京" in text


def drag_to(app: PaneApp, x: int, y: int) -> None:
    """Moves the mouse with its button down, one row down from where it was."""
    app.screen._forward_event(events.MouseMove(app.pane, x, y, 0, 1, 1, False, False, False, screen_x=x, screen_y=y))


async def test_a_click_goes_to_the_annotation_under_it_and_enter_opens_it() -> None:
    async with PaneApp().run_test(size=(80, 24)) as pilot:
        pane = await opened(pilot)
        row = next(number for number, row in enumerate(pilot.app.rows()) if "Amara" in row)
        column = pilot.app.rows()[row].index("Lindqvist")
        await pilot.click(pane, offset=(column, row))
        await pilot.pause()
        assert pane.current == FOUND.mentions[0]
        assert TEXT[pane.cursor :].startswith("Lindqvist")
        assert pilot.app.heard[-1].annotation == FOUND.mentions[0]
        pilot.app.heard.clear()
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(pilot.app.heard[0], ArticlePane.Activated)


async def test_a_click_on_a_fold_opens_it_and_one_on_the_bar_goes_there() -> None:
    async with PaneApp().run_test(size=(80, 24)) as pilot:
        pane = await opened(pilot)
        pane.show_clean(True)
        await pilot.pause()
        row = next(number for number, row in enumerate(pilot.app.rows()) if "caption, credit" in row)
        await pilot.click(pane, offset=(20, row))
        await pilot.pause()
        assert "A ferry at dawn" in "\n".join(pilot.app.rows())
        await pilot.click(pane, offset=(79, 23))
        await pilot.pause()
        assert pane.position == 1.0


async def test_a_drag_along_the_bar_scrolls_with_it_and_selects_nothing() -> None:
    async with PaneApp().run_test(size=(60, 20)) as pilot:
        pane = await opened(pilot)
        places = []
        await pilot.mouse_down(pane, offset=(59, 2))
        for row in (6, 12, 19):
            await pilot.hover(pane, offset=(30, row))
            places.append(pane.top_offset)
        assert places == sorted(set(places))
        assert pane.position == 1.0
        await pilot.hover(pane, offset=(30, 0))
        assert pane.position == 0.0
        await pilot.mouse_up(pane, offset=(30, 0))
        await pilot.hover(pane, offset=(30, 15))
        await pilot.pause()
        assert pane.position == 0.0
        assert pane.selected_span() is None


async def test_a_double_click_selects_a_word_and_a_triple_click_its_block() -> None:
    async with PaneApp().run_test(size=(80, 24)) as pilot:
        pane = await opened(pilot)
        row = next(number for number, row in enumerate(pilot.app.rows()) if "Amara" in row)
        column = pilot.app.rows()[row].index("Amara")
        await pilot.click(pane, offset=(column + 1, row), times=2)
        await pilot.pause()
        assert selected(pane) == "Amara"
        await pilot.click(pane, offset=(column + 1, row), times=3)
        await pilot.pause()
        assert selected(pane) == LINES[5][0]


async def test_the_wheel_scrolls_and_the_cursor_stays_on_the_screen() -> None:
    async with PaneApp().run_test(size=(80, 10)) as pilot:
        pane = await opened(pilot)
        pane.post_message(events.MouseScrollDown(pane, 5, 5, 0, 0, 0, False, False, False))
        await pilot.pause()
        assert pane.top_offset == TEXT.index("\n\nThe talks") + 1
        assert pane.top_offset <= pane.cursor < pane.bottom_offset
        assert not pilot.app.heard  # `scroll_y` tells it
        pane.post_message(events.MouseScrollUp(pane, 5, 5, 0, 0, 0, False, False, False))
        await pilot.pause()
        assert pane.top_offset == 0
