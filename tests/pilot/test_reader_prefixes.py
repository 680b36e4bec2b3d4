"""Numbers before commands, marks, and addresses in the text."""

from __future__ import annotations

import pytest

from annotators.article import Article, Block, Source
from tests.pilot.stage import reader

LINES = [f"Line {number} of it, short." for number in range(200)]
LINES[3] = "More at https://news.example/more, and https://news.example/other."
TEXT = "\n\n".join(LINES)


def long() -> Article:
    blocks, start = [], 0
    for line in LINES:
        blocks.append(Block(start, start + len(line)))
        start += len(line) + 2
    return Article(TEXT, tuple(blocks), Source("long.txt"))


@pytest.mark.parametrize(
    ("keys", "first_line"),
    [("7 j", 7), ("0 1 2 j", 12), ("9 j 5 k", 4), ("5 }", 0), ("6 j escape 5 escape j", 7), ("0 j", 1)],
)
async def test_a_number_says_how_often(keys: str, first_line: int) -> None:
    async with reader(long(), annotated=False) as stage:
        await stage.press(*keys.split())
        assert round(stage.screen.pane.scroll_y) == first_line


async def test_a_number_is_shown_while_it_is_typed_and_a_layer_is_still_toggled_by_its_own() -> None:
    async with reader(annotated=True) as stage:
        await stage.press("5", "2")
        assert "52 · " in stage.status
        await stage.press("escape")
        assert "52 · " not in stage.status
        lit = stage.screen.lit
        await stage.press("2")
        assert stage.screen.lit != lit
        await stage.press("0", "2", "]")
        assert stage.screen.pane.current is not None


async def test_a_number_before_the_end_is_a_share_of_the_article() -> None:
    async with reader(long(), annotated=False) as stage:
        await stage.press("5", "0", "G")
        assert abs(stage.screen.pane.cursor / len(TEXT) - 0.5) < 0.02
        await stage.press("9", "9", "9", "G")
        assert stage.screen.pane.position == 1.0


async def test_a_mark_is_come_back_to_and_so_is_the_place_before_a_leap() -> None:
    async with reader(long(), annotated=False) as stage:
        await stage.press("9", "j", "m", "a")
        marked = stage.screen.pane.cursor
        assert marked
        await stage.press("G")
        end = stage.screen.pane.cursor
        await stage.press("'", "a")
        assert stage.screen.pane.cursor == marked
        await stage.press("'", "'")
        assert stage.screen.pane.cursor == end
        await stage.press("'", "x")
        assert "no mark x" in stage.status
        await stage.press("m", "escape", "j")
        assert "x" not in stage.screen.marks


async def test_an_address_has_a_letter_and_is_what_o_opens_there(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", lambda address: opened.append(address) or True)
    async with reader(long(), annotated=False) as stage:
        await stage.press("f")
        label = next(label for label, one in stage.screen.hints.items() if TEXT[one.start : one.end].endswith("other"))
        await stage.press(*label)
        assert "o opens https://news.example/other" in stage.status
        await stage.press("o")
        await stage.pilot.pause()
        assert opened == ["https://news.example/other"]


async def test_a_number_that_would_begin_with_a_layer_begins_with_a_nought() -> None:
    async with reader() as stage:
        lit = stage.screen.lit
        await stage.press("0", "3", "0", "G")
        assert "at 30%" in stage.status
        assert stage.screen.lit == lit
        await stage.press("?")
        assert stage.shows("030G")
