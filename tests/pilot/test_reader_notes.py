from __future__ import annotations

import pytest

from annotators.annotation import Layer
from annotators.article import Article, Block, Source
from tests.pilot.stage import TEXT, reader, until_said
from tui.screens.reader.writing import Before, Changes
from tui.settings.config import Settings
from tui.terminal import clipboard as clipboard_programs

HOSTILE = "Paste\x1b[201~ this into a shell and see."


async def test_h_highlights_the_current_annotation() -> None:
    async with reader() as stage:
        await stage.press("]", "]", "h")
        (note,) = stage.notes
        assert TEXT[note.start : note.end] == "Ida Brandt"
        assert "● 4 Notes 1" in stage.rows()


async def test_h_away_from_annotations_highlights_the_sentence() -> None:
    async with reader() as stage:
        await stage.press("}", "}", "}", "h")
        (note,) = stage.notes
        assert TEXT[note.start : note.end].startswith("“We will not vote tonight,” Brandt said.")


async def test_h_on_lines_that_are_folded_away_marks_nothing_that_nobody_sees() -> None:
    async with reader() as stage:
        await stage.press("h")
        assert stage.notes == ()
        assert "folded away: enter opens them first" in stage.status
        await stage.press("enter", "h")
        assert len(stage.notes) == 1


async def test_a_writes_a_note_and_its_words_are_in_the_sidebar_and_on_the_card() -> None:
    async with reader() as stage:
        await stage.press("]", "a")
        await stage.type("ask her again")
        await stage.press("enter")
        assert stage.notes[0].text == "ask her again"
        assert "ask her again" in stage.rows()
        await stage.press("1", "2", "g", "]", "enter")
        assert stage.shows("Your note")


async def test_an_empty_note_or_escape_writes_nothing() -> None:
    async with reader() as stage:
        await stage.press("]", "a", "enter", "a", "x", "escape")
        assert stage.notes == ()


async def test_d_takes_the_note_here_away() -> None:
    async with reader() as stage:
        await stage.press("]", "h", "D")
        assert stage.notes == ()
        await stage.press("D")
        assert "no note of yours is here" in stage.status


async def test_a_note_that_is_gone_is_no_longer_what_the_reader_is_on() -> None:
    async with reader() as stage:
        await stage.press("]", "h", "1", "2", "3", "g", "]")
        assert stage.here == stage.screen.article.text[stage.notes[0].start : stage.notes[0].end]
        await stage.press("D", "#")
        assert stage.screen.pane.current is None
        assert "first go to a name" in stage.status


async def test_notes_light_their_layer_and_outlive_what_annotators_find() -> None:
    async with reader(annotated=False) as stage:
        await stage.press("4", "}", "h")
        assert Layer.NOTES in stage.screen.lit
        await stage.all_layers()
        assert len(stage.notes) == 1


@pytest.fixture
def clipboard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    taken: list[str] = []

    async def take(text: str) -> tuple[str, ...]:
        taken.append(text)
        return ("xclip",)

    monkeypatch.setattr(clipboard_programs, "copy_natively", take)
    return taken


async def test_y_copies_the_annotation_both_ways_and_says_so(clipboard: list[str]) -> None:
    async with reader() as stage:
        await stage.press("]", "]", "y")
        assert clipboard == ["Ida Brandt"]
        assert stage.app.clipboard == "Ida Brandt"
        assert "xclip" in stage.status
        assert "OSC 52" in stage.status


async def test_y_without_an_annotation_copies_the_paragraph_in_one_piece(clipboard: list[str]) -> None:
    async with reader(size=(40, 20)) as stage:
        await stage.press("}", "}", "y")
        assert clipboard == ["Mayor Ida Brandt told the council on Monday that the bridge would wait."]


async def test_v_selects_and_y_copies_what_is_selected(clipboard: list[str]) -> None:
    async with reader() as stage:
        await stage.press("}", "}", "v", "right", "right", "y")
        assert clipboard[0].strip().startswith("Mayor Ida")
        assert "Mayor Ida Brandt told".startswith(clipboard[0].strip())
        assert not stage.screen.selecting


async def test_a_selection_can_be_highlighted_and_escape_leaves_it() -> None:
    async with reader() as stage:
        await stage.press("}", "}", "v", "}", "h")
        (note,) = stage.notes
        assert TEXT[note.start : note.end].startswith("Mayor Ida Brandt")
        await stage.press("v", "escape")
        assert not stage.screen.selecting


async def test_copied_text_has_no_control_characters(clipboard: list[str]) -> None:
    from annotators.article import Article, Block, Source

    text = "run\x1b[2J this\x03 now"
    hostile = Article(text, (Block(0, len(text)),), Source("x.txt"))
    async with reader(hostile, annotated=False) as stage:
        await stage.press("y")
        assert clipboard == ["run␛[2J this␃ now"]


async def test_a_selection_grows_and_shrinks_by_characters_from_where_one_is(clipboard: list[str]) -> None:
    async with reader() as stage:
        await stage.press("}", "}", *["shift+right"] * 5, "shift+left", "y")
        assert clipboard == ["Mayor"]
        assert not stage.screen.selecting


async def test_a_letter_copies_what_it_stands_for(clipboard: list[str]) -> None:
    async with reader() as stage:
        await stage.press("F")
        label = next(label for label, one in stage.screen.hints.items() if TEXT[one.start : one.end] == "Ida Brandt")
        await stage.press(*label)
        assert clipboard == ["Ida Brandt"]
        assert "copied to xclip and to the terminal by OSC 52: Ida Brandt" in stage.status


@pytest.mark.parametrize("by", ["keyboard", "mouse"])
async def test_ctrl_c_copies_a_selection_as_y_does_and_else_says_how_to_leave(by: str, clipboard: list[str]) -> None:
    async with reader(Article(HOSTILE, (Block(0, len(HOSTILE)),), Source("a.txt"))) as stage:
        await stage.press("ctrl+c")
        assert stage.status.startswith(" q quits")
        if by == "keyboard":
            await stage.press("v", *["right"] * 12)
        else:
            row = next(number for number, line in enumerate(stage.lines()) if "Paste" in line)
            await stage.pilot.click(offset=(stage.screen.pane.region.x + 8, row), times=3)
        await stage.press("ctrl+c")
        await until_said(stage, "copied to")
        assert clipboard == [HOSTILE.replace("\x1b", "␛")] == [stage.app.clipboard]
        assert stage.screen.pane.selected_span() is None
        await stage.press("ctrl+c")
        assert stage.status.startswith(" q quits")


async def test_messages_name_the_bound_keys() -> None:
    chosen = {"delete_note": "ctrl+d", "toggle_clean": "", "quit": "f10", "undo": "f5", "next_annotation": "f6"}
    async with reader(settings=Settings(keys=chosen)) as stage:
        await stage.press("f6", "h")
        assert "highlighted; ctrl+d takes it away" in stage.status
        await stage.press("ctrl+c")
        assert "f10 quits" in stage.status
        await stage.press("1", "2", "3", "4", "f6")
        assert "no layer is lit: 1 to 4 light them" in stage.status
        await stage.press("v")
        assert "y copies, h highlights, a notes, esc leaves" in stage.status


async def test_undo_has_a_limit_and_reports_its_end() -> None:
    async with reader() as stage:
        await stage.press("U")
        assert "there is nothing to take back in this article" in stage.status
        stage.screen.changes = Changes(most=2)
        await stage.press("}", "}", "h", "}", "h", "}", "h", "U", "U")
        assert len(stage.notes) == 1
        await stage.press("U")
        assert len(stage.notes) == 1
        assert "there is nothing more to take back in this article: only the last 200 changes can be" in stage.status


def test_the_changes_of_one_article_are_taken_back_and_those_of_another_stay() -> None:
    changes = Changes(most=3)
    for article, change in (("a", "1"), ("a", "2"), ("b", "3"), ("a", "4")):
        changes.add(article, Before((), (), change))
    assert [getattr(changes.take_back("a"), "change", None) for _ in range(3)] == ["4", "2", None]
    assert changes.has_more("a")
    assert not changes.has_more("b")
    assert getattr(changes.take_back("b"), "change", None) == "3"


async def test_a_selection_does_not_begin_on_lines_that_nobody_sees_and_says_the_keys_that_there_are() -> None:
    async with reader() as stage:
        await stage.press("v")
        assert "folded away: enter opens them first" in stage.status
        assert not stage.screen.selecting
        await stage.press("}", "v")
        assert "↑↓ lines, ←→ words, } paragraphs" in stage.status


async def test_what_is_taken_back_is_called_what_it_was() -> None:
    async with reader() as stage:
        await stage.press("]", "h", "U")
        assert "taken back: a highlight" in stage.status
        await stage.press("h", "D", "U")
        assert "taken back: the deletion of a highlight" in stage.status
        assert len(stage.notes) == 1


async def test_corrections_are_reported_in_the_words_of_the_list_and_not_in_codes() -> None:
    async with reader() as stage:
        await stage.press("]", "c")
        await stage.type("label building")
        await stage.press("enter")
        assert "Norwick is marked as building or site, 3 times; U takes it back" in stage.status
        await stage.press("c")
        await stage.type("this line is author")
        await stage.press("enter")
        assert "the line is author box; U takes it back" in stage.status
