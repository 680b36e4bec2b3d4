"""What was corrected in the reader holds for the commands that write, and can be left out."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from annotators.annotation import Note
from annotators.article import Article
from annotators.loaders import load
from annotators.notes.corrections import Correction, Verdict
from tests.unit.tui.test_cli import ARTICLE, run
from tui.library import open_database
from tui.library.notebook import Notebook

PHOTO = "Photo: Tom Hale / Northern Wire"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "bridge.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.fixture
def library(home: Path) -> Path:
    return home / "broadsheet" / "library.sqlite"


def correct(library: Path, article: Article, words: str, verdict: Verdict, value: str = "") -> None:
    database = open_database(library)
    start = article.text.index(words)
    Notebook(database).keep_correction(article, Correction(start, start + len(words), verdict, value), 1.0)
    database.close()


@pytest.mark.parametrize("words", [["export", "--format", "txt"], ["--plain"]])
def test_a_correction_to_body_is_exported_and_reported(capfd, article, library, words):
    correct(library, load(str(article)), PHOTO, Verdict.KIND, "body")
    status, out, err = run(capfd, *words, article)
    assert (status, PHOTO in out) == (0, True)
    assert err == [f"broadsheet: {article}: 1 of your corrections applied; --no-corrections leaves them out"]
    status, out, err = run(capfd, *words, "--no-corrections", article)
    assert (status, PHOTO in out, err) == (0, False, [])


def test_annotate_prints_what_was_corrected_with_its_reason(capfd, article, library):
    correct(library, load(str(article)), PHOTO, Verdict.KIND, "body")
    correct(library, load(str(article)), "“We have waited too long,”", Verdict.SPEAKER, "Ida Roth")
    correct(library, load(str(article)), "Monday", Verdict.LABEL, "EVENT")
    document = json.loads(run(capfd, "annotate", "--no-entities", article)[1])
    (block,) = [one for one in document["blocks"] if document["text"][one["start"] : one["end"]] == PHOTO]
    assert (block["kind"], block["reason"]) == ("body", "you said so")
    (said,) = document["statements"]
    assert {one["id"]: one["name"] for one in document["entity_index"]}[said["speaker_entity"]] == "Ida Roth"
    assert document["entities"] == []


def test_a_correction_follows_its_words_and_is_refused_where_they_are_gone(capfd, article, library):
    correct(library, load(str(article)), PHOTO, Verdict.KIND, "body")
    article.write_text("A line that was not there before.\n\n" + ARTICLE, encoding="utf-8")
    assert PHOTO in run(capfd, "--plain", article)[1]
    article.write_text(ARTICLE.replace(PHOTO, "Photo: somebody else / Northern Wire"), encoding="utf-8")
    status, out, err = run(capfd, "--plain", article)
    assert (status, "somebody else" in out, len(err)) == (0, False, 1)
    assert "1 no longer finds its words" in err[0]


def test_other_articles_and_notes_are_passed_over_in_silence(capfd, article, library, tmp_path):
    correct(library, load(str(article)), PHOTO, Verdict.KIND, "body")
    other = tmp_path / "other.txt"
    other.write_text("Another headline\n\nAnother paragraph, about something else.\n")
    assert run(capfd, "--plain", other)[2] == []


def test_corrections_in_an_older_library_are_applied_without_migrating_it(capfd, article, library):
    correct(library, load(str(article)), PHOTO, Verdict.KIND, "body")
    with sqlite3.connect(library) as older:
        older.executescript(
            "DROP INDEX article_identity; ALTER TABLE article DROP COLUMN identity; PRAGMA user_version=2"
        )
    status, out, err = run(capfd, "--plain", article)
    assert (status, PHOTO in out) == (0, True)
    assert "1 of your corrections applied" in err[0]
    with sqlite3.connect(library) as older:
        assert older.execute("PRAGMA user_version").fetchone() == (2,)


def test_a_missing_or_damaged_library_is_left_as_it_is(capfd, article, library):
    assert run(capfd, "--plain", article)[0] == 0
    assert not library.exists()
    library.parent.mkdir()
    library.write_bytes(b"no database" * 100)
    status, out, err = run(capfd, "--plain", article, article)
    assert (status, "bridge" in out, len(err)) == (0, True, 1)
    assert "your corrections were not read" in err[0]
    assert [one.name for one in library.parent.iterdir()] == [library.name]


def test_a_verdict_of_a_newer_broadsheet_is_said_and_left_out(capfd, article, library):
    correct(library, load(str(article)), PHOTO, Verdict.KIND, "body")
    with sqlite3.connect(library) as connection:
        connection.execute("UPDATE note SET body = ?", (json.dumps({"verdict": "blessed", "value": ""}),))
    status, _, err = run(capfd, "--plain", article)
    assert (status, len(err)) == (0, 1)
    assert "your corrections were not read" in err[0]


def test_notes_are_in_what_holds_every_annotation_and_stay_out_where_that_is_asked(capfd, article, library):
    database = open_database(library)
    start = ARTICLE.index("The old")
    note = Note(start=start, end=start + 7, id="n1", text="see this", created=1.0)
    Notebook(database).keep_note(load(str(article)), note)
    database.close()
    for words in (["annotate", "--no-entities"], ["export", "--no-entities", "--format", "footnotes"]):
        assert "see this" in run(capfd, *words, article)[1]
        assert "see this" not in run(capfd, *words, "--no-notes", article)[1]
