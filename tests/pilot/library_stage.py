"""A reader that remembers, and the library it remembers in."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from textual.pilot import Pilot

from annotators.annotation import AnnotationSet
from annotators.article import Article, Block, Source
from tests.pilot.stage import Annotator, until
from tui.app import BroadsheetApp
from tui.remembering import Memory
from tui.screens.library.screen import LibraryScreen
from tui.screens.panels import Panels
from tui.screens.reader.screen import ReaderScreen
from tui.settings.config import Settings


class Uncalled(Annotator):
    """A stand-in that must not be asked anything."""

    async def annotate(self, article: Article, annotations: AnnotationSet, first: int = 0):  # type: ignore[no-untyped-def]
        raise AssertionError("an annotator was asked")
        yield


@dataclass
class Shelf:
    """The program, driven and read by a test."""

    pilot: Pilot[int]
    memory: Memory

    @property
    def app(self) -> BroadsheetApp:
        assert isinstance(self.pilot.app, BroadsheetApp)
        return self.pilot.app

    @property
    def library(self) -> LibraryScreen:
        assert isinstance(self.app.screen, LibraryScreen)
        return self.app.screen

    @property
    def reading(self) -> ReaderScreen:
        assert isinstance(self.app.screen, ReaderScreen)
        return self.app.screen

    @property
    def said(self) -> str:
        assert isinstance(self.app.screen, Panels)
        return self.app.screen.status.shown

    def lines(self) -> list[str]:
        return [strip.text for strip in self.app.screen._compositor.render_strips()]

    def shows(self, words: str) -> bool:
        return any(words in line for line in self.lines())

    def titles(self) -> list[str]:
        return [found.entry.title for found in self.library.found]

    async def press(self, *keys: str) -> None:
        for key in keys:
            await self.pilot.press(key)
            if key in ("escape", "enter"):  # the list is asked for in a thread; later keys are about its answer
                await self.settle()
        await self.settle()

    async def type(self, words: str) -> None:
        await self.press(*("space" if key == " " else key for key in words))

    async def settle(self) -> None:
        """Let the library answer, and the screen show it."""
        for _ in range(3):
            self.memory.ask(lambda shelves: None).result()
            await self.pilot.pause()

    async def until(self, what: Callable[[], bool]) -> None:
        """Wait until something is so."""
        await until(self.pilot, what)


@asynccontextmanager
async def shelf(
    path: Path, *articles: Article, annotator: Annotator | None = None, size: tuple[int, int] = (100, 30)
) -> AsyncIterator[Shelf]:
    """The program on a library, with articles named on the command line or none."""
    memory = Memory(path)
    app = BroadsheetApp(articles, Settings(), annotator=annotator or Annotator(), memory=memory)
    try:
        async with app.run_test(size=size) as pilot:
            stage = Shelf(pilot, memory)
            await stage.settle()
            yield stage
    finally:
        memory.close()


def written(folder: Path, name: str, text: str) -> Article:
    """An article as it is loaded from a file."""
    path = folder / name
    path.write_text(text, "utf-8")
    blocks, start = [], 0
    for line in text.split("\n\n"):
        blocks.append(Block(start, start + len(line.rstrip())))
        start += len(line) + 2
    return Article(text, tuple(blocks), Source(str(path)))


def fill(path: Path, *articles: Article) -> None:
    """Put articles on a shelf, the last of them on top."""
    memory = Memory(path)
    for article in articles:
        memory.opened(article, article.text.split("\n")[0])
    memory.close()
