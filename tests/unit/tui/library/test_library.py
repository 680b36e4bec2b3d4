"""The library stores and finds articles, and loses nothing when its file fails."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from annotators.annotation import AnnotationSet, BlockLabel, Entity, Layer, Mention, Span, Statement
from annotators.article import Article, Block, Metadata, Source
from tui.library import Library, LibraryError


def article(text: str, location: str = "news.txt") -> Article:
    return Article(text, (Block(0, len(text)),), Source(location))


FLOODS = article("Mayor Ines Duarte said the river wall would hold. Photo: Jo Park", "floods.txt")
SCHOOLS = article("Teachers in Porto Velho began a strike over class sizes.", "schools.txt")
FOUND = (
    AnnotationSet()
    .with_layer(Layer.STRUCTURE, blocks=(BlockLabel(start=0, end=64, kind="body"),))
    .with_layer(
        Layer.ENTITIES,
        mentions=(Mention(start=6, end=17, label="PERSON", entity="e1"),),
        entities=(Entity("e1", "Ines Duarte", "PERSON"),),
    )
    .replace(
        inline=(BlockLabel(start=50, end=64, kind="credit"),),
        statements=(
            Statement(
                id="s1", type="indirect", start=23, end=48, content=(Span(23, 48),),
                speaker=Span(0, 17), speaker_entity="e1",
            ),
        ),
    )
)  # fmt: skip


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    opened = Library.open(tmp_path / "deep" / "library.sqlite")
    yield opened
    opened.close()


def titles(library: Library, typed: str) -> list[str]:
    return [entry.title for entry in library.entries(typed)]


def test_the_last_opened_comes_first_and_opening_again_is_no_second_entry(library: Library) -> None:
    library.remember(FLOODS, "Floods")
    library.remember(SCHOOLS, "Schools")
    library.remember(FLOODS, "Floods")
    assert titles(library, "") == ["Floods", "Schools"]
    assert library.count() == 2


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("strike", ["Schools"]),
        ("str", ["Schools"]),  # the last word may be a beginning
        ('"river wall"', ["Floods"]),
        ("entity:Duarte", ["Floods"]),
        ("said-by:duarte", ["Floods"]),
        ("kind:credit", ["Floods"]),
        ("kind:credit strike", []),
        ("-strike river", ["Floods"]),
        ("is:unread tag:home", ["Schools"]),
        ("title:floods", ["Floods"]),
        ("note: river", []),
    ],
)
def test_search_finds_words_names_speakers_and_kinds(library: Library, typed: str, found: list[str]) -> None:
    library.remember(FLOODS, "Floods")
    library.remember(SCHOOLS, "Schools")
    library.save_annotations(FLOODS, FOUND, "v1")
    library.save_position(FLOODS.fingerprint, 3, read=True)
    library.tag(SCHOOLS.fingerprint, ["home later"])
    assert titles(library, typed) == found


@pytest.mark.parametrize(
    "typed",
    [
        '"',
        "*",
        "a AND",
        "entity:",
        ":",
        "((",
        "NEAR(",
        "kind:'; DROP TABLE article",
        "-",
        "a\0b",
        "title:\ud800 floods",
        "tag:\udfff",
        '"\0',
    ],
)
def test_no_search_is_malformed(library: Library, typed: str) -> None:
    library.remember(FLOODS, "Floods")
    assert isinstance(library.entries(typed), list)


@pytest.mark.skipif(os.name != "posix", reason="permissions are POSIX's")
@pytest.mark.parametrize("damaged", [False, True])
def test_nobody_else_may_read_what_was_read(tmp_path: Path, damaged: bool) -> None:
    path = tmp_path / "broadsheet" / "library.sqlite"
    if damaged:
        path.parent.mkdir(mode=0o700)
        path.write_bytes(b"no database" * 1000)
        path.chmod(0o600)
    before = os.umask(0o022)
    try:
        library = Library.open(path)
        library.remember(FLOODS, "Floods")
        modes = {file.name: file.stat().st_mode & 0o777 for file in path.parent.iterdir()}
        library.close()
    finally:
        os.umask(before)
    assert "library.sqlite-wal" in modes
    assert set(modes.values()) == {0o600}
    assert path.parent.stat().st_mode & 0o777 == 0o700


def test_a_file_whose_name_is_not_unicode_is_kept_and_found_again(library: Library, tmp_path: Path) -> None:
    source = os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9 %41.txt")
    library.remember(article("Teachers began a strike.", source), "Strike")
    (entry,) = library.entries("strike")
    assert entry.location == source
    library.remember(article("Teachers have ended the strike.", source), "Strike over")
    assert library.count() == 1


def test_tags_are_kept_whatever_is_in_them(library: Library) -> None:
    library.remember(FLOODS, "Floods")
    library.tag(FLOODS.fingerprint, ["later \ud800"])
    assert [entry.tags for entry in library.entries("tag:later")] == [("?", "later")]


def test_place_and_read_state_come_back(library: Library) -> None:
    library.remember(FLOODS, "Floods")
    library.save_position(FLOODS.fingerprint, 21)
    entry = library.remember(FLOODS, "Floods")
    assert (entry.position, entry.read) == (21, False)


def test_annotations_come_back_only_for_the_same_text_and_version(library: Library) -> None:
    library.remember(FLOODS, "Floods")
    library.save_annotations(FLOODS, FOUND, "v1")
    assert library.annotations(FLOODS, "v1") == FOUND
    assert library.annotations(FLOODS, "v2") is None
    assert library.annotations(SCHOOLS, "v1") is None


@pytest.mark.parametrize(
    ("published", "day"),
    [
        ("2026-03-02T18:40:00+00:00", "2026-03-02"),
        ("July 31, 2008", "2008-07-31"),
        ("Thu, 09/25/2025 - 10:00", "2025-09-25"),
        ("Mon, 02 Mar 2026 18:40:00 +0000", "2026-03-02"),
        ("3 days ago", "3 days ago"),
        ("Fri Jan 18 10:02:33 PST 2008", "Fri Jan 18 10:0…"),
        ("", ""),
    ],
)
def test_the_day_of_an_article_is_one_whatever_its_page_writes(library: Library, published: str, day: str) -> None:
    library.remember(replace(FLOODS, metadata=Metadata(published=published)), "Floods")
    (entry,) = library.entries()
    assert entry.day == day


def test_a_date_in_the_text_is_kept_if_the_metadata_has_none(library: Library) -> None:
    dated = article("Floods\n\n3 May 2021\n\nThe river wall held.", "dated.txt")
    told = replace(dated, metadata=Metadata(published="2021-05-01"))
    found = AnnotationSet(blocks=(BlockLabel(start=8, end=18, kind="timestamp"),))
    for one, published in ((told, "2021-05-01"), (dated, "2021-05-03")):
        library.remember(one, "Floods")
        library.save_annotations(one, found, "v1")
        assert [entry.published for entry in library.entries()] == [published]
        library.forget(one.fingerprint)


def test_opening_again_keeps_the_names_findable(library: Library) -> None:
    library.remember(FLOODS, "Floods")
    library.save_annotations(FLOODS, FOUND, "v1")
    library.remember(FLOODS, "Floods")
    assert titles(library, "entity:Duarte") == ["Floods"]


def test_a_damaged_file_is_kept_and_a_new_one_begun(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    path.write_bytes(b"this is no database, but somebody may want it back" * 100)
    library = Library.open(path)
    assert "kept as library.sqlite.broken-" in library.notices[0]
    assert [kept.read_bytes()[:7] for kept in tmp_path.glob("*.broken-*[0-9]")] == [b"this is"]
    library.close()


def test_a_library_of_a_newer_broadsheet_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 999")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(LibraryError, match="newer broadsheet"):
        Library.open(path)
    assert path.read_bytes() == before


def test_two_at_once_see_each_other(tmp_path: Path) -> None:
    first, second = (Library.open(tmp_path / "library.sqlite") for _ in range(2))
    first.remember(FLOODS, "Floods")
    second.remember(SCHOOLS, "Schools")
    assert titles(first, "") == ["Schools", "Floods"]
    first.close()
    second.close()


def test_a_folder_that_cannot_be_used_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(LibraryError, match="reading goes on without it") as raised:
        Library.open(tmp_path / "file" / "library.sqlite")
    assert "\n" not in str(raised.value)


def test_a_forgotten_article_is_found_no_more(library: Library) -> None:
    library.remember(FLOODS, "Floods")
    library.save_annotations(FLOODS, FOUND, "v1")
    library.forget(FLOODS.fingerprint)
    assert titles(library, "") == titles(library, "river") == []
    assert library.annotations(FLOODS, "v1") is None


def test_a_title_is_kept_until_the_headline_is_known_again(library: Library) -> None:
    library.remember(FLOODS, "Floods", 40)
    assert library.remember(FLOODS, "Home News Sport").title == "Floods"
    assert titles(library, "title:floods") == ["Floods"]
    assert library.remember(FLOODS, "Floods and more", 40).title == "Floods and more"
    assert titles(library, "title:more") == ["Floods and more"]


def test_a_file_that_comes_through_a_pipe_once_is_still_found_where_it_is(library: Library) -> None:
    library.remember(FLOODS, "Floods")
    piped = replace(FLOODS, source=Source("-"))
    assert library.remember(piped, "Floods").location == str(Path("floods.txt").absolute())
    edited = article(FLOODS.text + " It held.", "floods.txt")
    library.remember(edited, "Floods")
    assert library.count() == 1
