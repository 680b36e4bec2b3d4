"""Runs a program in a pseudo-terminal: sends keys, answers its queries, measures time and memory.

CPU times are those that the kernel counts for the program's threads (`schedstat`), so other load on the machine does
not disturb them; wall times end at the first byte of output.
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

ANSWERS = [  # a terminal's answers to queries about its type, state and features
    (re.compile(rb"\x1b\[0?c"), b"\x1b[?62;22c"),
    (re.compile(rb"\x1b\[6n"), b"\x1b[1;1R"),
    (re.compile(rb"\x1b\]11;\?(?:\x07|\x1b\\)"), b"\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\"),
    (re.compile(rb"\x1b\]10;\?(?:\x07|\x1b\\)"), b"\x1b]10;rgb:d0d0/d0d0/d0d0\x1b\\"),
    (re.compile(rb"\x1b\[\?2026\$p"), b"\x1b[?2026;2$y"),
    (re.compile(rb"\x1b\[\?2048\$p"), b"\x1b[?2048;0$y"),
]

_LONGEST_QUESTION = 16
"""So many bytes are examined again together with what follows."""


class TerminalSession:
    """Starts `command` in a terminal of `columns` by `rows`; everything it writes is in `output`."""

    def __init__(self, command: Sequence[str], columns: int = 100, rows: int = 30) -> None:
        self.output = bytearray()
        self.first_byte: float | None = None
        """Seconds from the start to the first byte of output."""
        self._answered = 0
        self._fd, terminal = pty.openpty()
        self.resize(columns, rows)  # before the program can query it
        self.name = os.ttyname(terminal)
        self.modes_before = termios.tcgetattr(terminal)
        """The modes of the terminal (`termios`) before the program starts."""
        self._started = time.perf_counter()
        self.pid = os.fork()
        if self.pid == 0:
            _become(command, terminal)
        os.close(terminal)
        os.set_blocking(self._fd, False)

    def resize(self, columns: int, rows: int) -> None:
        """Change the size of the terminal; the kernel notifies the program."""
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def settle(self, quiet: float = 0.05, longest: float = 30.0, patience: float = 0.0) -> float | None:
        """Read until nothing has come for `quiet` seconds; returns seconds to the first byte, or `None`.

        It waits up to `patience` seconds for the first byte.
        """
        start = last = time.perf_counter()
        first: float | None = None
        while (now := time.perf_counter()) - start < longest:
            wait = (quiet if first is not None else max(quiet, patience)) - (now - last)
            if wait <= 0:
                break
            ready, _, _ = select.select([self._fd], [], [], wait)
            if not ready:
                continue
            try:
                chunk = os.read(self._fd, 1 << 16)
            except (BlockingIOError, OSError):
                break
            last = time.perf_counter()
            first = last - start if first is None else first
            self.first_byte = last - self._started if self.first_byte is None else self.first_byte
            self.output += chunk
            self._answer()
        return first

    def _answer(self) -> None:
        """Answer the queries that have arrived since; one that came in two pieces is answered once it is complete."""
        new, end = bytes(self.output[self._answered :]), 0
        for question, answer in ANSWERS:
            for asked in question.finditer(new):
                os.write(self._fd, answer)
                end = max(end, asked.end())
        self._answered += max(end, len(new) - _LONGEST_QUESTION)

    def wait_for(self, marker: bytes, longest: float = 60.0) -> None:
        """Read until `marker` has been written; raises `TimeoutError` after `longest` seconds."""
        deadline = time.perf_counter() + longest
        while marker not in self.output:
            if time.perf_counter() > deadline:
                raise TimeoutError(f"{marker!r} did not appear; the last of it: {bytes(self.output[-200:])!r}")
            self.settle(0.05, 0.2)

    def press(self, key: str) -> float | None:
        """Send a key and read until quiet; returns seconds to the first byte, or `None`."""
        os.write(self._fd, key.encode())
        return self.settle(patience=1.0)

    def cpu_ms(self) -> float:
        """Milliseconds of processor time of all threads of the program."""
        total = 0
        for task in Path(f"/proc/{self.pid}/task").iterdir():
            total += int((task / "schedstat").read_text().split()[0])
        return total / 1e6

    def memory_mib(self, field: str = "VmHWM") -> float:
        """Peak memory of the program in MiB (`VmHWM`), or its present memory (`VmRSS`)."""
        status = Path(f"/proc/{self.pid}/status").read_text()
        found = re.search(rf"{field}:\s+(\d+)", status)
        return int(found.group(1)) / 1024 if found else 0.0

    def close(self) -> None:
        """Kill the program."""
        try:
            os.kill(self.pid, signal.SIGKILL)
        except ProcessLookupError:
            self.pid = 0
        if self.pid:
            os.waitpid(self.pid, 0)
        os.close(self._fd)


def _become(command: Sequence[str], terminal: int) -> NoReturn:
    """Become the program, in the new process, with the terminal as its own."""
    try:
        os.login_tty(terminal)
        os.environ.update(TERM="xterm-256color", COLORTERM="truecolor")
        # By name, because readline puts a width of its own into the environment behind Python's back.
        os.execvpe(command[0], list(command), dict(os.environ))
    finally:
        os._exit(127)
