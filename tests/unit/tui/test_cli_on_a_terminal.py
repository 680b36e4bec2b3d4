"""The command line on a real terminal: what it draws, what it prints, and where its keys come from."""

import fcntl
import os
import pty
import select
import struct
import sys
import termios
import time
from collections.abc import Callable
from pathlib import Path

import pytest

PATIENCE = 30.0
"""Seconds after which a program that says nothing counts as hung."""

LEFT = b"\x1b[?1049l"
"""What ends the full screen."""


class Session:
    """A program on a terminal of its own, with standard input from elsewhere if asked."""

    def __init__(self, *words: str, stdin: Path | None = None, term: str = "xterm-256color") -> None:
        self.terminal, program = pty.openpty()
        fcntl.ioctl(program, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))
        self.pid = os.fork()
        if self.pid == 0:
            os.login_tty(program)
            os.environ.update(TERM=term, OMP_NUM_THREADS="1")
            if stdin is not None:
                os.dup2(os.open(stdin, os.O_RDONLY), 0)
            os.execv(sys.executable, [sys.executable, "-m", "tui", *words])
        os.close(program)
        self.output = b""

    def wait_for(self, reached: Callable[[bytes], bool]) -> None:
        """Read until the output is as wanted; fails when the program ends or falls silent before."""
        deadline = time.monotonic() + PATIENCE
        while not reached(self.output):
            assert self._read(deadline), self.output[-2000:]

    def press(self, keys: str) -> None:
        os.write(self.terminal, keys.encode())

    def end(self) -> int:
        """The exit status, when all output has been read."""
        deadline = time.monotonic() + PATIENCE
        while self._read(deadline):
            pass
        _, status = os.waitpid(self.pid, 0)
        os.close(self.terminal)
        return os.waitstatus_to_exitcode(status)

    def _read(self, deadline: float) -> bool:
        if not select.select([self.terminal], [], [], max(0.0, deadline - time.monotonic()))[0]:
            os.kill(self.pid, 9)
            return False
        try:
            piece = os.read(self.terminal, 1 << 16)
        except OSError:  # the program has ended
            return False
        self.output += piece
        return bool(piece)


@pytest.fixture(autouse=True)
def _own_folders(tmp_path, monkeypatch):
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))


def test_an_article_from_a_pipe_is_read_and_not_taken_for_keys(tmp_path):
    article = tmp_path / "a.txt"
    article.write_text("Quick quarrels quieten\n\n" + "The quarry quay, quite quaint, q.\n\n" * 20)
    session = Session("-", stdin=article)
    session.wait_for(lambda output: b"quaint" in output)
    assert LEFT not in session.output
    session.press("q")
    assert session.end() == 0
    assert LEFT in session.output


def test_a_terminal_that_cannot_draw_gets_plain_text(tmp_path):
    article = tmp_path / "a.txt"
    article.write_text("A headline\n\nThe mayor said on Monday that the bridge would close for a year.\n")
    session = Session(str(article), term="dumb")
    assert session.end() == 0
    assert b"\x1b" not in session.output
    assert b"the bridge would close" in session.output


@pytest.mark.parametrize("words", [["export", "--format", "txt"], ["--plain"], ["annotate", "--no-entities"]])
def test_output_on_a_terminal_has_no_control_characters(tmp_path, words):
    article = tmp_path / "a.txt"
    hostile = "\x1b]52;c;aGk=\x07 \x9b2J \u202e \x1b[31m"
    article.write_text(f"A {hostile} headline\n\nThe mayor said {hostile} on Monday that the bridge would close.\n")
    session = Session(*words, str(article))
    assert session.end() == 0
    assert not set("\x1b\x07\x9b\u202e") & set(session.output.decode())


def test_a_missing_file_is_one_line_and_no_screen():
    session = Session("gone.txt")
    assert session.end() == 1
    assert session.output == b"broadsheet: gone.txt does not exist; check the path\r\n"
