"""Job control: stopping and continuing, by key, by a signal, and while another program uses the terminal."""

from __future__ import annotations

import asyncio
import contextlib
import os
import select
import signal
import socket
import termios
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from textual.driver import Driver

__all__ = [
    "EndedBehind",
    "deaf_to_interrupts",
    "heed_stops",
    "heed_stops_no_more",
    "is_as_it_was_left",
    "stay_behind",
    "wait_in_shell",
]

_ENDING: Final = {signal.SIGTERM, signal.SIGHUP}

_LOOKS: Final = 2
_EACH: Final = 0.25
"""How often, and for how many seconds each, to wait for SIGCONT, which another thread may receive."""


class EndedBehind(Exception):
    """A signal to end came while the program was stopped; another program has the terminal, already restored."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


class _Heard:
    """Collects the numbers of signals from the socket to which Python writes them."""

    def __init__(self, heard: socket.socket) -> None:
        self._heard = heard
        self.numbers: list[int] = []

    def listen(self, seconds: float = 0.0) -> None:
        """Reads the signals so far, or waits up to so many seconds for one."""
        if select.select([self._heard], [], [], seconds)[0]:
            self.numbers += self._heard.recv(4096)

    def end(self) -> None:
        """Raises `EndedBehind` if a signal has come that ends the program."""
        for number in self.numbers:
            if number in _ENDING:
                raise EndedBehind(number)


@contextlib.contextmanager
def deaf_to_interrupts() -> Iterator[_Heard]:
    """Leaves interrupts to the program that has the terminal; signals that end this one are raised again afterwards."""
    heard, told = socket.socketpair()
    with heard, told:
        told.setblocking(False)
        heard.setblocking(False)
        listening = _Heard(heard)
        wakes = signal.set_wakeup_fd(told.fileno())  # asyncio uses it for its own handlers
        try:
            yield listening
        finally:
            signal.set_wakeup_fd(wakes)
            listening.listen()
            for number in {*listening.numbers} & _ENDING:
                signal.raise_signal(number)


def wait_in_shell() -> bool:
    """Stops as on ctrl+z until the shell brings the program to the foreground; returns whether there is such a shell.

    The terminal must have been restored before. Without a shell that could continue the program, the kernel discards
    the signal. Raises `EndedBehind` if the program is continued only to be ended.
    """
    with _stopping() as heard:
        there_is_one = _stop(heard)
        heard.end()
        _wait_for_front(heard)
    return there_is_one


def stay_behind() -> None:
    """Stops again if the program was continued in the background. Raises as `wait_in_shell` does."""
    with _stopping() as heard:
        _wait_for_front(heard)


@contextlib.contextmanager
def _stopping() -> Iterator[_Heard]:
    """A context in which SIGTSTP stops the program and SIGCONT is recorded."""
    with deaf_to_interrupts() as heard:
        before = signal.signal(signal.SIGTSTP, signal.SIG_DFL), signal.signal(signal.SIGCONT, _heed_nothing)
        try:
            yield heard
        finally:
            signal.signal(signal.SIGTSTP, before[0])
            signal.signal(signal.SIGCONT, before[1])


def _heed_nothing(*_: object) -> None:
    """Does nothing: with any handler, Python writes the signal's number to the socket."""


def _stop(heard: _Heard) -> bool:
    """Stops until continued; returns whether that has happened, or false if the kernel discarded the signal."""
    heard.listen()
    before = heard.numbers.count(signal.SIGCONT)
    os.kill(os.getpid(), signal.SIGTSTP)
    for _ in range(_LOOKS):  # a busy machine may need more than one look
        heard.listen(_EACH)
        if heard.numbers.count(signal.SIGCONT) > before:
            return True
    return False


def _wait_for_front(heard: _Heard) -> None:
    with contextlib.suppress(OSError):  # the terminal is gone, which the caller will notice
        while os.tcgetpgrp(0) != os.getpgrp():
            heard.end()
            if not _stop(heard):  # its shell has ended, so that nothing could continue it
                break


def heed_stops(driver: Driver, stop: Callable[[], object], go_on: Callable[[], object]) -> None:
    """Calls `stop` on a request to stop the program, and `go_on` after it was continued.

    The running loop calls both between two tasks. Textual's own handlers run inside whatever is under way, where they
    may deadlock, and start everything a second time after a SIGSTOP, which no handler sees. While another program uses
    the terminal, this one simply stops with it.
    """
    loop = asyncio.get_running_loop()

    def to_stop(*_: object) -> None:
        if driver._auto_restart and not loop.is_closed():
            loop.call_soon_threadsafe(stop)
        else:
            os.kill(os.getpid(), signal.SIGSTOP)

    def continued(*_: object) -> None:
        if driver._auto_restart and not loop.is_closed():
            loop.call_soon_threadsafe(go_on)

    signal.signal(signal.SIGTSTP, to_stop)
    signal.signal(signal.SIGCONT, continued)


def heed_stops_no_more() -> None:
    """Restores the default handlers, once there is nothing on the screen to restore."""
    signal.signal(signal.SIGTSTP, signal.SIG_DFL)
    signal.signal(signal.SIGCONT, signal.SIG_DFL)


def is_as_it_was_left() -> bool:
    """Whether the terminal still has the modes that the reader sets; a shell that used it has changed them."""
    try:
        modes = termios.tcgetattr(0)[3]
    except termios.error:  # it is gone, and there is nothing to restore
        return True
    return not modes & (termios.ICANON | termios.ECHO)
