"""A reader in a real terminal, with someone who looks at the screen."""

from __future__ import annotations

import fcntl
import os
import re
import select
import signal
import sys
import termios
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

import pyte

from benchmarks.reading.terminal_session import TerminalSession

BYTES: Final = {
    "down": "\x1b[B", "up": "\x1b[A", "left": "\x1b[D", "right": "\x1b[C", "pagedown": "\x1b[6~", "pageup": "\x1b[5~",
    "home": "\x1b[H", "end": "\x1b[F", "escape": "\x1b[27u", "enter": "\r", "tab": "\t", "shift+tab": "\x1b[Z",
    "space": " ", "comma": ",", "f1": "\x1bOP", "shift+right": "\x1b[1;2C", "shift+left": "\x1b[1;2D",
    "delete": "\x1b[3~",
}  # fmt: skip
"""What a terminal sends for the keys that have names.

For escape what newer ones send: of an escape by itself only time tells that nothing more comes, and a reader that
has no time just then takes the next key for the rest of it.
"""

RESTORED: Final = (b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?1000l", b"\x1b[?1003l", b"\x1b[?2004l")
"""The normal screen, the cursor, no mouse reports, no bracketed paste."""

_PRIVATE: Final = re.compile(rb"\x1b\[[<>=?][0-9;]*[a-zA-Z]")
"""Sequences of newer terminals, which the emulator would print as text."""

_OTHER_SCREEN: Final = re.compile(rb"\x1b\[\?1049[hl]")
"""The way to the other screen and back, which the emulator does not know: nothing is left of what was there before."""

_CLEARED: Final = b"\x1b[2J\x1b[H"

_NOTICE: Final = 5
"""Lines at the foot over which a notice is spread that is longer than one of them, or that comes beside another."""

BEGUN, ENDED = b"\x1b[?2026h", b"\x1b[?2026l"
"""What a frame stands between: a terminal shows all of it at once."""

_TORN: Final = re.compile(rb"\x1b(?:\[[<>=?0-9;]*)?\Z")
"""The beginning of a sequence, the rest of which is still to come."""

STARTED: Final = "import sys; from tui.cli import main; sys.exit(main())"
"""A program that is the reader."""

_NO_NAMES: Final = re.compile(r"1 Entities +–")

PATIENCE: Final = 90.0
"""Seconds in which whatever is waited for has to come, on a slow machine that has much else to do."""


def _stand_in(words: str, lines: list[str]) -> bool:
    """Whether words are on the screen: in a line, or in a notice on several."""
    return any(words in line for line in lines) or words in " ".join(" ".join(lines[-_NOTICE:]).split())


def sent(key: str) -> str:
    """What a terminal sends for a key by its name in the list of commands."""
    if key.startswith("ctrl+"):
        return chr(ord(key[-1]) & 31)
    return BYTES.get(key, key)


STARTED_NOW: Final[list[Watched]] = []
"""The sessions of the test that runs: what one that fails leaves running would keep the machine busy for all others."""


class Watched(TerminalSession):
    """A session whose screen can be looked at, and whose end is kept.

    It is looked at frame by frame: what was on the screen for a moment is seen, however late one looks, and half
    a frame never is.
    """

    def __init__(self, command: list[str], columns: int, rows: int) -> None:
        self._emulated = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._emulated)
        self._fed = 0
        self.status: int | None = None
        super().__init__(command, columns, rows)
        STARTED_NOW.append(self)

    @property
    def lines(self) -> list[str]:
        """The screen, line by line."""
        while self._see_next():
            pass
        return list(self._emulated.display)

    def _see_next(self) -> bool:
        """Let the emulator have the next frame, or what is written between two; whether there was anything."""
        new = bytes(self.output[self._fed :])
        if new.startswith(BEGUN) and self.status is None:
            size = new.find(ENDED) + len(ENDED)
            if size < len(ENDED):
                return False
        else:
            size = new.find(BEGUN, 1)
            if size < 0:
                torn = _TORN.search(new) if self.status is None else None
                size = torn.start() if torn else len(new)
        self._fed += size
        self._stream.feed(_PRIVATE.sub(b"", _OTHER_SCREEN.sub(_CLEARED, new[:size])))
        return size > 0

    def ground(self, row: int, column: int) -> str:
        """The colour behind a cell, in hexadecimal or by name."""
        _ = self.lines
        return str(self._emulated.buffer[row][column].bg)

    def watch_size(self, columns: int, rows: int) -> None:
        """Look on at another size from now on."""
        _ = self.lines
        self._emulated.resize(rows, columns)

    def shows(self, words: str) -> bool:
        return _stand_in(words, self.lines)

    @property
    def counted(self) -> tuple[int, int]:
        """The number of the annotation and of how many, from the last line; twice 0 where nothing is counted yet."""
        found = re.search(r"(\d+)/(\d+) ·", self.lines[-1])
        return (int(found.group(1)), int(found.group(2))) if found else (0, 0)

    def press(self, key: str) -> float | None:
        """Send a key and read what it brings; a key that changes nothing is not waited for long.

        What is looked for afterwards is not found in what has been read before.
        """
        self.settle(0.001)
        _ = self.lines
        os.write(self._fd, key.encode())
        return self.settle(0.02, patience=0.08)

    def wait_until(self, what: Callable[[list[str]], object], never: str) -> None:
        """Wait for a frame of which something is so, given its lines; the error says what `never` was."""
        deadline = time.monotonic() + PATIENCE
        while not what(list(self._emulated.display)):
            if not self._see_next():
                assert time.monotonic() < deadline, f"{never}:\n" + "\n".join(self.lines)
                self.settle(0.02, 0.2, patience=0.2)

    def look_for(self, words: str) -> None:
        """Wait until some words are on the screen."""
        self.wait_until(lambda lines: _stand_in(words, lines), f"{words!r} never came")

    def place(self, words: str) -> tuple[int, int]:
        """Wait until some words are on the screen; the line and the column, from 0, at which they begin."""
        self.wait_until(lambda lines: any(words in line for line in lines), f"{words!r} never came")
        seen = self._emulated.display  # and not a later frame, in which they may be elsewhere or gone
        line = next(number for number, line in enumerate(seen) if words in line)
        return line, seen[line].index(words)

    def wait_for_all(self) -> None:
        """Wait until all has been found that there is to be found without a model, which the sidebar says."""
        self.wait_until(lambda lines: any(_NO_NAMES.search(line) for line in lines), "it never was all found")

    def look_away(self, words: str) -> None:
        """Wait until some words are no longer on the screen."""
        self.wait_until(lambda lines: not _stand_in(words, lines), f"{words!r} never went")

    def count(self) -> tuple[int, int]:
        """What is `counted`, once it is said: a notice may have the whole line for a while."""
        self.wait_until(lambda _: self.counted != (0, 0), "nothing was counted")
        return self.counted

    def wait_for_more(self, written: bytes, before: int = 0) -> None:
        """Wait until the program has written something more than so many times."""
        self.wait_until(lambda _: self.output.count(written) > before, f"{written!r} never came")

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
        self._read_the_rest()
        return self.status

    def _read_the_rest(self) -> None:
        """Read what is on its way through the terminal, until nobody is left who could write on it."""
        deadline = time.monotonic() + PATIENCE
        with suppress(OSError):  # which is how Linux says that
            while select.select([self._fd], [], [], max(0.0, deadline - time.monotonic()))[0]:
                chunk = os.read(self._fd, 1 << 16)
                self.output += chunk
                if not chunk:
                    break

    @property
    def unread(self) -> int:
        """Bytes that have been typed, and that the program has not read; of a line, once it has ended."""
        terminal = os.open(self.name, os.O_RDONLY | os.O_NOCTTY)
        try:
            return int.from_bytes(fcntl.ioctl(terminal, termios.FIONREAD, bytes(4)), sys.byteorder)
        finally:
            os.close(terminal)

    @property
    def restored(self) -> bool:
        """Whether the terminal is as it was: modes, screen, cursor, mouse, paste."""
        last = {code: bytes(self.output).rfind(code) for code in RESTORED}
        entered = bytes(self.output).rfind(b"\x1b[?1049h")
        return all(place > entered for place in last.values()) and self._modes() == tuple(self.modes_before[:4])

    def _modes(self) -> tuple[int, ...]:
        return tuple(termios.tcgetattr(self._fd)[:4])

    def close(self) -> None:
        if self not in STARTED_NOW:
            return
        STARTED_NOW.remove(self)
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
def reading(
    *sources: Path, columns: int = 100, rows: int = 30, model: str = "none/such", code: str = STARTED
) -> Iterator[Watched]:
    """`broadsheet SOURCES`; by default with a model that is not there, so that nothing has to be waited for."""
    options = ["--model", model] if model else []
    session = Watched([sys.executable, "-c", code, *map(str, sources), *options], columns, rows)
    try:
        yield session
    finally:
        session.close()
