"""The article pane as a reader meets it: text first, then layers; a place that stays; text that is safe."""

from __future__ import annotations

import pytest

from annotators.annotation import AnnotationSet, Layer
from annotators.article import Article, Source
from tests.pilot.pane_stage import (
    ARTICLE,
    FOUND,
    TEXT,
    PaneApp,
    article_of,
    opened,
    span_of,
)
from tui.widgets.article_pane.column import column_for
from tui.widgets.article_pane.pane import ArticlePane


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
        between = span_of("Amara").end  # a link may begin with the blank before a name
        pane.show_hints({"q": between, "w": between + 1})
        await pilot.pause()
        assert "Amaraqwindqvist" in "".join(pilot.app.rows())
        pane.show_hints(None)
        await pilot.pause()
        assert pilot.app.rows() == before


@pytest.mark.parametrize("keys_like", ["scrolled up from the end", "in the middle", "at an annotation", "selecting"])
async def test_the_cursor_stays_at_its_character_at_every_size_and_the_screen_comes_back(keys_like: str) -> None:
    async with PaneApp().run_test(size=(100, 12)) as pilot:
        pane = await opened(pilot)
        if keys_like == "at an annotation":
            pane.move_cursor(FOUND.mentions[2].start, annotation=FOUND.mentions[2])
        elif keys_like == "in the middle":
            pane.move_lines(9)
            pane.move_lines(-3)
        else:
            pane.move_end()
            pane.move_lines(-2)
        if keys_like == "selecting":
            pane.start_selection()
        await pilot.pause()
        cursor, current, share, shown = pane.cursor, pane.current, pane.share_before, pilot.app.rows()
        for size in ((60, 5), (30, 8), (12, 3), (140, 50), (40, 6), (100, 12)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert (pane.cursor, pane.current) == (cursor, current)
            assert pane.top_offset <= cursor < pane.bottom_offset
        assert pilot.app.rows() == shown
        assert pane.share_before == share
