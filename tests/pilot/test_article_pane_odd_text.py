"""Text that is odd, on the pane: it is shown, and nothing in it reaches the terminal as more than text."""

from __future__ import annotations

import pytest

from annotators.annotation import AnnotationSet, Mention
from annotators.article import Article, Block, Source
from tests.pilot.pane_stage import PaneApp, article_of
from tui.terminal.safe_text import unsafe

HOSTILE = (
    "A\x1b]52;c;ZXZpbA==\x07 \x1b[2J\x1b[31m \x9b31m \x90q\x9c \x00\x08\x7f\x0e \u202eoverride\u2066 \ud800 \U000e0041 "
    "[/b] [@click=app.quit]x[/] [including] https://a/\x1b\\ " + "".join(map(chr, range(0xA0))) + "e" + "\u0301" * 500
)


@pytest.mark.parametrize("width", [80, 33, 5, 1])
async def test_hostile_text_is_shown_and_none_of_it_leaves(width: int) -> None:
    async with PaneApp().run_test(size=(width, 24)) as pilot:
        pane = pilot.app.pane
        pane.show_article(article_of(HOSTILE))
        pane.show_annotations(AnnotationSet(mentions=(Mention(start=1, end=9, label="\x1b[0m"),)))
        pane.show_hints({"a": 40})
        await pilot.pause()
        written = [strip.render(pilot.app.console) for strip in pane.render_lines(pane.size.region)]
        texts = [strip.text for strip in pane.render_lines(pane.size.region)]
        assert not any(unsafe().search(text) for text in texts)
        assert not any("\x1b" in text or "\x9b" in text for text in texts)
        assert sum(map(len, written)) < 20_000
        if width == 80:
            assert "[/b] [@click=app.quit]x[/] [including]" in "".join(row.strip() + " " for row in pilot.app.rows())
            assert "␛]52;c;ZXZpbA==␇" in "".join(pilot.app.rows())
        assert not any(style.meta for strip in pane.render_lines(pane.size.region) for _, style, _ in strip if style)


@pytest.mark.parametrize(
    "text", ["One line\r\nanother\r\n\r\nthe last", "One line\ranother\r\rthe last", "One line\ranother\n\rthe last"]
)
async def test_other_line_breaks_break_lines_and_show_no_glyph(text: str) -> None:
    async with PaneApp().run_test(size=(80, 6)) as pilot:
        pilot.app.pane.show_article(Article(text, (Block(0, len(text)),), Source("dos.txt")))
        await pilot.pause()
        rows = [row.strip() for row in pilot.app.rows()]
        assert rows[:4] == ["One line", "another", "", "the last"]


async def test_persian_keeps_its_order_and_loses_only_its_direction_marks() -> None:
    async with PaneApp().run_test(size=(80, 6)) as pilot:
        text = "\u200fنخست\u200cوزیر گفت: «می\u200cخواهم»\u200e.\n"
        pilot.app.pane.show_article(article_of(text))
        await pilot.pause()
        assert pilot.app.rows()[0].strip() == text.strip().replace("\u200f", "").replace("\u200e", "")
