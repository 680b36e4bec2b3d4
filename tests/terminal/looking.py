"""A reader in a real terminal, with someone who looks at the screen."""

from __future__ import annotations

import os
import re
import signal
import sys
import termios
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import pyte

from benchmarks.terminal_session import TerminalSession

BYTES: Final = {
    "down": "\x1b[B", "up": "\x1b[A", "left": "\x1b[D", "right": "\x1b[C", "pagedown": "\x1b[6~", "pageup": "\x1b[5~",
    "home": "\x1b[H", "end": "\x1b[F", "escape": "\x1b", "enter": "\r", "tab": "\t", "shift+tab": "\x1b[Z",
    "space": " ", "comma": ",", "f1": "\x1bOP", "shift+right": "\x1b[1;2C", "shift+left": "\x1b[1;2D",
    "delete": "\x1b[3~",
}  # fmt: skip
"""What a terminal sends for the keys that have names."""

RESTORED: Final = (b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?1000l", b"\x1b[?1003l", b"\x1b[?2004l")
"""The normal screen, the cursor, no mouse reports, no bracketed paste."""

_PRIVATE: Final = re.compile(rb"\x1b\[[<>=?][0-9;]*[a-zA-Z]")
"""Sequences of newer terminals, which the emulator would print as text."""

PATIENCE: Final = 20.0

ESCAPE: Final = 0.2
"""Seconds of quiet after an escape, so that the next key is not taken for the rest of its sequence."""


def sent(key: str) -> str:
    """What a terminal sends for a key by its name in the list of commands."""
    if key.startswith("ctrl+"):
        return chr(ord(key[-1]) & 31)
    return BYTES.get(key, key)


class Watched(TerminalSession):
    """A session whose screen can be looked at, and whose end is kept."""

    def __init__(self, command: list[str], columns: int, rows: int) -> None:
        self._emulated = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._emulated)
        self._fed = 0
        self.status: int | None = None
        super().__init__(command, columns, rows)
        self._before = termios.tcgetattr(self._fd)

    @property
    def lines(self) -> list[str]:
        """The screen, line by line."""
        new = bytes(self.output[self._fed :])
        self._fed = len(self.output)
        self._stream.feed(_PRIVATE.sub(b"", new))
        return list(self._emulated.display)

    def ground(self, row: int, column: int) -> str:
        """The colour behind a cell, in hexadecimal or by name."""
        _ = self.lines
        return str(self._emulated.buffer[row][column].bg)

    def watch_size(self, columns: int, rows: int) -> None:
        """Look on at another size from now on."""
        _ = self.lines
        self._emulated.resize(rows, columns)

    def shows(self, words: str) -> bool:
        return any(words in line for line in self.lines)

    @property
    def counted(self) -> tuple[int, int]:
        """The number of the annotation and of how many, from the last line; twice 0 where nothing is counted yet."""
        found = re.search(r"(\d+)/(\d+) ·", self.lines[-1])
        return (int(found.group(1)), int(found.group(2))) if found else (0, 0)

    def press(self, key: str) -> float | None:
        """Send a key and read what it brings; a key that changes nothing is not waited for long."""
        os.write(self._fd, key.encode())
        return self.settle(ESCAPE if key == BYTES["escape"] else 0.02, patience=0.08)

    def look_for(self, words: str) -> None:
        """Wait until some words are on the screen."""
        deadline = time.monotonic() + PATIENCE
        while not self.shows(words):
            assert time.monotonic() < deadline, f"{words!r} never came:\n" + "\n".join(self.lines)
            self.settle(0.02, 0.2, patience=0.2)

    def look_away(self, words: str) -> None:
        """Wait until some words are no longer on the screen."""
        deadline = time.monotonic() + PATIENCE
        while self.shows(words):
            assert time.monotonic() < deadline, f"{words!r} never went:\n" + "\n".join(self.lines)
            self.settle(0.02, 0.2, patience=0.2)

    def end(self, *, stop: signal.Signals | None = None) -> int:
        """Wait for the program to end, after a signal if one is given; its exit status."""
        if stop is not None:
            os.kill(self.pid, stop)
        deadline = time.monotonic() + PATIENCE
        while self.status is None:
            assert time.monotonic() < deadline, "it never ended:\n" + "\n".join(self.lines)
            self.settle(0.02, 0.1, patience=0.1)
            ended, status = os.waitpid(self.pid, os.WNOHANG)
            if ended:
                self.status = os.waitstatus_to_exitcode(status)
        self.settle(0.02, 0.1)
        return self.status

    @property
    def restored(self) -> bool:
        """Whether the terminal is as it was: modes, screen, cursor, mouse, paste."""
        last = {code: bytes(self.output).rfind(code) for code in RESTORED}
        entered = bytes(self.output).rfind(b"\x1b[?1049h")
        return all(place > entered for place in last.values()) and self._modes() == self._modes_before()

    def _modes(self) -> tuple[int, ...]:
        return tuple(termios.tcgetattr(self._fd)[:4])

    def _modes_before(self) -> tuple[int, ...]:
        return tuple(self._before[:4])

    def close(self) -> None:
        if self.status is None:
            super().close()
        else:
            os.close(self._fd)


def begin(*words: str) -> Watched:
    """`broadsheet WORDS` in a terminal of its own."""
    return Watched([sys.executable, "-P", "-m", "tui", *words], 100, 30)


def leave(terminal: Watched) -> None:
    """Leave the reader, which ends well and leaves the terminal as it was."""
    terminal.press("q")
    assert terminal.end() == 0
    assert terminal.restored
    assert b"Traceback" not in terminal.output


def configure(folder: Path, written: str) -> None:
    """Write the settings of whoever reads with `folder` as the place of their home."""
    path = folder / "home" / "broadsheet" / "config.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(written, "utf-8")


@contextmanager
def reading(*sources: Path, columns: int = 100, rows: int = 30, model: str = "none/such") -> Iterator[Watched]:
    """`broadsheet SOURCES`; by default with a model that is not there, so that nothing has to be waited for."""
    options = ["--model", model] if model else []
    command = [sys.executable, "-c", "import sys; from tui.cli import main; sys.exit(main())"]
    session = Watched([*command, *map(str, sources), *options], columns, rows)
    try:
        yield session
    finally:
        session.close()
