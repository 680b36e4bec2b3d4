"""Stopped and continued: by the reader's key, by a signal from outside, and while another program has the terminal."""

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
"""How often, and for how many seconds, a sign of having been stopped is waited for: it may come by another thread."""


class EndedBehind(Exception):
    """What ends the program came while it was stopped: the terminal is not its own, and has been given back before."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


class _Heard:
    """The numbers of the signals that have come, by the socket that Python writes them to."""

    def __init__(self, heard: socket.socket) -> None:
        self._heard = heard
        self.numbers: list[int] = []

    def listen(self, seconds: float = 0.0) -> None:
        """Take what has come, or comes within some seconds."""
        if select.select([self._heard], [], [], seconds)[0]:
            self.numbers += self._heard.recv(4096)

    def end(self) -> None:
        """Raises `EndedBehind` if a signal has come that ends the program."""
        for number in self.numbers:
            if number in _ENDING:
                raise EndedBehind(number)


@contextlib.contextmanager
def deaf_to_interrupts() -> Iterator[_Heard]:
    """While another program has the terminal an interrupt is meant for it; what ends this one is heard afterwards."""
    heard, told = socket.socketpair()
    with heard, told:
        told.setblocking(False)
        heard.setblocking(False)
        listening = _Heard(heard)
        wakes = signal.set_wakeup_fd(told.fileno())  # asyncio hears of signals by this
        try:
            yield listening
        finally:
            signal.set_wakeup_fd(wakes)
            listening.listen()
            for number in {*listening.numbers} & _ENDING:
                signal.raise_signal(number)


def wait_in_shell() -> bool:
    """Stop, as `ctrl+z` has it, until the shell brings the program back to the front; whether there is such a shell.

    The terminal has been given back before. Where no shell could ever continue the program, the kernel lets the
    signal fall. Raises `EndedBehind` where the program is continued to end, which needs the terminal no more.
    """
    with _stopping() as heard:
        there_is_one = _stop(heard)
        heard.end()
        _wait_for_front(heard)
    return there_is_one


def stay_behind() -> None:
    """Stop again where the program was continued, but another has the terminal. Raises as `wait_in_shell` does."""
    with _stopping() as heard:
        _wait_for_front(heard)


@contextlib.contextmanager
def _stopping() -> Iterator[_Heard]:
    """Within it the signal stops the program, and being continued is heard."""
    with deaf_to_interrupts() as heard:
        before = signal.signal(signal.SIGTSTP, signal.SIG_DFL), signal.signal(signal.SIGCONT, _heed_nothing)
        try:
            yield heard
        finally:
            signal.signal(signal.SIGTSTP, before[0])
            signal.signal(signal.SIGCONT, before[1])


def _heed_nothing(*_: object) -> None:
    """Python writes the signal's number to the socket where there is somebody who handles it."""


def _stop(heard: _Heard) -> bool:
    """Stop until continued; whether that has happened, or the signal fell."""
    heard.listen()
    before = heard.numbers.count(signal.SIGCONT)
    os.kill(os.getpid(), signal.SIGTSTP)
    for _ in range(_LOOKS):  # however long the machine did something else meanwhile
        heard.listen(_EACH)
        if heard.numbers.count(signal.SIGCONT) > before:
            return True
    return False


def _wait_for_front(heard: _Heard) -> None:
    with contextlib.suppress(OSError):  # the terminal is gone, which whoever goes on will see
        while os.tcgetpgrp(0) != os.getpgrp():
            heard.end()
            if not _stop(heard):  # its shell has ended, and nobody could bring it back
                break


def heed_stops(driver: Driver, stop: Callable[[], object], go_on: Callable[[], object]) -> None:
    """Call `stop` when the program is asked to stop, and `go_on` when it has been continued.

    Both are called by the running loop, between two of its tasks. Textual does what it does within whatever was under
    way, where it may wait for itself; and it starts all that it has started already once more when the program has
    been stopped by what no program is told of. While another program has the terminal this one just stops with it.
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
    """Stop and go on as any program does, once there is nothing on the screen that would have to be put right."""
    signal.signal(signal.SIGTSTP, signal.SIG_DFL)
    signal.signal(signal.SIGCONT, signal.SIG_DFL)


def is_as_it_was_left() -> bool:
    """Whether the terminal has the modes still that a reader gives it: a shell that took it meanwhile has its own."""
    try:
        modes = termios.tcgetattr(0)[3]
    except termios.error:  # it is gone: there is nothing to be done about it
        return True
    return not modes & (termios.ICANON | termios.ECHO)
