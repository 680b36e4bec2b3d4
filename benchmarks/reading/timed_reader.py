"""broadsheet with a clock in it: `timed_reader.py STAMPS ARTICLE` appends a line to a file for each key.

The line says how many nanoseconds passed from the key's arrival to the write of what it changes, in how many
of them a thread of the program was ready and had no processor, and 1 while annotations are still to come,
else 0. On a machine where other programs run too, the second is theirs.
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
"""What is written of more characters than that changes the screen: the rest says that a frame begins or ends."""


class Clock:
    """From each key to the first frame after it."""

    def __init__(self, stamps: Path) -> None:
        self._stamps = os.open(stamps, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        self._began: tuple[int, int, bool] | None = None

    def key(self, app: Any) -> None:
        """A key has come."""
        to_come = app.desk is None or app.desk.share < 1
        self._began = perf_counter_ns(), _waited(), to_come

    def frame(self) -> None:
        """A frame has been written."""
        began, self._began = self._began, None
        if began is not None:
            wall, waited = perf_counter_ns() - began[0], _waited() - began[1]
            os.write(self._stamps, f"{wall} {waited} {began[2]:d}\n".encode())


class TimedFile:
    """The terminal; `clock` is told when a frame has reached it."""

    def __init__(self, file: IO[str], clock: Clock) -> None:
        self._file, self._clock = file, clock
        self._framed = False

    def write(self, text: str) -> None:
        """As the file does."""
        self._file.write(text)
        self._framed = self._framed or len(text) > _FRAME

    def flush(self) -> None:
        """As the file does."""
        self._file.flush()
        if self._framed:
            self._framed = False
            self._clock.frame()

    def fileno(self) -> int:
        """As the file does."""
        return self._file.fileno()


def _waited() -> int:
    """Nanoseconds that the threads of this process have been ready without a processor."""
    return sum(int((task / "schedstat").read_text().split()[1]) for task in Path("/proc/self/task").iterdir())


def put_in(clock: Clock) -> None:
    """Let the parts of Textual that read keys and write frames tell the clock."""
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
