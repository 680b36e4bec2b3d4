"""The panels that look at an article from above, on a real terminal and the sizes people have."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.terminal.looking import Watched, reading, sent

SAMPLES = Path(__file__).resolve().parents[2] / "sample_articles"
WIRE = SAMPLES / "01-ferry-strike.txt"
SIZES = [(100, 30), (60, 20), (30, 8)]


@pytest.mark.parametrize("size", SIZES)
def test_who_said_what_goes_into_a_speaker_and_to_a_quote(size: tuple[int, int]) -> None:
    with reading(WIRE, columns=size[0], rows=size[1]) as terminal:
        terminal.look_for("stripped")
        terminal.press("w")
        terminal.look_for("Who said what")
        terminal.press("\r")
        terminal.look_for("speaks")
        terminal.press("\r")
        terminal.look_for("›")
        terminal.look_away("speaks")
        terminal.press("q")
        assert terminal.end() == 0
        assert terminal.restored


@pytest.mark.parametrize("size", SIZES)
def test_the_headings_lead_there(size: tuple[int, int]) -> None:
    with reading(SAMPLES / "08-observatory.md", columns=size[0], rows=size[1]) as terminal:
        terminal.look_for("clean")
        terminal.look_for(" 0/")  # what there is to list is known
        terminal.press("T")
        terminal.look_for("╭")
        terminal.look_for("A telescope for")
        terminal.press(sent("down"))
        terminal.press("\r")
        terminal.look_for("›")
        terminal.look_away("╭")
        terminal.press("q")
        assert terminal.end() == 0


@pytest.mark.parametrize("size", SIZES)
def test_compare_read_opens_both_with_the_comparison_over_the_first(size: tuple[int, int], tmp_path: Path) -> None:
    left, right = tmp_path / "left.txt", tmp_path / "right.txt"
    left.write_text("Pumps hold in Ume\n\n“We mended the pumps [in Ume] before the storm came,” Rosa Oduya said.\n")
    right.write_text("Pumps hold\n\n“We mended the pumps before the big storm came,” said Oduya.\n")
    command = [sys.executable, "-P", "-m", "tui", "compare", str(left), str(right), "--read", "--model", "none/such"]
    terminal = Watched(command, *size)
    try:
        terminal.look_for("2 edits")
        terminal.look_for("[-[in Ume]-]")
        terminal.press("%")
        terminal.look_for("▸ B" if size[1] > 8 else "Pumps hold")
        terminal.press(sent("escape"))
        terminal.look_for("the big storm" if size[0] > 30 else "the big")
        terminal.press("q")
        assert terminal.end() == 0
        assert terminal.restored
    finally:
        terminal.close()


def test_the_sidebar_is_listed_in_another_order_and_filtered() -> None:
    with reading(WIRE) as terminal:
        terminal.look_for("2 Quotes")
        terminal.press("S")
        terminal.look_for("by place in the text")
        terminal.press("\t")
        terminal.press("/")
        for letter in "patient":
            terminal.press(letter)
        terminal.look_for("/ patient")
        terminal.press("\r")
        terminal.press("q")
        assert terminal.end() == 0
