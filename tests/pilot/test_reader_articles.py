from __future__ import annotations

import asyncio
import threading
import webbrowser
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from annotators import loaders
from annotators.article import Article, Block, Metadata, Source
from annotators.loaders import load
from tests.pilot.stage import ARTICLE, TEXT, Annotator, Stage, at, reader, until, until_said
from tui.app import BroadsheetApp
from tui.opening import Opening

OTHER = Article("Another story.\n\nIt is short.", (Block(0, 14), Block(16, 28)), Source("other.txt"))


async def test_j_and_k_go_through_the_articles_and_keep_the_place_in_each() -> None:
    async with reader(ARTICLE, OTHER) as stage:
        assert "1 of 2" in stage.lines()[0]
        await stage.press("]", "]", "J")
        assert stage.reads("Another story.")
        assert "2 of 2" in stage.lines()[0]
        await stage.press("J")
        assert "last article" in stage.status
        await stage.press("K")
        assert stage.screen.pane.cursor == at("Ida Brandt").start


async def test_annotations_of_an_article_that_was_left_are_not_shown_on_another() -> None:
    async with reader(ARTICLE, OTHER, annotated=False) as stage:
        await stage.press("J")
        stage.annotator.let_go.set()
        await stage.pilot.pause()
        assert stage.reads("Another story.")


async def test_each_article_is_annotated_when_it_is_opened() -> None:
    async with reader(OTHER, ARTICLE) as stage:
        await stage.press("J")
        await stage.all_layers()
        assert stage.rows()[0] == "● 1 Entities 9"


async def test_notices_about_how_a_text_was_read_are_shown() -> None:
    guessed = Article("Text.", (Block(0, 5),), Source("x.txt"), notices=("read as cp1252",))
    async with reader(guessed, annotated=False) as stage:
        assert "read as cp1252" in stage.status


async def test_an_empty_article_can_be_opened_and_every_key_pressed() -> None:
    empty = Article("", (), Source("empty.txt"))
    async with reader(empty, annotator=Annotator(steps=()), annotated=False) as stage:
        await stage.press(*"jkdugG}{][*#fhavyn/", "escape", *"1234bxD", "escape", "enter", "space")
        assert stage.app.is_running
        assert stage.shows("empty.txt")


async def test_r_reads_the_file_again(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_text("First words.\n", "utf-8")
    async with reader(load(str(path)), annotated=False) as stage:
        path.write_text("Second words.\n", "utf-8")
        await stage.press("r")
        await until_said(stage, "the text has changed")
        assert stage.reads("Second words.")
        path.unlink()
        await stage.press("r")
        assert "cannot be read again" in stage.status


async def test_the_place_stays_visible_when_the_text_above_grows(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    text = "".join(f"Paragraph number {number} of a long article.\n\n" for number in range(200))
    path.write_text(text, "utf-8")
    async with reader(load(str(path)), annotated=False) as stage:
        await stage.press("5", "0", "G")
        at = stage.screen.pane.cursor
        path.write_text("A note of the editor's.\n\n" * 40 + text, "utf-8")
        await stage.press("r")
        await until_said(stage, "the text has changed")
        here = stage.screen.article.text[stage.screen.pane.cursor :]
        assert here == text[at:]
        assert stage.reads(here.partition(".")[0])


async def test_a_reloaded_article_does_not_replace_another(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    first = load(str(path))
    path.write_text("Changed.\n\n" + TEXT, encoding="utf-8")
    released = threading.Event()

    def slowly(source: str) -> Article:
        released.wait(20)
        return load(source)

    monkeypatch.setattr(loaders, "load", slowly)
    async with reader(first, OTHER) as stage:
        reading = asyncio.create_task(stage.screen.read_again())
        await asyncio.sleep(0)
        await stage.press("J")
        released.set()
        await reading
        assert stage.screen.article is OTHER
        assert stage.screen.articles == [first, OTHER]


async def test_o_opens_the_address_and_no_other_scheme(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def take(address: str) -> bool:
        opened.append(address)
        return True

    monkeypatch.setattr(webbrowser, "open", take)
    local = Article("Text.", (Block(0, 5),), Source("x.txt"), Metadata(url="file:///etc/passwd"))
    async with reader(ARTICLE, local) as stage:
        await stage.press("o")
        await until_said(stage, "opened https://example.org/bridge")
        await stage.press("J", "o")
        await until_said(stage, "no link is here")
    assert opened == ["https://example.org/bridge"]


async def test_a_browser_that_needs_the_terminal_is_not_run_over_the_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr("tui.terminal.external.browser_takes_terminal", lambda: True)
    monkeypatch.setattr(webbrowser, "open", opened.append)
    async with reader() as stage:
        await stage.press("o")
        await until_said(stage, "cannot be shown in this terminal")  # as a test has none
    assert not opened


async def test_e_without_a_file_says_so() -> None:
    async with reader() as stage:
        await stage.press("E")
        assert "its file is gone, and it is not a file that could be edited" in stage.status
    async with reader(replace(OTHER, source=Source("news.mbox#abd2ae609d07"))) as stage:
        await stage.press("E")
        assert "this article is not a file that could be edited" in stage.status


async def test_an_article_of_an_address_is_fetched_again(monkeypatch: pytest.MonkeyPatch) -> None:
    address = "https://news.example/a"
    old, new = (Article(text, (Block(0, len(text)),), Source(address)) for text in ("It was so.", "It is otherwise."))
    asked: list[str] = []
    monkeypatch.setattr("annotators.loaders.load", lambda source: asked.append(source) or new)
    async with reader(old, annotated=False) as stage:
        await stage.press("r")
        await stage.pilot.pause()
        assert asked == [address]
        assert "the text has changed" in stage.status
        assert stage.reads("It is otherwise.")


async def test_a_file_that_is_gone_and_a_pipe_are_told_apart() -> None:
    for location, said in (("gone.txt", "its file is gone"), ("-", "came from a pipe")):
        article = Article("It was so.", (Block(0, 10),), Source(location))
        async with reader(article, annotated=False) as stage:
            await stage.press("r")
            assert said in stage.status


async def test_notices_about_an_article_end_with_it_and_those_about_the_program_stay() -> None:
    async with reader(ARTICLE, OTHER) as stage:
        stage.screen.say("it cannot be kept", alert=True, lasting=True)
        stage.screen.say("1 note has lost the words it was about", alert=True)
        stage.screen.say("a remark")
        await stage.press("J")
        await until_said(stage, "it cannot be kept")
        stage.screen.status.end_notice()
        assert "lost the words" not in stage.status
        stage.screen.say("“ferry” is not in the article", alert=True)
        await stage.press("K")
        await stage.pilot.pause()
        assert "ferry" not in stage.status


@pytest.mark.parametrize("variable", ["EDITOR", "VISUAL"])
async def test_an_editor_whose_quotes_do_not_close_is_said_and_nothing_is_left(
    variable: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv(variable, "vim 'x")
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    async with reader(replace(ARTICLE, source=Source(str(path)))) as stage:
        await stage.press("E")
        assert "what VISUAL or EDITOR says cannot be read (No closing quotation)" in stage.status
        await stage.press("|")
        await stage.type("cat 'x")
        await stage.press("enter")
        assert "cat 'x: No closing quotation" in stage.status


async def test_a_terminal_that_cannot_be_suspended_is_reported(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    async with reader(replace(ARTICLE, source=Source(str(path)))) as stage:
        await stage.press("E")
        assert "the editor cannot be shown in this terminal" in stage.status
        await stage.press("|")
        await stage.type("cat")
        await stage.press("enter")
        assert "no program can be run in this terminal" in stage.status
        await stage.press("ctrl+z")
        assert "there is no shell here to go back to" in stage.status


async def test_articles_that_are_still_being_opened_come_behind_those_that_are_there() -> None:
    class Slow(Opening):
        def go_on(self, tell: Callable[[Article | None], object]) -> None:
            self.tell = tell

    opening = Slow(["bridge.txt", "other.txt", "gone.txt"])
    opening.opened = 1
    app = BroadsheetApp((ARTICLE,), annotator=Annotator(), opening=opening)
    async with app.run_test(size=(100, 30)) as pilot:
        stage = Stage(pilot, Annotator())
        await pilot.pause()
        assert "1 of 3" in stage.lines()[0]
        await stage.press("J")
        assert "the next article is still being opened" in stage.status
        opening.opened = 2
        opening.tell(OTHER)
        await stage.press("J")
        await until(pilot, lambda: stage.reads("Another story."))
        opening.failed = 1
        opening.tell(None)
        await until(pilot, lambda: "1 of 3 could not be opened; quitting tells why" in stage.status)
        assert "2 of 2" in stage.lines()[0]
        await stage.press("J")
        assert "this is the last article" in stage.status
