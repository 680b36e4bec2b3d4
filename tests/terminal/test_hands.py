"""What hands do on a real terminal: keys of one's own, the palette, the mouse, selections, copies, other programs."""

from __future__ import annotations

import base64
import re
import sys
from pathlib import Path

import pytest

from tests.terminal.looking import STARTED, Watched, configure, leave, reading, sent

SAMPLES = Path(__file__).resolve().parents[2] / "sample_articles"
WIRE = SAMPLES / "01-ferry-strike.txt"
PARAGRAPH = (
    "Three of the seven islands have less than two days of diesel left, according to the Island Supply Board. On "
    "Little Stroma, which has no airstrip, the school closed on Friday to save heating oil."
)
RELEASE, PRESS, DRAG = "\x1b[<0;{x};{y}m", "\x1b[<0;{x};{y}M", "\x1b[<32;{x};{y}M"


def program(folder: Path, name: str, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program of that name before all others."""
    path = folder / "bin" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    path.chmod(0o755)
    monkeypatch.setenv("PATH", f"{path.parent}:/usr/bin:/bin")


def mouse(terminal: Watched, sequence: str, words: str, into: int = 0) -> None:
    """A mouse report at some words on the screen, `into` cells further."""
    line, column = terminal.place(words)
    terminal.press(sequence.format(x=column + into + 1, y=line + 1))


def click(terminal: Watched, words: str) -> None:
    mouse(terminal, PRESS + RELEASE, words, 2)


def copied(terminal: Watched) -> str:
    """The text that the terminal last received by OSC 52."""
    found = re.findall(rb"\x1b\]52;c;([A-Za-z0-9+/=]*)(?:\x07|\x1b\\)", bytes(terminal.output))
    return base64.b64decode(found[-1]).decode() if found else ""


def look_for_copy(terminal: Watched, words: str) -> None:
    """Wait until the terminal has been given these words."""
    terminal.wait_until(lambda _: copied(terminal) == words, f"{words!r} was not copied")


# Keys and commands.


def test_a_key_of_one_s_own_calls_its_command_and_the_old_one_no_more(tmp_path: Path) -> None:
    configure(tmp_path, '[keys]\nvoices = "ctrl+w,Z"\nhelp = "H"\n')
    with reading(WIRE) as terminal:
        terminal.look_for("stripped")
        terminal.press("w")
        terminal.press("?")
        terminal.press("G")
        terminal.look_for("· 100%")  # they have been dealt with
        assert not terminal.shows("Who said what")
        assert not terminal.shows("esc close")
        terminal.press("\x17")
        terminal.look_for("Who said what")
        terminal.press("q")
        terminal.press("H")
        terminal.look_for("ctrl+w  Z")
        terminal.press("q")
        leave(terminal)


def test_a_key_that_cannot_be_bound_is_told_with_file_key_and_nearest(tmp_path: Path) -> None:
    configure(tmp_path, '[keys]\nvoises = "Z"\n')
    with reading(WIRE) as terminal:
        terminal.look_for("config.toml: keys.voises: no such command; did you mean voices?")
        leave(terminal)


def test_the_palette_shows_keys_finds_commands_and_calls_them() -> None:
    with reading(WIRE) as terminal:
        terminal.look_for("stripped")
        for key in (":", sent("ctrl+p")):
            terminal.press(key)
            terminal.look_for("type to filter")
            for letter in "nothing but":
                terminal.press(letter)
            terminal.look_for("Nothing but the text")
            assert any(re.search("Nothing but the text +z ", line) for line in terminal.lines)
            terminal.press("\r")
            terminal.look_away("type to filter")
        terminal.look_for("1 Entities")  # there and back
        leave(terminal)


def test_a_pattern_search_works_and_an_endless_one_is_stopped(tmp_path: Path) -> None:
    path = tmp_path / "many.txt"
    path.write_text("The first line of it\n\nCall 555-0101 or 555-0102 today.\n\n" + "a" * 60 + "!\n", "utf-8")
    with reading(path) as terminal:
        terminal.look_for("clean")
        terminal.press("b")
        terminal.press("/")
        terminal.press(sent("ctrl+r"))
        terminal.look_for("/ pattern")
        for letter in r"\d{3}-\d+":
            terminal.press(letter)
        terminal.look_for("1/2")
        terminal.press("\r")
        terminal.press("n")
        terminal.look_for("2/2")
        terminal.press("/")
        for letter in "(a|aa)+$":
            terminal.press(letter)
        terminal.look_for("that takes too long")
        terminal.press(sent("escape"))
        terminal.press("/")
        for letter in "(":
            terminal.press(letter)
        terminal.look_for("no pattern:")
        terminal.press(sent("escape"))
        leave(terminal)


# The mouse.


def test_everything_is_within_a_click() -> None:
    with reading(WIRE) as terminal:
        terminal.look_for("2 Quotes")
        terminal.look_for("no model")  # is said once, and would hide what is clicked on
        terminal.look_for(" help")
        click(terminal, "clean")
        terminal.look_for("raw")
        click(terminal, "● raw 1")
        terminal.look_for("lines stripped: nav")
        click(terminal, "▸ 4 lines stripped")
        terminal.look_for("▾ 4 lines stripped")
        click(terminal, "We have been patient")
        terminal.look_for("% sure")
        terminal.press(sent("escape"))
        click(terminal, "▾ related")
        terminal.look_for("▸ related")
        click(terminal, " help")
        terminal.look_for("One line down")
        click(terminal, "esc close")
        terminal.look_away("One line down")
        click(terminal, " search")
        terminal.look_for(" / ")
        terminal.press(sent("escape"))
        click(terminal, " export")
        terminal.look_for("○ html")
        click(terminal, "○ html")
        terminal.look_for("● html")
        click(terminal, "esc close")
        terminal.look_away("● html")
        terminal.press(f"\x1b[<0;100;{29}M\x1b[<0;100;{29}m")  # the foot of the bar
        terminal.look_for("100%")
        leave(terminal)


def test_the_library_takes_clicks_too() -> None:
    terminal = Watched([sys.executable, "-P", "-m", "tui"], 100, 30)
    terminal.look_for("10 articles")
    click(terminal, "telescope")
    terminal.look_for("clean")
    terminal.press("q")
    terminal.look_for("10 articles")
    leave(terminal)


def test_a_drag_selects_and_y_copies_it_in_one_piece() -> None:
    with reading(WIRE) as terminal:
        terminal.look_for("2 Quotes")
        mouse(terminal, PRESS, "Three of the seven")
        mouse(terminal, DRAG, "left, according to the")
        mouse(terminal, DRAG + RELEASE, "left, according to the", 3)
        terminal.look_for("y copies, h highlights, a notes, esc leaves")
        terminal.press("y")
        terminal.look_for("copied to the terminal by OSC 52")
        look_for_copy(terminal, "Three of the seven islands have less than two days of diesel left")
        leave(terminal)


def test_without_the_mouse_the_terminal_keeps_it(tmp_path: Path) -> None:
    configure(tmp_path, "mouse = false\n")
    with reading(WIRE) as terminal:
        terminal.look_for("2 Quotes")
        terminal.press("q")
        assert terminal.end() == 0
        assert b"\x1b[?1000h" not in terminal.output
        assert b"\x1b[?1003h" not in terminal.output


# Selecting and copying.


def test_a_paragraph_and_a_selection_are_copied_without_the_line_breaks_of_screen_or_file(tmp_path: Path) -> None:
    hard = tmp_path / "hard.txt"
    words = PARAGRAPH.split()
    lines = [" ".join(words[at : at + 9]) for at in range(0, len(words), 9)]
    hard.write_text("Less than two days of diesel\n\n" + "\n".join(lines) + "\n\n" + "\n".join(lines) + "\n", "utf-8")
    with reading(hard, columns=60, rows=20) as terminal:
        terminal.look_for("Three of the seven")
        terminal.press("g")
        terminal.press("}")
        terminal.press("y")
        terminal.look_for("copied to the terminal by OSC 52")
        look_for_copy(terminal, PARAGRAPH)
        terminal.press("v")
        for _ in range(3):
            terminal.press(sent("right"))
        terminal.press("\x1b[1;2C")  # shift and right: one character
        terminal.press("\x1b[1;2C")
        terminal.press("y")
        look_for_copy(terminal, PARAGRAPH[: len("Three of the") + 2])
        leave(terminal)


def test_the_way_of_copying_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(tmp_path, "xclip", f'cat > "{tmp_path}/desktop"', monkeypatch)
    program(tmp_path, "tmux", f'cat > "{tmp_path}/tmux"', monkeypatch)
    monkeypatch.setenv("TMUX", "/tmp/tmux-1/default,1,0")
    patient = "import tui.terminal.clipboard as clipboard; clipboard._PATIENCE = 60.0\n"  # two, on a busy machine
    with reading(WIRE, code=patient + STARTED) as terminal:
        terminal.look_for("2 Quotes")
        terminal.press("}")
        terminal.press("y")
        terminal.look_for("copied to tmux and to xclip and to the terminal by OSC 52")
        leave(terminal)
    assert (tmp_path / "desktop").read_text("utf-8") == (tmp_path / "tmux").read_text("utf-8") != ""


# Other programs.


def test_the_editor_opens_at_the_line_and_what_it_changes_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "bridge.txt"
    path.write_text("Harbour bridge to close\n\n" + "\n\n".join(f"Line {n} of the story." for n in range(50)), "utf-8")
    script = f'echo "$@" > "{tmp_path}/asked"; sed -i "s/Line 1 of/Verse 1 of/" "$2"; echo EDITING; exit 0'
    program(tmp_path, "vim", script, monkeypatch)
    monkeypatch.setenv("EDITOR", "vim")
    with reading(path) as terminal:
        terminal.look_for("Line 1 of")
        terminal.look_for("no model")  # is said once, and would hide what is said of the change
        for key in ("b", "g", "}", "}"):
            terminal.press(key)
        terminal.press("E")
        terminal.look_for("Verse 1 of")
        terminal.look_for("the text has changed")
        leave(terminal)
    assert (tmp_path / "asked").read_text("utf-8").split() == ["+5", str(path)]


def test_a_text_browser_has_the_terminal_to_itself_and_the_article_comes_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "bridge.md"
    path.write_text("https://example.org/bridge has more.\n\nThe harbour bridge is to close.\n", "utf-8")
    program(tmp_path, "readspages", f'echo BROWSING "$1"; read line; echo "$line" > "{tmp_path}/typed"', monkeypatch)
    monkeypatch.setenv("BROWSER", "readspages")
    with reading(path) as terminal:
        terminal.look_for("harbour bridge")
        terminal.look_for("no model")  # is said once, and would hide what is said of the page
        terminal.press("g")
        terminal.press("o")
        terminal.look_for("BROWSING https://example.org/bridge")
        assert terminal.restored
        terminal.press("down the page\r")
        terminal.look_for("opened https://example.org/bridge")
        terminal.look_for("harbour bridge")
        leave(terminal)
    assert (tmp_path / "typed").read_text("utf-8") == "down the page\n"


def test_the_clean_article_goes_into_a_program_and_enter_comes_back(tmp_path: Path) -> None:
    with reading(WIRE) as terminal:
        terminal.look_for("lines stripped: nav")
        terminal.press("|")
        for letter in f"tee {tmp_path}/taken":
            terminal.press(letter)
        terminal.press("\r")
        terminal.look_for("enter goes back to the article")
        terminal.press("\r")
        terminal.look_for("given to tee")
        terminal.press("|")
        for letter in "no-such-program -x":
            terminal.press(letter)
        terminal.press("\r")
        terminal.look_for("No such file or directory: enter goes back")
        terminal.press("\x03")  # an interrupt there ends neither of them
        terminal.press("\r")
        terminal.look_for("no-such-program: No such file")
        leave(terminal)
    taken = (tmp_path / "taken").read_text("utf-8")
    assert PARAGRAPH[:40] in taken
    assert "Share on Facebook" not in taken


def test_text_piped_to_a_program_has_no_control_characters(
    tmp_path: Path,
) -> None:
    path = tmp_path / "hidden.txt"
    path.write_bytes(b"The gates \x1b]0;owned\x07 were closed.\r\nAt noon.\r\n")
    with reading(path) as terminal:
        terminal.look_for("clean")
        terminal.press("|")
        for letter in "cat":
            terminal.press(letter)
        terminal.press("\r")
        terminal.look_for("enter goes back to the article")
        assert terminal.shows("The gates ␛]0;owned␇ were closed.")
        assert not terminal.shows("␍")
        terminal.press("\r")
        terminal.look_for("given to cat")
        leave(terminal)
    assert b"\x1b]0;owned" not in terminal.output


def test_layers_are_as_they_were_left(tmp_path: Path) -> None:
    with reading(WIRE) as terminal:
        terminal.look_for("●●●● clean")
        terminal.press("2")
        terminal.look_for("●○●● clean")
        leave(terminal)
    with reading(WIRE) as terminal:
        terminal.look_for("●○●● clean")
        leave(terminal)
    configure(tmp_path, 'layers = ["quotes"]\n')  # chosen since: that holds
    with reading(WIRE) as terminal:
        terminal.look_for("○●○○ clean")
        leave(terminal)
