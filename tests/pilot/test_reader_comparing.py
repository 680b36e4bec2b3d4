from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

import sample_articles
from annotators.annotation import AnnotationSet, Entity, Layer, Mention
from annotators.article import Article, Metadata
from annotators.loaders import load
from annotators.loaders.text import article_from_text
from annotators.pipeline import annotate
from annotators.progress import Progress
from tests.pilot.library_stage import shelf
from tests.pilot.stage import Annotator, Stage, reader, until, until_said
from tui.widgets.panels.comparison import ComparisonPanel

FILLING = "\n\n".join(
    f"Paragraph {number} of it has nothing to do with pumps, and goes on about weather." for number in range(40)
)
LEFT = article_from_text(
    f"Pumps hold in Ume\n\n“We mended the pumps [in Ume] before the storm came,” Rosa Oduya said.\n\n{FILLING}\n\n"
    "“Nobody slept that night,” Oduya said of the crews from Vik.\n",
    "left.txt",
)
LEFT = replace(LEFT, metadata=Metadata(title="Pumps hold in Ume"))
RIGHT = article_from_text(
    f"Pumps hold\n\n{FILLING}\n\n“We mended the pumps before the big storm came,” Oduya said. "
    "Acme declined to comment.\n",
    "right.txt",
)
RIGHT = replace(RIGHT, metadata=Metadata(title="Pumps hold"))


class Reading(Annotator):
    """Finds quotes by rules, and every `Vik` as a place."""

    async def annotate(self, article: Article, annotations: AnnotationSet, first: int = 0) -> AsyncIterator[Progress]:
        found = annotate(article, entities=False)
        at = article.text.find("Vik")
        mentions = (Mention(start=at, end=at + 3, label="GPE", entity="e1"),) if at >= 0 else ()
        entities = (Entity("e1", "Vik", "GPE"),) if mentions else ()
        yield Progress(found.with_layer(Layer.ENTITIES, mentions=mentions, entities=entities), 1.0)


async def compared(stage: Stage) -> ComparisonPanel:
    """Choose the first article that is offered, and wait for the comparison."""
    await stage.press("C", "enter")
    await until(stage.pilot, lambda: stage.screen.shown("ComparisonPanel"))
    await stage.pilot.pause()
    panel = stage.screen.shown("ComparisonPanel")
    assert isinstance(panel, ComparisonPanel)
    return panel


async def test_two_articles_are_held_against_each_other_with_every_edit_in_its_place() -> None:
    async with reader(LEFT, RIGHT, annotator=Reading()) as stage:
        await compared(stage)
        for words in (
            "▸ A  Pumps hold in Ume", "B  Pumps hold", "Same utterance", "2 edits",
            "“We mended the pumps [-[in Ume]-] before the {+big+} storm came,”",
            "Only in A", "“Nobody slept that night,”", "Only in B", "to comment", "Named only in A", "Vik",
        ):  # fmt: skip
            assert stage.shows(words), words
        (nobody,) = (at for at, line in enumerate(stage.lines()) if "“Nobody slept that night,”" in line)
        assert f" at {LEFT.text.index('“Nobody') / len(LEFT.text):.0%} " in f"{stage.lines()[nobody - 1]} "


async def test_enter_goes_to_the_place_and_c_shows_the_comparison_again() -> None:
    async with reader(LEFT, RIGHT, annotator=Reading()) as stage:
        await compared(stage)
        await stage.press("enter")
        assert stage.screen.article is LEFT
        assert stage.screen.pane.cursor == LEFT.text.index("“We mended")
        await stage.press("C", "j", "enter")
        assert stage.screen.pane.cursor == LEFT.text.index("“Nobody slept")
        assert stage.reads("Nobody slept that night")


async def test_a_row_of_the_other_article_leads_to_it() -> None:
    async with reader(LEFT, RIGHT, annotator=Reading()) as stage:
        panel = await compared(stage)
        panel.list.go_to(("B", "s2"))
        await stage.press("enter")
        assert stage.screen.article is RIGHT
        assert stage.reads("Acme declined")
        await stage.press("C")
        assert stage.shows("▸ B  Pumps hold")


async def test_percent_goes_over_to_the_same_words_in_the_other_article_and_back() -> None:
    async with reader(LEFT, RIGHT, annotator=Reading()) as stage:
        await compared(stage)
        await stage.press("%")
        assert stage.screen.article is RIGHT
        assert stage.screen.pane.cursor == RIGHT.text.index("“We mended")
        assert stage.screen.shown("ComparisonPanel")
        await stage.press("escape")
        assert stage.reads("the big storm")
        await stage.press("%")
        assert stage.screen.article is LEFT


async def test_percent_on_a_linked_quote_needs_no_panel() -> None:
    async with reader(LEFT, RIGHT, annotator=Reading()) as stage:
        await compared(stage)
        await stage.press("escape")
        said = next(one for one in stage.screen.annotations.statements if LEFT.text.startswith("“We mended", one.start))
        stage.screen.go_to(said)
        await stage.press("%")
        assert stage.screen.pane.cursor == RIGHT.text.index("“We mended")


async def test_a_comparison_that_comes_while_one_types_waits_until_it_is_asked_for() -> None:
    async with reader(LEFT, RIGHT, annotator=Reading()) as stage:
        await stage.press("/")
        stage.screen.compare_with(RIGHT)
        await stage.type("storm")
        await until(stage.pilot, lambda: stage.screen.compared is not None)
        await stage.type("s")
        assert not stage.screen.shown("ComparisonPanel")
        assert stage.screen.matches.words == "storms"
        await stage.press("escape", "C")
        await until(stage.pilot, lambda: stage.shows("Same utterance"))


async def test_slash_filters_the_comparison() -> None:
    async with reader(LEFT, RIGHT, annotator=Reading()) as stage:
        await compared(stage)
        await stage.press("/")
        await stage.type("slept")
        assert stage.shows("Nobody slept")
        assert not stage.shows("We mended")
        await stage.press("enter", "escape")
        assert stage.shows("We mended")


async def test_alone_there_is_nothing_to_compare_with_and_it_says_so() -> None:
    async with reader() as stage:
        await stage.press("C")
        assert "no other article" in stage.status
        await stage.press("%")
        assert "C compares" in stage.status


async def test_an_article_of_the_library_can_be_picked(tmp_path: Path) -> None:
    (tmp_path / "right.txt").write_text(RIGHT.text, "utf-8")
    other = article_from_text(RIGHT.text, str(tmp_path / "right.txt"))
    async with shelf(tmp_path / "library.db", other, annotator=Reading()) as stage:
        stage.app.annotator.let_go.set()
        await stage.until(lambda: stage.reading.all_read.is_set())
        await stage.press("q")
    async with shelf(tmp_path / "library.db", LEFT, annotator=Reading()) as stage:
        await stage.until(lambda: stage.reading.all_read.is_set())
        await stage.press("C")
        assert stage.shows("Pumps hold")
        await stage.press("enter")
        await stage.until(lambda: stage.shows("Same utterance"))
        await stage.press("%")
        await stage.until(lambda: stage.reading.article.text == RIGHT.text)


@pytest.mark.parametrize("size", [(60, 20), (30, 8), (12, 4)])
async def test_it_fits_every_size(size: tuple[int, int]) -> None:
    async with reader(LEFT, RIGHT, annotator=Reading(), size=size) as stage:
        await compared(stage)
        await stage.press("G", "g")
        if size[0] >= 30:
            assert stage.shows("2 edits")
        await stage.pilot.resize_terminal(90, 30)
        await stage.pilot.pause()
        assert stage.shows("[-[in Ume]-]")


async def test_articles_to_compare_with_are_listed_by_headline() -> None:
    dirty = load(str(Path(sample_articles.__file__).with_name("01-ferry-strike.txt")))
    async with reader(LEFT, dirty, annotator=Reading()) as stage:
        await stage.press("C")
        await until(stage.pilot, lambda: stage.screen.shown("Picker"))
        (row,) = stage.screen.shown("Picker").list.rows
        assert row.text == "Ferry strike enters a second week as islands run short of fuel"


class Slow(Reading):
    """Reads the other article half, and then no further."""

    async def annotate(self, article: Article, annotations: AnnotationSet, first: int = 0) -> AsyncIterator[Progress]:
        if article is not RIGHT:
            async for step in super().annotate(article, annotations, first):
                yield step
            return
        yield Progress(AnnotationSet(), 0.5)
        await self.let_go.wait()
        yield Progress(annotate(article, entities=False).with_layer(Layer.ENTITIES), 1.0)


async def test_while_two_articles_are_compared_it_says_how_far_and_escape_stops_it() -> None:
    annotator = Slow()
    async with reader(LEFT, RIGHT, annotator=annotator) as stage:
        annotator.let_go.clear()
        await stage.press("C", "enter")
        await until_said(stage, "compare: reads the other, 50%")
        assert "esc stops" in stage.status
        await stage.press("escape")
        await until_said(stage, "not compared: C compares again")
        annotator.let_go.set()
        await stage.pilot.pause(0.05)
        assert stage.screen.shown("ComparisonPanel") is None
        assert "compare:" not in stage.status
        await compared(stage)


@pytest.mark.parametrize("keys", ["w", "x", "i", "f", "v"])
async def test_a_comparison_that_comes_while_one_does_something_else_leaves_that_alone(keys: str) -> None:
    async with reader(LEFT, RIGHT, annotator=Reading()) as stage:
        await stage.press(keys)
        before = stage.screen.covering, bool(stage.screen.hints), stage.screen.selecting, stage.screen.focused
        stage.screen.compare_with(RIGHT)
        await until(stage.pilot, lambda: stage.screen.compared is not None)
        await until_said(stage, "compared: C shows it")
        assert (stage.screen.covering, bool(stage.screen.hints), stage.screen.selecting, stage.screen.focused) == before


CLAIMED = article_from_text(
    "“We mended the pumps before the storm came,” Rosa Oduya said. Nobody was hurt.\n\n" + FILLING + "\n", "claimed.txt"
)


class Named(Reading):
    """Finds every `We` and `Oduya` too, which are shorter than what is said around them."""

    async def annotate(self, article: Article, annotations: AnnotationSet, first: int = 0) -> AsyncIterator[Progress]:
        async for step in super().annotate(article, annotations, first):
            places = [place for words in ("We", "Oduya") for place in [article.text.find(words)] if place >= 0]
            mentions = tuple(Mention(start=at, end=at + 2, label="PERSON", entity=f"p{at}") for at in sorted(places))
            entities = tuple(Entity(one.entity or "", "We", "PERSON") for one in mentions)
            yield Progress(step.annotations.with_layer(Layer.ENTITIES, mentions=mentions, entities=entities), 1.0)


@pytest.mark.parametrize("dimmed", ["", "2", "12"])
async def test_percent_finds_the_same_words_from_within_them_whatever_is_lit(dimmed: str) -> None:
    async with reader(LEFT, RIGHT, annotator=Named()) as stage:
        await compared(stage)
        await stage.press("enter", *dimmed)
        stage.screen.pane.move_cursor(LEFT.text.index("We mended"))
        await stage.press("%")
        assert stage.screen.article is RIGHT
        assert stage.screen.pane.cursor == RIGHT.text.index("“We mended")
        await stage.press("%")
        assert stage.screen.article is LEFT
        assert stage.screen.pane.cursor == LEFT.text.index("“We mended")


async def test_percent_from_what_one_of_the_two_has_alone_says_so() -> None:
    async with reader(LEFT, RIGHT, annotator=Reading()) as stage:
        await compared(stage)
        await stage.press("escape")
        stage.screen.pane.move_cursor(LEFT.text.index("“Nobody slept"))
        await stage.press("%")
        assert stage.screen.article is RIGHT
        assert "nothing in B was matched with this: it is where you left it" in stage.status


async def test_percent_goes_to_the_very_beginning_and_not_to_where_the_other_was_left(tmp_path: Path) -> None:
    from tui.app import BroadsheetApp
    from tui.remembering import Memory

    memory = Memory(tmp_path / "library.sqlite")
    memory.opened(CLAIMED, "Claimed")
    memory.left(CLAIMED, len(CLAIMED.text) // 2, read=False)
    app = BroadsheetApp((LEFT, CLAIMED), annotator=Reading(), memory=memory)
    try:
        async with app.run_test(size=(100, 30)) as pilot:
            stage = Stage(pilot, Reading())
            await until(pilot, lambda: stage.screen.share == 1)
            await compared(stage)
            await stage.press("enter", "%")
            assert stage.screen.article.text == CLAIMED.text
            await until(pilot, lambda: stage.screen._recalled is stage.screen.article)
            assert stage.screen.pane.cursor == 0
            assert stage.reads("We mended")
    finally:
        memory.close()
