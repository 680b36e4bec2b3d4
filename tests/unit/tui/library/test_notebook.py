"""Notes and corrections come back with their article, also when it was edited meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from annotators.annotation import Note
from annotators.article import Article, Block, Source
from annotators.notes.corrections import Correction, Verdict
from tui.library import Library, open_database
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


def test_a_note_can_be_changed_and_deleted(notebook: Notebook) -> None:
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


STORY = (
    "The harbour master closed the gates at noon.\n\nThe ferry waited outside until the wind had gone round to the"
    " west.\n\nNobody was hurt, and the pilot was home for supper.\n"
)


def test_a_part_of_a_file_that_comes_through_a_pipe_has_the_notes_on_it(tmp_path: Path) -> None:
    library = Library.open(tmp_path / "library.sqlite")
    notebook = Notebook(library._database)
    whole = article(STORY)
    library.remember(whole, "ferry")
    early = noted(STORY, "closed the gates")
    notebook.keep_note(whole, early)
    notebook.keep_note(whole, replace(noted(STORY, "home for supper"), id="n2"))
    part = article(STORY[: STORY.index("Nobody")], "-")
    page = notebook.page(part)
    assert page.notes == (early,)
    assert page.orphans == ()
    notebook.drop(part, "n1")
    assert [note.id for note in notebook.page(whole).notes] == ["n2"]
    library.close()


@pytest.mark.parametrize("piped", ["The ferry waited", STORY.replace("noon", "dusk")])
def test_a_few_words_or_another_text_are_not_an_excerpt(tmp_path: Path, piped: str) -> None:
    library = Library.open(tmp_path / "library.sqlite")
    notebook = Notebook(library._database)
    library.remember(article(STORY), "ferry")
    notebook.keep_note(article(STORY), noted(STORY, "The ferry waited"))
    assert notebook.page(article(piped, "-")).notes == ()
    library.close()


def test_a_part_of_it_in_another_file_is_another_article(tmp_path: Path) -> None:
    library = Library.open(tmp_path / "library.sqlite")
    notebook = Notebook(library._database)
    library.remember(article(STORY), "ferry")
    notebook.keep_note(article(STORY), noted(STORY, "The ferry waited"))
    assert notebook.page(article(STORY[:120], "other.txt")).notes == ()
    library.close()
