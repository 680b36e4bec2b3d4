"""After any keys in any order the pane shows what a naive painter would show."""

from __future__ import annotations

import random

import pytest
from textual.app import App, ComposeResult
from textual.geometry import Region
from textual.pilot import Pilot

from annotators.annotation import Layer, Span
from annotators.cleaning import clean_segments
from tests.pilot.naive_page import State, cells_of, naive_rows
from tests.pilot.random_article import random_article
from tui.terminal.safe_text import unsafe
from tui.widgets.article_pane.folds import NO_FOLDS, FoldMap
from tui.widgets.article_pane.palette import Palette
from tui.widgets.article_pane.pane import ArticlePane

SIZES = [(100, 30), (60, 20), (30, 8), (20, 5), (13, 3), (7, 4), (1, 1), (140, 40)]


class PaneOnly(App[None]):
    def compose(self) -> ComposeResult:
        yield ArticlePane()


class Walk:
    """A random walk over a pane, with the state that it must be in."""

    def __init__(self, pilot: Pilot[None], seed: int) -> None:
        self.pilot, self.chance = pilot, random.Random(seed)
        self.pane = pilot.app.query_one(ArticlePane)
        self.open_article(seed)

    def open_article(self, seed: int) -> None:
        article, annotations = random_article(seed)
        self.state = State(
            article, annotations, *self.pane.size, measure=self.chance.choice([72, 40, 9]), lit=frozenset(Layer)
        )
        self.pane.show_article(article)
        self.pane.show_annotations(annotations)
        self.pane.show_layers(self.state.lit)
        self.pane.set_measure(self.state.measure)

    async def step(self) -> str:
        name = self.chance.choice(
            "lines lines pages home end next next layer layer clean fold matches related resize measure select "
            "paragraph place annotations".split()
        )
        await getattr(self, name)()
        return name

    async def lines(self) -> None:
        count = self.chance.choice([1, 1, -1, 3, -7, 200])
        self.pane.clear_selection()
        before = self.pane._top_line
        self.pane.move_lines(count)
        expected = max(0, min(before + count, len(self.state.lines) - max(1, self.state.height)))
        assert self.pane._top_line == expected

    async def pages(self) -> None:
        self.pane.move_pages(self.chance.choice([1, -1, 0.5, -0.5]))

    async def home(self) -> None:
        self.pane.move_home()
        assert self.pane._top_line == 0
        assert self.pane.cursor == 0

    async def end(self) -> None:
        self.pane.move_end()
        assert self.pane.position == 1.0
        assert self.pane._top_line == max(0, len(self.state.lines) - max(1, self.state.height))

    async def next(self) -> None:
        found = self.pane.next_annotation(self.chance.choice([1, 1, -1]))
        if found is not None:
            self.pane.move_cursor(found.start, annotation=found)
            assert self.pane.current is found
            assert self.pane.top_offset <= found.start < self.pane.bottom_offset

    async def layer(self) -> None:
        self.state.lit ^= {self.chance.choice(list(Layer))}
        self.pane.show_layers(self.state.lit)

    async def clean(self) -> None:
        self.state.clean = not self.state.clean
        self.pane.show_clean(self.state.clean)
        self.refold()

    async def fold(self) -> None:
        self.pane.toggle_fold()

    def refold(self) -> None:
        segments = clean_segments(self.state.article, self.state.annotations) if self.state.clean else ()
        self.state.folds = FoldMap(segments, self.pane._folds.opened) if self.state.clean else NO_FOLDS

    async def matches(self) -> None:
        word = self.chance.choice(["a", "the", "北", "zzz"])
        text, found, at = self.state.article.text, [], -1
        while (at := text.find(word, at + 1)) >= 0:
            found.append(Span(at, at + len(word)))
        self.state.matches = found
        self.state.match = self.chance.randrange(len(found)) if found and self.chance.random() < 0.7 else None
        self.pane.show_matches(found, self.state.match)

    async def related(self) -> None:
        size = len(self.state.article.text)
        starts = [self.chance.randrange(size - 9) for _ in range(self.chance.choice([0, 2]))]
        self.state.related = [Span(start, start + 8) for start in starts]
        self.pane.show_related(self.state.related)

    async def resize(self) -> None:
        size = self.chance.choice(SIZES)
        cursor = self.pane.cursor
        await self.pilot.resize_terminal(*size)
        await self.pilot.pause()
        self.state.width, self.state.height = size
        assert self.pane.cursor == cursor
        line = self.pane._index.line_of(cursor)
        assert self.pane._top_line <= line < self.pane._top_line + size[1]

    async def measure(self) -> None:
        self.state.measure = self.chance.choice([72, 40, 20, 9, 1])
        self.pane.set_measure(self.state.measure)

    async def select(self) -> None:
        if self.pane.selecting:
            self.pane.clear_selection()
            assert self.pane.selected_spans() == []
            return
        self.pane.start_selection()
        for _ in range(3):
            unit = self.chance.choice(["character", "word", "line", "paragraph"])
            self.pane.extend_selection(unit, self.chance.choice([1, 2, -1]))
        span = self.pane.selected_span()
        assert span is not None
        hidden = [(start, end) for start, end, fold in self.state.lines if fold is not None and end > start]
        kept = [at for at in range(span.start, span.end) if not any(start <= at < end for start, end in hidden)]
        assert [at for piece in self.pane.selected_spans() for at in range(piece.start, piece.end)] == kept

    async def paragraph(self) -> None:
        self.pane.move_paragraphs(self.chance.choice([1, -1, 4]))

    async def place(self) -> None:
        offset = self.chance.randrange(len(self.state.article.text))
        self.pane.move_cursor(offset)
        assert self.pane.top_offset <= offset < self.pane.bottom_offset

    async def annotations(self) -> None:
        _, other = random_article(self.chance.randrange(9))
        size = len(self.state.article.text)
        fitting = tuple(one for one in other.mentions if one.end <= size)
        self.state.annotations = self.state.annotations.replace(mentions=fitting)
        self.pane.show_annotations(self.state.annotations)

    def check(self) -> None:
        pane, state = self.pane, self.state
        state.folds = state.folds.with_opened(pane._folds.opened) if state.clean else NO_FOLDS
        state.top, state.current = pane._top_line, pane.current
        state.pointer, state.selection = pane._scene.pointer, pane.selected_span()
        style = Palette(pane)
        strips = pane.render_lines(Region(0, 0, *pane.size))
        painted = [cells_of(strip) for strip in strips]
        assert [strip.cell_length for strip in strips] == [state.width] * state.height
        assert not any(unsafe().search(strip.text) for strip in strips)
        if state.width >= 20:  # below that a wide character or a summary is cut at the edge
            naive = naive_rows(state, style)
            assert ["".join(text for text, _ in row) for row in painted] == [
                "".join(text for text, _ in row) for row in naive
            ]
            assert painted == naive
        if pane.top_offset < pane.bottom_offset:  # else all that is on the screen is the line of an open fold
            assert pane.top_offset <= pane.cursor < pane.bottom_offset


async def walk(seed: int, steps: int) -> None:
    """`steps` random steps, each followed by a comparison; the error names the steps that led to it."""
    app = PaneOnly()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        walker = Walk(pilot, seed)
        taken: list[str] = []
        for number in range(steps):
            if number % 500 == 499:
                walker.open_article(seed + number)
            taken.append(await walker.step())
            try:
                walker.check()
            except AssertionError as error:
                raise AssertionError(f"seed {seed}, after {number + 1} steps: {taken[-6:]}\n{error}") from error


@pytest.mark.parametrize("seed", [1, 2, 3, 4])
async def test_the_pane_equals_a_naive_full_render_after_random_steps(seed: int) -> None:
    await walk(seed, 500)
