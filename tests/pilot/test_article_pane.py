"""The article pane as a reader meets it: text first, then layers; a place that stays; text that is safe."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from rich.style import Style
from textual import events, on
from textual.app import App, ComposeResult
from textual.filter import LineFilter

from annotators.annotation import AnnotationSet, BlockLabel, Layer, Mark, Mention, Note, Span, Statement
from annotators.article import Article, Block, Source
from tui.line_filter import SafeTextFilter
from tui.widgets.article_pane.column import column_for
from tui.widgets.article_pane.pane import ArticlePane

LINES = [
    ("Home | World | Sport", "nav"),
    ("Harbour board answers ferry crews", "headline"),
    ("The talks go on until Friday", "deck"),
    ("A ferry at dawn", "caption"),
    ("Photo: A. Nobody", "credit"),
    ("“We are not leaving the harbour,” said Amara Lindqvist of the Northern Ferry Union in Tirana.", "body"),
    ("東京の人々は静かに待っている。" * 4, "body"),
    ("The board calls the crews’ plan a “stunt” and adds that " + "the ferries will sail on time; " * 8, "body"),
    ("Read more: what the crews earn", "related"),
]
TEXT = "\n\n".join(line for line, _ in LINES) + "\n" + "".join(f"Paragraph number {n}.\n" for n in range(60))


def selected(pane: ArticlePane) -> str:
    return "".join(TEXT[span.start : span.end] for span in pane.selected_spans())


def span_of(piece: str) -> Span:
    start = TEXT.index(piece)
    return Span(start, start + len(piece))


def at(piece: str) -> dict[str, int]:
    return span_of(piece)._asdict()


def article_of(text: str) -> Article:
    blocks, position = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(position + len(line) - len(line.lstrip()), position + len(line.rstrip())))
        position += len(line) + 1
    return Article(text, tuple(blocks), Source("ferry.txt"))


ARTICLE = article_of(TEXT)
QUOTE = span_of("“We are not leaving the harbour,”")
FOUND = AnnotationSet(
    blocks=tuple(BlockLabel(**at(line), kind=kind) for line, kind in LINES),
    mentions=(
        Mention(**at("Amara Lindqvist"), label="PERSON"),
        Mention(**at("Northern Ferry Union"), label="ORG"),
        Mention(**at("Tirana"), label="GPE"),
    ),
    marks=(Mark(**at("“We are not leaving the harbour,”"), kind="direct"), Mark(**at("“stunt”"), kind="scare")),
    statements=(Statement(start=QUOTE.start, end=QUOTE.end, id="s1", type="direct", content=(QUOTE,)),),
    notes=(Note(**at("静かに"), id="n1"),),
)


class PaneApp(App[None]):
    def __init__(self) -> None:
        super().__init__()
        self.heard: list[object] = []

    def get_line_filters(self) -> Sequence[LineFilter]:
        return [*super().get_line_filters(), SafeTextFilter()]

    def compose(self) -> ComposeResult:
        yield ArticlePane()

    @property
    def pane(self) -> ArticlePane:
        return self.query_one(ArticlePane)

    @on(ArticlePane.CursorMoved)
    @on(ArticlePane.Activated)
    def hear(self, message: object) -> None:
        self.heard.append(message)

    def rows(self) -> list[str]:
        return [strip.text for strip in self.screen._compositor.render_strips()]

    def style_of(self, piece: str) -> Style:
        """The style that a piece of text on the screen has."""
        for strip in self.screen._compositor.render_strips():
            position = strip.text.find(piece)
            for segment in strip:
                if 0 <= position < len(segment.text):
                    return segment.style or Style()
                position -= len(segment.text)
        raise AssertionError(f"{piece!r} is not on the screen")


async def opened(pilot, annotations: AnnotationSet | None = FOUND) -> ArticlePane:
    pane = pilot.app.pane
    pane.show_article(ARTICLE)
    if annotations is not None:
        pane.show_annotations(annotations)
    pane.focus()
    await pilot.pause()
    return pane


async def test_the_plain_text_is_on_the_screen_before_any_annotation() -> None:
    async with PaneApp().run_test(size=(80, 24)) as pilot:
        await opened(pilot, None)
        rows = pilot.app.rows()
        assert rows[2].strip() == "Harbour board answers ferry crews"
        assert "amara" in "".join(rows).lower()
        assert not pilot.app.style_of("Amara").underline


async def test_layers_that_arrive_leave_place_and_cursor() -> None:
    async with PaneApp().run_test(size=(80, 24)) as pilot:
        pane = await opened(pilot, None)
        pane.move_lines(7)
        place, cursor = pane.top_offset, pane.cursor
        pane.show_annotations(FOUND)
        await pilot.pause()
        assert (pane.top_offset, pane.cursor) == (place, cursor)
        assert pilot.app.style_of("Amara").underline


async def test_lines_far_below_are_wrapped_once_it_is_known_what_is_folded_away() -> None:
    async with PaneApp().run_test(size=(80, 24)) as pilot:
        pane = await opened(pilot, None)
        pane.show_article(article_of("A line of a long article.\n" * 10_000))
        pane.show_clean(True)
        await pilot.pause()

        def lines_after_an_idle_moment() -> int:
            pane._touched_at = 0.0
            pane._wrap_slice()
            return len(pane._index or ())

        few = lines_after_an_idle_moment()
        assert few < 100
        pane.show_annotations(AnnotationSet(ready=frozenset({Layer.STRUCTURE})))
        assert lines_after_an_idle_moment() > few


async def test_keys_before_the_first_layout_are_kept_and_done() -> None:
    pane = ArticlePane()
    for act in (pane.move_end, pane.move_home, lambda: pane.move_lines(2), lambda: pane.move_pages(1)):
        act()
    assert (pane.next_annotation(1), pane.visible_annotations(), pane.toggle_fold()) == (None, [], False)
    assert (pane.selected_spans(), pane.cursor, pane.position) == ([], 0, 0.0)
    async with PaneApp().run_test(size=(80, 24)) as pilot:
        early = ArticlePane()
        early.show_article(ARTICLE)
        early.show_annotations(FOUND)
        found = early.next_annotation(1)
        assert found is not None
        early.move_end()
        await pilot.app.pane.remove()
        await pilot.app.mount(early)
        await pilot.pause()
        assert early.position == 1.0
        assert "number 59" in pilot.app.rows()[-1]


async def test_an_empty_article_and_one_of_white_space_bear_every_key() -> None:
    async with PaneApp().run_test(size=(80, 24)) as pilot:
        pane = pilot.app.pane
        for text in ("", "\n", "   \n\n \t\n", "\r\n"):
            pane.show_article(Article(text, (), Source("empty")))
            pane.show_annotations(AnnotationSet())
            for act in (pane.move_end, pane.move_home, pane.start_selection, pane.clear_selection):
                act()
            pane.move_lines(1)
            pane.move_pages(-1)
            pane.move_paragraphs(1)
            pane.move_cursor(5)
            pane.extend_selection("word", 1)
            pane.show_clean(True)
            pane.toggle_fold()
            await pilot.press("enter")
            await pilot.pause()
            assert pane.next_annotation(1) is None


async def test_clean_folds_say_what_they_hide_and_open_and_close() -> None:
    async with PaneApp().run_test(size=(80, 24)) as pilot:
        pane = await opened(pilot)
        pane.show_clean(True)
        await pilot.pause()
        shown = "\n".join(pilot.app.rows())
        assert "▸ 1 line stripped: nav" in shown
        assert "▸ 2 lines stripped: caption, credit" in shown
        assert "A ferry at dawn" not in shown
        pane.move_cursor(span_of("Photo").start)
        await pilot.pause()
        shown = "\n".join(pilot.app.rows())
        assert "▾ 2 lines stripped: caption, credit" in shown
        assert "A ferry at dawn" in shown
        assert pane.toggle_fold()
        await pilot.pause()
        assert "A ferry at dawn" not in "\n".join(pilot.app.rows())
        pane.show_clean(False)
        await pilot.pause()
        assert "Home | World | Sport" in "\n".join(pilot.app.rows())


async def test_stepping_passes_over_what_is_folded_away() -> None:
    async with PaneApp().run_test(size=(80, 24)) as pilot:
        pane = await opened(pilot)
        pane.show_clean(True)
        names, current = [], None
        while (current := pane.next_annotation(1)) is not None:
            pane.move_cursor(current.start, annotation=current)
            names.append(TEXT[current.start : current.end])
        assert names == [
            "“We are not leaving the harbour,”", "Amara Lindqvist", "Northern Ferry Union", "Tirana",
            "静かに", "“stunt”",
        ]  # fmt: skip


async def test_a_resize_keeps_the_character_at_the_top() -> None:
    async with PaneApp().run_test(size=(80, 10)) as pilot:
        pane = await opened(pilot)
        pane.move_lines(12)
        top = pane.top_offset
        for size in ((40, 8), (20, 20), (120, 9), (80, 10)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert pane.top_offset <= top < pane.bottom_offset
        assert pane.top_offset == top


async def test_a_measure_narrows_the_text_and_never_widens_it_past_the_pane() -> None:
    async with PaneApp().run_test(size=(80, 24)) as pilot:
        pane = await opened(pilot)
        pane.set_measure(30)
        await pilot.pause()
        rows = [row for row in pilot.app.rows() if "東" not in row]
        left = column_for(80, 30).left
        assert {row[left + 30 : -1].strip() for row in rows} == {""}
        assert any(row[left + 28 : left + 30].strip() for row in rows)
        pane.set_measure(500)
        await pilot.pause()
        assert all(strip.cell_length == 80 for strip in pilot.app.screen._compositor.render_strips())


@pytest.mark.parametrize("no_color", [False, True])
@pytest.mark.parametrize("theme", ["textual-dark", "textual-light", "ansi-dark", "ansi-light", "nord"])
async def test_layers_are_told_apart_without_their_colour(
    theme: str, no_color: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if no_color:
        monkeypatch.setenv("NO_COLOR", "1")
    app = PaneApp()
    app.theme = theme
    async with app.run_test(size=(80, 24)) as pilot:
        pane = await opened(pilot)

        def cues(piece: str) -> tuple[bool, ...]:
            style = app.style_of(piece)
            attributes = (style.bold, style.italic, style.underline, style.underline2, style.reverse)
            return tuple(map(bool, attributes))

        plain = cues("The board calls")
        name, person, quote, note = (cues(piece) for piece in ("Tirana", "Amara", "We are", "静かに"))
        assert len({plain, name, person, quote, note}) == 5
        rows = app.rows()
        assert any(row.lstrip().startswith("caption┊ A ferry at dawn") or "cap┊ A ferry" in row for row in rows)
        assert any("▎ “We are not" in row for row in rows)
        assert any(row.lstrip().startswith("◆ ") for row in rows)
        found = pane.next_annotation(1)
        assert found is not None
        pane.move_cursor(span_of("Tirana").start, annotation=FOUND.mentions[2])
        pane.show_matches([span_of("crews’"), span_of("plan")], 1)
        pane.show_related([span_of("said")])
        await pilot.pause()
        current, match, current_match, related = (cues(piece) for piece in ("Tirana", "crews’", "plan", "said"))
        assert len({plain, name, quote, note, current, match, current_match, related}) == 8


async def test_another_theme_repaints_the_layers_in_its_colours() -> None:
    async with PaneApp().run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        colors = set()
        for theme in ("textual-dark", "textual-light", "gruvbox"):
            pilot.app.theme = theme
            await pilot.pause()
            style = pilot.app.style_of("Amara")
            colors.add((style.color, style.bgcolor))
        assert len(colors) == 3


async def test_a_layer_that_is_put_out_leaves_no_trace_and_comes_back() -> None:
    async with PaneApp().run_test(size=(80, 24)) as pilot:
        pane = await opened(pilot)
        before = pilot.app.rows()
        pane.show_layers(frozenset({Layer.ENTITIES}))
        await pilot.pause()
        assert not any(mark in row for row in pilot.app.rows() for mark in "▎┊◆")
        assert pilot.app.style_of("Amara").underline
        pane.show_layers(frozenset())
        await pilot.pause()
        assert not pilot.app.style_of("Amara").underline
        pane.show_layers(frozenset(Layer))
        await pilot.pause()
        assert pilot.app.rows() == before


async def test_hints_are_painted_beside_the_starts_of_annotations_and_go_again() -> None:
    async with PaneApp().run_test(size=(80, 24)) as pilot:
        pane = await opened(pilot)
        before = pilot.app.rows()
        seen = [TEXT[one.start : one.end] for one in pane.visible_annotations()]
        assert {"Amara Lindqvist", "静かに", "A ferry at dawn"} <= set(seen)
        pane.show_hints({"a": span_of("Amara").start, "sd": span_of("静かに").start, "f": span_of("A ferry").start})
        await pilot.pause()
        shown = "".join(pilot.app.rows())
        assert "aAmara" in shown
        assert "sd" in shown
        assert "かに" in shown
        assert "fA ferry at dawn" in shown
        pane.show_hints(None)
        await pilot.pause()
        assert pilot.app.rows() == before


async def test_keyboard_selection_is_the_articles_own_text_across_wrapped_lines() -> None:
    async with PaneApp().run_test(size=(30, 24)) as pilot:
        pane = await opened(pilot)
        pane.move_cursor(span_of("The board").start)
        pane.start_selection()
        pane.move_lines(3)
        text = selected(pane)
        assert len(text) > 60
        assert "\n" not in text
        assert text in TEXT
        pane.extend_selection("word", 1)
        assert selected(pane).split()[-1] in TEXT.split()
        pane.clear_selection()
        assert (selected(pane), pane.selected_span()) == ("", None)


@pytest.mark.parametrize("clean", [False, True])
async def test_a_selection_to_the_end_has_the_whole_last_line_in_it(clean: bool) -> None:
    async with PaneApp().run_test(size=(30, 24)) as pilot:
        pane = await opened(pilot)
        pane.show_clean(clean)
        pane.move_cursor(span_of("The board").start)
        pane.start_selection()
        pane.move_end()
        text = selected(pane)
        assert text.startswith("The board")
        assert text.endswith(TEXT.rstrip()[-20:])


async def test_mouse_selection_is_the_articles_own_text_in_wide_characters_too() -> None:
    async with PaneApp().run_test(size=(60, 24)) as pilot:
        pane = await opened(pilot)
        rows = pilot.app.rows()
        first = next(number for number, row in enumerate(rows) if "東京" in row)
        await pilot.mouse_down(pane, offset=(5, first))
        drag_to(pilot.app, 8, first + 1)
        await pilot.pause()
        await pilot.mouse_up(pane, offset=(8, first + 1))
        await pilot.pause()
        text = selected(pane)
        assert text
        assert text in TEXT
        assert text.startswith("東京")
        assert "\n" not in text
        assert pilot.app.screen.get_selected_text() == text


async def test_dragging_past_the_edge_scrolls_and_selects_on() -> None:
    async with PaneApp().run_test(size=(60, 10)) as pilot:
        pane = await opened(pilot)
        await pilot.mouse_down(pane, offset=(5, 2))
        drag_to(pilot.app, 8, 8)
        drag_to(pilot.app, 8, 9)
        while pane.top_offset < span_of("東京").start:
            await pilot.pause()
        await pilot.mouse_up(pane, offset=(8, 9))
        text = selected(pane)
        assert text.startswith(LINES[1][0][:9])
        assert text in TEXT
        assert "東京" in text


def drag_to(app: PaneApp, x: int, y: int) -> None:
    """Moves the mouse with its button down, one row down from where it was."""
    app.screen._forward_event(events.MouseMove(app.pane, x, y, 0, 1, 1, False, False, False, screen_x=x, screen_y=y))


async def test_a_click_goes_to_the_annotation_under_it_and_enter_opens_it() -> None:
    async with PaneApp().run_test(size=(80, 24)) as pilot:
        pane = await opened(pilot)
        row = next(number for number, row in enumerate(pilot.app.rows()) if "Amara" in row)
        column = pilot.app.rows()[row].index("Lindqvist")
        await pilot.click(pane, offset=(column, row))
        await pilot.pause()
        assert pane.current == FOUND.mentions[0]
        assert TEXT[pane.cursor :].startswith("Lindqvist")
        assert pilot.app.heard[-1].annotation == FOUND.mentions[0]
        pilot.app.heard.clear()
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(pilot.app.heard[0], ArticlePane.Activated)


async def test_a_click_on_a_fold_opens_it_and_one_on_the_bar_goes_there() -> None:
    async with PaneApp().run_test(size=(80, 24)) as pilot:
        pane = await opened(pilot)
        pane.show_clean(True)
        await pilot.pause()
        row = next(number for number, row in enumerate(pilot.app.rows()) if "caption, credit" in row)
        await pilot.click(pane, offset=(20, row))
        await pilot.pause()
        assert "A ferry at dawn" in "\n".join(pilot.app.rows())
        await pilot.click(pane, offset=(79, 23))
        await pilot.pause()
        assert pane.position == 1.0


async def test_a_drag_along_the_bar_scrolls_with_it_and_selects_nothing() -> None:
    async with PaneApp().run_test(size=(60, 20)) as pilot:
        pane = await opened(pilot)
        places = []
        await pilot.mouse_down(pane, offset=(59, 2))
        for row in (6, 12, 19):
            await pilot.hover(pane, offset=(30, row))
            places.append(pane.top_offset)
        assert places == sorted(set(places))
        assert pane.position == 1.0
        await pilot.hover(pane, offset=(30, 0))
        assert pane.position == 0.0
        await pilot.mouse_up(pane, offset=(30, 0))
        await pilot.hover(pane, offset=(30, 15))
        await pilot.pause()
        assert pane.position == 0.0
        assert pane.selected_span() is None


async def test_a_double_click_selects_a_word_and_a_triple_click_its_block() -> None:
    async with PaneApp().run_test(size=(80, 24)) as pilot:
        pane = await opened(pilot)
        row = next(number for number, row in enumerate(pilot.app.rows()) if "Amara" in row)
        column = pilot.app.rows()[row].index("Amara")
        await pilot.click(pane, offset=(column + 1, row), times=2)
        await pilot.pause()
        assert selected(pane) == "Amara"
        await pilot.click(pane, offset=(column + 1, row), times=3)
        await pilot.pause()
        assert selected(pane) == LINES[5][0]


async def test_the_wheel_scrolls_and_the_cursor_stays_on_the_screen() -> None:
    async with PaneApp().run_test(size=(80, 10)) as pilot:
        pane = await opened(pilot)
        pane.post_message(events.MouseScrollDown(pane, 5, 5, 0, 0, 0, False, False, False))
        await pilot.pause()
        assert pane.top_offset == TEXT.index("\n\nThe talks") + 1
        assert pane.top_offset <= pane.cursor < pane.bottom_offset
        assert isinstance(pilot.app.heard[-1], ArticlePane.CursorMoved)
        pane.post_message(events.MouseScrollUp(pane, 5, 5, 0, 0, 0, False, False, False))
        await pilot.pause()
        assert pane.top_offset == 0
