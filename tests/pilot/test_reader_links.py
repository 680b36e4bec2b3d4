"""Links of a page in the reader: seen, reached by a letter, opened and copied; and hints that share a place."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotators.annotation import AnnotationSet, Layer, Mention, in_order
from annotators.article import Article, Block, Source
from annotators.links import Link
from tests.pilot.stage import ALL, ARTICLE, TEXT, Annotator, Progress, Stage, at, reader
from tui.settings.config import Settings

TOLD = at("told the council")
LINKED = replace(
    ARTICLE,
    links=(
        Link(*at("News"), "https://news.example/"),
        Link(*at("Ida Brandt"), "https://news.example/brandt"),
        Link(*TOLD, "https://news.example/bridge"),
        Link(*at("The piers"), "mailto:vale@piers.example"),
    ),
)


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    taken: list[str] = []
    monkeypatch.setattr("webbrowser.open", lambda address: bool(taken.append(address)) or True)
    return taken


def label_of(stage: Stage, address: str) -> str:
    return next(label for label, one in stage.screen.hints.items() if getattr(one, "address", "") == address)


def attributes_of(stage: Stage, words: str) -> set[str]:
    """How the first line of the article that has the words is written, letter by letter of them."""
    for strip in stage.screen.pane.render_lines(stage.screen.pane.size.region):
        if words in strip.text:
            place = strip.text.index(words)
            styles = [segment.style for segment in strip for _ in segment.text][place : place + len(words)]
            names = ("bold", "italic", "underline", "reverse")
            return {name for name in names if all(style is not None and getattr(style, name) for style in styles)}
    raise AssertionError(f"{words} is not to be seen")


async def test_a_link_is_underlined_with_colour_and_without(monkeypatch: pytest.MonkeyPatch) -> None:
    async with reader(LINKED, annotated=False) as stage:
        assert attributes_of(stage, "told the council") == {"underline"}
        assert attributes_of(stage, "on Monday that") == set()
    monkeypatch.setenv("NO_COLOR", "1")
    async with reader(LINKED) as stage:
        assert attributes_of(stage, "told the council") == {"underline", "italic"}


async def test_a_letter_leads_to_a_link_and_enter_or_o_opens_it(opened: list[str]) -> None:
    async with reader(LINKED) as stage:
        await stage.press("f")
        await stage.press(*label_of(stage, "https://news.example/bridge"))
        assert stage.screen.pane.cursor == TOLD.start
        assert attributes_of(stage, "told the council") >= {"reverse"}
        assert "o opens https://news.example/bridge" in stage.status
        assert opened == []
        await stage.press("enter")
        await stage.press("o")
        assert opened == ["https://news.example/bridge"] * 2
        assert "opened https://news.example/bridge" in stage.status


async def test_folded_annotations_have_no_hint_letter(opened: list[str]) -> None:
    async with reader(LINKED) as stage:
        await stage.press("f")
        assert "https://news.example/" not in {getattr(one, "address", "") for one in stage.screen.hints.values()}
        await stage.press("escape", "b", "f")
        await stage.press(*label_of(stage, "https://news.example/"), "enter")
        assert opened == ["https://news.example/"]


async def test_annotations_in_an_open_fold_have_a_hint_letter(opened: list[str]) -> None:
    async with reader(LINKED) as stage:
        await stage.press("g", "enter", "f")
        assert stage.screen.pane.stripped
        await stage.press(*label_of(stage, "https://news.example/"), "enter")
        assert opened == ["https://news.example/"]


async def test_a_name_in_a_link_has_its_card_and_o_opens_the_link(opened: list[str]) -> None:
    async with reader(LINKED) as stage:
        await stage.press("]", "]", "enter")
        assert stage.shows("person · 3 mentions")
        await stage.press("o")
        assert opened == ["https://news.example/brandt"]


async def test_mail_goes_to_a_mailbox_and_to_nothing_else(opened: list[str]) -> None:
    async with reader(LINKED) as stage:
        await stage.press("f")
        await stage.press(*label_of(stage, "mailto:vale@piers.example"), "o")
        assert opened == ["mailto:vale@piers.example"]


async def test_the_address_of_a_link_is_copied(monkeypatch: pytest.MonkeyPatch) -> None:
    async with reader(LINKED) as stage:
        await stage.press("F")
        await stage.press(*label_of(stage, "https://news.example/bridge"))
        assert stage.app.clipboard == "https://news.example/bridge"
        await stage.press("f")
        await stage.press(*label_of(stage, "mailto:vale@piers.example"), "y")
        assert stage.app.clipboard == "mailto:vale@piers.example"


async def test_a_click_on_a_link_says_where_it_leads(opened: list[str]) -> None:
    async with reader(LINKED) as stage:
        y = next(number for number, line in enumerate(stage.lines()) if "the council" in line)
        await stage.pilot.click(offset=(stage.lines()[y].index("the council"), y))
        await stage.pilot.pause()
        assert "o opens https://news.example/bridge" in stage.status
        assert opened == []


async def test_a_link_stays_the_current_one_when_annotations_come_and_can_be_noted_on() -> None:
    async with reader(LINKED, annotated=False) as stage:
        await stage.press("f")
        await stage.press(*label_of(stage, "https://news.example/bridge"))
        await stage.all_layers()
        assert stage.here == "told the council"
        await stage.press("*", "c", "escape", "h")
        assert [TEXT[note.start : note.end] for note in stage.notes] == ["told the council"]


@pytest.mark.parametrize("size", [(100, 30), (60, 20), (30, 12)])
async def test_each_of_several_hints_in_one_place_is_seen_and_chosen(size: tuple[int, int]) -> None:
    start = at("“We").start
    named = tuple(
        Mention(start=start, end=start + length, label="PERSON", entity=f"e{length}") for length in (2, 3, 4, 5)
    )
    together = ALL.replace(mentions=in_order((*ALL.mentions, *named)))
    annotator = Annotator(steps=(Progress(together, 1.0),))
    async with reader(annotator=annotator, size=size, settings=Settings(sidebar=False)) as stage:
        stage.screen.pane.move_cursor(at("Mayor").start)
        await stage.press("f")
        hints = dict(stage.screen.hints)
        here = {label: one for label, one in hints.items() if one.start == start}
        assert len(here) == 5
        assert stage.shows("·".join(here))
        await stage.press("escape")
        for label, one in here.items():
            await stage.press("f", *label)
            assert stage.screen.pane.current == one


async def test_hints_at_the_end_of_a_line_are_seen_whole() -> None:
    text = "x" * 39 + "y"
    article = Article(text, (Block(0, 40),), Source("a.txt"))
    mentions = tuple(Mention(start=39, end=40, label=label, entity=label) for label in ("PERSON", "ORG", "GPE"))
    found = AnnotationSet().with_layer(Layer.STRUCTURE).with_layer(Layer.QUOTES)
    found = found.with_layer(Layer.ENTITIES, mentions=mentions)
    annotator = Annotator(steps=(Progress(found, 1.0),))
    async with reader(article, annotator=annotator, size=(50, 12), settings=Settings(measure=40)) as stage:
        await stage.press("f")
        assert stage.shows("x" * 35 + "a·s·d")


async def test_as_letters_are_typed_those_that_are_left_are_shown() -> None:
    mentions = tuple(Mention(start=2 * n, end=2 * n + 1, label="PERSON", entity=f"e{n}") for n in range(30))
    article = Article("x " * 30, (Block(0, 59),), Source("a.txt"))
    found = AnnotationSet().with_layer(Layer.STRUCTURE).with_layer(Layer.QUOTES)
    found = found.with_layer(Layer.ENTITIES, mentions=mentions)
    async with reader(article, annotator=Annotator(steps=(Progress(found, 1.0),))) as stage:
        await stage.press("f")
        assert stage.shows("axsxdxfx")
        assert stage.shows("nxmamsmdmfmg")
        await stage.press("m")
        assert stage.shows("x x x")
        await stage.press("d")
        assert stage.screen.pane.current == mentions[27]


PAGE = replace(ARTICLE, source=replace(ARTICLE.source, media_type="text/html"))


async def test_a_page_that_does_not_tell_its_address_says_why_it_has_no_links() -> None:
    lost = replace(PAGE, metadata=replace(PAGE.metadata, url=None))
    async with reader(lost, settings=Settings(layers=frozenset())) as stage:
        for key in ("f", "o"):
            await stage.press(key)
            assert "the page does not tell its address, without which most links lead nowhere" in stage.status


async def test_a_page_that_tells_its_address_has_no_links_where_it_has_none() -> None:
    async with reader(PAGE, settings=Settings(layers=frozenset())) as stage:
        await stage.press("f")
        assert "no annotation and no link is in sight" in stage.status
        assert "address" not in stage.status


async def test_the_address_of_the_article_is_what_is_opened_from_what_is_told_about_it(opened: list[str]) -> None:
    async with reader(LINKED) as stage:
        stage.screen.pane.move_cursor(TOLD.start)
        await stage.press("i", "o")
        assert opened == ["https://example.org/bridge"]
