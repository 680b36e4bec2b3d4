"""The library on a real terminal: the first time, an article left and opened again, two at once, a signal."""

from __future__ import annotations

import signal
from pathlib import Path

from tests.terminal.looking import begin

SAMPLES = Path(__file__).resolve().parents[2] / "sample_articles"
WIRE = SAMPLES / "01-ferry-strike.txt"


def test_the_first_time_there_are_sample_articles_and_one_opens_and_closes() -> None:
    terminal = begin()
    terminal.look_for("10 articles")
    terminal.press("/")
    for letter in "telescope":
        terminal.press(letter)
    terminal.look_for("of 10 articles")
    terminal.press("\r")
    terminal.press("\r")
    terminal.look_for("/telescope 1/")
    terminal.wait_until(
        lambda lines: any("telescope" in line.lower() and "/telescope" not in line for line in lines),
        "what was searched for never was in sight",
    )
    terminal.press("q")
    terminal.look_for("articles")
    terminal.press("q")
    assert terminal.end() == 0
    assert terminal.restored


def test_the_place_is_kept_when_a_signal_ends_the_program_and_comes_back_with_a_notice() -> None:
    terminal = begin(str(WIRE))
    terminal.look_for(
        "stripped"
    )  # the clean view: two pages of it would be all, and what was read to its end begins anew
    terminal.press("d")
    terminal.look_for("theatre for their own galleries")
    terminal.end(stop=signal.SIGTERM)
    again = begin(str(WIRE))
    again.look_for("resumed at")
    again.press("q")
    assert again.end() == 0


def test_two_at_once_write_into_one_library() -> None:
    one, other = begin(str(WIRE)), begin(str(SAMPLES / "03-library-vote.txt"))
    for terminal in (one, other):
        terminal.look_for("Quotes")
        terminal.look_for(" 0/")
        terminal.press("]")
        terminal.press("h")
        terminal.look_for("highlighted")
    for terminal in (one, other):
        terminal.press("q")
        assert terminal.end() == 0
    shelf = begin()
    shelf.look_for("2 articles")
    shelf.press("q")
    assert shelf.end() == 0
