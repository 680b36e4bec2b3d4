"""An article opened again is as it was left: layers, place, notes, corrections."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import pytest

from annotators.annotation import Layer
from annotators.article import Article, Block, Source
from annotators.cleaning import clean_text
from tests.pilot.library_stage import Shelf, Uncalled, fill, shelf, written
from tests.pilot.stage import ALL, ARTICLE, TEXT, Annotator, at
from tui.library import Library
from tui.remembering import Memory


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.sqlite"


async def all_layers(stage: Shelf) -> None:
    annotator = stage.app.annotator
    assert isinstance(annotator, Annotator)
    annotator.let_go.set()
    await stage.until(lambda: Layer.ENTITIES in stage.reading.annotations.ready)
    await stage.settle()


async def read_once(path: Path, *keys: str) -> None:
    async with shelf(path, ARTICLE) as stage:
        await all_layers(stage)
        await stage.press(*keys)


async def test_an_article_opened_again_has_all_its_layers_and_asks_no_annotator(path: Path) -> None:
    await read_once(path)
    async with shelf(path, ARTICLE, annotator=Uncalled()) as stage:
        assert len(stage.reading.annotations.mentions) == 9
        assert len(stage.reading.annotations.statements) == 3
        assert "annotating failed" not in stage.said
        assert stage.reading.share == 1.0


async def test_layers_that_are_known_before_the_screen_is_there_are_on_its_first_frame(path: Path) -> None:
    await read_once(path)
    memory = Memory(path)
    memory.expect(ARTICLE)
    memory.ask(lambda shelves: None).result()
    from tui.app import BroadsheetApp

    app = BroadsheetApp([ARTICLE], annotator=Uncalled(), memory=memory)
    async with app.run_test(size=(100, 30)):
        reader = app.screen
        assert len(reader.annotations.mentions) == 9  # type: ignore[attr-defined]
    memory.close()


async def test_failed_or_interrupted_annotation_is_not_taken_as_complete(path: Path) -> None:
    async with shelf(path, ARTICLE) as stage:
        await stage.press("j")
    annotator = Annotator()
    async with shelf(path, ARTICLE, annotator=annotator) as stage:
        await all_layers(stage)
        assert len(stage.reading.annotations.mentions) == 9


async def test_the_place_comes_back_with_a_notice_and_g_goes_to_the_top(path: Path) -> None:
    await read_once(path, "space", "space", "}", "q")
    async with shelf(path, ARTICLE, annotator=Uncalled()) as stage:
        await stage.until(lambda: "resumed at" in stage.said)
        assert "g for top" in stage.said
        assert stage.reading.pane.cursor > 500
        await stage.press("g")
        assert stage.reading.pane.cursor == 0


async def test_opening_and_leaving_again_and_again_does_not_move_the_place(path: Path) -> None:
    await read_once(path, "space", "space", "q")
    places = []
    for _ in range(3):
        async with shelf(path, ARTICLE, annotator=Uncalled()) as stage:
            await stage.pilot.pause()
            places.append((stage.reading.pane.cursor, stage.reading.pane.top_offset))
            await stage.press("q")
    assert len(set(places[1:])) == 1
    assert places[0][0] == places[1][0]


async def test_an_article_that_is_only_passed_over_keeps_its_place(path: Path) -> None:
    await read_once(path, "space", "space", "q")
    other = Article("Another.", (Block(0, 8),), Source("other.txt"))
    async with shelf(path, other, ARTICLE, other) as stage:
        await stage.pilot.press("J", "J")
        await stage.settle()
        entry = stage.memory.recall(ARTICLE).result()
        assert entry is not None
        assert entry.entry is not None
        assert entry.entry.position > 500


async def test_an_article_read_to_its_end_is_read_and_begins_anew(path: Path) -> None:
    await read_once(path, "G", "q")
    async with shelf(path, ARTICLE, annotator=Uncalled()) as stage:
        assert stage.reading.pane.cursor == 0
        entry = stage.memory.recall(ARTICLE).result()
        assert entry is not None
        assert entry.entry is not None
        assert entry.entry.read


async def test_highlights_and_notes_come_back_and_deleted_ones_do_not(path: Path) -> None:
    await read_once(path, "]", "h", "]", "]", "a", "o", "k", "enter", "}", "h", "D")
    async with shelf(path, ARTICLE, annotator=Uncalled()) as stage:
        notes = stage.reading.annotations.notes
        assert [(TEXT[note.start : note.end], note.text) for note in notes] == [("Norwick", ""), ("Ida Brandt", "ok")]


async def test_a_note_that_was_taken_away_comes_back_with_u_for_good(path: Path) -> None:
    await read_once(path, "]", "h", "D", "U")
    async with shelf(path, ARTICLE, annotator=Uncalled()) as stage:
        assert len(stage.reading.annotations.notes) == 1


async def test_notes_follow_an_edit_of_the_file_and_those_without_a_place_are_listed(path: Path) -> None:
    await read_once(path, "]", "h", "}", "}", "a", "x", "enter")
    edited = TEXT.replace("Norwick puts off", "Late: Norwick puts off").replace("“We will not vote tonight,” ", "")
    changed = Article(edited, (Block(0, len(edited)),), Source(ARTICLE.source.location))
    async with shelf(path, changed) as stage:
        (note,) = stage.reading.annotations.notes
        assert edited[note.start : note.end] == "Norwick"
        await stage.until(lambda: "1 note has lost" in stage.said)
        await stage.press("O")
        assert stage.shows("x: “")
        await stage.press("enter")
        assert {one.text for one in stage.reading.annotations.notes} == {"", "x"}
        assert stage.reading.orphans == ()
    async with shelf(path, changed) as stage:
        assert {one.text for one in stage.reading.annotations.notes} == {"", "x"}
        assert stage.reading.orphans == ()


async def test_a_note_whose_new_place_is_taken_back_is_without_one_again_and_not_lost(path: Path) -> None:
    await read_once(path, "]", "}", "}", "a", "x", "enter")
    edited = TEXT.replace("“We will not vote tonight,” ", "")
    changed = Article(edited, (Block(0, len(edited)),), Source(ARTICLE.source.location))
    async with shelf(path, changed) as stage:
        await stage.until(lambda: "1 note has lost" in stage.said)
        await stage.press("O", "enter")
        assert stage.reading.orphans == ()
        await stage.press("U")
        assert [one.text for one in stage.reading.orphans] == ["x"]
        assert stage.reading.annotations.notes == ()
    async with shelf(path, changed) as stage:
        assert [one.text for one in stage.reading.orphans] == ["x"]
        assert stage.reading.annotations.notes == ()


async def correct(stage: Shelf, words: str) -> None:
    await stage.press("c")
    await stage.type(words)
    await stage.press("enter")


async def test_a_line_that_is_no_caption_is_back_in_view_and_export_at_once_and_for_good(path: Path) -> None:
    async with shelf(path, ARTICLE) as stage:
        await all_layers(stage)
        assert "The old bridge at dusk" not in clean_text(ARTICLE, stage.reading.annotations)
        stage.reading.go_to(next(one for one in stage.reading.annotations.blocks if one.kind == "caption"))
        await correct(stage, "is body")
        assert "The old bridge at dusk" in clean_text(ARTICLE, stage.reading.annotations)
        assert "U takes it back" in stage.said
    async with shelf(path, ARTICLE, annotator=Uncalled()) as stage:
        assert "The old bridge at dusk" in clean_text(ARTICLE, stage.reading.annotations)
        assert "The old bridge at dusk" not in clean_text(ARTICLE, stage.reading.found)


async def test_a_name_gets_another_label_everywhere_and_u_takes_it_back_for_good(path: Path) -> None:
    async with shelf(path, ARTICLE) as stage:
        await all_layers(stage)
        await stage.press("]")
        await correct(stage, "label org")
        known = stage.reading.annotations
        assert {one.label for one in known.mentions if TEXT[one.start : one.end] == "Norwick"} == {"ORG"}
        assert [entity.label for entity in known.entities if entity.name == "Norwick"] == ["ORG"]
        await stage.press("U")
        assert {one.label for one in stage.reading.annotations.mentions} == {"GPE", "PERSON", "DATE"}
        await stage.press("U")
        assert "nothing to take back" in stage.said
    async with shelf(path, ARTICLE, annotator=Uncalled()) as stage:
        assert {one.label for one in stage.reading.annotations.mentions} == {"GPE", "PERSON", "DATE"}


async def test_somebody_else_said_it_picked_or_typed(path: Path) -> None:
    async with shelf(path, ARTICLE) as stage:
        await all_layers(stage)
        said = stage.reading.annotations.statements[2]
        stage.reading.go_to(said)
        await correct(stage, "speaker ida")
        speaker = stage.reading.annotations.statements[2].speaker_entity
        assert speaker == "e1"
        await correct(stage, "somebody else")
        await stage.type("Ada Okoro")
        await stage.press("enter")
        speaker = stage.reading.annotations.statements[2].speaker_entity
        assert stage.reading.annotations.entity_by_id[speaker or ""].name == "Ada Okoro"
        assert stage.shows("Ada Okoro")


async def test_a_missed_name_is_added_and_a_wrong_one_removed(path: Path) -> None:
    async with shelf(path, ARTICLE) as stage:
        await all_layers(stage)
        await stage.press("]")
        await correct(stage, "is no name")
        assert at("Norwick").start not in {one.start for one in stage.reading.annotations.mentions}
        await stage.press("}", "v", "right")
        await correct(stage, "label event")
        assert "EVENT" in {one.label for one in stage.reading.annotations.mentions}


async def test_corrections_stand_above_what_another_annotator_finds(path: Path) -> None:
    async with shelf(path, ARTICLE) as stage:
        await all_layers(stage)
        await stage.press("]")
        await correct(stage, "label org")
        await stage.press("r")
        await stage.settle()
        assert "ORG" in {one.label for one in stage.reading.annotations.mentions}


async def test_a_broken_library_is_said_and_one_reads_on(path: Path) -> None:
    path.write_bytes(b"no database" * 1000)
    async with shelf(path, ARTICLE) as stage:
        await stage.until(lambda: "the library was damaged" in stage.said)
        await all_layers(stage)
        await stage.press("]", "h")
        assert len(stage.reading.annotations.notes) == 1
    (kept,) = path.parent.glob("*.broken-*")
    assert kept.read_bytes() == b"no database" * 1000


async def test_a_folder_that_cannot_be_written_is_said_and_one_reads_on(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    async with shelf(tmp_path / "file" / "library.sqlite", ARTICLE) as stage:
        await stage.until(lambda: "reading goes on without it" in stage.said)
        await all_layers(stage)
        assert len(stage.reading.annotations.mentions) == 9


async def test_two_readers_at_once_keep_the_notes_of_both(path: Path) -> None:
    async with shelf(path, ARTICLE) as one:
        await all_layers(one)
        other = Memory(path)
        await one.press("]", "h")
        note = replace(one.reading.annotations.notes[0], id="other")
        other.keep(ARTICLE, note, 1.0)
        other.close()
    async with shelf(path, ARTICLE, annotator=Uncalled()) as stage:
        assert len(stage.reading.annotations.notes) == 2


async def test_l_opens_the_library_and_q_or_escape_goes_back_to_the_article(path: Path) -> None:
    fill(path, Article("Another.", (Block(0, 8),), Source("other.txt")))
    async with shelf(path, ARTICLE) as stage:
        await all_layers(stage)
        await stage.press("L")
        assert stage.titles() == ["Norwick puts off the bridge vote", "Another."]
        await stage.press("escape")
        assert stage.reading.article is ARTICLE
        await stage.press("L", "q")
        assert stage.reading.article is ARTICLE


SOUGHT = [
    f"Story {number}\n\n" + "Nothing happens here. \n\n" * 40 + "The drawbridge fell at noon." for number in range(2)
]


async def search_and_open(stage: Shelf, typed: str) -> None:
    await stage.press("/")
    await stage.type(typed)
    await stage.press("enter", "enter")
    await stage.until(lambda: stage.app.screen is not stage.app.get_screen("library"))
    await stage.settle()


async def test_an_article_that_was_searched_for_opens_at_the_first_match_lit(path: Path, tmp_path: Path) -> None:
    fill(path, *(written(tmp_path, f"{number}.txt", text) for number, text in enumerate(SOUGHT)))
    async with shelf(path) as stage:
        await search_and_open(stage, "drawbr")
        reading = stage.reading
        assert reading.article.text[reading.pane.cursor :].startswith("drawbridge")
        assert stage.shows("The drawbridge fell at noon.")
        assert reading.matches.counter == "1/1"
        first = reading.article
        await stage.press("J")
        await stage.until(lambda: stage.reading.article is not first)
        await stage.settle()
        assert stage.shows("The drawbridge fell at noon.")
        await stage.press("escape")
        assert not stage.reading.matches.words


async def test_the_article_for_the_typed_words_opens_even_before_the_library_answers(
    path: Path, tmp_path: Path
) -> None:
    fill(path, written(tmp_path, "sought.txt", SOUGHT[0]), written(tmp_path, "other.txt", "Other\n\nNothing."))
    async with shelf(path) as stage:
        answers = threading.Event()
        stage.memory.ask(lambda shelves: answers.wait(60))
        for key in ("slash", *"drawbridge", "enter", "enter"):
            await stage.pilot.press(key)
        assert not stage.library.here or stage.library.here.title == "Other"
        answers.set()
        await stage.until(lambda: stage.app.screen is not stage.app.get_screen("library"))
        assert stage.reading.article.text == SOUGHT[0]


async def test_the_best_match_is_under_the_cursor_when_the_library_answers(path: Path, tmp_path: Path) -> None:
    better = "Drawbridges\n\nThe drawbridge is a drawbridge."
    fill(path, written(tmp_path, "better.txt", better), written(tmp_path, "last.txt", SOUGHT[0]))
    async with shelf(path) as stage:
        assert stage.titles() == ["Story 0", "Drawbridges"]
        answers = threading.Event()
        stage.memory.ask(lambda shelves: answers.wait(60))
        for key in ("slash", *"drawbridge"):
            await stage.pilot.press(key)
        answers.set()
        await stage.until(lambda: stage.titles() == ["Drawbridges", "Story 0"])
        assert stage.library.list.cursor == 0


async def test_looking_something_up_leaves_the_place_that_was_kept(path: Path, tmp_path: Path) -> None:
    fill(path, written(tmp_path, "a.txt", SOUGHT[0]))
    async with shelf(path) as stage:
        await stage.press("enter")
        await stage.until(lambda: stage.app.screen is not stage.app.get_screen("library"))
        await stage.press("space")
        kept = stage.reading.pane.cursor
        await stage.press("q")
        await search_and_open(stage, "drawbridge")
        assert stage.shows("The drawbridge fell at noon.")
        assert stage.reading.pane.cursor > kept > 0
        await stage.press("q", "escape", "enter")
        await stage.until(lambda: stage.app.screen is not stage.app.get_screen("library"))
        await stage.settle()
        assert not stage.reading.matches.words
        assert stage.reading.pane.cursor == kept
        assert "resumed at" in stage.said


async def test_an_article_found_by_name_speaker_or_kind_opens_at_the_annotation(path: Path, tmp_path: Path) -> None:
    article = replace(ARTICLE, source=Source(str(tmp_path / "bridge.txt")))
    (tmp_path / "bridge.txt").write_text(TEXT, "utf-8")
    async with shelf(path, article) as stage:
        await all_layers(stage)
        await stage.press("L")
        await stage.until(lambda: bool(stage.titles()))
        await search_and_open(stage, "said-by:vale")
        current = stage.reading.pane.current
        assert current is not None
        assert TEXT[current.start : current.end] == "“The piers are sound,”"
        assert "1 of 1" in stage.said
        await stage.press("q", "escape")
        await search_and_open(stage, "kind:caption")
        assert stage.shows("The old bridge at dusk")


async def test_an_article_found_by_annotations_waits_for_them(path: Path, tmp_path: Path) -> None:
    (tmp_path / "bridge.txt").write_text(TEXT, "utf-8")
    article = replace(ARTICLE, source=Source(str(tmp_path / "bridge.txt")))
    library = Library.open(path)
    library.add(article, "Bridge", ALL, "an older version")
    library.close()
    async with shelf(path, annotator=Annotator()) as stage:
        await search_and_open(stage, "said-by:vale")
        await all_layers(stage)
        current = stage.reading.pane.current
        assert current is not None
        assert TEXT[current.start : current.end] == "“The piers are sound,”"
