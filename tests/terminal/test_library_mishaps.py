"""Failures of the library and imports of folders: nothing is lost, and every failure is reported."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.terminal.looking import Watched, leave, sent
from tui.library.database import _MIGRATIONS, _statements
from tui.paths import library_file

SAMPLES = Path(__file__).resolve().parents[2] / "sample_articles"
WIRE = SAMPLES / "01-ferry-strike.txt"

FULL = """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), resource.RLIM_INFINITY))
from tui.cli import main
sys.exit(main(sys.argv[2:]))
"""
"""A reader whose files cannot grow past some bytes, as on a disk that is full."""


@contextmanager
def begun(*words: str, code: str = "") -> Iterator[Watched]:
    program = [sys.executable, "-c", code] if code else [sys.executable, "-P", "-m", "tui"]
    terminal = Watched([*program, *words], 100, 30)
    try:
        yield terminal
    finally:
        terminal.close()


def note(terminal: Watched) -> int:
    """Highlight the first annotation; how many there were before."""
    terminal.look_for("Quotes")
    terminal.look_for("there is no model")  # all that can be found has been
    terminal.look_for(" 0/")
    _, before = terminal.count()
    terminal.press("]")
    terminal.press("h")
    return before


def test_a_damaged_library_is_kept_under_another_name_and_a_new_one_begun() -> None:
    path = library_file()
    path.parent.mkdir(parents=True)
    path.write_bytes(b"this is no database " * 500)
    with begun(str(WIRE), "--model", "none/such") as terminal:
        terminal.look_for("the library was damaged: it is kept as library.sqlite.broken-")
        note(terminal)
        leave(terminal)
    (kept,) = path.parent.glob("library.sqlite.broken-*")
    assert kept.read_bytes() == b"this is no database " * 500
    with begun() as terminal:
        terminal.look_for("1 article")
        leave(terminal)


def test_an_older_library_is_brought_up_to_date_with_all_that_is_in_it() -> None:
    path = library_file()
    path.parent.mkdir(parents=True)
    with sqlite3.connect(path) as database:
        for statement in _statements(_MIGRATIONS[0]):
            database.execute(statement)
        database.execute("PRAGMA user_version = 1")
        database.execute(
            "INSERT INTO article (fingerprint, location, title, words, added, opened) "
            "VALUES ('f', '/gone/away.txt', 'An article of old', 9, 1, 1)"
        )
    database.close()
    with begun() as terminal:
        terminal.look_for("An article of old")
        terminal.look_for("1 article")
        leave(terminal)


def test_the_library_of_a_newer_broadsheet_is_left_alone_and_reading_goes_on() -> None:
    path = library_file()
    path.parent.mkdir(parents=True)
    with sqlite3.connect(path) as database:
        database.execute("PRAGMA user_version = 999")
    database.close()
    before = path.read_bytes()
    with begun(str(WIRE), "--model", "none/such") as terminal:
        terminal.look_for("made by a newer broadsheet; update this one to use it")
        note(terminal)
        terminal.look_for("are not kept yet")
        terminal.press("q")
        assert terminal.end() == 0
        assert terminal.restored
        assert b"1 of your notes and corrections could not be kept" in terminal.output
    assert path.read_bytes() == before


def test_a_full_disk_is_said_and_what_was_there_stays() -> None:
    with begun(str(WIRE), "--model", "none/such") as terminal:
        known = note(terminal)
        terminal.look_for("highlighted")
        leave(terminal)
    path = library_file()
    before = path.stat().st_size
    with begun("4096", str(SAMPLES / "03-library-vote.txt"), "--model", "none/such", code=FULL) as terminal:
        terminal.look_for("cannot be used (disk I/O error); reading goes on")
        note(terminal)
        terminal.look_for("are not kept yet: the library is tried again")
        terminal.press("G")
        terminal.look_for("100%")
        terminal.press("q")
        assert terminal.end() == 0
        assert terminal.restored
        assert b"1 of your notes and corrections could not be kept" in terminal.output
    assert path.stat().st_size == before
    with begun(str(WIRE), "--model", "none/such") as terminal:
        terminal.look_for(f"/{known + 1} · ")
        leave(terminal)


def test_failed_writes_are_tried_again_on_leaving(tmp_path: Path) -> None:
    folder = library_file().parent
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_text("in the way of the folder", "utf-8")
    with begun(str(WIRE), "--model", "none/such") as terminal:
        known = note(terminal)
        terminal.look_for("are not kept yet: the library is tried again")
        folder.unlink()
        leave(terminal)
        assert b"could not be kept" not in terminal.output
    with begun(str(WIRE), "--model", "none/such") as terminal:
        terminal.look_for(f"/{known + 1} · ")
        leave(terminal)


def test_two_at_once_on_one_article_both_keep_what_they_write() -> None:
    with (
        begun(str(WIRE), "--model", "none/such") as one,
        begun(str(WIRE), "--model", "none/such") as other,
    ):
        known = note(one)
        note(other)
        other.look_for("highlighted")
        one.look_for("highlighted")
        other.press("]")
        other.press("h")
        leave(one)
        leave(other)
    with begun(str(WIRE), "--model", "none/such") as terminal:
        terminal.look_for(f"/{known + 3} · ")
        leave(terminal)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Many articles, and two files that are none."""
    folder = tmp_path / "saved"
    (folder / "deep").mkdir(parents=True)
    for number in range(300):
        text = f"Story number {number}\n\nThe council of Norwick met on day {number}.\n\n" + "It was long. " * 200
        (folder / "deep" / f"{number:03}.txt").write_text(text, "utf-8")
    (folder / "big.txt").write_bytes(b"a" * (17 * 1024 * 1024))
    (folder / "empty.txt").write_bytes(b"")
    return folder


def test_a_folder_comes_in_with_its_progress_and_what_failed_is_listed(folder: Path) -> None:
    for number in range(20, 300):
        (folder / "deep" / f"{number:03}.txt").unlink()
    with begun() as terminal:
        terminal.look_for("10 articles")
        terminal.press("i")
        terminal.look_for("import the folder")
        terminal.press(f"{folder}\r")
        terminal.look_for("not imported")
        terminal.look_for("big.txt is larger than 16 MB")
        terminal.press(sent("escape"))
        terminal.look_for("30 articles")
        terminal.press("/")
        for letter in "day 7":
            terminal.press(letter)
        terminal.look_for("Story number 7")
        terminal.press(sent("escape"))
        leave(terminal)


HALFWAY = """
import sys
from annotators import loaders
from tui.screens.library.importing import LibraryImport
load, read_all = loaders.load, LibraryImport._read_all
def read(screen, memory, sources, stop):
    def waits(path, *more, **options):
        if path.endswith("/100.txt"):
            stop.wait()
        return load(path, *more, **options)
    loaders.load = waits
    return read_all(screen, memory, sources, stop)
LibraryImport._read_all = read
from tui.cli import main
sys.exit(main())
"""
"""A reader that imports no more than a hundred files before it is stopped, however late that is."""


def test_an_import_is_stopped_and_what_has_come_stays(folder: Path) -> None:
    with begun(code=HALFWAY) as terminal:
        terminal.look_for("10 articles")
        terminal.press("i")
        terminal.look_for("import the folder")
        terminal.press(f"{folder}\r")
        terminal.look_for("of 302; esc stops")
        terminal.press(sent("escape"))
        terminal.look_for("import stopped: ")
        terminal.press(sent("escape"))
        leave(terminal)
    with sqlite3.connect(library_file()) as database:
        (number,) = database.execute("SELECT count(*) FROM article").fetchone()
    database.close()
    assert 10 < number < 120


def test_the_library_finds_articles_by_names_speakers_kinds_and_tags() -> None:
    with begun() as terminal:
        terminal.look_for("10 articles")
        terminal.press("t")
        terminal.look_for("tags")
        terminal.press("later\r")
        terminal.look_for("#later")
        for typed, found in (
            ("tag:later", "1 of 10"),
            ("said-by:kowalczyk", "Ferry strike"),
            ("kind:caption", "of 10 articles"),
            ("is:unread", "10 of 10"),
            ("title:telescope", "1 of 10"),
        ):
            terminal.press("/")
            for letter in typed:
                terminal.press(letter)
            terminal.look_for(typed)
            terminal.look_for(found)
            terminal.press(sent("escape"))
            terminal.look_for(" 10 articles")
        terminal.press("m")
        terminal.press("D")
        terminal.look_for("9 articles")
        terminal.press("U")
        terminal.look_for("10 articles")
        leave(terminal)
