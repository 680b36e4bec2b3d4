"""The terminal of the first paint is given back whatever fails, and no key is lost as the reader takes over."""

from __future__ import annotations

import os
import pty
import signal
import termios
from collections.abc import Iterator
from threading import Thread
from typing import Any, NamedTuple

import pytest
from textual.drivers.linux_driver import LinuxDriver
from textual.events import Key
from textual.message import Message

from tui.first_paint.taking_over import TakingOver
from tui.first_paint.terminal import HeldTerminal
from tui.terminal.console import TerminalGone

SIGNALS = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)


class Ends(NamedTuple):
    """Both ends of a terminal: who looks on, and the program."""

    looking: int
    program: int

    def held(self, screen: int | None = None) -> HeldTerminal:
        modes = termios.tcgetattr(self.program)
        return HeldTerminal(self.program, self.program if screen is None else screen, modes)


@pytest.fixture
def ends() -> Iterator[Ends]:
    both = Ends(*pty.openpty())
    handlers = [signal.getsignal(number) for number in SIGNALS]
    yield both
    for number, handler in zip(SIGNALS, handlers, strict=True):
        signal.signal(number, handler)
    for one in both:
        os.close(one)


def test_a_failed_start_restores_modes_and_signals(ends: Ends) -> None:
    before = termios.tcgetattr(ends.program), [signal.getsignal(number) for number in SIGNALS]
    unwritable = os.open(os.devnull, os.O_RDONLY)
    with pytest.raises(OSError, match="Bad file"):
        ends.held(unwritable).enter()
    os.close(unwritable)
    assert (termios.tcgetattr(ends.program), [signal.getsignal(number) for number in SIGNALS]) == before


def test_a_terminal_is_given_back_as_it_was(ends: Ends) -> None:
    before = termios.tcgetattr(ends.program)
    held = ends.held()
    held.enter()
    assert termios.tcgetattr(ends.program) != before
    held.show(["a line"])
    held.give_back()
    assert termios.tcgetattr(ends.program) == before
    seen = b""
    while not seen.endswith(b"\x1b[?1049l\x1b[?25h\x1b[?1004l"):  # it may come in parts; it never ends without the end
        seen += os.read(ends.looking, 4096)


def test_a_terminal_that_goes_away_is_told_when_painting_and_no_error_when_given_back() -> None:
    looking, program = pty.openpty()
    handlers = [signal.getsignal(number) for number in SIGNALS]
    held = Ends(looking, program).held()
    held.enter()
    os.close(looking)
    with pytest.raises(TerminalGone):
        held.show(["a line"])
    held.give_back()
    os.close(program)
    assert [signal.getsignal(number) for number in SIGNALS] == handlers


class Ended(BaseException):
    """In place of the end of the process."""


def test_a_terminal_that_goes_away_as_it_is_taken_over_is_a_hangup(ends: Ends, monkeypatch: pytest.MonkeyPatch) -> None:
    def ended(status: int) -> None:
        raise Ended(status)

    held = ends.held()
    held.enter()
    driver = TakingOver.__new__(TakingOver)
    driver._writer_thread = None  # as Textual leaves it where the terminal takes no modes
    monkeypatch.setattr(LinuxDriver, "start_application_mode", lambda self: None)
    monkeypatch.setattr(TakingOver, "held", held)
    monkeypatch.setattr(os, "_exit", ended)
    with pytest.raises(Ended, match="129"):
        driver.start_application_mode()


def test_a_key_that_comes_as_the_others_are_handed_on_is_not_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    handed: list[str] = []
    monkeypatch.setattr(LinuxDriver, "process_message", lambda self, message: handed.append(message.key))

    class Slow(list[Message]):
        """All is handed on between the look whether keys are kept and the keeping."""

        def append(self, message: Message) -> None:
            taking.start()
            taking.join(0.2)  # longer than it takes where nothing holds it up
            super().append(message)

    monkeypatch.setattr(LinuxDriver, "__init__", lambda self: None)
    driver: Any = TakingOver()
    driver._kept = Slow()
    taking = Thread(target=driver.let_keys_through)
    driver.process_message(Key("a", "a"))
    taking.join()
    driver.process_message(Key("b", "b"))
    assert handed == ["a", "b"]
