from __future__ import annotations

from annotators.annotation import Layer
from tests.pilot.stage import ALL, at, reader, until


async def test_the_sidebar_lists_by_kind_by_place_and_by_entity_in_turn() -> None:
    async with reader() as stage:
        by_kind = stage.rows()
        await stage.press("S")
        assert "by place in the text" in stage.status
        rows = stage.rows()
        assert rows[1] == "Norwick puts off the bridge… 0%"
        assert any("Ida Brandt" in row and "told" in row for row in rows)
        assert "▾ People 2" not in rows
        await stage.press("S")
        assert {"▸ Ida Brandt 3", "▸ Norwick 3", "▸ Tom Vale 2", "▸ Monday 1", "▾ Tom Vale 1"} <= set(stage.rows())
        await stage.press("S")
        assert stage.rows() == by_kind


async def test_by_entity_each_mention_has_its_context_and_leads_to_its_place() -> None:
    async with reader() as stage:
        await stage.press("S", "S", "tab")
        stage.screen.sidebar.go_to((Layer.ENTITIES, "e1"))
        await stage.press("enter", "down", "down", "enter")
        assert stage.here == "Brandt"
        assert stage.screen.pane.cursor == at("Brandt", 1).start


async def test_the_row_that_follows_the_cursor_is_the_mention_or_its_entity() -> None:
    async with reader() as stage:
        await stage.press("S", "]", "]")
        assert stage.screen.sidebar.marked == ("Mention", *at("Ida Brandt"))
        await stage.press("S", "]", "[")
        assert stage.screen.sidebar.marked == (Layer.ENTITIES, "e1")


async def test_a_hidden_sidebar_comes_out_to_be_listed_in_another_order() -> None:
    async with reader() as stage:
        await stage.press("s", "S")
        assert stage.screen.sidebar.display


async def test_slash_filters_the_sidebar_while_one_types_and_escape_shows_all_again() -> None:
    async with reader() as stage:
        everything = stage.rows()
        await stage.press("tab", "/")
        await stage.type("piers")
        rows = stage.rows()
        assert rows[0] == "/ piers"
        assert any(row.startswith("Tom Vale  “The piers") for row in rows)
        assert "▾ Ida Brandt 2" not in rows
        await stage.press("enter", "j", "j", "enter")
        assert stage.here == "“The piers are sound,”"
        await stage.press("escape")
        await until(stage.pilot, lambda: any("%" in row for row in stage.rows()))  # how much who says is counted beside
        assert [row for row in stage.rows() if "%" not in row] == [
            row for row in everything if not row.startswith(("Tom Vale  ", "▾ Ida Brandt 2"))
        ]


async def test_a_filter_finds_what_a_row_is_too_short_to_show_and_opens_groups() -> None:
    async with reader() as stage:
        await stage.press("tab", "/")
        await stage.type("monday")
        assert "▾ Dates 1" in stage.rows()
        await stage.press("escape")
        assert "▸ Dates 1" in stage.rows()
        assert ALL.mentions[2].label == "DATE"
