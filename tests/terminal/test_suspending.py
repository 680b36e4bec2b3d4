"""Away to the shell and back: by the key, by a signal, and where there is no shell to go to."""

from __future__ import annotations

import os
import signal
import sys
import termios
from pathlib import Path

import pytest

from tests.terminal.looking import RESTORED, Watched, reading

ENTERED = b"\x1b[?1049h"
WIRE = Path(__file__).resolve().parents[2] / "sample_articles" / "01-ferry-strike.txt"

SHELL = """
import os, signal, sys
signal.signal(signal.SIGTTOU, signal.SIG_IGN)
child = os.fork()
if child == 0:
    os.setpgid(0, 0)
    os.tcsetpgrp(0, os.getpgrp())
    signal.signal(signal.SIGTTOU, signal.SIG_DFL)
    os.execv(sys.executable, [sys.executable, "-P", "-m", "tui", *sys.argv[1:]])
while True:
    _, status = os.waitpid(child, os.WUNTRACED)
    os.tcsetpgrp(0, os.getpgrp())
    if not os.WIFSTOPPED(status):
        sys.exit(os.waitstatus_to_exitcode(status))
    print("STOPPED", flush=True)
    if sys.stdin.readline().strip() == "bg":
        os.kill(child, signal.SIGCONT)
        continue
    os.tcsetpgrp(0, child)
    os.kill(child, signal.SIGCONT)
"""
"""A shell that runs one job: whoever types a line brings it back, `bg` goes on with it behind."""

LEAVING_SHELL = """
import os, select, signal, sys
signal.signal(signal.SIGTTOU, signal.SIG_IGN)
told, tells = os.pipe()
shell = os.fork()
if shell == 0:
    job = os.fork()
    if job == 0:
        os.setpgid(0, 0)
        os.tcsetpgrp(0, os.getpgrp())
        signal.signal(signal.SIGTTOU, signal.SIG_DFL)
        os.execv(sys.executable, [sys.executable, "-P", "-m", "tui", *sys.argv[1:]])
    os.waitpid(job, os.WUNTRACED)
    os.write(tells, str(job).encode())
    os._exit(0)
job = os.read(told, 100).decode()
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


def job(shell: str = SHELL) -> Watched:
    terminal = Watched([sys.executable, "-c", shell, str(WIRE), "--model", "none/such"], 100, 30)
    terminal.look_for(" 0/")
    return terminal


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
        (child,) = Path(f"/proc/{terminal.pid}/task/{terminal.pid}/children").read_text().split()
        os.kill(int(child), signal.SIGTSTP)
    else:
        terminal.press("\x1a")
    terminal.wait_for(b"STOPPED")
    assert given_back(terminal)
    assert termios.tcgetattr(terminal._fd)[3] & termios.ICANON
    if by == "background":
        terminal.press("bg\r")
        while terminal.output.count(b"STOPPED") < 2:  # it cannot use the terminal there
            terminal.settle(0.02, 0.2, patience=0.2)
    entered = terminal.output.count(ENTERED)
    terminal.press("\r")
    terminal.wait_for_more(ENTERED, before=entered)
    terminal.look_for(f" {before}/")
    terminal.press("]")
    terminal.look_for(f" {before + 1}/")
    terminal.press("q")
    assert terminal.end() == 0
    assert terminal.restored


def test_where_there_is_no_shell_it_says_so_and_stays() -> None:
    with reading(WIRE) as terminal:
        terminal.look_for("Quotes")
        terminal.press("\x1a")
        terminal.look_for("no shell here")
        terminal.press("q")
        assert terminal.end() == 0
        assert terminal.restored


def test_a_job_whose_shell_has_ended_ends_too() -> None:
    terminal = job(LEAVING_SHELL)
    terminal.press("\x1a")
    terminal.wait_for(b"JOB ENDED")
    terminal.press("\r")
    assert terminal.end() == 0
