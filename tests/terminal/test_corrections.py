"""Corrections made in the reader are applied by later exports."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.terminal.looking import reading

ARTICLE = """\
Photo: Tom Hale / Northern Wire

Harbour bridge to close for a year

The old harbour bridge will close in May for repairs that the city has put off since the flood of 2011.
"""


def test_a_correction_made_in_the_reader_holds_for_the_export(tmp_path: Path) -> None:
    path = tmp_path / "bridge.txt"
    path.write_text(ARTICLE, "utf-8")
    with reading(path) as terminal:
        terminal.look_for("1 line stripped: credit")
        for key in ("b", "1", "2", "4", "g", "]", "c"):
            terminal.press(key)
        terminal.look_for("right: this line is credit")
        for letter in "line is body":
            terminal.press(letter)
        terminal.look_for("this line is body")
        terminal.press("\r")
        terminal.look_for("the line is body")
        terminal.press("q")
        assert terminal.end() == 0
    program = [sys.executable, "-m", "tui", "export", "--format", "txt", str(path)]
    done = subprocess.run(program, capture_output=True, text=True, check=True)
    assert done.stdout == ARTICLE
    assert "1 of your corrections applied" in done.stderr
    done = subprocess.run([*program, "--no-corrections"], capture_output=True, text=True, check=True)
    assert "Tom Hale" not in done.stdout
    assert done.stderr == ""
