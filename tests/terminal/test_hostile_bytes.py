"""The bytes that the reader writes to the terminal for a hostile article, title and file name."""

from __future__ import annotations

import re
from pathlib import Path

from tests.terminal.looking import BYTES, reading
from tui.terminal.safe_text import unsafe, visible

WORDS = (
    "START \x1b]52;c;ZXZpbA==\x07 \x1b]0;owned\x1b\\ \x1b]8;;file:///etc/passwd\x1b\\link\x1b]8;;\x1b\\ \x1b[2J "
    "\x9b31m \x90q\x9c \x1bc \u202eoverride\u202c \U000e0041 [/b] [@click=app.quit]here[/] [including] END"
)
BODY = "\n\nMayor \x1b[31mAda Vale\x07 said: “It is \x9b2Jdone.”\n\nMore \u202eof it.\n" * 30
SEQUENCE = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[PX^_].*?\x1b\\|[ -/]*[0-~])", re.S)
COLOURS = re.compile(rb"\x1b\[[0-9;]*[mH]")
NAME = "[@click=app.quit] \x1b]0;owned\x07 [b].txt"
KEYS = ["]", "enter", "escape", "b", "x", "escape", "?", "escape", ":", "escape", "f", "escape", "/", "o", "enter", "G"]


def written(folder: Path, name: str, text: str) -> bytes:
    """All that the reader writes while the article is walked through."""
    folder.mkdir()
    path = folder / name
    path.write_text(text, encoding="utf-8", newline="")
    with reading(path) as terminal:
        terminal.look_for("START")
        terminal.look_for("1 Entities")
        for key in KEYS:
            terminal.press(BYTES.get(key, key))
        terminal.press("q")
        terminal.press("q")
        assert terminal.end() == 0
        assert terminal.restored
        return bytes(terminal.output)


def test_hostile_text_never_reaches_the_terminal_and_is_not_lost(tmp_path: Path) -> None:
    hostile = written(tmp_path / "hostile", NAME, WORDS + BODY)
    harmless = written(tmp_path / "harmless", visible(NAME), visible(WORDS + BODY))
    others = {one for one in SEQUENCE.findall(hostile) if not COLOURS.fullmatch(one)}
    assert others <= set(SEQUENCE.findall(harmless))
    text = SEQUENCE.sub(b"", hostile).decode()
    assert set(unsafe().findall(text)) <= {"\r", "\n"}
    for shown in ("␛]52;c;ZXZpbA==␇", "[/b]", "[@click=app.quit]here[/]", "[including]"):
        assert shown in text
    assert b"]52;c;ZXZpbA==\x07" not in hostile
    assert b"\x1b]0;" not in hostile
