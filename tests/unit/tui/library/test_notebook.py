"""Notes and corrections come back with their article, also when it was edited meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotators.annotation import Note
from annotators.article import Article, Block, Source
from annotators.corrections import Correction, Verdict
from tui.library import open_database
from tui.library.notebook import Notebook

TEXT = "The harbour master closed the gates at noon. The ferry waited."


def article(text: str, location: str = "ferry.txt") -> Article:
    return Article(text, (Block(0, len(text)),), Source(location))


@pytest.fixture
def notebook(tmp_path: Path) -> Iterator[Notebook]:
    database = open_database(tmp_path / "library.sqlite")
    yield Notebook(database)
    database.close()


def noted(text: str, words: str, says: str = "check this") -> Note:
    start = text.index(words)
    return Note(start=start, end=start + len(words), id="n1", text=says, created=5.0)


def test_a_note_comes_back_with_its_article(notebook: Notebook) -> None:
    note = noted(TEXT, "closed the gates")
    notebook.keep_note(article(TEXT), note)
    assert notebook.page(article(TEXT)).notes == (note,)
    assert notebook.page(article("Another text.", "other.txt")).notes == ()


def test_a_note_follows_its_words_through_an_edit(notebook: Notebook) -> None:
    notebook.keep_note(article(TEXT), noted(TEXT, "closed the gates"))
    edited = "UPDATED. " + TEXT
    (note,) = notebook.page(article(edited)).notes
    assert edited[note.start : note.end] == "closed the gates"


def test_a_note_whose_words_are_gone_is_an_orphan(notebook: Notebook) -> None:
    notebook.keep_note(article(TEXT), noted(TEXT, "closed the gates"))
    page = notebook.page(article("The gates stayed open."))
    assert page.notes == ()
    assert [(orphan.exact, orphan.text) for orphan in page.orphans] == [("closed the gates", "check this")]


def test_what_a_note_says_can_change_and_it_can_go(notebook: Notebook) -> None:
    notebook.keep_note(article(TEXT), noted(TEXT, "The ferry", "one"))
    notebook.keep_note(article(TEXT), noted(TEXT, "The ferry", "two"))
    assert [note.text for note in notebook.page(article(TEXT)).notes] == ["two"]
    notebook.drop(article(TEXT), "n1")
    assert notebook.page(article(TEXT)).notes == ()


def test_a_later_verdict_replaces_an_earlier_one_and_all_are_training_examples(notebook: Notebook) -> None:
    notebook.keep_correction(article(TEXT), Correction(0, 44, Verdict.KIND, "ad"), 1.0)
    notebook.keep_correction(article(TEXT), Correction(0, 44, Verdict.KIND, "body"), 2.0)
    assert notebook.page(article(TEXT)).corrections == (Correction(0, 44, Verdict.KIND, "body"),)
    assert list(notebook.examples()) == [
        {"exact": TEXT[:44], "prefix": "", "suffix": TEXT[44:], "verdict": "kind", "value": "body"}
    ]
