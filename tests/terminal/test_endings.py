"""However the reader ends, the terminal is as it was and the exit status says which way it was."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path

import pytest

from tests.terminal.looking import PATIENCE, STARTED, Watched, reading

SAMPLE = Path(__file__).resolve().parents[2] / "sample_articles" / "01-ferry-strike.txt"


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_ends_it_with_the_terminal_restored(number: signal.Signals) -> None:
    with reading(SAMPLE) as terminal:
        terminal.look_for("clean")
        assert terminal.end(stop=number) == 128 + number
        assert terminal.restored
        assert b"Traceback" not in terminal.output


def children_of(terminal: Watched) -> list[int]:
    """The processes that the reader has started; waits for there to be one."""
    listed = Path(f"/proc/{terminal.pid}/task/{terminal.pid}/children")
    deadline = time.monotonic() + PATIENCE
    while not (found := listed.read_text().split()):
        assert time.monotonic() < deadline, "it never started one"
        terminal.settle(0.01, 0.05, patience=0.02)
    return [int(pid) for pid in found]


def test_the_annotator_process_ends_with_it() -> None:
    with reading(SAMPLE, model="") as terminal:
        children = children_of(terminal)
        terminal.press("q")
        assert terminal.end() == 0
    deadline = time.monotonic() + PATIENCE
    while still_there := [child for child in children if Path(f"/proc/{child}").exists()]:  # what it killed ends soon
        assert time.monotonic() < deadline, still_there
        time.sleep(0.01)


def test_a_killed_annotator_is_one_line_and_reading_goes_on() -> None:
    with reading(SAMPLE, model="") as terminal:
        for child in children_of(terminal):
            os.kill(child, signal.SIGKILL)
        terminal.look_for("ended unexpectedly")
        terminal.look_for("stripped")
        terminal.press("G")
        terminal.look_for("100%")
        terminal.press("q")
        assert terminal.end() == 0
        assert terminal.restored


def test_a_crash_in_a_handler_is_one_line_without_the_text_of_the_article() -> None:
    code = (
        "import sys; from tui.screens.reader.screen import ReaderScreen\n"
        "def broken(self): article = 'SECRET\\x1b]0;x\\x07'; raise RuntimeError('broken\\x1b[2Jhandler')\n"
        "ReaderScreen.action_half_down = broken\n"
        "from tui.cli import main; sys.exit(main())"
    )
    terminal = Watched([sys.executable, "-c", code, str(SAMPLE), "--model", "none/such"], 100, 30)
    try:
        terminal.look_for("clean")
        terminal.press("d")
        assert terminal.end() == 1
        assert terminal.restored
        after = bytes(terminal.output).rsplit(b"\x1b[?1049l", 1)[1]
        assert b"broken\xe2\x90\x9b[2Jhandler" in after
        assert b"SECRET" not in after
        assert b"Traceback" not in after
    finally:
        terminal.close()


@pytest.mark.parametrize("early", [True, False])
def test_sigterm_ends_it_where_whoever_started_it_ignores_sigint(early: bool) -> None:
    """As a shell without job control has it for what runs in the background."""
    code = "import sys; from tui.cli import main; sys.exit(main())"
    script = 'trap "" INT; exec "$0" "$@"'
    terminal = Watched(["sh", "-c", script, sys.executable, "-c", code, str(SAMPLE), "--model", "none/such"], 100, 30)
    try:
        terminal.look_for("Ferry" if early else "stripped")
        assert terminal.end(stop=signal.SIGTERM) == 128 + signal.SIGTERM
        assert terminal.restored
        assert b"Traceback" not in terminal.output
    finally:
        terminal.close()


def ended_after_hangup(delay: float, *, own_terminal: bool, code: str = STARTED) -> int:
    """The exit status of a reader whose terminal goes away some seconds after the first paint.

    Where it is not its own terminal, no signal tells it. `code` starts it.
    """
    controller, terminal = pty.openpty()
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))
    command = [sys.executable, "-c", code, str(SAMPLE)]

    def as_own() -> None:
        fcntl.ioctl(0, termios.TIOCSCTTY, 0)

    process = subprocess.Popen(
        [*command, "--model", "none/such"], stdin=terminal, stdout=terminal, stderr=terminal,
        start_new_session=True, preexec_fn=as_own if own_terminal else None,
    )  # fmt: skip
    os.close(terminal)
    try:
        seen = read_for(controller, PATIENCE, until=b"clean")
        assert b"clean" in seen, f"it never painted: {seen!r}"
        read_for(controller, delay)
        assert process.poll() is None
        os.close(controller)
        return process.wait(timeout=PATIENCE)
    finally:
        process.kill()
        process.wait()


def read_for(descriptor: int, seconds: float, until: bytes | None = None) -> bytes:
    """What comes in so many seconds, no longer than until some bytes are in it."""
    seen = b""
    deadline = time.monotonic() + seconds
    while (left := deadline - time.monotonic()) > 0 and (until is None or until not in seen):
        if select.select([descriptor], [], [], left)[0]:
            seen += os.read(descriptor, 65536)
    return seen


@pytest.mark.parametrize("delay", [0.0, 0.05, 0.1, 0.2, 0.4, 2.0])
@pytest.mark.parametrize("own_terminal", [True, False])
def test_a_terminal_that_goes_away_takes_the_reader_with_it(own_terminal: bool, delay: float) -> None:
    assert ended_after_hangup(delay, own_terminal=own_terminal) in {128 + signal.SIGHUP, -signal.SIGHUP}


@pytest.mark.parametrize("delay", [0.3, 0.5, 0.7, 2.0])
def test_a_terminal_that_fails_before_its_hangup_is_told_is_no_crash(delay: float) -> None:
    """Reading from it fails for a moment before it is found to have ended; here for good, and seconds before."""
    code = (
        "import os, signal, time\n"
        "read = os.read\n"
        "def fails(descriptor, size):\n"
        "    found = read(descriptor, size)\n"
        "    if descriptor == 0 and not found: raise OSError(5, 'Input/output error')\n"
        "    return found\n"
        "os.read = fails\n"
        "import tui.terminal.signals as signals\n"
        "waits = signals._wait_for_hangup\n"
        "signals._wait_for_hangup = lambda *about: (time.sleep(3), waits(*about))\n"
    ) + STARTED
    assert ended_after_hangup(delay, own_terminal=False, code=code) == 128 + signal.SIGHUP


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_after_a_signal_one_line_says_what_it_was_and_what_was_written_is_kept(number: signal.Signals) -> None:
    with reading(SAMPLE) as terminal:
        terminal.look_for("there is no model")
        terminal.look_for(" 0/")
        terminal.press("]")
        terminal.press("h")
        terminal.look_for("highlighted")
        _, number_of_them = terminal.count()
        assert terminal.end(stop=number) == 128 + number
        assert said_at_the_end(terminal) == [
            f"broadsheet: ended by {number.name}; the place and what was written are kept"
        ]
    with reading(SAMPLE) as terminal:
        terminal.look_for(f"/{number_of_them} ·")
        terminal.press("q")
        assert terminal.end() == 0
        assert said_at_the_end(terminal) == []


def said_at_the_end(terminal: Watched) -> list[str]:
    """The lines that stand below the prompt when the reader has gone."""
    after = bytes(terminal.output).rsplit(b"\x1b[?1049l", 1)[1].decode()
    words = re.sub(r"\x1b(\[[0-9;?<=>]*[a-zA-Z]|\][^\x07]*\x07)", "", after)
    return [line for line in words.splitlines() if line.strip()]


def test_a_crash_of_what_reads_the_keys_is_one_line_too() -> None:
    code = (
        "from tui.first_paint import hearing\n"
        "def broken(*arguments): raise RuntimeError('no keys')\n"
        "hearing._Parser.tick = broken\n"
    )
    with reading(SAMPLE, code=code + STARTED) as terminal:
        assert terminal.end() == 1
        assert terminal.restored
        assert said_at_the_end(terminal) == [
            "broadsheet: something went wrong (RuntimeError: no keys); BROADSHEET_DEBUG=1 shows where"
        ]


def test_a_crash_in_a_worker_is_one_line_and_the_place_is_kept() -> None:
    code = (
        "import sys; from tui.screens.reader.screen import ReaderScreen\n"
        "async def broken(self): raise OSError('no\\x1b]0;owned\\x07 more')\n"
        "def begin(self): self.run_worker(broken(self), group='broken')\n"
        "ReaderScreen.action_half_down = begin\n"
        "from tui.cli import main; sys.exit(main())"
    )
    terminal = Watched([sys.executable, "-c", code, str(SAMPLE), "--model", "none/such"], 100, 30)
    try:
        terminal.look_for(" 0/")
        terminal.press(" ")
        terminal.press("d")
        assert terminal.end() == 1
        assert terminal.restored
        assert " ".join(said_at_the_end(terminal)).startswith(
            "broadsheet: something went wrong (OSError: no␛]0;owned␇ more)"
        ), said_at_the_end(terminal)
    finally:
        terminal.close()
    with reading(SAMPLE) as again:
        again.look_for("resumed at")
        again.press("q")
        assert again.end() == 0


def test_a_hangup_that_is_ignored_as_nohup_has_it_ends_nothing() -> None:
    code = "import sys; from tui.cli import main; sys.exit(main())"
    script = 'trap "" HUP; exec "$0" "$@"'
    terminal = Watched(["sh", "-c", script, sys.executable, "-c", code, str(SAMPLE), "--model", "none/such"], 100, 30)
    try:
        terminal.look_for("Ferry")
        os.kill(terminal.pid, signal.SIGHUP)
        terminal.look_for(" 0/")
        os.kill(terminal.pid, signal.SIGHUP)
        terminal.press("]")
        terminal.look_for(" 1/")
        assert terminal.end(stop=signal.SIGTERM) == 128 + signal.SIGTERM
        assert terminal.restored
    finally:
        terminal.close()


def test_the_library_is_left_in_order_too() -> None:
    terminal = Watched([sys.executable, "-P", "-m", "tui"], 100, 30)
    try:
        terminal.look_for("10 articles")
        assert terminal.end(stop=signal.SIGTERM) == 128 + signal.SIGTERM
        assert terminal.restored
        assert said_at_the_end(terminal)[0].startswith("broadsheet: ended by SIGTERM")
    finally:
        terminal.close()


WHILE_IT_BEGINS = """
import os, sys
from tui.app import BroadsheetApp
begins = BroadsheetApp.on_mount
def is_ended(app):
    os.kill(os.getpid(), {number:d})
    begins(app)
BroadsheetApp.on_mount = is_ended
from tui.cli import main
sys.exit(main())
"""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
@pytest.mark.parametrize("sources", [(), (SAMPLE,)], ids=["library", "article"])
def test_a_signal_while_the_terminal_is_taken_is_heard_when_it_can_be_given_back(
    sources: tuple[Path, ...], number: signal.Signals
) -> None:
    with reading(*sources, code=WHILE_IT_BEGINS.format(number=number)) as terminal:
        assert terminal.end() == 128 + number
        assert terminal.restored
        assert said_at_the_end(terminal) == [
            f"broadsheet: ended by {number.name}; the place and what was written are kept"
        ]


def test_a_crash_before_the_first_screen_is_one_line(tmp_path: Path) -> None:
    code = (
        "import sys; import tui.first_paint.glancing\n"
        "def broken(*arguments, **more): raise RuntimeError('early')\n"
        "tui.first_paint.glancing.glance = broken\n"
        "from tui.cli import main; sys.exit(main())"
    )
    terminal = Watched([sys.executable, "-c", code, str(SAMPLE)], 100, 30)
    try:
        assert terminal.end() == 1
        assert b"broadsheet: something went wrong (RuntimeError: early)" in terminal.output
        assert b"Traceback" not in terminal.output
    finally:
        terminal.close()
