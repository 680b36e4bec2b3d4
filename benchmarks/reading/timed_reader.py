"""broadsheet with a clock: `timed_reader.py STAMPS ARTICLE` appends a line to a file for each key.

The line has the nanoseconds from the key's arrival to the write of what it changes, the nanoseconds of these in which a
thread of the program was ready but had no processor, and 1 while annotations are still to come, else 0. On a busy
machine, the second are due to other programs.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from time import perf_counter_ns
from typing import IO, Any

from textual.drivers._writer_thread import WriterThread
from textual.drivers.linux_driver import LinuxDriver
from textual.events import Key
from textual.message import Message

from tui.cli import main

_FRAME = 16
"""Longer writes change the screen; shorter ones only begin or end a frame."""


class Clock:
    """Measures from each key to the first frame after it."""

    def __init__(self, stamps: Path) -> None:
        self._stamps = os.open(stamps, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        self._began: tuple[int, int, bool] | None = None

    def key(self, app: Any) -> None:
        """Start the clock for a key."""
        to_come = app.desk is None or app.desk.share < 1
        self._began = perf_counter_ns(), _waited(), to_come

    def frame(self) -> None:
        """Record the time at a written frame."""
        began, self._began = self._began, None
        if began is not None:
            wall, waited = perf_counter_ns() - began[0], _waited() - began[1]
            os.write(self._stamps, f"{wall} {waited} {began[2]:d}\n".encode())


class TimedFile:
    """The terminal as a file; `clock` is told when a frame has been flushed to it."""

    def __init__(self, file: IO[str], clock: Clock) -> None:
        self._file, self._clock = file, clock
        self._framed = False

    def write(self, text: str) -> None:
        """As in a file."""
        self._file.write(text)
        self._framed = self._framed or len(text) > _FRAME

    def flush(self) -> None:
        """As in a file."""
        self._file.flush()
        if self._framed:
            self._framed = False
            self._clock.frame()

    def fileno(self) -> int:
        """As in a file."""
        return self._file.fileno()


def _waited() -> int:
    """Nanoseconds that the threads of this process have been ready without a processor."""
    return sum(int((task / "schedstat").read_text().split()[1]) for task in Path("/proc/self/task").iterdir())


def put_in(clock: Clock) -> None:
    """Make the parts of Textual that read keys and write frames call the clock."""
    take, begin = LinuxDriver.process_message, WriterThread.__init__

    def process_message(driver: LinuxDriver, message: Message) -> None:
        if isinstance(message, Key):
            clock.key(driver._app)
        take(driver, message)

    def timed(thread: WriterThread, file: IO[str]) -> None:
        begin(thread, TimedFile(file, clock))  # type: ignore[arg-type]

    LinuxDriver.process_message = process_message  # type: ignore[method-assign]
    WriterThread.__init__ = timed  # type: ignore[assignment, method-assign]


if __name__ == "__main__":
    put_in(Clock(Path(sys.argv.pop(1))))
    sys.exit(main())
