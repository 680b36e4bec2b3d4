"""The library: listing, searching, opening, and commands for an entry."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events

from annotators.annotation import AnnotationSet, BlockLabel, Entity, Layer, Mention
from annotators.article import Article, Block, Source
from annotators.version import annotations_version
from tests.pilot.library_stage import Shelf, fill, shelf, written
from tui.library import Library
from tui.remembering import Memory
from tui.widgets.edges.prompt import Prompt

FLOODS = "River wall breaks\n\nThe river wall broke at Aveiro on Monday. Ana Duarte had warned of it."
STRIKE = "Teachers strike\n\nSchools stay shut while teachers strike for a second day."
HARBOUR = "Harbour plan\n\nThe harbour plan was shown to the council."


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "shelf" / "library.sqlite"


@pytest.fixture
def articles(tmp_path: Path, path: Path) -> list[Article]:
    """Three articles in files, all on the shelf; Floods on top, Harbour at the bottom."""
    made = [
        written(tmp_path, "harbour.txt", HARBOUR),
        written(tmp_path, "strike.txt", STRIKE),
        written(tmp_path, "floods.txt", FLOODS),
    ]
    fill(path, *made)
    return made


@pytest.mark.usefixtures("articles")
async def test_the_last_opened_article_is_on_top_and_the_number_is_shown(path: Path) -> None:
    async with shelf(path) as stage:
        assert stage.titles() == ["River wall breaks", "Teachers strike", "Harbour plan"]
        assert stage.shows("3 articles")
        assert any("● River wall breaks" in line and "1 min" in line for line in stage.lines())


@pytest.mark.usefixtures("articles")
async def test_typing_after_a_slash_finds_by_words_and_shows_what_matched(path: Path) -> None:
    async with shelf(path) as stage:
        await stage.press("/")
        await stage.type("second da")
        assert stage.titles() == ["Teachers strike"]
        assert stage.shows("teachers strike for a second day")
        assert stage.shows("1 of 3")
        await stage.press("enter")
        assert stage.titles() == ["Teachers strike"]
        await stage.press("escape")
        assert len(stage.titles()) == 3


async def test_names_and_kinds_can_be_searched_for(path: Path, articles: list[Article]) -> None:
    floods = articles[2]
    start = floods.text.index("Ana Duarte")
    found = AnnotationSet().with_layer(
        Layer.ENTITIES,
        blocks=(BlockLabel(start=0, end=17, kind="headline"),),
        mentions=(Mention(start=start, end=start + 10, label="PERSON", entity="e1"),),
        entities=(Entity("e1", "Ana Duarte", "PERSON"),),
    )
    memory = Memory(path)
    memory.found(floods, found)
    memory.close()
    async with shelf(path) as stage:
        for typed in ("entity:duarte", "kind:headline"):
            await stage.press("/")
            await stage.type(typed)
            assert stage.titles() == ["River wall breaks"], typed
            assert stage.shows("Ana Duarte had warned of it.") == (typed == "entity:duarte")
            await stage.press("escape")


async def test_every_article_that_names_somebody_shows_where(path: Path, tmp_path: Path) -> None:
    memory = Memory(path)
    for number in range(40):
        article = written(tmp_path, f"{number}.txt", f"Number {number}\n\nThe wall was {number} metres for Ana Duarte.")
        start = article.text.index("Ana Duarte")
        memory.opened(article, f"Number {number}")
        memory.found(
            article,
            AnnotationSet(
                mentions=(Mention(start=start, end=start + 10, label="PERSON", entity="e1"),),
                entities=(Entity("e1", "Ana Duarte", "PERSON"),),
            ),
        )
    memory.close()
    async with shelf(path) as stage:
        await stage.press("/")
        await stage.type("entity:duarte")
        await stage.until(lambda: all("metres for Ana Duarte" in one.snippet for one in stage.library.found))
        assert len(stage.titles()) == 40


@pytest.mark.usefixtures("articles")
async def test_an_empty_search_shows_the_search_syntax(path: Path) -> None:
    async with shelf(path) as stage:
        await stage.press("/")
        await stage.type("zebra")
        await stage.press("enter")
        assert stage.titles() == []
        await stage.press("escape")
        assert len(stage.titles()) == 3


@pytest.mark.usefixtures("articles")
async def test_enter_opens_q_comes_back_and_q_again_quits(path: Path) -> None:
    async with shelf(path) as stage:
        await stage.press("j", "enter")
        await stage.until(lambda: stage.shows("Schools stay shut"))
        assert stage.shows("2 of 3")
        await stage.press("q")
        await stage.until(lambda: stage.shows("3 articles"))
        await stage.press("q")
        assert not stage.app.is_running


@pytest.mark.usefixtures("articles")
async def test_keys_typed_at_once_reach_the_screen_that_the_first_of_them_shows(path: Path) -> None:
    async with shelf(path) as stage:
        await stage.press("enter")
        await stage.until(lambda: stage.shows("broke at Aveiro"))
        reading = stage.reading
        for key in "qjm":  # all of them are there before the first has been dealt with
            reading.post_message(events.Key(key, key))
        await stage.until(lambda: stage.shows("○ Teachers strike"))
        stage.library.post_message(events.Key("enter", "\r"))
        await stage.until(lambda: stage.app.screen is stage.app.desk)
        for key in "qq":
            stage.reading.post_message(events.Key(key, key))
        await stage.until(lambda: not stage.app.is_running)


@pytest.mark.usefixtures("articles")
async def test_the_next_and_the_previous_article_are_those_of_the_list(path: Path) -> None:
    async with shelf(path) as stage:
        await stage.press("enter")
        await stage.until(lambda: stage.shows("broke at Aveiro"))
        await stage.press("J")
        await stage.until(lambda: stage.shows("Schools stay shut"))
        await stage.press("J")
        await stage.until(lambda: stage.shows("shown to the council"))
        await stage.press("J")
        assert "last of the list" in stage.said
        await stage.press("K")
        await stage.until(lambda: stage.shows("Schools stay shut"))


async def test_an_article_whose_file_is_gone_opens_from_the_library(
    path: Path, tmp_path: Path, articles: list[Article]
) -> None:
    (tmp_path / "floods.txt").unlink()
    async with shelf(path) as stage:
        await stage.press("enter")
        await stage.until(lambda: stage.shows("broke at Aveiro"))
        assert "the library's own copy" in stage.said
        assert stage.reading.article.text == articles[2].text


async def test_a_file_that_was_edited_stays_one_entry(path: Path, tmp_path: Path, articles: list[Article]) -> None:
    (tmp_path / "floods.txt").write_text("UPDATE\n\n" + FLOODS, "utf-8")
    async with shelf(path) as stage:
        await stage.press("t")
        await stage.type("home")
        await stage.press("enter")
        await stage.press("enter")
        await stage.until(lambda: stage.shows("UPDATE"))
        await stage.press("q")
        await stage.until(lambda: stage.shows("3 articles"))
        assert sorted(stage.library.found[0].entry.tags) == ["home"]


@pytest.mark.usefixtures("articles")
async def test_tags_are_edited_shown_and_found(path: Path) -> None:
    async with shelf(path, size=(120, 30)) as stage:
        await stage.press("t")
        await stage.type("home, #later")
        await stage.press("enter")
        assert stage.shows("#home #later ")
        await stage.press("/")
        await stage.type("tag:later")
        assert stage.titles() == ["River wall breaks"]


@pytest.mark.usefixtures("articles")
async def test_a_name_that_is_not_found_may_be_in_what_was_only_imported(path: Path) -> None:
    async with shelf(path, size=(120, 30)) as stage:
        await stage.press("/")
        await stage.type("entity:nobody")
        assert stage.titles() == []
        assert "names are known of articles that have been opened" in stage.said


@pytest.mark.usefixtures("articles")
async def test_m_marks_as_read_and_as_unread(path: Path) -> None:
    async with shelf(path) as stage:
        await stage.press("m")
        assert stage.shows("○ River wall breaks")
        await stage.press("/")
        await stage.type("is:unread")
        assert stage.titles() == ["Teachers strike", "Harbour plan"]
        await stage.press("escape", "g", "m")
        assert stage.shows("● River wall breaks")


@pytest.mark.usefixtures("articles")
async def test_d_takes_off_the_shelf_and_u_puts_back_with_all_that_was_known(path: Path) -> None:
    async with shelf(path) as stage:
        await stage.press("m", "D")
        assert stage.titles() == ["Teachers strike", "Harbour plan"]
        assert "U puts it back" in stage.said
        await stage.press("U")
        assert stage.titles() == ["River wall breaks", "Teachers strike", "Harbour plan"]
        assert stage.shows("○ River wall breaks")
        await stage.press("/")
        await stage.type("aveiro")
        assert stage.titles() == ["River wall breaks"]
        await stage.press("escape", "U")
        assert "nothing has been taken out" in stage.said


async def test_a_folder_is_imported_and_what_fails_is_listed_one_line_each(path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "saved"
    folder.mkdir()
    written(folder, "one.txt", FLOODS)
    written(folder, "two.txt", STRIKE)
    (folder / "empty.txt").write_text("")
    fill(path, written(tmp_path, "harbour.txt", HARBOUR))
    async with shelf(path) as stage:
        await stage.press("i")
        await stage.press(*["backspace"] * 2)
        await stage.type(str(folder))
        await stage.press("enter")
        await stage.until(lambda: "2 imported, 1 failed" in stage.said)
        await stage.until(lambda: stage.shows("empty.txt"))
        await stage.press("escape")
        await stage.until(lambda: len(stage.titles()) == 3)
        await stage.press("/")
        await stage.type("kind:headline")
        assert stage.titles()


async def test_a_path_from_the_root_stands_in_place_of_what_was_offered_and_tab_completes_it(
    path: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "saved"
    folder.mkdir()
    written(folder, "one.txt", FLOODS)
    fill(path, written(tmp_path, "harbour.txt", HARBOUR))
    async with shelf(path) as stage:
        await stage.press("i")
        await stage.type(str(folder)[:-2])
        await stage.press("tab")
        await stage.until(lambda: stage.library.query_one(Prompt).words == f"{folder}/")
        await stage.press("enter")
        await stage.until(lambda: "1 imported" in stage.said)
        await stage.press("i")
        await stage.type(f"{tmp_path}/nosuch")
        await stage.press("enter")
        await stage.until(lambda: "1 failed" in stage.said)
        await stage.until(lambda: any(str(tmp_path)[:30] in line for line in stage.lines()))


async def test_a_folder_and_a_search_are_taken_whole_however_fast_they_are_typed(path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "saved"
    folder.mkdir()
    written(folder, "one.txt", FLOODS)
    fill(path, written(tmp_path, "harbour.txt", HARBOUR))
    async with shelf(path) as stage:
        for key in ("i", *str(folder), "enter"):
            stage.app.post_message(events.Key(key, "\r" if key == "enter" else key))
        await stage.until(lambda: "1 imported" in stage.said)
        await stage.press("slash")
        for key in (*"harbour", "enter"):
            stage.app.post_message(events.Key(key, "\r" if key == "enter" else key))
        await stage.until(lambda: stage.library.typed == "harbour" and len(stage.titles()) == 1)


async def test_an_import_can_be_stopped_and_what_was_read_stays(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import annotators.loaders as loaders

    fill(path, written(tmp_path, "harbour.txt", HARBOUR))
    folder = tmp_path / "saved"
    folder.mkdir()
    for number in range(20):
        written(folder, f"{number:02}.txt", f"Story {number}\n\nSomething happened.")
    load, stages = loaders.load, list[Shelf]()

    def one_then_stop(source: str) -> Article:
        stages[0].library.stop_import()
        return load(source)

    monkeypatch.setattr(loaders, "load", one_then_stop)
    async with shelf(path) as stage:
        stages.append(stage)
        stage.library.import_from(str(folder))
        await stage.until(lambda: "stopped: 1 imported" in stage.said)
        await stage.until(lambda: len(stage.titles()) == 2)


async def test_the_very_first_time_the_sample_articles_are_there(path: Path) -> None:
    async with shelf(path, size=(100, 40)) as stage:
        await stage.until(lambda: "sample articles" in stage.said)
        await stage.until(lambda: len(stage.titles()) == 10)
        await stage.settle()
        assert stage.library.place == 0, "the first is the one to begin with"
        await stage.press("enter")
        await stage.until(lambda: stage.app.screen is not stage.app.get_screen("library"))


async def test_a_library_that_cannot_be_kept_still_opens_with_the_samples(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    async with shelf(tmp_path / "file" / "library.sqlite", size=(100, 40)) as stage:
        await stage.until(lambda: len(stage.titles()) == 10)


async def test_more_articles_come_as_the_cursor_nears_the_last_and_g_goes_to_the_very_end(path: Path) -> None:
    library = Library.open(path)
    for number in range(300):
        text = f"Story {number}"
        library.remember(Article(text, (Block(0, len(text)),), Source(f"{number}.txt")), text)
    library.close()
    async with shelf(path) as stage:
        assert len(stage.titles()) == 50
        await stage.press("pagedown", "pagedown")
        assert len(stage.titles()) == 200
        await stage.press("G")
        await stage.until(lambda: stage.shows("Story 0 "))


async def test_text_that_would_command_the_terminal_is_shown_and_nothing_else(path: Path, tmp_path: Path) -> None:
    hostile = "[@click=app.quit]x[/] \x1b]52;c;cm0=\x07 [bold] \u202eevil\n\nbody \x1b[2J word"
    fill(path, written(tmp_path, "x.txt", hostile))
    async with shelf(path) as stage:
        assert stage.shows("[@click=app.quit]x[/]")
        assert stage.shows("[bold]")
        await stage.press("/")
        await stage.type("word")
        text = "".join(stage.lines())
        assert "\x1b" not in text
        assert "\u202e" not in text
        assert "\x02" not in text


@pytest.mark.usefixtures("articles")
@pytest.mark.parametrize("size", [(30, 8), (60, 20), (200, 50)])
async def test_every_key_of_the_library_can_be_pressed_at_any_size(path: Path, size: tuple[int, int]) -> None:
    async with shelf(path, size=size) as stage:
        for name, keys in stage.library.keys.items():
            for key in keys:
                if name not in {"quit", "open_card"}:
                    await stage.press(key, "escape")
        assert stage.app.is_running


@pytest.mark.usefixtures("articles")
async def test_help_lists_the_keys_of_the_library_and_no_others(path: Path) -> None:
    async with shelf(path, size=(100, 60)) as stage:
        await stage.press("?")
        assert stage.shows("Put all articles of a folder into the library")
        assert not stage.shows("Highlight the selection")


@pytest.mark.usefixtures("articles")
async def test_help_of_the_library_names_no_key_that_only_the_reader_has(path: Path) -> None:
    async with shelf(path, size=(100, 80)) as stage:
        await stage.press("?")
        assert stage.shows("To the end.")
        assert not stage.shows("Numbers")
        for only_in_the_reader in ("030", "012", "50G"):
            assert not stage.shows(only_in_the_reader)


def test_the_version_of_annotations_tells_models_apart(tmp_path: Path) -> None:
    model = tmp_path / "model"
    model.mkdir()
    (model / "weights").write_bytes(b"1")
    first = annotations_version(str(model))
    (model / "weights").write_bytes(b"22")
    assert len({annotations_version(), first, annotations_version(str(model))}) == 3


@pytest.mark.usefixtures("articles")
async def test_help_and_palette_call_a_command_what_it_does_to_articles(path: Path) -> None:
    async with shelf(path) as stage:
        await stage.press("?")
        assert stage.shows("Open the article.")
        await stage.press("escape", ":")
        await stage.type("put back")
        assert stage.shows("Put back")


@pytest.mark.parametrize("key", ["tab", "shift+tab"])
async def test_no_key_takes_the_keys_from_a_line_that_stays_open(path: Path, tmp_path: Path, key: str) -> None:
    fill(path, written(tmp_path, "harbour.txt", HARBOUR))
    async with shelf(path) as stage:
        await stage.press("?", "/", *"ta", key, "g")
        assert stage.library.query_one(Prompt).words == "tag"


def failing(folder: Path, number: int) -> Path:
    """A folder of files that cannot be read."""
    folder.mkdir()
    for each in range(number):
        (folder / f"empty{each}.txt").write_text("")
    return folder


async def imported(stage: Shelf, folder: Path) -> None:
    await stage.press("i")
    await stage.type(f"{folder}")
    await stage.press("enter")
    await stage.until(lambda: "import ended" in stage.said)
    await stage.settle()


async def test_files_that_failed_to_import_are_a_list_that_q_closes(path: Path, tmp_path: Path) -> None:
    fill(path, written(tmp_path, "harbour.txt", HARBOUR))
    async with shelf(path) as stage:
        await stage.press("e")
        assert "nothing has been imported yet" in stage.said
        await imported(stage, failing(tmp_path / "many", 40))
        await stage.until(lambda: stage.shows("What was not imported, and why"))
        assert "40 failed" in stage.said
        assert stage.shows("empty0.txt")
        await stage.press("D")
        assert "the list is covered: esc goes back to it" in stage.said
        await stage.press("G")
        assert not stage.shows("empty0.txt")
        await stage.press("/")
        await stage.type("empty31")
        await stage.press("enter", "enter")
        assert stage.shows("empty31.txt")
        assert not stage.shows("empty39.txt")
        await stage.press("escape")
        assert stage.shows("What was not imported")
        await stage.press("q")
        assert not stage.shows("What was not imported")
        assert len(stage.titles()) == 1
        await stage.press("e")
        assert stage.shows("empty0.txt")


async def test_the_one_thing_that_was_not_imported_is_said_and_takes_no_list(path: Path, tmp_path: Path) -> None:
    fill(path, written(tmp_path, "harbour.txt", HARBOUR))
    async with shelf(path, size=(200, 30)) as stage:
        await imported(stage, tmp_path / "nosuch")
        assert "import ended: 0 imported, 1 failed: " in stage.said
        assert "nosuch" in stage.said
        assert not stage.shows("What was not imported")


async def test_the_list_of_failed_files_does_not_open_over_a_prompt(path: Path, tmp_path: Path) -> None:
    fill(path, written(tmp_path, "harbour.txt", HARBOUR))
    async with shelf(path) as stage:
        await stage.press("/")
        await stage.library._import(str(failing(tmp_path / "many", 2)))
        await stage.type("harb")
        assert stage.library.query_one(Prompt).words == "harb"
        assert not stage.shows("What was not imported")
        await stage.press("enter", "e")
        assert stage.shows("What was not imported")


async def test_a_list_to_choose_from_says_what_closes_it_where_nothing_has_the_words(
    path: Path, tmp_path: Path
) -> None:
    fill(path, written(tmp_path, "harbour.txt", HARBOUR))
    async with shelf(path) as stage:
        await stage.press(":")
        await stage.type("zzz")
        assert stage.shows("Nothing has these words.")
        assert stage.shows("esc closes")


async def test_a_field_that_there_is_not_is_called_so_while_one_types_and_afterwards(
    path: Path, tmp_path: Path
) -> None:
    fill(path, written(tmp_path, "harbour.txt", HARBOUR))
    async with shelf(path, size=(120, 30)) as stage:
        await stage.press("/")
        await stage.type("foo:bar")
        await stage.until(lambda: stage.shows("foo: is no field"))
        await stage.press("enter")
        assert "foo: is no field; there are entity: said-by: kind: title: tag: is:unread" in stage.said
        await stage.press("/")
        await stage.type(" zzz")
        await stage.press(*["backspace"] * 11)
        await stage.type("zzz")
        await stage.until(lambda: stage.shows("nothing found"))
        await stage.press("backspace", "backspace", "backspace")
        await stage.until(lambda: not stage.shows("nothing found"))


async def test_a_state_that_there_is_not_is_told_with_those_there_are(path: Path, tmp_path: Path) -> None:
    fill(path, written(tmp_path, "harbour.txt", HARBOUR))
    async with shelf(path, size=(120, 30)) as stage:
        await stage.press("/")
        await stage.type("is:foo")
        await stage.until(lambda: stage.shows("is:read is:unread"))
        await stage.press("enter")
        assert "is:foo is nothing: there are is:read is:unread" in stage.said


async def test_a_name_that_no_opened_article_has_is_called_so_while_one_types_and_afterwards(
    path: Path, tmp_path: Path
) -> None:
    fill(path, written(tmp_path, "harbour.txt", HARBOUR))
    async with shelf(path) as stage:
        await stage.press("/")
        await stage.type("entity:nobody")
        await stage.until(lambda: stage.shows("nothing found in opened articles"))
        await stage.press("enter")
        assert "names are known of articles that have been opened" in stage.said
