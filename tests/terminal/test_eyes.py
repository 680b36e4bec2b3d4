"""The visible screen on a real terminal: themes, sizes, scripts, the saved place, and output without a screen."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.terminal.looking import Watched, configure, leave, reading, sent
from tests.terminal.test_hands import look_for_copy

SAMPLES = Path(__file__).resolve().parents[2] / "sample_articles"
WIRE = SAMPLES / "01-ferry-strike.txt"
ALL = sorted(path for path in SAMPLES.iterdir() if path.suffix in {".txt", ".md", ".html"})


# Themes.


@pytest.mark.parametrize("theme", ["ansi-light", "ansi-dark", "solarized-light", "dracula"])
def test_a_theme_is_the_one_that_is_set(theme: str, tmp_path: Path) -> None:
    configure(tmp_path, f'theme = "{theme}"\n')
    with reading(WIRE) as terminal:
        terminal.look_for("Quotes")
        ground = terminal.ground(3, 60)
        assert (ground == "default") == theme.startswith("ansi")
        terminal.press("]")
        leave(terminal)


def test_themes_are_previewed_and_an_unknown_one_is_reported(tmp_path: Path) -> None:
    configure(tmp_path, 'theme = "drakula"\n')
    with reading(WIRE) as terminal:
        terminal.look_for("there is no theme called drakula: the nearest is dracula")
        dark = terminal.ground(3, 60)
        terminal.press(":")
        for letter in "choose a theme":
            terminal.press(letter)
        terminal.press("\r")
        terminal.look_for("textual-light")
        for letter in "textual-light":
            terminal.press(letter)
        terminal.press("\r")
        terminal.look_for("theme: textual-light")
        terminal.wait_until(lambda _: terminal.ground(3, 60) != dark, "the theme never came")
        terminal.press(":")
        for letter in "light or dark":
            terminal.press(letter)
        terminal.press("\r")
        terminal.look_for("theme: textual-dark")
        terminal.wait_until(lambda _: terminal.ground(3, 60) == dark, "the theme never came back")
        leave(terminal)


# Sizes.


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.stem)
@pytest.mark.parametrize("size", [(30, 8), (500, 200)])
def test_every_sample_is_read_at_the_smallest_and_the_largest_size(path: Path, size: tuple[int, int]) -> None:
    with reading(path, columns=size[0], rows=size[1]) as terminal:
        terminal.look_for("clean")
        for key in ("]", "\r", sent("escape"), "G", "g"):
            terminal.press(key)
        assert {cell_len(line) for line in terminal.lines} == {size[0]}
        leave(terminal)


def test_the_place_is_kept_through_sizes_and_measures() -> None:
    with reading(SAMPLES / "10-council-minutes.txt") as terminal:
        terminal.wait_for_all()
        for key in "50G":
            terminal.press(key)
        terminal.look_for("at 50%")
        words = pointed_at(terminal.lines)
        assert len(words) > 20
        for size in ((60, 20), (30, 8), (140, 45), (100, 30)):
            terminal.resize(*size)
            terminal.watch_size(*size)
            terminal.settle(0.3, 2.0, patience=0.5)
        terminal.wait_until(lambda lines: pointed_at(lines) == words, f"{words!r} is not where one is any more")
        for key in ("-", "-", "+", "+", "z", "z"):
            terminal.press(key)
        terminal.wait_until(lambda lines: pointed_at(lines) == words, f"{words!r} is not where one is any more")
        leave(terminal)


def pointed_at(lines: list[str]) -> str:
    """The line of the article that the pointer in the gutter is beside."""
    return next(
        (words.strip(" ┊▎◆│┃") for line in lines[1:-1] for _, sign, words in [line.partition("› ")] if sign), ""
    )


def test_zen_mode_shows_only_the_text_and_a_new_width_is_reported() -> None:
    with reading(WIRE) as terminal:
        terminal.look_for("1 Entities")
        terminal.press("z")
        terminal.look_away("1 Entities")
        terminal.look_away("clean")
        terminal.press(sent("escape"))
        terminal.look_for("1 Entities")
        terminal.press("-")
        terminal.look_for("cells")
        terminal.press(sent("tab"))
        leave(terminal)


# Scripts.

SCRIPTS = (
    ("Norwick שלום עולם waits", "עולם"),
    ("الميناء مغلق اليوم", "مغلق"),
    ("北京の春は長い。フェリーは来ない", "フェリー"),
    ("👩‍👩‍👧‍👦 and 🇫🇷 met at noon 👍🏽", "met at noon"),
    ("Cafe\u0301 de l\u2019E\u0301te\u0301 n\u0303o is open", "is open"),
)


@pytest.mark.parametrize(("words", "sought"), SCRIPTS)
def test_every_script_is_in_its_cells_is_found_and_is_copied_whole(words: str, sought: str, tmp_path: Path) -> None:
    path = tmp_path / "scripts.txt"
    path.write_text(f"A first line of it\n\n{words}\n\n" + "The quay was empty. " * 20, "utf-8")
    with reading(path, columns=60, rows=20) as terminal:
        terminal.look_for("clean")
        terminal.press("b")
        terminal.press("/")
        terminal.press(sought)
        terminal.look_for("1/1")
        terminal.press("\r")
        terminal.press("y")
        terminal.look_for("copied")
        terminal.press("v")
        terminal.press(sent("right"))
        terminal.press(sent("escape"))
        look_for_copy(terminal, words)
        leave(terminal)


# Without a screen.


def told(*words: str, status: int = 0) -> str:
    """The output of a command on a terminal."""
    terminal = Watched([sys.executable, "-P", "-m", "tui", *words], 100, 50)
    assert terminal.end() == status
    written = bytes(terminal.output).decode()
    assert "\x1b" not in written
    terminal.close()
    return written


def test_output_on_a_terminal_is_plain_text_with_a_line_for_each_item(tmp_path: Path) -> None:
    configure(tmp_path, '[keys]\nquit = "Q"\n')
    assert "Q\tquit\t" in told("keys")
    assert f"settings\t{tmp_path}/home/broadsheet/config.toml" in told("paths")
    doctor = told("doctor")
    assert "ok   settings: from " in doctor
    assert "OSC 52, where the terminal takes it" in doctor
    assert "complete" in told("completion", "bash")
    assert ".TH BROADSHEET 1" in told("man")
    plain = told("--plain", str(WIRE))
    assert "We have been patient" in plain
    assert "Share on Facebook" not in plain
    said = told("--say", "structure,quotes", str(WIRE))
    assert "Headline: Ferry strike" in said
    assert "lines stripped: nav" in said
    assert json.loads(told("annotate", "--no-entities", str(WIRE)).replace("\r\n", "\n"))["format"] == "broadsheet/1"
    configure(tmp_path, "[keys]\nqiut = 'Q'\n")
    assert "keys.qiut: no such command; did you mean quit?" in told("keys", status=1)
    assert "BAD  settings: " in told("doctor", status=1)


@pytest.mark.parametrize("term", ["dumb", ""])
def test_a_terminal_without_a_screen_gets_the_text(term: str) -> None:
    command = ["env", f"TERM={term}", sys.executable, "-P", "-m", "tui", str(WIRE)]
    terminal = Watched(command, 100, 50)
    assert terminal.end() == 0
    assert b"We have been patient" in terminal.output
    assert b"\x1b" not in terminal.output
    terminal.close()


def test_an_old_terminal_is_asked_nothing_it_might_print() -> None:
    terminal = Watched(
        ["env", "TERM=vt100", sys.executable, "-P", "-m", "tui", str(WIRE), "--model", "none/such"], 80, 24
    )
    terminal.look_for("clean")
    terminal.press("]")
    assert b"\x1b]11;?" not in terminal.output
    leave(terminal)
