"""Away to the shell and back: by the key, by a signal, and where there is no shell to go to."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from typing import Final

import pytest

from tests.terminal.looking import RESTORED, Watched, configure, leave, reading
from tests.terminal.test_first_paint import WAITING

ENTERED = b"\x1b[?1049h"
WIRE = Path(__file__).resolve().parents[2] / "sample_articles" / "01-ferry-strike.txt"

SHELL = """
import os, signal, sys, termios
signal.signal(signal.SIGTTOU, signal.SIG_IGN)
modes = termios.tcgetattr(0)
child = os.fork()
if child == 0:
    os.setpgid(0, 0)
    os.tcsetpgrp(0, os.getpgrp())
    signal.signal(signal.SIGTTOU, signal.SIG_DFL)
    os.execv(sys.executable, [sys.executable, *sys.argv[1:]])
while True:
    _, status = os.waitpid(child, os.WUNTRACED)
    os.tcsetpgrp(0, os.getpgrp())
    if not os.WIFSTOPPED(status):
        sys.exit(os.waitstatus_to_exitcode(status))
    if termios.tcgetattr(0) != modes:
        print("ROUGH", flush=True)
        termios.tcsetattr(0, termios.TCSANOW, modes)
    print("STOPPED", flush=True)
    typed = sys.stdin.readline().strip()
    if typed in ("bg", "end"):
        if typed == "end":
            os.kill(child, signal.SIGTERM)
        os.kill(child, signal.SIGCONT)
        continue
    os.tcsetpgrp(0, child)
    os.kill(child, signal.SIGCONT)
"""
"""A shell that runs one job, of Python: whoever types a line brings it back, `bg` goes on with it behind, `end` kills
it there.

It says when it finds the terminal as no shell can use it.
"""

LEAVING_SHELL = """
import os, select, signal, sys, time
signal.signal(signal.SIGTTOU, signal.SIG_IGN)
told, tells = os.pipe()
shell = os.fork()
if shell == 0:
    job = os.fork()
    if job == 0:
        os.setpgid(0, 0)
        os.tcsetpgrp(0, os.getpgrp())
        signal.signal(signal.SIGTTOU, signal.SIG_DFL)
        os.execv(sys.executable, [sys.executable, *sys.argv[1:-1]])
    os.waitpid(job, os.WUNTRACED)
    os.write(tells, str(job).encode())
    os._exit(0)
job = os.read(told, 100).decode()
time.sleep(float(sys.argv.pop()))
os.tcsetpgrp(0, os.getpgrp())
try:
    ended = os.pidfd_open(int(job))  # readable when the job has ended, whoever its parent is by then
except ProcessLookupError:
    pass
else:
    select.select([ended], [], [])
print("JOB ENDED", flush=True)
sys.stdin.readline()
"""
"""A shell that ends when its job stops, in a terminal that somebody else goes on to use."""


READER: Final = ("-P", "-m", "tui", str(WIRE), "--model", "none/such")


def job(shell: str = SHELL, *more: str) -> Watched:
    terminal = Watched([sys.executable, "-c", shell, *READER, *more], 100, 30)
    terminal.look_for(" 0/")
    return terminal


def child_of(terminal: Watched) -> int:
    """The job that the shell has started."""
    (child,) = Path(f"/proc/{terminal.pid}/task/{terminal.pid}/children").read_text().split()
    return int(child)


def given_back(terminal: Watched) -> bool:
    """Whether the last that was said to the terminal is what puts it as it was."""
    output = bytes(terminal.output)
    entered = output.rfind(b"\x1b[?1049h")
    return all(output.rfind(code) > entered for code in RESTORED)


@pytest.mark.parametrize("by", ["key", "signal", "background"])
def test_it_stops_with_the_terminal_given_back_and_goes_on_where_it_was(by: str) -> None:
    terminal = job()
    terminal.press("]")
    terminal.look_for(" 1/")
    before, _ = terminal.count()
    if by == "signal":
        os.kill(child_of(terminal), signal.SIGTSTP)
    else:
        terminal.press("\x1a")
    terminal.wait_for(b"STOPPED")
    assert given_back(terminal)
    assert b"ROUGH" not in terminal.output
    if by == "background":
        terminal.press("bg\r")
        terminal.wait_for_more(b"STOPPED", before=1)  # it cannot use the terminal there
    entered = terminal.output.count(ENTERED)
    terminal.press("\r")
    terminal.wait_for_more(ENTERED, before=entered)
    terminal.look_for(f" {before}/")
    terminal.press("]")
    terminal.look_for(f" {before + 1}/")
    terminal.press("q")
    assert terminal.end() == 0
    assert terminal.restored


TOSTOP = "modes = termios.tcgetattr(0)\nmodes[3] |= termios.TOSTOP\ntermios.tcsetattr(0, termios.TCSANOW, modes)"
"""As `stty tostop` has it: who writes from behind is stopped."""


@pytest.mark.parametrize("modes", ["modes = termios.tcgetattr(0)", TOSTOP], ids=["usual", "tostop"])
def test_a_job_that_is_killed_while_it_is_stopped_ends_and_leaves_the_terminal_alone(modes: str) -> None:
    terminal = job(SHELL.replace("modes = termios.tcgetattr(0)", modes))
    terminal.press("\x1a")
    terminal.wait_for(b"STOPPED")
    before = len(terminal.output)
    terminal.press("end\r")
    assert terminal.end() == 128 + signal.SIGTERM
    said = bytes(terminal.output[before:]).decode().splitlines()
    assert said == ["end", "broadsheet: ended by SIGTERM; the place and what was written are kept"]


def test_stopped_as_no_program_is_told_of_it_goes_on_where_it_was_and_gives_the_terminal_back() -> None:
    terminal = job()
    terminal.press("]")
    terminal.look_for(" 1/")
    os.kill(child_of(terminal), signal.SIGSTOP)
    terminal.wait_for(b"STOPPED")
    assert b"ROUGH" in terminal.output
    entered = terminal.output.count(ENTERED)
    terminal.press("\r")
    terminal.wait_for_more(ENTERED, before=entered)
    terminal.press("]")
    terminal.look_for(" 2/")
    leave(terminal)


def test_stopped_and_continued_with_nobody_between_it_paints_anew_and_takes_every_key() -> None:
    with reading(WIRE) as terminal:
        terminal.look_for(" 0/")
        for _ in range(2):
            os.kill(terminal.pid, signal.SIGSTOP)
            os.kill(terminal.pid, signal.SIGCONT)
        for _ in range(9):
            terminal.press("]")
        terminal.look_for(" 9/")
        assert terminal.output.count(ENTERED) == 1
        leave(terminal)


SLOW = """
import os, sys, time
kill = os.kill
def slowly(*about):
    kill(*about)
    time.sleep({seconds})
os.kill = slowly
from tui.cli import main
sys.exit(main())
"""


@pytest.mark.parametrize("seconds", [0.0, 0.3])
def test_where_there_is_no_shell_it_says_so_and_stays_however_slow_the_machine_is(seconds: float) -> None:
    with reading(WIRE, code=SLOW.format(seconds=seconds)) as terminal:
        terminal.look_for("Quotes")
        terminal.press("\x1a")
        terminal.look_for("no shell here")
        leave(terminal)


@pytest.mark.parametrize("seconds", ["0", "0.02", "0.05", "0.1", "0.3"])
def test_a_job_whose_shell_has_ended_ends_too(seconds: str) -> None:
    """Whether or not somebody else has the terminal by the time that it hears of it."""
    terminal = job(LEAVING_SHELL, seconds)
    terminal.press("\x1a")
    terminal.wait_for(b"JOB ENDED")
    terminal.press("\r")
    assert terminal.end() == 0


def first_painted(gate: Path) -> Watched:
    """A job that waits between its first paint and the reader until there is the gate."""
    code = WAITING.format(more="")
    words = ["-c", code, str(gate), str(WIRE), "--model", "none/such"]
    terminal = Watched([sys.executable, "-c", SHELL, *words], 100, 30)
    terminal.look_for("Ferry strike")
    return terminal


@pytest.mark.parametrize("number", [signal.SIGTSTP, signal.SIGSTOP], ids=["told", "untold"])
@pytest.mark.parametrize("behind", [False, True], ids=["front", "background"])
def test_stopped_before_the_reader_is_there_it_is_continued_with_the_same_screen(
    behind: bool, number: signal.Signals, tmp_path: Path
) -> None:
    configure(tmp_path, 'theme = "nord"\n')  # no answer of the terminal is typed into the shell
    terminal = first_painted(tmp_path / "gate")
    first = terminal.lines
    os.kill(child_of(terminal), number)
    terminal.wait_for(b"STOPPED")
    assert given_back(terminal) == (number == signal.SIGTSTP)
    assert (b"ROUGH" in terminal.output) == (number == signal.SIGSTOP)
    if behind:
        terminal.press("bg\r")
        terminal.wait_for_more(b"STOPPED", before=1)
        assert terminal.output.count(ENTERED) == 1
    terminal.press("\r")
    terminal.wait_for_more(ENTERED, before=1)
    terminal.wait_until(lambda lines: lines == first, "what was shown first never came back")
    terminal.press("G")  # kept until the reader is there
    (tmp_path / "gate").touch()
    terminal.look_for("· 100%")
    leave(terminal)


def test_killed_while_it_is_stopped_before_the_reader_is_there_it_leaves_the_terminal_alone(tmp_path: Path) -> None:
    terminal = first_painted(tmp_path / "gate")
    os.kill(child_of(terminal), signal.SIGTSTP)
    terminal.wait_for(b"STOPPED")
    before = len(terminal.output)
    terminal.press("end\r")
    assert terminal.end() == 128 + signal.SIGTERM
    assert bytes(terminal.output[before:]).decode().splitlines() == ["end", "broadsheet: ended by SIGTERM"]


WHILE_IT_BEGINS: Final = """
import os, signal, sys
from textual.drivers.linux_driver import LinuxDriver
begins = LinuxDriver.{method}
def is_stopped(driver, *arguments, **options):
    LinuxDriver.{method} = begins
    if {before}: os.kill(os.getpid(), signal.SIGTSTP)
    begins(driver, *arguments, **options)
    if not {before}: os.kill(os.getpid(), signal.SIGTSTP)
LinuxDriver.{method} = is_stopped
from tui.cli import main
sys.exit(main())
"""
"""A reader that is stopped around the `method` with which Textual begins to use the terminal."""


@pytest.mark.parametrize("sources", [(), (str(WIRE), "--model", "none/such")], ids=["library", "article"])
@pytest.mark.parametrize(
    ("method", "before"), [("__init__", False), ("start_application_mode", True), ("start_application_mode", False)]
)
def test_stopped_while_the_terminal_is_taken_it_stops_when_it_can_and_is_continued(
    method: str, before: bool, sources: tuple[str, ...]
) -> None:
    code = WHILE_IT_BEGINS.format(method=method, before=before)
    terminal = Watched([sys.executable, "-c", SHELL, "-c", code, *sources], 100, 30)
    terminal.wait_for(b"STOPPED")
    assert given_back(terminal)
    assert b"ROUGH" not in terminal.output
    terminal.press("\r")
    terminal.look_for(" 0/" if sources else "10 articles")
    leave(terminal)
