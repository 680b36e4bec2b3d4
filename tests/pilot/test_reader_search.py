from __future__ import annotations

import asyncio

import pytest
from textual import events

from annotators.annotation import Span
from tests.pilot.stage import TEXT, Stage, at, reader, until, until_said


async def test_search_looks_while_one_types_and_counts() -> None:
    async with reader() as stage:
        await stage.press("/")
        await stage.type("brandt")
        assert stage.lines()[-1].rstrip().endswith("1/3")
        assert stage.screen.pane.cursor == at("Brandt").start


async def test_enter_keeps_the_match_and_n_goes_on_around_the_end() -> None:
    async with reader() as stage:
        await stage.press("/", *"brandt", "enter")
        counters, offsets = [], []
        for key in ("n", "n", "n", "N"):
            await stage.press(key)
            offsets.append(stage.screen.pane.cursor)
            counters.append(next(word for word in stage.status.split() if word[0].isdigit() and "/" in word))
        assert counters == ["2/3", "3/3", "1/3", "3/3"]
        assert offsets == [at("Brandt", 1).start, at("Brandt", 2).start, at("Brandt").start, at("Brandt", 2).start]


async def test_escape_while_typing_gives_the_old_place_back() -> None:
    async with reader() as stage:
        await stage.press("]", "/")
        await stage.type("last word")
        assert stage.screen.pane.cursor != at("Norwick").start
        await stage.press("escape")
        assert stage.screen.pane.cursor == at("Norwick").start
        assert stage.here == "Norwick"
        assert "last word" not in stage.status


async def test_escape_after_enter_forgets_the_matches_and_keeps_the_place() -> None:
    async with reader() as stage:
        await stage.press("/", *"vale", "enter", "escape")
        assert not stage.screen.matches.words
        assert stage.screen.pane.cursor == at("Vale").start


async def test_lower_case_finds_every_case_and_a_capital_makes_case_count() -> None:
    async with reader() as stage:
        await stage.press("/", *"The", "enter")
        capital = len(stage.screen.matches.spans)
        await stage.press("escape", "/", *"the", "enter")
        assert 0 < capital < len(stage.screen.matches.spans)


async def test_search_takes_words_as_they_are_and_not_as_a_pattern() -> None:
    async with reader() as stage:
        await stage.press("/")
        await stage.type("(a+)+$")
        assert stage.shows("no match")


async def test_the_clean_view_counts_matches_in_stripped_lines_apart_and_the_raw_view_with_the_others() -> None:
    async with reader() as stage:
        await stage.press("/")
        await stage.type("bridge")
        assert stage.lines()[-1].rstrip().endswith("1/2 (+2 stripped)")
        await stage.press("enter", "b")
        assert len(stage.screen.matches.spans) == TEXT.lower().count("bridge")


async def test_words_that_are_nowhere_are_said_to_be_so() -> None:
    async with reader() as stage:
        await stage.press("/", *"zeppelin", "enter")
        assert "“zeppelin” is not in the article" in stage.status


TYPED = {"slash": "/", "right_square_bracket": "]", "enter": "\r", "escape": "\x1b"}


def burst(stage: Stage, *keys: str) -> None:
    """Keys that come faster than any of them is dealt with."""
    for key in keys:
        stage.app.post_message(events.Key(key, TYPED.get(key, key)))


async def test_keys_typed_after_enter_go_to_the_reader() -> None:
    async with reader() as stage:
        for _ in range(2):  # the line is made the first time
            burst(stage, "slash", *"brandt", "enter", "n", "n")
            await until(stage.pilot, lambda: "3/3" in stage.status)
            burst(stage, "slash", *"vale", "enter", "escape", "right_square_bracket")
            await until(stage.pilot, lambda: stage.screen.pane.cursor == at("Norwick", 1).start)  # behind Tom Vale
            assert not stage.screen.matches.words
            assert stage.screen.shown("Prompt") is None
            await stage.press("g", "slash", "x")
            burst(stage, "escape", "slash", *"mayor", "enter")
            await until(stage.pilot, lambda: "/mayor 1/1" in stage.status)
            await stage.press("escape", "g")


async def test_enter_chooses_among_what_the_words_find_however_fast_they_are_typed() -> None:
    async with reader() as stage:
        for _ in range(2):
            zen = stage.screen.zen
            await stage.press("colon")
            burst(stage, *"nothing", "enter")
            await until(stage.pilot, lambda zen=zen: stage.screen.zen is not zen)


async def test_words_typed_before_the_line_is_there_are_not_taken_for_commands() -> None:
    async with reader() as stage:
        await stage.pilot.press("/", "q", "u", "i", "t")
        await stage.pilot.pause()
        assert stage.app.is_running
        assert stage.shows("quit")


async def test_next_match_without_a_search_says_how_to_search() -> None:
    async with reader() as stage:
        await stage.press("n")
        assert "/ searches" in stage.status


@pytest.mark.parametrize("meanwhile", ["escape", "ctrl+r", "enter"])
async def test_a_pattern_that_is_still_looked_for_is_forgotten_with_the_line_it_was_typed_in(
    meanwhile: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers: list[asyncio.Future[list[Span]]] = []

    async def find(text: str, pattern: str) -> list[Span]:
        answers.append(asyncio.get_running_loop().create_future())
        return await answers[-1]

    monkeypatch.setattr("tui.positions.pattern_search.find_by_pattern", find)
    async with reader() as stage:
        await stage.press("/", "ctrl+r", "z")
        assert len(answers) == 1
        if meanwhile == "enter":
            asyncio.get_running_loop().call_later(0.05, lambda: answers[1].set_result([at("Vale")]))
        await stage.press(meanwhile)
        place, found = stage.screen.pane.cursor, stage.screen.matches
        answers[0].set_result([at("Brandt")])
        await stage.pilot.pause(0.05)
        assert (stage.screen.pane.cursor, stage.screen.matches) == (place, found)


async def test_enter_on_an_invalid_pattern_reports_the_error() -> None:
    async with reader() as stage:
        await stage.press("/", "ctrl+r")
        await stage.type("vale[")
        await stage.press("enter")
        await until_said(stage, "no pattern: a [ is not closed")
        assert "is not in the article" not in stage.status
        await stage.press("/")
        await stage.type("zeppelin")
        await stage.press("enter")
        await until_said(stage, "“zeppelin” is not in the article")


async def test_n_takes_the_last_search_up_again_after_escape_and_so_does_enter_without_words() -> None:
    async with reader() as stage:
        await stage.press("/", *"brandt", "enter", "escape", "n")
        assert stage.screen.pane.cursor == at("Brandt", 1).start
        assert "/brandt 2/3" in stage.status
        await stage.press("escape", "N")
        assert stage.screen.pane.cursor == at("Brandt").start
        await stage.press("/", "enter")
        assert stage.screen.pane.cursor == at("Brandt", 1).start


async def test_a_pattern_is_taken_up_again_as_a_pattern_and_what_is_nowhere_is_said_again() -> None:
    async with reader() as stage:
        await stage.press("/", "ctrl+r", *"B.andt", "enter")
        await until_said(stage, "1/3")
        await stage.press("escape", "n")
        await until_said(stage, "2/3")
        await stage.press("/", "ctrl+r", *"zeppelin", "enter", "escape", "n")
        assert "“zeppelin” is not in the article" in stage.status


async def test_up_brings_back_what_was_searched_for_and_down_what_was_being_typed() -> None:
    async with reader() as stage:
        await stage.press("/", *"brandt", "enter", "/", *"vale", "enter", "/", *"no")
        for key, words in (("up", "vale"), ("up", "brandt"), ("up", "brandt"), ("down", "vale"), ("down", "no")):
            await stage.press(key)
            assert stage.screen.shown("Prompt").words == words
        await stage.press("up", "enter")
        assert stage.screen.pane.cursor == at("Vale").start


async def test_tab_leaves_a_search_as_enter_does_and_a_note_not_at_all() -> None:
    async with reader() as stage:
        await stage.press("/", *"brandt", "tab")
        assert stage.screen.shown("Prompt") is None
        assert stage.screen.focused is stage.screen.sidebar
        assert "1/3" in stage.status
        await stage.press("tab", "a", *"no", "tab", *"te", "enter")
        assert [note.text for note in stage.notes] == ["note"]
