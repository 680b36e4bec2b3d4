from __future__ import annotations

import pytest

from annotators.annotation import Layer, Mention, in_order
from annotators.memory.packing import packed
from annotators.rows import Columnar
from tests.pilot.stage import ALL, Annotator, Progress, at, reader


async def test_brackets_go_from_annotation_to_annotation_in_the_order_of_the_text() -> None:
    async with reader() as stage:
        seen = []
        for key in ("]", "]", ".", "[", "comma"):
            await stage.press(key)
            seen.append(stage.here)
        assert seen == ["Norwick", "Ida Brandt", "Monday", "Ida Brandt", "Norwick"]


async def test_brackets_pass_over_layers_that_are_not_lit() -> None:
    async with reader() as stage:
        await stage.press("1", "3", "]")
        assert stage.here == "“We will not vote tonight,”"


async def test_the_status_line_counts_the_annotations_of_the_lit_layers() -> None:
    async with reader() as stage:
        await stage.press("]", "]")
        assert "2/12" in stage.status
        await stage.press("2", "]")
        assert "3/9" in stage.status


async def test_those_that_begin_together_are_counted_one_after_the_other() -> None:
    named = Mention(start=at("“We").start, end=at("“We").end, label="PERSON", entity="e1")
    together = ALL.replace(mentions=in_order((*ALL.mentions, named)))
    async with reader(annotator=Annotator(steps=(Progress(together, 1.0),))) as stage:
        numbers = []
        for key in ("]",) * 6 + ("[",) * 3:
            await stage.press(key)
            numbers.append(next(word for word in stage.status.split() if word.endswith("/13")))
        assert numbers == [f"{number}/13" for number in (1, 2, 3, 4, 5, 6, 5, 4, 3)]


async def test_the_first_and_the_last_annotation_are_said_to_be_so() -> None:
    async with reader() as stage:
        await stage.press("[")
        assert "first" in stage.status
        await stage.press("G", *["]"] * 3)
        assert "last" in stage.status


async def test_with_all_layers_off_a_jump_says_how_to_switch_one_on() -> None:
    async with reader() as stage:
        await stage.press("1", "2", "3", "4", "]")
        assert "1 to 4" in stage.status


async def test_star_and_hash_stay_with_the_same_entity() -> None:
    async with reader() as stage:
        await stage.press("]")
        starts = []
        for key in ("*", "*", "*", "#"):
            await stage.press(key)
            assert stage.here == "Norwick"
            starts.append(stage.screen.pane.cursor)
        assert starts == [at("Norwick", 1).start, at("Norwick", 2).start, at("Norwick").start, at("Norwick", 2).start]


async def test_star_on_a_quote_goes_to_the_next_one_of_the_same_speaker() -> None:
    async with reader() as stage:
        await stage.press("1", "3", "]", "*")
        assert stage.here == "“The ‘simple’ repair is not simple.”"
        await stage.press("*")
        assert stage.here == "“We will not vote tonight,”"


async def test_star_away_from_any_annotation_says_what_to_do() -> None:
    async with reader() as stage:
        await stage.press("*")
        assert "]" in stage.status


async def test_a_jump_far_down_brings_its_place_in_sight() -> None:
    async with reader() as stage:
        await stage.press("]", "*", "*")
        assert stage.shows("Brandt has the last word in Norwick.")


async def test_hints_put_letters_on_what_is_in_sight_and_go_there() -> None:
    async with reader() as stage:
        await stage.press("f")
        assert stage.shows("aNorwick puts off")
        await stage.press("s")
        assert stage.here == "Ida Brandt"
        assert stage.shows("Norwick puts off")


async def test_escape_leaves_hints_without_going_anywhere() -> None:
    async with reader() as stage:
        await stage.press("]", "f", "escape")
        assert not stage.screen.hints
        assert stage.here == "Norwick"


async def test_a_row_of_the_sidebar_leads_to_the_entity_and_again_to_its_next_mention() -> None:
    async with reader() as stage:
        await stage.press("tab")
        sidebar = stage.screen.sidebar
        sidebar.go_to((Layer.ENTITIES, "e1"))
        await stage.press("enter")
        assert (stage.here, stage.screen.pane.cursor) == ("Ida Brandt", at("Ida Brandt").start)
        await stage.press("enter")
        assert stage.screen.pane.cursor == at("Brandt", 1).start


async def test_a_click_on_a_row_leads_to_its_place() -> None:
    async with reader() as stage:
        place = next(number for number, row in enumerate(stage.rows()) if row.startswith("Tom Vale"))
        await stage.pilot.click(stage.screen.sidebar, offset=(4, place))
        await stage.pilot.pause()
        assert stage.here == "Tom Vale"


async def test_a_click_on_an_annotation_makes_it_current_and_opens_its_card() -> None:
    async with reader() as stage:
        y = next(number for number, line in enumerate(stage.lines()) if "Mayor Ida Brandt" in line)
        x = stage.lines()[y].index("Ida Brandt")
        await stage.pilot.click(offset=(x + 1, y))
        await stage.pilot.pause()
        assert stage.here == "Ida Brandt"
        assert stage.shows("person · 3 mentions")


async def test_keys_typed_before_there_is_anything_to_jump_to_are_answered() -> None:
    async with reader(annotator=Annotator(), annotated=False) as stage:
        await stage.press("]", "[", "*", "#", "f", "enter", "n", "N", "D", "G", "g")
        assert stage.screen.pane.current is None


async def test_current_and_same_annotations_are_found_in_columns_too(monkeypatch: pytest.MonkeyPatch) -> None:
    async with reader() as stage:
        screen = stage.screen
        every = [one for layer in Layer for one in screen.annotations.layer(layer)]

        def seen() -> list[tuple[object, list[object]]]:
            found = []
            for one in every:
                screen.pane.move_cursor(one.start)
                found.append((screen.annotation_here(), list(screen.same_as(one))))
            return found

        there = seen()
        monkeypatch.setattr("annotators.memory.packing.LARGE", 1)
        screen.annotations = packed(screen.annotations)
        assert isinstance(screen.annotations.mentions, Columnar)
        assert isinstance(screen.annotations.statements, Columnar)
        assert seen() == there
        assert all(one in same for one, (_, same) in zip(every, there, strict=True))
