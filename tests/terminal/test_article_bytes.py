"""The bytes that the article pane writes to a terminal for a hostile article."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from tests.terminal.looking import Watched
from tui.terminal.safe_text import unsafe, visible

CONTROLS = "".join(chr(code) for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\r\n\t")
HOSTILE = (
    "START \x1b]52;c;ZXZpbA==\x07 \x1b]0;owned\x1b\\ \x1b]8;;file:///etc/passwd\x1b\\link\x1b]8;;\x1b\\ "
    "\x1b[2J\x1b[31m \x9b31m \x90q\x9c \x1bP+q\x1b\\ \x1b_x\x1b\\ \x1bc \u202eoverride\u202c \u2066isolate\u2069 "
    f"\ufffd \U000e0041 \u2028 [/b] [@click=app.quit]x[/] [including] {CONTROLS} END\n" + "A line below.\n" * 40
)
SEQUENCE = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[PX^_].*?\x1b\\|[ -/]*[0-~])", re.S)
PLACE = re.compile(rb"\x1b\[[0-9;]*H")
"""Where something is written: a reader that had no time between two keys paints what has changed in both at once."""


def written(folder: Path, text: str) -> bytes:
    """All that the pane writes for an article, scrolled down and up again."""
    path = folder / "article.txt"
    path.write_text(text, encoding="utf-8", newline="")
    terminal = Watched([sys.executable, "-m", "benchmarks.reading.pane_app", str(path)], 80, 12)
    try:
        terminal.look_for("START")
        first = terminal.lines
        terminal.press("j")
        terminal.wait_until(lambda lines: lines[0] == first[1], "it never went a line down")
        terminal.press("G")
        terminal.wait_until(lambda lines: "A line below." in lines[0], "it never went to the end")
        terminal.press("g")
        terminal.wait_until(lambda lines: lines == first, "the beginning never came back")
        return bytes(terminal.output)
    finally:
        terminal.close()


def test_no_sequence_and_no_control_character_of_the_article_reaches_the_terminal(tmp_path: Path) -> None:
    hostile, harmless = written(tmp_path, HOSTILE), written(tmp_path, visible(HOSTILE))
    others = {one for one in SEQUENCE.findall(hostile) if not PLACE.fullmatch(one)}
    assert others <= set(SEQUENCE.findall(harmless))
    text = SEQUENCE.sub(b"", hostile).decode()
    assert unsafe().sub("", text) == text.translate({ord(one): None for one in "\r\n"})
    assert "␛]52;c;ZXZpbA==␇" in text
    assert "[including]" in text
