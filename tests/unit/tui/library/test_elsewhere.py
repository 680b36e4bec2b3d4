"""A large article is put into the library by a process of its own, as a small one is by the reader."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from annotators.annotation import AnnotationSet, BlockLabel, Entity, Layer, Mention
from annotators.article import Article, Block, Metadata, Source
from tui import remembering
from tui.library import Library, LibraryError, elsewhere
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
def test_it_is_there_afterwards_and_is_found_by_its_words_and_names(tmp_path: Path, monkeypatch) -> None:
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


def test_what_goes_wrong_there_is_the_error_it_would_have_been_here(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(LibraryError, match="made by a newer broadsheet") as raised:
        elsewhere.remember(path, ARTICLE, "Gates", None)
    assert not raised.value.damaged
