"""The whole reader on a sample article under random keys and resizes, beside a naive painter of what it must show."""

from __future__ import annotations

import asyncio
import gc
import random
import sys
from collections.abc import AsyncIterator
from functools import _lru_cache_wrapper
from typing import Final
from unittest.mock import patch

from textual.geometry import Region
from textual.pilot import Pilot

from annotators.annotation import AnnotationSet, Span
from annotators.article import Article
from annotators.cleaning import clean_segments
from annotators.memory.buffers import laid_out, taken_up
from annotators.progress import Progress
from tests.gold.build import marked_articles
from tests.pilot.naive_page import Cells, State, cells_of, naive_rows
from tests.pilot.stage import Annotator
from tui.app import BroadsheetApp
from tui.commands import COMMANDS
from tui.screens.reader.screen import ReaderScreen
from tui.widgets.article_pane.folds import NO_FOLDS, FoldMap
from tui.widgets.article_pane.palette import Palette

__all__ = ["NAMES", "Reading", "blocks_in_use", "read_at_random"]

NAMES: Final = tuple(marked_articles())
"""The sample articles."""

_LEAVE: Final = frozenset(
    {"quit", "library", "edit", "open_url", "copy", "copy_hint", "pipe", "export", "reload", "suspend"}
)
"""What ends the reading, or does something outside the screen."""

_OFTEN: Final = ("]", "[", "space", "j", "k", "b", "1", "2", "3", "4", "escape", "escape", "U", "f", "d", "u")
_TYPED: Final = tuple("the said")
_SIZE: Final = (100, 30)
_SIZES: Final = [_SIZE, (60, 20), (30, 8), (140, 40), (80, 24), (20, 5), (12, 4)]
_RESIZES: Final = 0.02


def keys() -> list[str]:
    """All keys that keep one reading, the everyday ones more than once."""
    all_keys = [key for command in COMMANDS for key in command.keys if command.id not in _LEAVE]
    return all_keys + 3 * list(_OFTEN) + list(_TYPED)


class Known(Annotator):
    """Gives the annotations that are marked in the article, as the annotator sends them: in columns."""

    def __init__(self, found: AnnotationSet) -> None:
        super().__init__()
        self.found = found.replace(**taken_up(*laid_out(found)))

    async def annotate(self, article: Article, annotations: AnnotationSet, first: int = 0) -> AsyncIterator[Progress]:
        yield Progress(self.found, 1.0)


class Reading:
    """A reader with one of the sample articles open, driven by random keys."""

    def __init__(self, pilot: Pilot[int], seed: int) -> None:
        self.pilot = pilot
        self.chance = random.Random(seed)
        self.keys = keys()
        self.taken: list[str] = []

    @property
    def screen(self) -> ReaderScreen:
        screen = self.pilot.app.screen
        assert isinstance(screen, ReaderScreen)
        return screen

    async def step(self) -> None:
        """One key, or another size."""
        if self.chance.random() < _RESIZES:
            size = self.chance.choice(_SIZES)
            self.taken.append("resize {}x{}".format(*size))
            await self.pilot.resize_terminal(*size)
        else:
            self.taken.append(self.chance.choice(self.keys))
            await self.pilot.press(self.taken[-1])

    async def rest(self) -> None:
        """Leave all that is open and go back to the top, at the first size: how much is held there can be compared."""
        await self.pilot.resize_terminal(*_SIZE)
        await self.pilot.press(*8 * ["escape"], "g")
        await self.pilot.pause()

    def check(self) -> None:
        """Compare what the pane paints with what a naive painter does; raises `AssertionError` with the keys."""
        screen, pane = self.screen, self.screen.pane
        width, height = pane.size
        if screen.hints or width < 20 or not height:
            return  # letters over the text, or wide characters cut at the edge, which the naive painter does not know
        state = State(
            screen.article, screen.annotations, width, height, measure=screen.measure, lit=screen.lit,
            clean=screen.clean, top=pane._top_line, current=pane.current, pointer=pane._scene.pointer,
            matches=list(screen.matches.spans), match=screen.matches.current, selection=pane.selected_span(),
        )  # fmt: skip
        if screen.clean:
            segments = clean_segments(screen.article, screen.annotations, screen.reader.kinds.stripped)
            state.folds = FoldMap(segments, pane._folds.opened)
        else:
            state.folds = NO_FOLDS
        related = pane._scene.related
        state.related = [Span(*span) for span in zip(related.starts, related.ends, strict=True)]
        painted = [cells_of(strip) for strip in pane.render_lines(Region(0, 0, width, height))]
        naive = naive_rows(state, Palette(pane))
        for row, (one, other) in enumerate(zip(painted, naive, strict=True)):
            if one != other:
                raise AssertionError(self._tell(row, one, other))

    def _tell(self, row: int, one: Cells, other: Cells) -> str:
        """Where a row begins to be different, and the keys before it was."""
        at = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
        words = ["".join(text for text, _ in cells) for cells in (one, other)]
        first = [repr(cells[at : at + 1]) for cells in (one, other)]
        return f"after {len(self.taken)} keys, {self.taken[-12:]}, row {row}, cell {at}:\n" + "\n".join(
            (*words, *first)
        )


async def read_at_random(name: str, seed: int, steps: int, every: int = 1) -> list[int]:
    """Press `steps` random keys on a sample article, comparing after each `every` of them.

    Gives the blocks of memory in use after each tenth of the way, nothing left to collect.
    """
    app = BroadsheetApp((_article_of(name),), annotator=Known(marked_articles()[name].annotations))
    used: list[int] = []
    with patch("textual.app.wait_for_idle", _no_time), patch("textual.pilot.wait_for_idle", _no_time):
        async with app.run_test(size=_SIZE) as pilot:
            reading = Reading(pilot, seed)
            await pilot.pause()
            for number in range(1, steps + 1):
                await reading.step()
                if number % every == 0:
                    await pilot.pause()
                    reading.check()
                if number % max(1, steps // 10) == 0:
                    await reading.rest()
                    used.append(blocks_in_use())
    return used


async def _no_time(*_: float) -> None:
    """In place of Textual's wait of 20 ms, two for each key, which are nine tenths of the time that keys take."""
    await asyncio.sleep(0.001)


def blocks_in_use() -> int:
    """The blocks of memory that are in use, without what is left to collect and what caches of a bounded size hold.

    Textual and Rich have a score of those, of 1,024 to 16,384 results each, which fill up for hours.
    """
    gc.collect()
    for cache in gc.get_objects():
        if isinstance(cache, _lru_cache_wrapper) and cache.cache_info().maxsize is not None:
            cache.cache_clear()
    return sys.getallocatedblocks()


def _article_of(name: str) -> Article:
    from annotators.loaders import load
    from tests.gold.build import SAMPLES

    return load(str(SAMPLES / name))
