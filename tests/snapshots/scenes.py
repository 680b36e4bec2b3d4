"""The main screens, each from the first key to the moment it is looked at."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from textual.app import App
from textual.widgets import Input

from annotators.annotation import AnnotationSet, Entity, Layer, Mark, Mention, Span, Statement
from annotators.article import Article, Block, Source
from annotators.progress import Progress
from tests.pilot.library_stage import fill, written
from tests.pilot.stage import ALL, ARTICLE, Annotator, until
from tui.app import BroadsheetApp
from tui.remembering import Memory
from tui.screens.library.screen import LibraryScreen
from tui.screens.reader.screen import ReaderScreen
from tui.settings.config import Settings

__all__ = ["SCENES", "looked_at"]

OTHER_TEXT = (
    "Bridge vote put off\n\nThe council will not vote on the bridge yet.\n\n"
    "“We will not vote [on this] tonight,” Ida Brandt said. Olga Nyman, of the harbour, called it late."
)


def _other() -> tuple[Article, AnnotationSet]:
    """What another paper made of the same evening."""

    def at(words: str) -> Span:
        start = OTHER_TEXT.index(words)
        return Span(start, start + len(words))

    blocks, start = [], 0
    for line in OTHER_TEXT.split("\n\n"):
        blocks.append(Block(start, start + len(line)))
        start += len(line) + 2
    quote, late = at("“We will not vote [on this] tonight,”"), at("it late")
    speaker, critic = at("Ida Brandt"), at("Olga Nyman")
    found = AnnotationSet().with_layer(
        Layer.ENTITIES,
        mentions=(
            Mention(start=speaker.start, end=speaker.end, label="PERSON", entity="e1"),
            Mention(start=critic.start, end=critic.end, label="PERSON", entity="e2"),
        ),
        entities=(Entity("e1", "Ida Brandt", "PERSON"), Entity("e2", "Olga Nyman", "PERSON")),
    ).with_layer(
        Layer.QUOTES,
        marks=(Mark(start=quote.start, end=quote.end, kind="direct"),),
        statements=(
            Statement(
                start=quote.start, end=quote.end, id="s1", type="direct", content=(quote,), cue=at("said"),
                speaker=speaker, speaker_entity="e1",
            ),
            Statement(
                start=late.start, end=late.end, id="s2", type="indirect", content=(late,), cue=at("called"),
                speaker=critic, speaker_entity="e2",
            ),
        ),
    ).with_layer(Layer.STRUCTURE)  # fmt: skip
    return Article(OTHER_TEXT, tuple(blocks), Source("other.txt")), found


class Prepared(Annotator):
    """Knows both articles by heart."""

    async def annotate(self, article: Article, annotations: AnnotationSet, first: int = 0) -> AsyncIterator[Progress]:
        yield Progress(ALL if article.text == ARTICLE.text else _other()[1], 1.0)


@dataclass(frozen=True)
class Scene:
    """`ready` says when what the keys have asked for is there."""

    keys: str = ""
    ready: Callable[[Any], bool] = lambda screen: True
    before: Callable[[Any], object] = lambda screen: None
    in_library: bool = False


SCENES: dict[str, Scene] = {
    "article-clean": Scene(before=lambda screen: screen.go_to(ALL.statements[0])),
    "article-raw": Scene("b"),
    "sidebar": Scene("tab down down down", lambda screen: any("%" in row.right for row in screen.sidebar.rows)),
    "card": Scene("] ] enter", lambda screen: bool(screen.shown("Card"))),
    "help": Scene("?", lambda screen: bool(screen.shown("HelpPanel"))),
    "search": Scene("/ b r a n d t", lambda screen: bool(screen.matches.spans)),
    "hints": Scene("f", lambda screen: bool(screen.hints)),
    "library": Scene(ready=lambda screen: len(screen.found) == 3, in_library=True),
    "who-said-what": Scene("w down", lambda screen: bool(screen.shown("VoicesPanel"))),
    "quotes-of-a-speaker": Scene("w enter", lambda screen: bool(screen.shown("VoicesPanel"))),
    "export": Scene("x", lambda screen: bool(screen.shown("ExportPanel"))),
    "palette": Scene("ctrl+p", lambda screen: bool(screen.shown("Picker"))),
    "compare": Scene("C enter", lambda screen: bool(screen.shown("ComparisonPanel"))),
}


@asynccontextmanager
async def looked_at(name: str, theme: str, size: tuple[int, int], folder: Path) -> AsyncIterator[App[int]]:
    """The application with one of the scenes on its screen."""
    scene = SCENES[name]
    settings = Settings(theme=theme)
    memory = _filled(folder) if scene.in_library else None
    articles = () if scene.in_library else (ARTICLE, _other()[0])
    app = BroadsheetApp(articles, settings, annotator=Prepared(), memory=memory)
    try:
        async with app.run_test(size=size) as pilot:
            kind = LibraryScreen if scene.in_library else ReaderScreen
            await until(pilot, lambda: isinstance(app.screen, kind))
            if not scene.in_library:
                await until(pilot, lambda: app.screen.all_read.is_set())  # type: ignore[attr-defined]
            scene.before(app.screen)
            await pilot.press(*scene.keys.split())
            await until(pilot, lambda: scene.ready(app.screen))
            for line in app.screen.query(Input):
                line.cursor_blink = False
            app.screen.status.end_notice()  # type: ignore[attr-defined]
            await pilot.pause()
            await pilot.pause()
            yield app
    finally:
        if memory is not None:
            memory.close()


def _filled(folder: Path) -> Memory:
    """A library with an article that is new, one that was begun and one that has been read."""
    path = folder / "library.db"
    articles = [
        written(folder, f"{number}.txt", f"{title}\n\nThe rest of it.\n\n" + "Much is said in it. " * 80)
        for number, title in enumerate(("Ferries go again", "A vote is put off", "The keeper of the light"))
    ]
    if not path.exists():
        fill(path, *articles)
    memory = Memory(path)
    memory.left(articles[0], 0, read=True)
    memory.left(articles[1], 700, read=False)
    memory.ask(lambda shelves: shelves.library.tag(articles[1].fingerprint, ("bridge",))).result()
    return memory
