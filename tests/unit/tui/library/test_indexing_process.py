"""A large article is put into the library by a process of its own, as a small one is by the reader."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from annotators.annotation import AnnotationSet, BlockLabel, Entity, Layer, Mention
from annotators.article import Article, Block, Metadata, Source
from annotators.memory.frames import encode_frame, text_pieces
from tui import remembering
from tui.library import Library, LibraryError
from tui.library import indexing_process as elsewhere
from tui.remembering import Memory

TEXT = "Ada Lovelace closed the gates at noon.\r\nÅ 北京 \udc80 remained."
ARTICLE = Article(TEXT, (Block(0, 38), Block(40, len(TEXT))), Source("-"), Metadata(site="Ferry News"))
FOUND = AnnotationSet().with_layer(
    Layer.ENTITIES,
    blocks=(BlockLabel(start=0, end=38, kind="body", score=0.5), BlockLabel(start=40, end=len(TEXT), kind="ad")),
    mentions=(Mention(start=0, end=12, label="PERSON", entity="e1"),),
    entities=(Entity("e1", "Ada Lovelace", "PERSON"),),
)


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every article counts as large."""
    monkeypatch.setattr(remembering, "_LARGE", 1)


@pytest.mark.usefixtures("large")
def test_an_article_added_by_the_process_is_found_by_words_and_names(tmp_path: Path, monkeypatch) -> None:
    done: list[str] = []
    for name in ("remember", "save_annotations"):
        really = getattr(elsewhere, name)
        monkeypatch.setattr(
            elsewhere, name, lambda *given, really=really: done.append(really.__name__) or really(*given)
        )
    memory = Memory(tmp_path / "library.sqlite")
    memory.opened(ARTICLE, "Gates", 7)
    memory.found(ARTICLE, FOUND)
    memory.close()
    assert done == ["remember", "save_annotations"]
    later = Memory(tmp_path / "library.sqlite")
    known = later.recall(ARTICLE).result()
    later.close()
    assert known is not None
    assert known.entry is not None
    assert (known.entry.title, known.entry.site, known.entry.words) == ("Gates", "Ferry News", 7)
    assert known.annotations == FOUND
    library = Library.open(tmp_path / "library.sqlite")
    for typed in ("remained", "entity:lovelace", "kind:ad"):
        assert [entry.title for entry in library.entries(typed)] == ["Gates"]
    copy = library.copy_of(known.entry)
    library.close()
    assert copy is not None
    assert copy.text == TEXT.replace("\udc80", "?")


@pytest.mark.usefixtures("large")
def test_a_library_that_lasts_until_the_program_ends_is_in_no_file_to_be_written_there(tmp_path: Path) -> None:
    (tmp_path / "folder.sqlite").mkdir()
    memory = Memory(tmp_path / "folder.sqlite")
    memory.opened(ARTICLE, "Gates")
    known = memory.recall(ARTICLE).result()
    memory.close()
    assert known is not None
    assert known.entry is not None


def test_an_error_in_the_process_is_raised_here(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(LibraryError, match="made by a newer broadsheet") as raised:
        elsewhere.remember(path, ARTICLE, "Gates", None)
    assert not raised.value.damaged


def test_a_process_that_ends_at_once_is_one_line_and_no_pipe_that_breaks(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(elsewhere, "_COMMAND", (sys.executable, "-c", ""))
    large = Article("a" * (1 << 20), (Block(0, 1 << 20),), Source("-"))
    with pytest.raises(LibraryError, match="ended early"):
        elsewhere.remember(tmp_path / "library.sqlite", large, "A", None)


@pytest.mark.parametrize("missing", [1, 4, 5, 30])
def test_an_incomplete_message_changes_nothing(tmp_path: Path, missing: int) -> None:
    path = tmp_path / "library.sqlite"
    about = {"source": {"path": "-", "media_type": "text/plain"}, "metadata": {}}
    message = {"path": str(path), "title": "A", "words": None, "text_follows": True, "document": about}
    told = b"".join((encode_frame(message), *text_pieces("All of it, " * 3)))
    command = elsewhere._COMMAND
    subprocess.run(command, input=told[:-missing], check=False, capture_output=True, timeout=60)
    assert not path.exists() or not Library.open(path).entries("")
    subprocess.run(command, input=told, check=True, capture_output=True, timeout=60)
    assert [entry.title for entry in Library.open(path).entries("")] == ["A"]


def test_a_large_text_of_nothing_but_white_space_is_put_there_too(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    elsewhere.remember(path, Article(" \n" * 9, (), Source("-")), "A", None)
    assert [entry.title for entry in Library.open(path).entries("")] == ["A"]
