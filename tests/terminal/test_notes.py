"""Highlights, notes and corrections on a real terminal: made, kept, found again in a changed file, taken back."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.terminal.looking import Watched, leave, reading, sent

STORY = """\
Harbour bridge to close for a year

The old harbour bridge will close in May for repairs that the city has put off since the flood of 2011.

“We have waited too long,” Mayor Ilse Brandt told reporters on Monday.

Ferry tickets will cost as much as before, the port said. It will add boats.
"""
MORE = "\n\nA line that was added at the top of the file, before all else there is in it."


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "bridge.txt"
    path.write_text(STORY, "utf-8")
    return path


def ready(terminal: Watched) -> None:
    """Wait until all has been found."""
    terminal.wait_for_all()


def type_in(terminal: Watched, words: str) -> None:
    for letter in words:
        terminal.press(letter)


def test_a_highlight_and_a_note_are_made_kept_taken_back_and_deleted(story: Path) -> None:
    with reading(story) as terminal:
        ready(terminal)
        terminal.press("]")
        terminal.press("h")
        terminal.look_for("highlighted")
        terminal.press("}")
        terminal.press("a")
        terminal.look_for(" note: ")
        type_in(terminal, "ask the port\r")
        terminal.look_for("noted; D takes it away")
        leave(terminal)
    with reading(story) as terminal:
        ready(terminal)
        terminal.look_for("ask the port")  # in the sidebar
        terminal.press("/")
        type_in(terminal, "Ferry tickets\r")
        terminal.press("D")
        terminal.look_for("taken away; U brings it back")
        terminal.look_away("ask the port")
        terminal.press("U")
        terminal.look_for("taken back: the deletion of a note")
        terminal.look_for("ask the port")
        leave(terminal)


def test_notes_follow_an_edit_of_the_file_and_those_whose_words_are_gone_are_listed_and_put_elsewhere(
    story: Path,
) -> None:
    with reading(story) as terminal:
        ready(terminal)
        for words, note in (("Ferry tickets", "stays"), ("old harbour", "goes")):
            terminal.press("/")
            type_in(terminal, f"{words}\r")
            terminal.press("a")
            terminal.look_for(" note: ")
            type_in(terminal, f"{note}\r")
            terminal.look_for("noted")
        leave(terminal)
    changed = STORY.replace("The old harbour bridge will close in May", "Nothing is said of when or why it is shut")
    story.write_text(changed.replace("year\n", f"year{MORE}\n", 1), "utf-8")
    with reading(story) as terminal:
        terminal.look_for("1 note has lost the words")
        terminal.press("O")
        terminal.look_for("goes: “")
        terminal.press("\r")
        terminal.look_for("the note is here now")
        terminal.press("O")
        terminal.look_for("no note has lost its place")
        leave(terminal)
    with reading(story) as terminal:
        ready(terminal)
        terminal.look_for("stays")
        terminal.look_for("goes")
        assert not terminal.shows("has lost the words")
        leave(terminal)


def corrected(terminal: Watched, words: str, said: str) -> None:
    """Pick a correction by some words of it."""
    terminal.press("c")
    terminal.look_for("type to filter")
    type_in(terminal, words)
    terminal.look_for(f" {words}")
    terminal.press("\r")
    terminal.look_for(f"{said}; U takes it back")


def test_corrections_hold_at_once_through_an_edit_and_new_annotations_and_are_taken_back(story: Path) -> None:
    with reading(story) as terminal:
        ready(terminal)
        terminal.press("]")  # the one quote
        corrected(terminal, "speaker unknown", "said by nobody known")
        terminal.press("U")
        terminal.look_for("taken back: said by nobody known")
        terminal.press("c")
        terminal.look_for("type to filter")
        type_in(terminal, "speaker somebody")
        terminal.press("\r")
        terminal.look_for(" said by: ")
        type_in(terminal, "Nadia Ferrow\r")
        terminal.look_for("said by Nadia Ferrow; U takes it back")
        terminal.look_for("Nadia Ferrow  “We")
        terminal.press("/")
        type_in(terminal, "Ferry tickets\r")
        terminal.press(sent("escape"))
        corrected(terminal, "this line is ad", "the line is ad")
        terminal.look_for("1 line stripped: ad")
        terminal.press("r")  # annotated again
        terminal.look_for("nothing has changed")
        terminal.look_for("Nadia Ferrow  “We")
        terminal.look_for("1 line stripped: ad")
        leave(terminal)
    story.write_text(STORY.replace("year\n", f"year{MORE}\n", 1), "utf-8")
    with reading(story) as terminal:
        terminal.look_for("A line that was added")
        terminal.look_for("Nadia Ferrow  “We")
        terminal.look_for("1 line stripped: ad")
        leave(terminal)
    told = [json.loads(line) for line in told_by("corrections").splitlines()]
    assert {(one["verdict"], one["value"]) for one in told} == {("speaker", "Nadia Ferrow"), ("kind", "ad")}
    assert all(one["exact"] in STORY and one["prefix"] + one["exact"] in STORY for one in told)
    assert "Ferry tickets" not in told_by("export", "--format", "txt", str(story))


def told_by(*words: str) -> str:
    done = subprocess.run([sys.executable, "-P", "-m", "tui", *words], capture_output=True, text=True, check=True)
    return done.stdout


def test_a_name_is_relabelled_and_what_is_no_name_is_none(story: Path) -> None:
    with reading(story, model="") as terminal:
        terminal.look_for("Ilse Brandt")
        terminal.look_for("▾ People")
        terminal.press("/")
        type_in(terminal, "Ilse\r")
        terminal.press(sent("escape"))
        corrected(terminal, "label ORG", "Ilse Brandt is marked as organisation")
        terminal.look_for("▾ Organisations")
        terminal.press("U")
        terminal.look_away("▾ Organisations")
        corrected(terminal, "is no name", "Ilse Brandt is no name here")
        terminal.look_away("▾ People")
        leave(terminal)
