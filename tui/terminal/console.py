"""The output of the command line: data on standard output, messages on standard error.

Text of an article reaches a terminal only through `safe_text`.
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator
from typing import Final, TextIO

from annotators.text.line_breaks import with_line_feeds
from tui.terminal.safe_text import one_line, visible

__all__ = [
    "OutputFailed",
    "OutputGone",
    "TerminalGone",
    "crash_line",
    "narrate",
    "narrate_crash",
    "on_terminal",
    "waiting",
    "write_data",
]

PROGRAM: Final = "broadsheet"


class OutputGone(Exception):
    """The reader of standard output has closed it."""


class TerminalGone(Exception):
    """The terminal went away during a write."""


class OutputFailed(Exception):
    """Standard output cannot be written; the message is one line that says why."""


def on_terminal() -> bool:
    """Whether standard output is a terminal."""
    return sys.stdout is not None and sys.stdout.isatty()


def write_data(text: str) -> None:
    """Write to standard output: to a file or pipe unchanged in UTF-8, to a terminal made safe and wrapped."""
    if sys.stdout is None:
        raise OutputGone
    shown = visible(with_line_feeds(text).replace("\r\n", "\n")) if on_terminal() else text
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(shown.encode("utf-8", "backslashreplace"))
        sys.stdout.buffer.flush()
    except BrokenPipeError as error:
        _discard(sys.stdout)
        raise OutputGone from error
    except OSError as error:
        _discard(sys.stdout)
        raise OutputFailed(f"standard output cannot be written ({error.strerror}); write elsewhere with -o") from error


def _discard(stream: TextIO) -> None:
    """Drop what is buffered, or Python would try to flush it at the end, complain, and exit with 120."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def narrate(message: str) -> None:
    """Print a line on standard error; does nothing if that is closed."""
    data = f"{PROGRAM}: {one_line(message)}\n".encode("utf-8", "replace")
    with contextlib.suppress(OSError, ValueError, AttributeError):
        try:
            sys.stderr.buffer.write(data)
            sys.stderr.buffer.flush()
        except OSError:
            _discard(sys.stderr)


@contextlib.contextmanager
def waiting(sentence: str) -> Iterator[None]:
    """Show a sentence on the terminal while something takes time, and remove it afterwards."""
    room = 0
    with contextlib.suppress(OSError, ValueError):
        if sys.stderr is not None and sys.stderr.isatty():
            room = max(0, os.get_terminal_size(sys.stderr.fileno()).columns - 1)
    _write_over(one_line(f"{PROGRAM}: {sentence}")[:room])
    try:
        yield
    finally:
        _write_over(" " * room)


def _write_over(line: str) -> None:
    with contextlib.suppress(OSError, ValueError):
        if line:
            sys.stderr.write(f"{line}\r")
            sys.stderr.flush()


def narrate_crash(error: Exception, subject: str = "") -> None:
    """Print a line about an unexpected error; with `BROADSHEET_DEBUG` set, raise it again."""
    narrate(crash_line(error, subject))


def crash_line(error: Exception, subject: str = "") -> str:
    """A line about an unexpected error; with `BROADSHEET_DEBUG` set, the error is raised again."""
    if os.environ.get("BROADSHEET_DEBUG"):
        raise error
    where = f"{subject}: " if subject else ""
    what = f"{type(error).__name__}: {error}"
    return f"{where}something went wrong ({what}); BROADSHEET_DEBUG=1 shows where"
