"""The panel about the article as a whole."""

from __future__ import annotations

import pytest

from annotators.article import Article, Block, Metadata, Source
from tests.pilot.stage import ARTICLE, reader, until

KNOWN = Metadata(
    "A rather long title, which goes on and on, as titles of newsletters will, over more than a single line of it",
    "Ann Lee, Bo Ray", "2026-03-02T08:00:00+01:00", "The Post\x1b[31m", "en-GB", "https://post.example/a",
)  # fmt: skip
MAIL = Article("Text of it.", (Block(0, 11),), Source("letter.eml", "message/rfc822"), KNOWN, ("a notice",))


async def test_everything_that_is_known_is_told_and_nothing_else() -> None:
    async with reader(MAIL) as stage:
        await stage.press("i")
        shown = " ".join(" ".join(stage.lines()).split())
        for words in (
            "title A rather long title,", "over more than a single line of it", "by Ann Lee, Bo Ray",
            "published 2026-03-02T08:00:00+01:00", "language en-GB", "address https://post.example/a",
            "from letter.eml", "read as mail", "length 3 words, 1 min",
        ):  # fmt: skip
            assert words in shown
        assert "\x1b" not in "".join(stage.lines())
        await stage.press("i")
        assert not stage.screen.shown("AboutPanel")
    async with reader() as stage:
        await stage.press("i")
        assert stage.shows("from       bridge.txt")
        assert not stage.shows("published")


async def test_the_length_is_that_of_the_clean_article() -> None:
    async with reader() as stage:
        await stage.press("i")
        await until(stage.pilot, lambda: stage.shows("folded away"))
        words = len(ARTICLE.text.split())
        assert stage.shows(f"length     {words - 11} words, 4 min; 11 more are folded away")


async def test_enter_on_the_address_opens_it(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr("tui.terminal.external.open_in_browser", lambda address: bool(opened.append(address)) or True)
    async with reader(MAIL) as stage:
        await stage.press("i")
        for _ in stage.screen.movable.rows:
            if stage.screen.movable.row.target is None:
                await stage.press("j")
        await stage.press("enter")
        await stage.pilot.pause()
        assert opened == ["https://post.example/a"]


@pytest.mark.parametrize("size", [(60, 20), (30, 8)])
async def test_it_can_be_read_on_a_small_screen(size: tuple[int, int]) -> None:
    async with reader(MAIL, size=size) as stage:
        await stage.press("i")
        assert stage.shows("title")
        await stage.press("G")
        assert stage.shows("notice")
        await stage.press("escape")
        assert stage.reads("Text of it.")
