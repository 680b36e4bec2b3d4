from __future__ import annotations

from dataclasses import replace

import pytest

from annotators.annotation import Layer
from tests.pilot.stage import ALL, TEXT, Annotator, Progress, at, reader, until
from tui.widgets.panels.voice_rows import bar, timeline
from tui.widgets.panels.voices import VoicesPanel


def test_a_bar_is_as_long_as_the_share_and_never_empty_for_more_than_nothing() -> None:
    assert [bar(share, 4) for share in (0, 0.001, 0.5, 0.53, 1)] == ["    ", "▏   ", "██  ", "██▏ ", "████"]


def test_a_timeline_has_a_mark_where_something_lies() -> None:
    assert timeline((0, 55, 99), 100, 10) == "┃────┃───┃"
    assert timeline((), 0, 3) == "───"


async def test_who_said_what_lists_speakers_by_share_of_voice_in_groups() -> None:
    async with reader() as stage:
        await stage.press("w")
        lines = [" ".join(line.split()) for line in stage.lines()]
        assert any("2 speakers · 3 quotes" in line for line in lines)
        assert any(line.startswith("Named 100%") for line in lines)
        brandt, vale = (next(line for line in lines if name in line) for name in ("Ida Brandt", "Tom Vale"))
        assert lines.index(brandt) < lines.index(vale)
        assert " 2 11 73%" in brandt
        assert " 1 4 27%" in vale
        assert "█" in brandt
        assert "┃" in brandt


async def test_enter_goes_into_a_speaker_on_to_a_quote_and_escape_comes_back_step_by_step() -> None:
    async with reader() as stage:
        await stage.press("w", "enter")
        assert stage.shows("speaks 2 times, 11 words")
        assert stage.shows("“The ‘simple’ repair is not simple.”")
        assert not stage.shows("“The piers are sound,”")
        assert stage.shows("share 73%")
        place = f"at {ALL.statements[0].start / len(TEXT):.0%}"
        assert any(
            "“We will not vote tonight,”" in line and line.split("said · direct · ")[1].startswith(place)
            for line in stage.lines()
            if "said · direct · " in line
        )
        await stage.press("escape")
        assert stage.shows("Tom Vale")
        await stage.press("enter", "j", "enter")
        assert stage.here == "“The ‘simple’ repair is not simple.”"
        assert stage.reads("Mayor Ida Brandt")
        assert not stage.screen.shown("VoicesPanel")
        await stage.press("w")
        assert stage.shows("speaks 2 times")
        await stage.press("escape", "escape")
        assert not stage.screen.shown("VoicesPanel")
        assert stage.app.is_running


async def test_the_voices_panel_opens_on_the_speaker_of_the_current_quote() -> None:
    async with reader() as stage:
        stage.screen.go_to(ALL.statements[2])
        await stage.press("w")
        panel = stage.screen.shown("VoicesPanel")
        assert isinstance(panel, VoicesPanel)
        assert panel.list.row is not None
        assert panel.list.row.text == "Tom Vale"


async def test_left_and_right_go_in_and_out_too_and_w_closes() -> None:
    async with reader() as stage:
        await stage.press("w", "right")
        assert stage.shows("speaks 2 times")
        await stage.press("left")
        assert not stage.shows("speaks 2 times")
        await stage.press("w")
        assert not stage.screen.shown("VoicesPanel")


async def test_slash_filters_speakers_and_in_one_of_them_quotes() -> None:
    async with reader() as stage:
        await stage.press("w", "/")
        await stage.type("vale")
        await stage.press("enter")
        assert stage.shows("Tom Vale")
        assert not stage.shows("Ida Brandt  ")
        await stage.press("escape", "g", "enter", "/")
        await stage.type("simple")
        await stage.press("enter")
        assert not stage.shows("We will not vote tonight")
        await stage.press("enter")
        assert stage.here == "“The ‘simple’ repair is not simple.”"


@pytest.mark.parametrize(("columns", "said"), [(100, "names are still being found"), (40, "finding names")])
async def test_while_names_are_being_found_its_head_says_so(columns: int, said: str) -> None:
    some = ALL.replace(statements=ALL.statements[:1])
    steps = (Progress(some, 0.4), Progress(ALL, 1.0))
    async with reader(annotator=Annotator(steps=steps), size=(columns, 30), annotated=False) as stage:
        await until(stage.pilot, lambda: stage.screen.annotations.statements)
        await stage.press("w")
        assert stage.shows(said)
        await stage.all_layers()
        assert not stage.shows(said)
        assert stage.shows("Tom Vale")


async def test_a_speaker_whom_nobody_names_is_unnamed() -> None:
    nameless = ALL.replace(
        statements=tuple(
            said if said.id != "s3" else type(said)(
                id="s3", start=said.start, end=said.end, type="direct", content=said.content, speaker=None
            )
            for said in ALL.statements
        )
    )  # fmt: skip
    async with reader(annotator=Annotator(steps=(Progress(nameless, 1.0),))) as stage:
        await stage.press("w")
        assert stage.shows("Unnamed")
        assert stage.shows("nobody named")


async def test_where_nobody_speaks_it_says_so() -> None:
    silent = ALL.with_layer(Layer.QUOTES, statements=(), marks=())
    async with reader(annotator=Annotator(steps=(Progress(silent, 1.0),))) as stage:
        await stage.press("w")
        assert "nobody says anything" in stage.status
        assert not stage.screen.shown("VoicesPanel")


@pytest.mark.parametrize("size", [(100, 30), (60, 20), (30, 8), (12, 4)])
async def test_it_fits_every_size(size: tuple[int, int]) -> None:
    async with reader(size=size) as stage:
        await stage.press("w", "j", "enter", "G")
        assert stage.screen.shown("VoicesPanel")
        await stage.pilot.resize_terminal(size[0] + 9, size[1] + 3)
        await stage.pilot.pause()
        if size[0] >= 30:
            assert stage.shows("Tom Vale")


async def test_the_sidebar_says_the_share_once_somebody_has_looked_into_it() -> None:
    async with reader() as stage:
        assert "▾ Ida Brandt 2" in stage.rows()
        await stage.press("tab")
        await until(stage.pilot, lambda: "▾ Ida Brandt 2 · 73%" in stage.rows())
        assert any(row.startswith("Tom Vale") and row.endswith("27%") for row in stage.rows())


async def test_the_headings_lead_to_their_places() -> None:
    async with reader() as stage:
        await stage.press("G", "T")
        assert stage.shows("headings")
        await stage.press("enter")
        assert stage.screen.pane.cursor == at("Norwick puts off").start


async def test_an_article_without_headings_says_so() -> None:
    flat = ALL.replace(blocks=tuple(one for one in ALL.blocks if one.kind != "headline"))
    async with reader(annotator=Annotator(steps=(Progress(flat, 1.0),))) as stage:
        await stage.press("T")
        assert "no headings" in stage.status


async def test_while_names_are_being_found_nobody_is_called_unnamed() -> None:
    nameless = ALL.replace(statements=tuple(replace(said, speaker_entity=None) for said in ALL.statements))
    steps = (Progress(nameless.replace(mentions=(), entities=()), 0.4), Progress(ALL, 1.0))
    async with reader(annotator=Annotator(steps=steps), annotated=False) as stage:
        await until(stage.pilot, lambda: stage.screen.annotations.statements)
        await stage.press("w")
        assert stage.shows("Without a name so far")
        assert not stage.shows("Unnamed")
        await stage.all_layers()
        assert stage.shows("Tom Vale")
        assert not stage.shows("Without a name so far")
