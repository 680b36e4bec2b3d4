"""The memory answers asynchronously, reports a failure once, and loses nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from annotators.annotation import AnnotationSet, BlockLabel, Layer, Note
from annotators.article import Article, Block, Source
from annotators.loaders.text import article_from_text
from annotators.notes.corrections import Correction, Verdict
from tui.library import Library
from tui.remembering import Memory, Recollection

TEXT = "The harbour master closed the gates at noon."
ARTICLE = Article(TEXT, (Block(0, len(TEXT)),), Source("ferry.txt"))
FOUND = AnnotationSet().with_layer(Layer.STRUCTURE, blocks=(BlockLabel(start=0, end=len(TEXT), kind="body"),))
NOTE = Note(start=4, end=11, id="n1", text="which one?", created=5.0)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.sqlite"


@pytest.fixture
def memory(path: Path) -> Iterator[Memory]:
    opened = Memory(path)
    yield opened
    opened.close()


def recalled(memory: Memory, article: Article = ARTICLE) -> Recollection:
    answer = memory.recall(article).result()
    assert answer is not None
    return answer


def told(memory: Memory) -> list[str]:
    sentences: list[str] = []
    memory.on_notice(sentences.append)
    memory.ask(lambda shelves: None).result()
    return sentences


def test_an_article_that_was_never_opened_is_unknown(memory: Memory) -> None:
    memory.opened(replace(ARTICLE, text=TEXT.upper(), source=Source("tide.txt")), "Another")
    assert recalled(memory).entry is None
    assert recalled(memory).annotations is None


def test_the_place_in_a_file_that_was_edited_is_where_its_words_are_now(tmp_path: Path, memory: Memory) -> None:
    source = Source(str(tmp_path / "ferry.txt"))
    before, after = (article_from_text(text, source.location) for text in (TEXT * 3, f"A note.\n\n{TEXT * 3}"))
    memory.opened(before, "Ferry")
    memory.left(before, len(TEXT), read=False)
    entry = recalled(memory, after).entry
    assert entry is not None
    assert entry.position == len("A note.\n\n") + len(TEXT)


def test_where_there_is_no_library_that_is_known_at_once_and_none_is_made(path: Path, memory: Memory) -> None:
    answer = memory.recall(ARTICLE)
    assert answer.done()
    assert answer.result() is None
    assert not path.exists()


def test_notes_made_before_a_library_exists_are_recalled(memory: Memory) -> None:
    memory.keep(ARTICLE, NOTE, 5.0)
    assert recalled(memory).page.notes == (NOTE,)


def test_an_article_comes_back_with_its_layers_its_place_and_what_was_written(path: Path, memory: Memory) -> None:
    memory.opened(ARTICLE, "Ferry")
    memory.found(ARTICLE, FOUND)
    memory.left(ARTICLE, 12, read=True)
    memory.keep(ARTICLE, NOTE, 5.0)
    memory.keep(ARTICLE, Correction(0, len(TEXT), Verdict.KIND, "caption"), 6.0)
    memory.close()
    later = Memory(path)
    known = recalled(later)
    assert known.entry is not None
    assert (known.entry.title, known.entry.position, known.entry.read) == ("Ferry", 12, True)
    assert known.annotations == FOUND
    assert known.page.notes == (NOTE,)
    assert known.page.corrections == (Correction(0, len(TEXT), Verdict.KIND, "caption"),)
    later.drop(ARTICLE, known.page.corrections[0])
    later.drop(ARTICLE, NOTE)
    assert recalled(later).page.notes == recalled(later).page.corrections == ()
    later.close()


def test_annotations_of_another_model_are_not_taken(path: Path, memory: Memory) -> None:
    memory.opened(ARTICLE, "Ferry")
    memory.found(ARTICLE, FOUND)
    assert recalled(memory).annotations == FOUND
    other = Memory(path, "another_model")
    assert recalled(other).annotations is None
    other.close()


def test_two_programs_at_once_keep_what_both_write(path: Path, memory: Memory) -> None:
    other = Memory(path)
    memory.opened(ARTICLE, "Ferry")
    other.keep(ARTICLE, NOTE, 5.0)
    memory.keep(ARTICLE, Note(start=12, end=18, id="n2", created=6.0), 6.0)
    assert {note.id for note in recalled(other).page.notes} <= {"n1", "n2"}
    other.close()
    assert [note.id for note in recalled(memory).page.notes] == ["n1", "n2"]


def test_a_folder_that_cannot_be_used_is_said_before_anything_is_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    memory = Memory(tmp_path / "file" / "library.sqlite")
    sentences: list[str] = []
    memory.on_notice(sentences.append)
    assert memory.recall(ARTICLE).result() is None
    memory.foresee()
    memory.close()
    (sentence,) = sentences
    assert "the library cannot be used" in sentence


def test_a_library_that_can_be_begun_is_not_opened_to_know_it(path: Path, memory: Memory) -> None:
    sentences: list[str] = []
    memory.on_notice(sentences.append)
    memory.foresee()
    memory.close()
    assert sentences == []
    assert not path.exists()


def test_a_folder_that_cannot_be_used_is_said_once_and_the_session_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file").write_text("in the way")
    memory = Memory(tmp_path / "file" / "library.sqlite")
    memory.opened(ARTICLE, "Ferry")
    memory.left(ARTICLE, 7, read=False)
    entry = recalled(memory).entry
    assert entry is not None
    assert entry.position == 7
    (sentence,) = told(memory)
    assert "reading goes on without it" in sentence
    memory.close()
    assert [file.name for file in tmp_path.iterdir()] == ["file"]


def test_a_library_of_a_newer_version_is_left_alone_and_reported(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 999")
    connection.close()
    before = path.read_bytes()
    memory = Memory(path)
    memory.keep(ARTICLE, NOTE, 5.0)
    assert recalled(memory).page.notes == (NOTE,)
    assert "newer broadsheet" in told(memory)[0]
    memory.close()
    assert path.read_bytes() == before


def test_a_file_that_breaks_while_it_is_open_is_kept_and_a_new_one_begun(path: Path, memory: Memory) -> None:
    memory.opened(ARTICLE, "Ferry")
    assert recalled(memory).entry is not None
    memory.close()
    data = bytearray(path.read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)  # the header is whole, what it leads to is not
    path.write_bytes(data)
    again = Memory(path)
    again.opened(ARTICLE, "Ferry")
    assert recalled(again).entry is not None
    assert any("kept as library.sqlite.broken-" in sentence for sentence in told(again))
    again.close()
    (kept,) = path.parent.glob("*.broken-*[0-9]")
    assert kept.read_bytes()[:4096] == bytes(data[:4096])


def test_a_note_that_finds_no_room_waits_and_is_written_when_there_is_some(path: Path, memory: Memory) -> None:
    memory.opened(ARTICLE, "Ferry")
    memory.ask(lambda shelves: _allow_pages(shelves.library, 1)).result()
    memory.keep(ARTICLE, Note(start=0, end=3, id="big", text="x" * 500_000, created=1.0), 1.0)
    said = told(memory)
    assert any("full" in sentence for sentence in said)
    assert any("not written yet: 1 of your notes" in sentence for sentence in said)
    memory.ask(lambda shelves: _allow_pages(shelves.library, 1_000_000)).result()
    memory.left(ARTICLE, 3, read=False)
    assert [note.id for note in recalled(memory).page.notes] == ["big"]


def _allow_pages(library: Library, pages: int) -> None:
    library._database.connection.execute(f"PRAGMA max_page_count = {pages}")
