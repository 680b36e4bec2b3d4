"""One article is one entry, by whatever path or address it is opened and however its text has changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotators.annotation import Note
from annotators.article import Article, Block, Metadata, Source
from tui.library import Library, open_database
from tui.library.database import _MIGRATIONS, _statements
from tui.library.identity import identity_at
from tui.library.notebook import Notebook

PAGE = "https://news.example/2026/bridge"
OLD, NEW = "The bridge will wait, the mayor said.", "The bridge will wait for a year, the mayor said."


@pytest.fixture
def shelves(tmp_path: Path) -> Iterator[tuple[Library, Notebook]]:
    database = open_database(tmp_path / "library.sqlite")
    library = Library(database)
    yield library, Notebook(database)
    library.close()


def article(text: str, location: str, url: str | None = None) -> Article:
    return Article(text, (Block(0, len(text)),), Source(location), Metadata(url=url))


@pytest.mark.parametrize(
    "other",
    [
        f"{PAGE}/", f"{PAGE}#comments", f"{PAGE}?utm_source=feed&fbclid=x", "http://www.news.example/2026/bridge",
        "https://News.Example:443/2026/bridge", "https://m.news.example/2026/bridge?gclid=1",
    ],
)  # fmt: skip
def test_how_one_came_to_a_page_is_not_what_it_is_known_by(other: str) -> None:
    assert identity_at(other) == identity_at(PAGE)


@pytest.mark.parametrize(
    "other", [f"{PAGE}?page=2", f"{PAGE}s", "https://news.example/", "https://other.example/2026/bridge"]
)
def test_other_pages_are_others(other: str) -> None:
    assert identity_at(other) != identity_at(PAGE)


@pytest.mark.parametrize(
    ("location", "section"),
    [
        ("https://news.example/world/ferry-strike", "https://news.example/world"),
        ("https://news.example/world/2026/ferry-strike", "https://news.example/world/"),
        ("https://news.example/2026/the-ferry-strike-goes-on", "https://news.example/uk-news"),
        ("https://news.example/a/40771230", "https://news.example/index.html"),
    ],
)
def test_a_page_that_gives_the_address_of_its_section_is_not_the_next_one_that_does(
    location: str, section: str
) -> None:
    assert identity_at(location, section) == identity_at(location)


@pytest.mark.parametrize(
    "form", [f"{PAGE}/amp", f"{PAGE}/amp.html", f"{PAGE}/2", f"{PAGE}/page/2", "https://news.example/amp/bridge"]
)
def test_another_form_of_an_article_is_the_article_whose_address_it_gives(form: str) -> None:
    assert identity_at(form, PAGE) == identity_at(PAGE)


def test_an_article_with_words_for_its_address_may_be_found_under_its_number() -> None:
    assert identity_at("https://news.example/?p=4077", PAGE) == identity_at(PAGE)
    assert identity_at("https://news.example/story/4077", f"{PAGE}-of-sallow-closes") == identity_at(
        f"{PAGE}-of-sallow-closes"
    )


def test_the_order_of_a_question_does_not_matter() -> None:
    assert identity_at(f"{PAGE}?a=1&b=2") == identity_at(f"{PAGE}?b=2&a=1")


def test_a_page_may_say_which_address_is_its_own_but_not_that_it_is_of_another_site() -> None:
    amp = "https://amp.news.example/amp/77"
    assert identity_at(amp, PAGE) == identity_at(PAGE)
    assert identity_at("https://evil.example/x", PAGE) == identity_at("https://evil.example/x")
    assert identity_at(PAGE, "https://news.example/") == identity_at(PAGE)
    assert identity_at(PAGE, "https://[") == identity_at(PAGE)
    asked = [f"https://news.example/?p={number}" for number in (1, 2)]
    assert len({identity_at(one, "https://news.example/") for one in asked}) == 2


def test_a_pipe_is_known_by_its_text_alone() -> None:
    assert identity_at("-") == identity_at("-", PAGE) == ""


def test_a_page_that_has_changed_stays_one_entry_with_its_tags_and_its_notes(shelves: tuple[Library, Notebook]) -> None:
    library, notebook = shelves
    before = article(OLD, PAGE)
    library.remember(before, "Bridge")
    library.tag(before.fingerprint, ["city"])
    library.save_position(before.fingerprint, 4)
    notebook.keep_note(before, Note(start=4, end=10, id="n1", text="which?"))
    after = article(NEW, f"{PAGE}?utm_source=feed")
    assert library.entry_of(after).position == 4
    assert [note.id for note in notebook.page(after).notes] == ["n1"]
    library.remember(after, "Bridge")
    (entry,) = library.entries()
    assert (entry.fingerprint, entry.tags, entry.position) == (after.fingerprint, ("city",), 4)
    assert [note.id for note in notebook.page(after).notes] == ["n1"]
    notebook.drop(after, "n1")
    assert notebook.page(before).notes == ()


def test_a_file_under_another_name_is_the_same_and_so_it_stays_when_it_is_edited(
    shelves: tuple[Library, Notebook], tmp_path: Path
) -> None:
    library, notebook = shelves
    real, link = tmp_path / "bridge.txt", tmp_path / "link.txt"
    real.write_text(OLD, encoding="utf-8")
    link.symlink_to(real)
    library.remember(article(OLD, str(real)), "Bridge")
    notebook.keep_note(article(OLD, str(real)), Note(start=4, end=10, id="n1", text="which?"))
    library.remember(article(NEW, str(link)), "Bridge")
    assert [entry.location for entry in library.entries()] == [str(link)]
    assert [note.id for note in notebook.page(article(NEW, str(link))).notes] == ["n1"]
    assert [note.id for note in notebook.page(article(NEW, str(real))).notes] == ["n1"]


def test_two_files_of_one_text_part_again_when_one_of_them_is_edited(shelves: tuple[Library, Notebook]) -> None:
    library, _ = shelves
    library.remember(article(OLD, "/a.txt"), "Bridge")
    library.remember(article(OLD, "/b.txt"), "Bridge")
    assert len(library.entries()) == 1
    library.remember(article(NEW, "/b.txt"), "Bridge")
    library.remember(article(OLD, "/a.txt"), "Bridge")
    assert sorted(entry.location for entry in library.entries()) == ["/a.txt", "/b.txt"]


def test_a_file_that_becomes_what_another_is_takes_its_entry_along(shelves: tuple[Library, Notebook]) -> None:
    library, notebook = shelves
    draft, final = article(OLD, "/draft.txt"), article(NEW, "/final.txt")
    for one, tag in ((draft, "mine"), (final, "done")):
        library.remember(one, "Bridge")
        library.tag(one.fingerprint, [tag])
        notebook.keep_note(one, Note(start=4, end=10, id=f"n-{tag}", text=tag))
    library.mark_read(draft.fingerprint, read=True)
    library.remember(article(NEW, "/draft.txt"), "Bridge")
    (entry,) = library.entries()
    assert (entry.tags, entry.read) == (("done", "mine"), True)
    assert {note.id for note in notebook.page(article(NEW, "/draft.txt")).notes} == {"n-mine", "n-done"}
    assert library.entries("draft") == []


def test_a_library_of_before_knows_its_articles_by_where_they_are(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    connection = sqlite3.connect(path)
    for step in _MIGRATIONS[:2]:
        for statement in _statements(step):
            connection.execute(statement)
    add = "INSERT INTO article (fingerprint, location, title, words, added, opened) VALUES (?, ?, 'Bridge', 7, ?, ?)"
    for number, location in enumerate((f"{PAGE}#top", f"{PAGE}?utm_source=feed")):
        connection.execute(add, (f"f{number}", location, number, number))
    connection.execute("PRAGMA user_version = 2")
    connection.commit()
    connection.close()
    library = Library.open(path)
    assert library.count() == 2
    library.remember(article(OLD, PAGE), "Bridge")
    (entry,) = library.entries()
    assert (entry.location, entry.added) == (PAGE, 0.0)
    library.close()
