from __future__ import annotations

from pathlib import Path

import pytest

from annotators.article import Article, Block, Metadata, Source
from annotators.cleaning import clean_text
from tests.pilot.stage import ALL, ARTICLE, Stage, reader, until


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


async def written(stage: Stage) -> None:
    """Wait until the dialog has an answer: it closes, or asks."""
    await until(
        stage.pilot,
        lambda: not stage.screen.shown("ExportPanel") or stage.shows("overwrites") or stage.shows("not written"),
    )


async def test_x_writes_the_clean_article_under_a_name_made_from_its_title() -> None:
    async with reader() as stage:
        await stage.press("x", "up", "enter")
        await written(stage)
        assert "written: Norwick puts off the bridge vote.txt" in stage.status
    assert Path("Norwick puts off the bridge vote.txt").read_text("utf-8") == clean_text(ARTICLE, ALL)


async def test_up_and_down_choose_the_format_and_the_path_follows() -> None:
    async with reader() as stage:
        await stage.press("x")
        assert stage.shows("to: Norwick puts off the bridge vote.md")
        await stage.press("down")
        assert stage.shows("● html")
        assert stage.shows("to: Norwick puts off the bridge vote.html")


async def test_a_click_chooses_a_format() -> None:
    async with reader() as stage:
        await stage.press("x")
        y = next(number for number, line in enumerate(stage.lines()) if "○ json " in line)
        await stage.pilot.click(offset=(6, y))
        await stage.pilot.pause()
        assert stage.shows("● json ")


async def test_a_file_that_is_there_is_overwritten_only_after_a_second_enter() -> None:
    path = Path("Norwick puts off the bridge vote.md")
    path.write_text("mine", "utf-8")
    async with reader() as stage:
        await stage.press("x", "enter")
        await written(stage)
        assert stage.shows("exists: enter overwrites")
        assert path.read_text("utf-8") == "mine"
        await stage.press("enter")
        await written(stage)
    assert "Norwick" in path.read_text("utf-8")


@pytest.mark.parametrize("width", [100, 60])
async def test_a_path_that_cannot_be_written_is_said_to_be_so_and_the_dialog_stays(width: int) -> None:
    async with reader(size=(width, 30)) as stage:
        await stage.press("x", *["backspace"] * 60)
        await stage.type("nowhere/at/all.md")
        await stage.press("enter")
        await written(stage)
        assert stage.shows("not written")
        assert stage.shows("choose another place")
        assert stage.screen.shown("ExportPanel")


async def test_the_dialog_remembers_the_last_choice() -> None:
    async with reader() as stage:
        await stage.press("x", "down", "enter")
        await written(stage)
        await stage.press("x")
        assert stage.shows("● html")


async def test_escape_closes_the_dialog_and_writes_nothing() -> None:
    async with reader() as stage:
        await stage.press("x", "escape")
        assert not stage.screen.shown("ExportPanel")
    assert list(Path().iterdir()) == []


@pytest.mark.parametrize(
    "title", ["../../etc/passwd", "/etc/passwd", "a\x1b]52;c;!\x07b", "-rf", "..", "CON", "é" * 300]
)
async def test_the_name_made_from_a_hostile_title_stays_in_the_folder(title: str) -> None:
    hostile = Article("Text.", (Block(0, 5),), Source("x.txt"), Metadata(title=title))
    async with reader(hostile) as stage:
        await stage.press("x", "enter")
        await written(stage)
    (only,) = Path().iterdir()
    assert only.is_file()
    assert only.name.isprintable()
    assert not only.name.startswith(("-", "."))


async def test_behind_enter_in_a_line_that_stays_open_one_types_on(tmp_path: Path) -> None:
    (tmp_path / "kept.m").write_text("kept")
    async with reader() as stage:
        await stage.press("x", "ctrl+u", *f"{tmp_path}/kept.m", "enter", "d")
        panel = stage.screen.shown("ExportPanel")
        await until(stage.pilot, lambda: panel.path.words == f"{tmp_path}/kept.md")


async def test_tab_completes_the_path_and_says_what_may_follow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "articles").mkdir()
    for name in ("bridge-a.md", "bridge-b.md"):
        (tmp_path / "articles" / name).write_text("kept")
    async with reader() as stage:
        await stage.press("x", "ctrl+u")
        await stage.type("art")
        await stage.press("tab")
        panel = stage.screen.shown("ExportPanel")
        await until(stage.pilot, lambda: panel.path.words == "articles/")
        await stage.press("tab")
        await until(stage.pilot, lambda: stage.shows("2: bridge-a.md  bridge-b.md"))
        assert panel.path.words == "articles/bridge-"
        await stage.press("c", "tab")
        await until(stage.pilot, lambda: stage.shows("no file begins so"))
        await stage.press("backspace", "a", "tab")
        await until(stage.pilot, lambda: panel.path.words == "articles/bridge-a.md")
        await stage.press("enter")
        await until(stage.pilot, lambda: stage.shows("exists: enter overwrites"))
    assert (tmp_path / "articles" / "bridge-a.md").read_text() == "kept"


async def test_into_a_folder_that_is_named_an_article_is_written_under_its_own_name(tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    name = "Norwick puts off the bridge vote.md"
    async with reader() as stage:
        await stage.press("x", "ctrl+u", *"kept", "enter")
        await written(stage)
        assert f"written: kept/{name}" in stage.status
        before = (tmp_path / "kept" / name).read_text("utf-8")
        (tmp_path / "kept" / name).write_text("another")
        await stage.press("x", "ctrl+u", *"kept/", "enter")
        await written(stage)
        assert stage.shows("exists: enter overwrites")
        assert (tmp_path / "kept" / name).read_text("utf-8") == "another"
        await stage.press("enter")
        await until(stage.pilot, lambda: not stage.screen.shown("ExportPanel"))
    assert (tmp_path / "kept" / name).read_text("utf-8") == before


async def test_a_path_with_the_extension_of_something_else_is_asked_about_once() -> None:
    async with reader() as stage:
        await stage.press("x", *["backspace"] * 2)
        await stage.type("pdf")
        await stage.press("enter")
        assert stage.shows("md in a .pdf? enter writes it")
        assert not list(Path().iterdir())
        await stage.press("enter")
        await written(stage)
        assert "written: Norwick puts off the bridge vote.pdf" in stage.status
        await stage.press("x", *["backspace"] * 2)
        await stage.type("html")
        await stage.press("enter")
        assert stage.shows("md in a .html? enter writes it")
        await stage.press("down")
        assert stage.shows("● html")
        assert not stage.shows("enter writes it")


@pytest.mark.parametrize("name", ["a", "a.md", "A.MD", "v1.2", "St. John", "folder/", "folder"])
async def test_other_paths_are_written_without_a_question(name: str) -> None:
    Path("folder").mkdir()
    async with reader() as stage:
        await stage.press("x", "ctrl+u")
        await stage.type(name)
        await stage.press("enter")
        await until(stage.pilot, lambda: not stage.screen.shown("ExportPanel"))
        assert "written: " in stage.status
