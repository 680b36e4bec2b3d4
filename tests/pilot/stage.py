"""A small article with all its annotations, and a reader that has it open."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from textual.pilot import Pilot

from annotators.annotation import (
    AnnotationSet,
    BlockLabel,
    Entity,
    Layer,
    Mark,
    Mention,
    Note,
    Span,
    Statement,
    in_order,
)
from annotators.article import Article, Block, Metadata, Source
from annotators.progress import Progress
from tui.app import BroadsheetApp
from tui.screens.reader.screen import ReaderScreen
from tui.settings.config import Settings

LINES = (
    ("Home  News  Sport", "nav"),
    ("Norwick puts off the bridge vote", "headline"),
    ("Mayor Ida Brandt told the council on Monday that the bridge would wait.", "body"),
    ("“We will not vote tonight,” Brandt said. “The ‘simple’ repair is not simple.”", "body"),
    ("The old bridge at dusk", "caption"),
    ("Tom Vale, an engineer from Norwick, disagreed.", "body"),
    ("“The piers are sound,” Vale said.", "body"),
    *(
        (f"Paragraph {number} of the report says what the one before it said, at some length.", "body")
        for number in range(60)
    ),
    ("Brandt has the last word in Norwick.", "body"),
    ("More about bridges", "related"),
)  # fmt: skip
TEXT = "\n\n".join(line for line, _ in LINES)


PATIENCE = 90.0
"""Seconds in which whatever is waited for has to come, on a slow machine that has much else to do."""


def at(words: str, nth: int = 0) -> Span:
    """Where some words are in the article, for the first time or the `nth` time after that."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


def _blocks() -> tuple[Block, ...]:
    start, blocks = 0, []
    for line, _ in LINES:
        blocks.append(Block(start, start + len(line)))
        start += len(line) + 2
    return tuple(blocks)


def _mention(words: str, nth: int, label: str, entity: str) -> Mention:
    span = at(words, nth)
    return Mention(start=span.start, end=span.end, label=label, entity=entity)


def _said(name: str, words: str, speaker: str, nth: int, entity: str) -> Statement:
    span = at(words)
    return Statement(
        start=span.start, end=span.end, id=name, type="direct", content=(span,), cue=at("said", 0),
        speaker=at(speaker, nth), speaker_entity=entity, score=0.93, reasons=("the verb follows the quote",),
    )  # fmt: skip


ARTICLE = Article(TEXT, _blocks(), Source("bridge.txt"), Metadata(url="https://example.org/bridge"))
STRUCTURE = AnnotationSet().with_layer(
    Layer.STRUCTURE,
    blocks=tuple(
        BlockLabel(start=block.start, end=block.end, kind=kind, score=0.9, reasons=(f"looks like {kind}",))
        for block, (_, kind) in zip(ARTICLE.blocks, LINES, strict=True)
    ),
)
ALL = STRUCTURE.with_layer(
    Layer.ENTITIES,
    mentions=in_order(
        [
            _mention("Norwick", 0, "GPE", "e2"),
            _mention("Ida Brandt", 0, "PERSON", "e1"),
            _mention("Monday", 0, "DATE", "e4"),
            _mention("Brandt", 1, "PERSON", "e1"),
            _mention("Tom Vale", 0, "PERSON", "e3"),
            _mention("Norwick", 1, "GPE", "e2"),
            _mention("Vale", 1, "PERSON", "e3"),
            _mention("Brandt", 2, "PERSON", "e1"),
            _mention("Norwick", 2, "GPE", "e2"),
        ]
    ),
    entities=(
        Entity("e1", "Ida Brandt", "PERSON"),
        Entity("e2", "Norwick", "GPE"),
        Entity("e3", "Tom Vale", "PERSON"),
        Entity("e4", "Monday", "DATE"),
    ),
).with_layer(
    Layer.QUOTES,
    marks=(
        Mark(start=at("“We will").start, end=at("tonight,”").end, kind="direct"),
        Mark(start=at("“The ‘simple’").start, end=at("not simple.”").end, kind="direct"),
        Mark(start=at("‘simple’").start, end=at("‘simple’").end, kind="scare"),
        Mark(start=at("“The piers").start, end=at("sound,”").end, kind="direct"),
    ),
    statements=(
        _said("s1", "“We will not vote tonight,”", "Brandt", 1, "e1"),
        _said("s2", "“The ‘simple’ repair is not simple.”", "Brandt", 1, "e1"),
        _said("s3", "“The piers are sound,”", "Vale", 1, "e3"),
    ),
)

EMPTY = STRUCTURE.replace(blocks=()).with_layer(Layer.ENTITIES).with_layer(Layer.QUOTES)


@dataclass
class Annotator:
    """Gives what it was told to give; waits before the last step until it is let go."""

    steps: Sequence[Progress] = (Progress(STRUCTURE, 0.0), Progress(ALL, 1.0))
    problem: Exception | None = None
    let_go: asyncio.Event = field(default_factory=asyncio.Event)
    closed: bool = False

    async def annotate(self, article: Article, annotations: AnnotationSet, first: int = 0) -> AsyncIterator[Progress]:
        steps = self.steps if article.text == TEXT or self.steps is not Annotator.steps else [Progress(EMPTY, 1.0)]
        for number, step in enumerate(steps):
            if number == len(steps) - 1:
                await self.let_go.wait()
            yield step
        if self.problem:
            raise self.problem

    def cancel(self) -> None:
        """Nothing is under way that would not end by itself."""

    async def close(self) -> None:
        self.closed = True


@dataclass
class Stage:
    """The reader with the article open."""

    pilot: Pilot[int]
    annotator: Annotator

    @property
    def app(self) -> BroadsheetApp:
        assert isinstance(self.pilot.app, BroadsheetApp)
        return self.pilot.app

    @property
    def screen(self) -> ReaderScreen:
        screen = self.app.screen
        assert isinstance(screen, ReaderScreen)
        return screen

    async def press(self, *keys: str) -> None:
        for key in keys:
            await self.pilot.press(key)
            if key == "escape":  # what it leaves may go in a task of its own
                await self.pilot.pause()
        await self.pilot.pause()

    async def type(self, words: str) -> None:
        await self.press(*("space" if key == " " else key for key in words))

    async def all_layers(self) -> None:
        """Let the annotator finish, and wait until the screen shows what it found."""
        self.annotator.let_go.set()
        deadline = time.monotonic() + PATIENCE
        while True:
            await self.pilot.pause()
            known = self.screen.annotations
            if Layer.ENTITIES in known.ready | known.unavailable.keys() and self.screen.share == 1:
                return
            assert time.monotonic() < deadline, "the annotator never ended"

    @property
    def here(self) -> str:
        """The words of the annotation that the reader is on."""
        current = self.screen.pane.current
        return TEXT[current.start : current.end] if current else ""

    def rows(self) -> list[str]:
        """The lines of the sidebar."""
        return [f"{row.text} {row.right}".strip() for row in self.screen.sidebar.rows]

    def lines(self) -> list[str]:
        """The screen as text."""
        return [strip.text for strip in self.screen._compositor.render_strips()]

    def shows(self, words: str) -> bool:
        return any(words in line for line in self.lines())

    def reads(self, words: str) -> bool:
        """Whether the words are to be read in the article, and not only beside it."""
        seen = self.screen.pane.region
        return any(words in line[seen.x : seen.right] for line in self.lines()[seen.y : seen.bottom])

    @property
    def status(self) -> str:
        return self.screen.status.shown

    @property
    def notes(self) -> tuple[Note, ...]:
        return self.screen.annotations.notes


@asynccontextmanager
async def reader(
    *articles: Article,
    size: tuple[int, int] = (100, 30),
    settings: Settings | None = None,
    annotator: Annotator | None = None,
    annotated: bool = True,
) -> AsyncIterator[Stage]:
    """A reader on some articles, by default the one of this module with all its layers."""
    played = annotator or Annotator()
    app = BroadsheetApp(articles or (ARTICLE,), settings, annotator=played)
    async with app.run_test(size=size) as pilot:
        stage = Stage(pilot, played)
        await pilot.pause()
        if annotated:
            await stage.all_layers()
        yield stage


async def until_said(stage: Stage, words: str) -> None:
    """Wait until the last line has some words and is seen."""
    await until(stage.pilot, lambda: words in stage.status and stage.screen.status.display)


async def until(pilot: Pilot[Any], what: Callable[[], object]) -> None:
    """Wait until a timer, a thread or another process has brought a result; the error shows what is there instead."""
    deadline = time.monotonic() + PATIENCE
    while True:
        await pilot.pause(0.01)
        if what():
            return
        if time.monotonic() > deadline:
            raise AssertionError("\n".join(strip.text for strip in pilot.app.screen._compositor.render_strips()))
