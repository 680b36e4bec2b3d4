"""Every key that help lists, on a real terminal, on articles as people have them."""

from __future__ import annotations

import os
import re
import time
from pathlib import Path

import pytest

from tests.terminal.looking import PATIENCE, Watched, configure, leave, reading, sent
from tui.commands import COMMANDS

SAMPLES = Path(__file__).resolve().parents[2] / "sample_articles"
WIRE, JUNK = SAMPLES / "01-ferry-strike.txt", SAMPLES / "02-starter-blog.txt"
TAKEN = b"\x1b[?1049h"
AWAY = {"edit", "suspend"}
"""What gives the terminal away and takes it back: what is typed just then may be meant for neither, and is dropped."""
KEYS = [(command.id, key) for command in COMMANDS for key in command.keys if command.id != "quit"]


def go_away_and_back(terminal: Watched, key: str) -> None:
    """Press a key that gives the terminal away, and wait for it to be taken back.

    Once more every ten seconds: a key that is typed while the terminal changes hands may be dropped.
    """
    taken = terminal.output.count(TAKEN)
    deadline = time.monotonic() + PATIENCE
    while terminal.output.count(TAKEN) <= taken:
        assert time.monotonic() < deadline, "it never came back:\n" + "\n".join(terminal.lines)
        terminal.press(key)
        again = time.monotonic() + 10.0
        while terminal.output.count(TAKEN) <= taken and time.monotonic() < again:
            terminal.settle(0.02, 0.2, patience=0.2)


@pytest.mark.parametrize("size", [(100, 30), (60, 20), (30, 8)])
@pytest.mark.parametrize("first", [WIRE, JUNK], ids=["wire", "junk"])
def test_every_key_is_taken_and_the_terminal_is_given_back(first: Path, size: tuple[int, int], tmp_path: Path) -> None:
    headline = next(line for line in first.read_text("utf-8").splitlines() if line.strip()).split()[0]
    settings = tmp_path / "home" / "broadsheet" / "config.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text('[keys]\nback = "escape,ctrl+g"\n', "utf-8")  # a way back that no terminal waits for
    with reading(first, WIRE, JUNK, columns=size[0], rows=size[1]) as terminal:
        terminal.look_for(headline)
        terminal.look_for("clean")
        for name, key in KEYS:
            if name in AWAY:
                go_away_and_back(terminal, sent(key))
            else:
                terminal.press(sent(key))
            assert not terminal.shows("Traceback"), (name, key)
            terminal.press(sent("ctrl+g"))
            terminal.press(sent("ctrl+g"))
        terminal.press("g")
        for _ in range(3):
            terminal.press("K")
        terminal.look_for("○○○● raw")  # what 1, 2, 3, h and b have made of it
        terminal.press("q")
        assert terminal.end() == 0
        assert terminal.restored
        assert b"Traceback" not in terminal.output


def test_the_main_job_from_the_first_screen_to_the_clean_file(tmp_path: Path) -> None:
    with reading(JUNK) as terminal:
        terminal.look_for("stripped")
        terminal.look_for("Quotes")
        terminal.press("]")
        terminal.press("\r")
        terminal.look_for("% sure")
        terminal.press(sent("escape"))
        terminal.press("b")
        terminal.look_for("raw")
        terminal.press("/")
        for letter in "the":
            terminal.press(letter)
        terminal.look_for("/ the")
        terminal.press("\r")
        terminal.look_for("/the ")
        terminal.press("x")
        terminal.look_for("Export")
        terminal.press("\r")
        terminal.look_for("written")
        terminal.press("q")
        assert terminal.end() == 0
        assert terminal.restored
    (written,) = tmp_path.glob("*.md")
    assert written.stat().st_size > 500


def test_names_and_speakers_come_from_the_model_that_ships() -> None:
    with reading(WIRE, model="") as terminal:
        terminal.look_for("People")
        terminal.press("q")
        assert terminal.end() == 0
        assert terminal.restored


def test_a_word_typed_at_once_is_searched_for_and_not_obeyed() -> None:
    with reading(WIRE) as terminal:
        terminal.look_for("clean")
        terminal.press("/ferry\r")
        terminal.look_for("/ferry 1/")
        terminal.press("q")
        assert terminal.end() == 0


@pytest.mark.parametrize("sources", [(), (WIRE,)], ids=["library", "article"])
def test_a_byte_of_another_character_set_is_a_key_that_does_nothing(sources: tuple[Path, ...], tmp_path: Path) -> None:
    configure(tmp_path, 'theme = "nord"\n')  # so that no answer of the terminal is waited for
    with reading(*sources) as terminal:
        terminal.look_for("clean" if sources else "10 articles")
        os.write(terminal._fd, b"\xe9\xff\x80")
        terminal.press("?")
        terminal.look_for("esc close")
        terminal.press("q")
        leave(terminal)


def test_keys_typed_before_the_first_screen_are_kept() -> None:
    with reading(WIRE) as terminal:
        terminal.press("]]..[[**##ffGGgg")
        terminal.look_for("clean")
        for _ in range(4):  # whatever they have opened by then
            terminal.press(sent("escape"))
        terminal.press("q")
        assert terminal.end() == 0
        assert terminal.restored


def test_a_mouse_can_do_it_too() -> None:
    with reading(WIRE) as terminal:
        terminal.look_for("1 Entities")
        terminal.press("\x1b[<0;4;2M\x1b[<0;4;2m")
        terminal.look_for("○ 1 Entities")
        terminal.look_for("· 0%")
        terminal.press("\x1b[<65;60;10M")
        terminal.wait_until(lambda lines: re.search(r"· [1-9]\d*%", lines[-1]), "the place never changed")
        terminal.press("q")
        assert terminal.end() == 0


@pytest.mark.parametrize("theme", ["auto", "textual-light", "ansi-dark", "ansi-light"])
def test_without_colour_the_terminal_s_own_ink_and_ground_are_used_and_layers_differ(
    theme: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    settings = tmp_path / "home" / "broadsheet" / "config.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text(f'theme = "{theme}"\n', "utf-8")
    monkeypatch.setenv("NO_COLOR", "1")
    with reading(WIRE) as terminal:
        terminal.look_for("Quotes")
        for key in ("]", "h", "b", ":"):
            terminal.press(key)
        terminal.look_for("type to filter")
        terminal.press(sent("escape"))
        terminal.press("q")
        assert terminal.end() == 0
        for sequence in re.findall(rb"\x1b\[([0-9;:]*)m", bytes(terminal.output)):
            assert not [code for code in re.split(rb"[;]", sequence) if _is_colour(code)], sequence


def _is_colour(code: bytes) -> bool:
    """Whether a part of an SGR sequence chooses an ink or a ground that is not the terminal's own."""
    number = int(code or 0)
    return 30 <= number <= 38 or 40 <= number <= 48 or number >= 90


@pytest.mark.parametrize("library", [False, True])
def test_ctrl_l_repaints_over_the_output_of_another_program(library: bool) -> None:
    with reading(WIRE) as terminal:
        terminal.look_for("stripped")
        if library:
            terminal.press("L")
            terminal.look_for("1 min  ")
            terminal.look_for("Library")
        before = terminal.lines
        terminal._stream.feed(b"\x1b[H\x1b[2JYou have new mail\r\nand more of it")
        assert terminal.shows("You have new mail")
        terminal.press(sent("ctrl+l"))
        terminal.look_away("You have new mail")

        def beside(lines: list[str]) -> list[str]:
            """The article's first lines; in the sidebar counts go on meanwhile."""
            return [line[29:] for line in lines[1:5]]

        terminal.wait_until(lambda lines: beside(lines) == beside(before), "the article never came back")
        terminal.look_for(before[0].split()[0])
