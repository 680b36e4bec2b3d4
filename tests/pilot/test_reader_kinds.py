"""Kinds are shown and folded one by one, at once and in every export, and remembered."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from annotators.cleaning import DEFAULT_STRIPPED, clean_text
from annotators.progress import Progress
from tests.pilot.stage import ALL, ARTICLE, Annotator, Stage, reader, until
from tui.settings.config import Settings


def panel(stage: Stage) -> list[str]:
    found = stage.screen.shown("KindsPanel")
    return [" ".join(f"{row.text} {row.right}".split()) for row in found.list.rows] if found else []


async def choose(stage: Stage, kind: str) -> None:
    """Turn a kind in the open panel."""
    keys = [row.key for row in stage.screen.shown("KindsPanel").list.rows]
    await stage.press("g")
    for _ in keys:
        if stage.screen.movable.row.key == kind:
            break
        await stage.press("j")
    assert stage.screen.movable.row.key == kind
    await stage.press("enter")


async def test_the_panel_lists_the_kinds_of_the_article_with_their_numbers_and_what_becomes_of_them() -> None:
    async with reader() as stage:
        await stage.press("B")
        rows = panel(stage)
        assert rows[0] == "● body 65 shown"
        assert {"● headline 1 shown", "▸ nav 1 folded", "▸ caption 1 folded"} <= set(rows)
        assert rows[rows.index("Not in this article") + 1] == "● deck shown"
        await stage.press("B")
        assert panel(stage) == []


async def test_a_kind_that_is_turned_is_shown_at_once_and_exported() -> None:
    async with reader() as stage:
        assert not stage.reads("The old bridge at dusk")
        await stage.press("B")
        await choose(stage, "caption")
        assert "● caption 1 shown" in panel(stage)
        assert stage.reads("The old bridge at dusk")
        assert "caption: shown from now on" in stage.status
        await choose(stage, "headline")
        assert stage.shows("2 lines stripped: nav, headline")
        await stage.press("escape")
        assert panel(stage) == []
        assert stage.screen.pane.stripped
        assert stage.app.kinds.stripped == (DEFAULT_STRIPPED - {"caption"}) | {"headline"}


async def test_the_export_leaves_out_what_the_view_folds_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    async with reader() as stage:
        await stage.press("B")
        await choose(stage, "caption")
        await stage.press("escape", "x", "up", "enter")
        await until(stage.pilot, lambda: not stage.screen.shown("ExportPanel"))
    (written,) = tmp_path.iterdir()
    assert written.read_text("utf-8") == clean_text(ARTICLE, ALL, DEFAULT_STRIPPED - {"caption"})


async def test_right_shows_and_left_folds() -> None:
    async with reader() as stage:
        await stage.press("B")
        await choose(stage, "caption")
        await stage.press("right")
        assert "● caption 1 shown" in panel(stage)
        await stage.press("left", "left")
        assert "▸ caption 1 folded" in panel(stage)


async def test_the_last_row_takes_everything_back_to_what_was_set() -> None:
    async with reader(settings=Settings(keep=frozenset({"caption"}))) as stage:
        assert stage.reads("The old bridge at dusk")
        await stage.press("B")
        assert "All as they were set" not in panel(stage)
        await choose(stage, "caption")
        await choose(stage, "nav")
        await stage.press("G", "enter")
        assert stage.app.kinds.stripped == DEFAULT_STRIPPED - {"caption"}
        assert "All as they were set" not in panel(stage)


async def test_in_the_raw_view_it_is_said_that_nothing_is_folded_there() -> None:
    async with reader() as stage:
        await stage.press("b", "B")
        await choose(stage, "caption")
        assert "raw view" in stage.status
        await stage.press("escape", "b")
        assert stage.reads("The old bridge at dusk")


async def test_stepping_counts_and_finds_what_is_shown_now() -> None:
    async with reader() as stage:
        await stage.press("1", "2", "4")
        before = stage.screen.counting.total(stage.screen.lit)
        await stage.press("B")
        await choose(stage, "caption")
        await stage.press("escape")
        assert stage.screen.counting.total(stage.screen.lit) == before + 1
        await stage.press("g", "]")
        assert stage.here == "The old bridge at dusk"


async def test_a_jump_says_that_annotations_are_folded_away_and_the_raw_view_goes_to_them() -> None:
    async with reader() as stage:
        await stage.press("1", "2", "4", "]")
        assert "boilerplate: all folded away, b shows it" in stage.status
        await stage.press("b", "g", "]", "]")
        assert stage.here == "The old bridge at dusk"
        assert stage.shows("cap› The old bridge at dusk")
        await stage.press("]", "]")
        assert stage.here == "More about bridges"
        assert "that was the last one" in stage.status


@pytest.mark.parametrize("size", [(100, 30), (60, 20), (30, 8)])
async def test_the_panel_fits_any_screen(size: tuple[int, int]) -> None:
    async with reader(size=size) as stage:
        await stage.press("B")
        assert stage.shows("Kinds")
        assert stage.shows("body")
        assert stage.shows("shown")
        await stage.press("G")
        assert stage.shows("other") or stage.shows("widget")
        assert all(len(line) <= size[0] for line in stage.lines())


async def test_the_article_itself_is_folded_away_only_when_that_is_said_twice() -> None:
    async with reader() as stage:
        await stage.press("B")
        await choose(stage, "body")
        assert "body is the article itself: the same key again folds it away" in stage.status
        assert stage.reads("disagreed")
        await choose(stage, "caption")
        await choose(stage, "body")
        assert stage.reads("disagreed")
        await stage.press("enter")
        assert not stage.reads("disagreed")
        await stage.press("enter")
        assert stage.reads("disagreed")


async def test_an_article_that_opens_without_its_body_says_so_and_so_does_the_clean_view() -> None:
    async with reader(settings=Settings(strip=frozenset({"body"}))) as stage:
        assert "body, the article itself, is folded away: B shows it again" in stage.status
        await stage.press("b")
        assert "raw:" in stage.status
        stage.screen.status.end_notice()
        await stage.press("b")
        assert "clean: body, the article itself, is folded away" in stage.status


async def test_a_text_that_is_all_furniture_says_how_it_is_seen() -> None:
    menu = ALL.replace(blocks=tuple(replace(one, kind="nav") for one in ALL.blocks))
    async with reader(annotator=Annotator((Progress(menu, 1.0),))) as stage:
        assert "nothing in it was taken for the article: b shows all of it" in stage.status


async def test_an_article_of_which_most_sentences_are_folded_says_how_they_are_seen() -> None:
    blocks = tuple(replace(one, kind="related") if one.kind in ("body", "deck") else one for one in ALL.blocks)
    async with reader(annotator=Annotator((Progress(ALL.replace(blocks=blocks), 1.0),))) as stage:
        assert "most of its sentences are folded away: b shows all of it" in stage.status
