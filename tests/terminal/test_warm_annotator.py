"""How many annotator processes a reader starts: one for as many articles as are read, none for those that are known."""

from __future__ import annotations

import re
import subprocess
import time
from pathlib import Path

from tests.terminal.looking import PATIENCE, Watched, begin

SAMPLES = Path(__file__).resolve().parents[2] / "sample_articles"
COUNTED, UNDER_WAY = re.compile(r"1 Entities +\d"), re.compile(r"entities: \d+%")
"""The head of the layer that comes last, once some of it is there, and what the last line says until it all is."""


def look_for_names(terminal: Watched) -> None:
    """Wait until the annotator, or the library, has said all that is named in the article."""
    deadline = time.monotonic() + 5 * PATIENCE  # it loads a model, beside whatever else is running
    while not COUNTED.search("\n".join(lines := terminal.lines)) or UNDER_WAY.search("\n".join(lines)):
        assert time.monotonic() < deadline, "\n".join(lines)
        terminal.settle(0.02, 0.2, patience=0.2)


def children(terminal: Watched) -> set[int]:
    """The processes that the reader has started and that are still there."""
    table = subprocess.run(["ps", "-A", "-o", "pid=,ppid="], capture_output=True, text=True, check=True).stdout
    pairs = (map(int, line.split()) for line in table.splitlines())
    return {pid for pid, parent in pairs if parent == terminal.pid}


def test_one_process_serves_every_article_that_is_opened_from_the_library() -> None:
    terminal = begin()
    terminal.look_for("10 articles")
    terminal.press("\r")
    look_for_names(terminal)
    warm = children(terminal)
    assert len(warm) == 1
    for _ in range(2):
        terminal.press("q")
        terminal.look_for("10 articles")
        terminal.press("j")
        terminal.press("\r")
        terminal.look_away("10 articles")
        look_for_names(terminal)
        assert children(terminal) == warm
    terminal.press("q")
    terminal.press("q")
    assert terminal.end() == 0


def test_an_article_that_is_opened_again_starts_no_process() -> None:
    article = str(SAMPLES / "03-library-vote.txt")
    terminal = begin(article)
    look_for_names(terminal)
    assert len(children(terminal)) == 1
    terminal.press("q")
    assert terminal.end() == 0
    again = begin(article)
    look_for_names(again)
    assert children(again) == set()
    again.press("q")
    assert again.end() == 0
