from __future__ import annotations

import pytest

from annotators.annotation import AnnotationSet, Layer
from tests.pilot.stage import ALL, Annotator, Progress, at, reader
from tui.settings.config import Settings


async def test_the_sidebar_lists_entities_by_type_the_most_mentioned_first() -> None:
    async with reader() as stage:
        rows = stage.rows()
        assert rows[0] == "● 1 Entities 9"
        assert rows[1:4] == ["▾ People 2", "Ida Brandt 3", "Tom Vale 2"]
        assert rows[4:6] == ["▾ Places 1", "Norwick 3"]
        assert "▸ Dates 1" in rows


async def test_the_sidebar_lists_quotes_by_speaker_with_their_beginnings() -> None:
    async with reader() as stage:
        rows = stage.rows()
        place = rows.index("▾ Ida Brandt 2")
        assert rows[place + 1].startswith("“We will not vote")
        assert any(row.startswith("Tom Vale  “The piers") for row in rows)


async def test_the_sidebar_lists_boilerplate_by_kind_and_counts_notes() -> None:
    async with reader() as stage:
        rows = stage.rows()
        assert {"● 3 Boilerplate 3", "▾ nav 1", "▾ caption 1", "▾ related 1", "● 4 Notes 0"} <= set(rows)


async def test_a_group_folds_and_unfolds() -> None:
    async with reader() as stage:
        await stage.press("tab", "down", "enter")
        assert "▸ People 2" in stage.rows()
        assert "Ida Brandt 3" not in stage.rows()
        await stage.press("right")
        assert "Ida Brandt 3" in stage.rows()
        await stage.press("down", "left")
        assert "▸ People 2" in stage.rows()


async def test_number_keys_toggle_layers_and_every_lamp_says_so() -> None:
    async with reader() as stage:
        await stage.press("1", "4")
        assert stage.screen.lit == {Layer.QUOTES, Layer.STRUCTURE}
        assert stage.rows()[0] == "○ 1 Entities 9"
        assert "○●●○" in stage.lines()[0]
        await stage.press("1")
        assert Layer.ENTITIES in stage.screen.lit


async def test_choosing_the_row_of_a_layer_toggles_it() -> None:
    async with reader() as stage:
        await stage.press("tab", "enter")
        assert Layer.ENTITIES not in stage.screen.lit
        await stage.pilot.click(stage.screen.sidebar, offset=(3, 0))
        await stage.pilot.pause()
        assert Layer.ENTITIES in stage.screen.lit


async def test_the_clean_view_folds_what_is_not_the_article_and_says_what() -> None:
    async with reader() as stage:
        assert stage.shows("1 line stripped: caption")
        assert not stage.reads("The old bridge at dusk")
        await stage.press("b")
        assert stage.reads("The old bridge at dusk")
        assert stage.shows(" raw ")
        await stage.press("b")
        assert not stage.reads("The old bridge at dusk")


async def test_settings_choose_what_is_lit_and_whether_it_is_clean() -> None:
    settings = Settings(layers=frozenset({Layer.QUOTES}), clean=False, sidebar=False)
    async with reader(settings=settings) as stage:
        assert stage.screen.lit == {Layer.QUOTES}
        assert stage.reads("Home  News  Sport")
        assert not stage.screen.sidebar.display


async def test_toggling_does_not_move_the_place() -> None:
    async with reader() as stage:
        await stage.press("G", "u")
        top = stage.screen.pane.top_offset
        await stage.press("1", "2", "3", "4", "1")
        assert stage.screen.pane.top_offset == top
        await stage.press("b", "b")
        assert stage.screen.pane.top_offset == top


async def test_layers_that_arrive_do_not_move_the_place() -> None:
    async with reader(annotated=False) as stage:
        await stage.press("space", "space")
        top, cursor = stage.screen.pane.top_offset, stage.screen.pane.cursor
        await stage.all_layers()
        assert (stage.screen.pane.top_offset, stage.screen.pane.cursor) == (top, cursor)


async def test_structure_is_there_while_the_model_is_still_reading() -> None:
    async with reader(annotated=False) as stage:
        assert stage.shows("1 line stripped: nav")
        assert stage.rows()[0] == "● 1 Entities …"
        assert "getting ready …" in stage.rows()
        await stage.all_layers()
        assert stage.rows()[0] == "● 1 Entities 9"


async def test_without_a_model_the_entities_layer_says_what_to_do_and_the_rest_works() -> None:
    annotator = Annotator(steps=Annotator.steps[:1], problem=RuntimeError("no model: run make model"))
    async with reader(annotator=annotator) as stage:
        assert stage.rows()[0] == "● 1 Entities –"
        assert any("no model" in row for row in stage.rows())
        assert "no model: run make model" in stage.status
        await stage.press("3", "b")
        assert stage.reads("Home  News  Sport")


async def test_a_crash_of_the_annotator_is_one_line_and_the_reader_goes_on() -> None:
    annotator = Annotator(steps=(), problem=ZeroDivisionError("division by zero"))
    async with reader(annotator=annotator) as stage:
        assert "annotating failed: ZeroDivisionError" in stage.status
        await stage.press("G", "g")
        assert stage.shows("Norwick puts off the bridge vote")


async def test_the_annotator_ends_with_the_reader() -> None:
    async with reader() as stage:
        annotator = stage.annotator
        await stage.press("q")
    assert annotator.closed


async def test_the_sidebar_follows_the_annotation_under_the_cursor() -> None:
    async with reader() as stage:
        await stage.press("]", "]")
        assert stage.screen.sidebar.marked == (Layer.ENTITIES, "e1")
        stage.screen.pane.move_cursor(at("Tom Vale").start, annotation=stage.screen.annotations.mentions[4])
        await stage.pilot.pause()
        assert stage.screen.sidebar.marked == (Layer.ENTITIES, "e3")


@pytest.mark.parametrize(("columns", "said"), [(100, "finding the article"), (40, "sort…")])
async def test_until_it_is_known_which_lines_are_the_article_the_view_is_not_called_clean(
    columns: int, said: str
) -> None:
    steps = (Progress(AnnotationSet(), 0.0), Progress(ALL, 1.0))
    async with reader(annotator=Annotator(steps=steps), size=(columns, 30), annotated=False) as stage:
        assert said in stage.lines()[0]
        assert " clean " not in stage.lines()[0]
        await stage.press("b")
        assert " raw " in stage.lines()[0]
        await stage.press("b")
        await stage.all_layers()
        assert said not in stage.lines()[0]
        assert " clean " in stage.lines()[0]


async def test_a_layer_that_is_put_out_says_for_how_long_and_what_lights_it() -> None:
    async with reader() as stage:
        await stage.press("1")
        assert "entities off, in other articles too: 1 lights them again" in stage.status
        await stage.press("1")
        assert stage.status.startswith(" entities on ")


async def test_where_nothing_is_found_the_layers_are_named_that_are_off() -> None:
    async with reader() as stage:
        await stage.press("1", "2", "3", "f")
        assert "no annotation and no link is in sight; off: entities (1), quotes (2), boilerplate (3)" in stage.status
        await stage.press("]")
        assert "nothing here yet in notes; off: entities (1), quotes (2), boilerplate (3)" in stage.status
