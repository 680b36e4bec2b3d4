"""Choices of kinds are remembered by the next reader and do not affect other commands."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.terminal.looking import BYTES, Watched, reading

ARTICLE = """\
Harbour bridge to close for a year

By Nadia Ferrow

Photo: Tom Hale / Northern Wire

The old harbour bridge will close in May for repairs that the city has put off since the flood of 2011.

“We have waited too long,” Mayor Ilse Brandt told reporters on Monday.
"""


def turn(terminal: Watched, kind: str, *, folded: bool) -> None:
    """Turn a kind in the panel, which is left open."""
    terminal.press("B")
    terminal.look_for(f"{'▸' if folded else '●'} {kind} ")
    terminal.look_for("● body ")
    rows = [line for line in terminal.lines if "shown" in line or "folded" in line]
    terminal.press("g")  # the panel may have been opened before the kinds were known
    for _ in range(next(number for number, line in enumerate(rows) if f" {kind} " in line)):
        terminal.press("j")
    terminal.press("\r")


def test_a_kind_that_is_turned_stays_so(tmp_path: Path) -> None:
    path = tmp_path / "bridge.txt"
    path.write_text(ARTICLE, "utf-8")
    for size in ((100, 30), (60, 20)):
        with reading(path, columns=size[0], rows=size[1]) as terminal:
            terminal.look_for("1 line stripped: credit")
            turn(terminal, "credit", folded=True)
            terminal.look_for("credit: shown from now on")
            terminal.look_for("Photo: Tom Hale")
            terminal.press(BYTES["escape"])
            terminal.press("q")
            assert terminal.end() == 0
        with reading(path, columns=size[0], rows=size[1]) as terminal:
            terminal.look_for("Photo: Tom Hale")
            turn(terminal, "credit", folded=False)
            terminal.look_for("credit: folded away from now on")
            terminal.press(BYTES["escape"])
            terminal.press("q")
            assert terminal.end() == 0


def test_the_command_line_goes_before_what_is_remembered_and_what_is_remembered_is_the_readers_own(
    tmp_path: Path,
) -> None:
    path = tmp_path / "bridge.txt"
    path.write_text(ARTICLE, "utf-8")
    with reading(path) as terminal:
        terminal.look_for("1 line stripped: credit")
        turn(terminal, "byline", folded=False)
        terminal.look_for("byline: folded away")
        terminal.press(BYTES["escape"])
        terminal.press("q")
        assert terminal.end() == 0
    program = [sys.executable, "-m", "tui", "export", "--format", "txt", str(path)]
    assert "Nadia" in subprocess.run(program, capture_output=True, text=True, check=True).stdout
    command = [sys.executable, "-P", "-m", "tui", str(path), "--keep", "byline,credit", "--model", "none/such"]
    terminal = Watched(command, 100, 30)
    terminal.look_for("By Nadia Ferrow")
    terminal.look_for("Photo: Tom Hale")
    terminal.press("q")
    assert terminal.end() == 0
