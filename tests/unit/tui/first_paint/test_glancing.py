"""A look into the library before the first paint never keeps an article from opening, whatever is wrong there."""

from __future__ import annotations

import json
import random
import sqlite3
import sys
import zlib
from pathlib import Path

import pytest

from annotators.annotation import AnnotationSet, BlockLabel, Layer, Mention, Note
from annotators.article import Article, Block, Source
from annotators.document import to_document
from annotators.memory.keeping import kept, pack
from annotators.version import annotations_version
from tui.first_paint.glancing import Glance, glance
from tui.library import Library, LibraryError, open_database
from tui.library.notebook import Notebook
from tui.opening import Opened

TEXT = "The river wall would hold, the mayor said.\n\nPhoto: Jo Park"
ARTICLE = Article(TEXT, (Block(0, 42), Block(44, 58)), Source("floods.txt"))
FOUND = AnnotationSet().with_layer(
    Layer.STRUCTURE,
    blocks=(BlockLabel(start=0, end=42, kind="body"), BlockLabel(start=44, end=58, kind="credit")),
)
VERSION = annotations_version(None)


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    path = tmp_path / "library.sqlite"
    library = Library.open(path)
    library.remember(ARTICLE, "Floods")
    library.save_position(ARTICLE.fingerprint, 7)
    library.save_annotations(ARTICLE, FOUND, VERSION)
    library.close()
    return path


def look(path: Path) -> Glance | None:
    return glance(str(path), Opened("floods.txt", TEXT, ARTICLE), None, frozenset({"credit"}))


def keep(path: Path, packed: object) -> None:
    """Put something else where the annotations are."""
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE annotations SET document = ?", (packed,))
    connection.close()


def columns_of(*, end: int = 42, cut: int = 0, order: str = sys.byteorder) -> bytes:
    """What the library keeps of a text with one block, or something like it."""
    message, buffers = kept(ARTICLE, AnnotationSet(blocks=(BlockLabel(start=0, end=end, kind="body"),)))
    return pack({**message, "order": order}, buffers[: len(buffers) - cut])


def packed_of(blocks: list[object]) -> bytes:
    return zlib.compress(json.dumps({"blocks": blocks}).encode())


def test_a_glance_reads_the_library(shelf: Path) -> None:
    seen = look(shelf)
    assert seen is not None
    assert seen.position == 7
    assert seen.found == FOUND
    assert seen.shown.blocks == FOUND.blocks
    assert seen.is_sorted


LARGE = random.Random(1).randbytes(1 << 17)
"""More than is read whole before the first paint."""


@pytest.mark.parametrize(
    "packed",
    [
        pytest.param(b"no zlib", id="not packed"),
        pytest.param(LARGE, id="large and not packed"),
        pytest.param(zlib.compress(LARGE), id="large and no JSON"),
        pytest.param(zlib.compress(b"{"), id="half"),
        pytest.param(zlib.compress(b'{"blocks": 3}'), id="no list"),
        pytest.param(zlib.compress(b'{"entities": [{}]}'), id="no annotation"),
        pytest.param(packed_of([{"start": 0, "end": len(TEXT) + 1, "kind": "body"}]), id="past the text"),
        pytest.param(packed_of([{"start": -5, "end": 3, "kind": "body"}]), id="before the text"),
        pytest.param(packed_of([{"start": 9, "end": 3, "kind": "body"}]), id="backwards"),
        pytest.param(packed_of([{"start": 0, "end": 1 << 40, "kind": "body"}] * 1000), id="past all columns"),
        pytest.param("text", id="no bytes"),
        pytest.param(columns_of()[:-9], id="half of the columns"),
        pytest.param(columns_of()[:30] + b"?" + columns_of()[31:], id="columns that are not packed"),
        pytest.param(columns_of(end=len(TEXT) + 1), id="columns past the text"),
        pytest.param(columns_of(cut=1), id="a column too few"),
        pytest.param(columns_of(order="middle"), id="columns of another machine"),
        pytest.param(7, id="a number"),
    ],
)
def test_damaged_annotations_are_none_and_the_place_is_kept(shelf: Path, packed: object) -> None:
    keep(shelf, packed)
    seen = look(shelf)
    library = Library.open(shelf)
    assert library.annotations(ARTICLE, VERSION) is None
    library.close()
    if not isinstance(packed, int):
        assert seen is not None
        assert seen.position == 7
        assert seen.found is None
        assert seen.shown == AnnotationSet()
        assert not seen.is_sorted


def test_a_glance_reads_large_annotations_completely(shelf: Path) -> None:
    chance = random.Random(1)
    names = tuple(Mention(start=4, end=9, label="ORG", entity=f"e{chance.random()}") for _ in range(9000))
    library = Library.open(shelf)
    library.save_annotations(ARTICLE, FOUND.with_layer(Layer.ENTITIES, mentions=names), VERSION)
    library.close()
    seen = look(shelf)
    assert seen is not None
    assert seen.found is not None
    assert seen.found.mentions == names
    assert seen.shown.blocks == FOUND.blocks


def test_a_glance_reads_the_format_of_an_earlier_version(shelf: Path) -> None:
    document = to_document(ARTICLE, FOUND)
    del document["text"]
    keep(shelf, zlib.compress(json.dumps(document).encode()))
    seen = look(shelf)
    assert seen is not None
    assert seen.found == FOUND
    library = Library.open(shelf)
    assert library.annotations(ARTICLE, VERSION) == FOUND
    copy = library.copy_of(library.entries("")[0])
    library.close()
    assert copy is not None
    assert copy.blocks == ARTICLE.blocks


def test_a_glance_reads_only_the_blocks_of_large_annotations_of_an_earlier_version(shelf: Path) -> None:
    blocks = [{"start": 0, "end": 42, "kind": "body"}]
    document = {"blocks": blocks, "padding": LARGE.hex()}
    keep(shelf, zlib.compress(json.dumps(document).encode()))
    seen = look(shelf)
    assert seen is not None
    assert seen.found is None
    assert seen.shown.blocks == FOUND.blocks[:1]
    blocks[0]["end"] = len(TEXT) + 1
    keep(shelf, zlib.compress(json.dumps(document).encode()))
    seen = look(shelf)
    assert seen is not None
    assert seen.shown == AnnotationSet()


def test_notes_that_cannot_be_read_are_for_the_memory_to_tell(shelf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    database = open_database(shelf)
    Notebook(database).keep_note(ARTICLE, Note(start=4, end=9, id="n1", text="which?"))
    database.close()
    seen = look(shelf)
    assert seen is not None
    assert [note.text for note in seen.shown.notes] == ["which?"]

    def locked(*_: object) -> object:
        raise LibraryError("the library is locked")

    monkeypatch.setattr(Notebook, "page", locked)
    assert look(shelf) is None


def test_notes_on_an_article_that_was_opened_from_elsewhere_are_seen_at_once(tmp_path: Path) -> None:
    """A note on one text of a file, and another text of it, which was opened by another name last."""
    path, folder = tmp_path / "library.sqlite", tmp_path / "articles"
    folder.mkdir()
    file, alias = folder / "a.txt", folder / "b.txt"
    file.write_text(TEXT, "utf-8")
    alias.symlink_to(file)
    library = Library.open(path)
    old = Article(TEXT, (Block(0, 42), Block(44, 58)), Source(str(file)))
    library.remember(old, "Floods")
    Notebook(open_database(path)).keep_note(old, Note(start=4, end=14, id="n1", text="which?"))
    text = TEXT.replace("Jo", "Jon")
    new = Article(text, (Block(0, 42), Block(44, 59)), Source(str(alias)))
    library.remember(new, "Floods")
    library.save_position(new.fingerprint, 3)
    library.close()
    again = Article(text, new.blocks, Source(str(file)))
    seen = glance(str(path), Opened(str(file), text, again), None, frozenset())
    assert seen is not None
    assert [note.id for note in seen.shown.notes] == ["n1"]
