from __future__ import annotations

from dataclasses import replace

import pytest

from tests.pilot.stage import ALL, ARTICLE, Stage, at, reader
from tui.settings.config import Settings
from tui.widgets.card.rows import card_rows


async def test_the_card_of_a_person_has_names_mentions_in_context_and_quotes() -> None:
    async with reader() as stage:
        await stage.press("]", "]", "enter")
        for words in (
            "Ida Brandt", "person · 3 mentions", "also: Brandt", "told the council", "has the last word", "Says",
            "“We will not vote tonight,”",
        ):  # fmt: skip
            assert stage.shows(words), words


async def test_the_card_of_a_person_has_all_that_is_said_word_for_word_and_who_else_is_named_with_them() -> None:
    async with reader(size=(60, 60)) as stage:
        stage.screen.go_to(ALL.mentions[1])
        await stage.press("enter")
        lines = " ".join(" ".join(stage.lines()).split())
        assert "“The ‘simple’ repair is not simple.” said" in lines
        assert "Named with 1 Norwick 1 paragraph" in lines
        await stage.press("tab", "tab", "G", "enter")
        assert stage.here == "Norwick"
        assert stage.screen.pane.cursor == at("Norwick", 2).start


async def test_with_a_quote_its_speaker_and_cue_are_lit_and_with_the_next_place_no_longer() -> None:
    async with reader(settings=Settings(sidebar=False)) as stage:
        plain = lit_words(stage)
        stage.screen.go_to(ALL.statements[0])
        await stage.pilot.pause()
        assert lit_words(stage) - plain == {"Brandt", "said"}
        stage.screen.go_to(ALL.mentions[0])
        await stage.pilot.pause()
        assert lit_words(stage) == plain


def lit_words(stage: Stage) -> set[str]:
    """What is shown bold and italic and not reversed: so no hue is needed to see it."""
    strips = stage.screen._compositor.render_strips()
    segments = (segment for strip in strips for segment in strip if segment.style)
    return {one.text.strip() for one in segments if one.style.bold and one.style.italic and not one.style.reverse}


async def test_the_card_of_a_quote_has_speaker_cue_type_score_and_reason() -> None:
    async with reader() as stage:
        await stage.press("1", "3", "]", "enter")
        for words in (
            "Ida Brandt", "direct · 93% sure", "speaker: Brandt", "cue: said", "because: the verb follows the quote",
            "Also says",
        ):  # fmt: skip
            assert stage.shows(words), words


async def test_the_card_of_a_stripped_block_says_its_kind_and_why() -> None:
    async with reader() as stage:
        await stage.press("b", "1", "2", "]", "enter")
        for words in ("nav", "boilerplate · 90% sure", "because: looks like nav"):
            assert stage.shows(words), words


async def test_a_row_of_the_card_leads_to_its_place() -> None:
    async with reader() as stage:
        await stage.press("]", "]", "enter", "tab", "tab", "G")
        await stage.press("k", "k", "k", "enter")
        assert stage.screen.pane.cursor == at("Brandt", 2).start
        assert stage.shows("person · 3 mentions")


async def test_the_open_card_follows_jumps() -> None:
    async with reader() as stage:
        await stage.press("]", "enter")
        assert stage.shows("country, city or state · 3 mentions")
        await stage.press("]")
        assert stage.shows("person · 3 mentions")


async def test_the_annotation_stays_in_sight_when_its_card_opens() -> None:
    async with reader(size=(100, 14)) as stage:
        await stage.press(*["]"] * 7, "enter")
        assert stage.shows("Tom Vale, an engineer")


@pytest.mark.parametrize("key", ["escape", "q"])
async def test_escape_and_q_close_the_card(key: str) -> None:
    async with reader() as stage:
        await stage.press("]", "]", "enter", key)
        assert not stage.shows("person · 3 mentions")
        assert stage.app.is_running


async def test_enter_where_nothing_is_annotated_opens_the_fold_or_says_so() -> None:
    async with reader() as stage:
        await stage.press("enter")
        assert stage.reads("Home  News  Sport")
        await stage.press("G", "}", "enter")
        assert stage.app.is_running


async def test_a_click_on_words_of_which_nothing_is_known_closes_the_card() -> None:
    async with reader() as stage:

        async def click(words: str) -> None:
            seen = stage.screen.pane.region
            row = next(n for n, line in enumerate(stage.lines()) if n >= seen.y and words in line[seen.x :])
            await stage.pilot.click(offset=(stage.lines()[row].index(words, seen.x) + 1, row))
            await stage.pilot.pause()

        await click("Ida Brandt")
        assert stage.screen.shown("Card")
        await click("told the council")
        assert not stage.screen.shown("Card")


@pytest.mark.parametrize("size", [(60, 20), (100, 30), (30, 8)])
async def test_a_card_opens_at_its_head_also_where_there_is_no_room_for_all_of_it(size: tuple[int, int]) -> None:
    async with reader(size=size) as stage:
        for keys in (("]", "]"), ("]", "]", "]", "]"), ("]",)):
            await stage.press("g", *keys, "enter")
            card = stage.screen.shown("Card")
            assert card.scroll_y == 0
            head = card.rows[1].text
            assert any(line[card.region.x :].strip().startswith(head[:8]) for line in stage.lines()[card.region.y :])
            await stage.press("escape")


@pytest.mark.parametrize(("number", "others"), [(0, ["s2"]), (1, ["s1"]), (2, [])])
def test_the_card_of_a_quote_has_the_others_of_its_speaker_and_not_itself(number: int, others: list[str]) -> None:
    # Annotations from another process are made objects each time that they are looked at.
    rows = card_rows(ARTICLE, ALL, replace(ALL.statements[number]), 80)
    after = next((place for place, row in enumerate(rows) if row.text == "Also says"), len(rows))
    assert [row.key for row in rows[after + 1 :]] == others
    assert [row.right for row in rows[after : after + 1]] == [str(len(others))] * bool(others)
