"""Ends the program on a signal or when the terminal goes away: restores the terminal and sets the exit status."""

from __future__ import annotations

import asyncio
import contextlib
import os
import select
import signal
import sys
import threading
import time
from collections.abc import Callable
from typing import Final

__all__ = ["keep_signals", "leave_on_signals"]

GRACE_S: Final = 10.0
"""Seconds after which the process exits even if the application does not."""
GONE_GRACE_S: Final = 2.0
"""The same after a hangup: there is nothing to restore, and Textual would block on writing to the terminal."""

_SIGNALS: Final = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP", "SIGINT") if hasattr(signal, name))
_STOPS: Final = tuple(getattr(signal, name) for name in ("SIGTSTP", "SIGCONT") if hasattr(signal, name))
_HUNG_UP: Final = 128 + 1
"""Exit status after SIGHUP; only the foreground process of the terminal gets this signal from it."""


def keep_signals() -> list[int]:
    """Collects the signals that end or stop the program in a list, for the caller to handle later.

    Handled at once, they would leave a terminal that is only half set up or half restored.
    """
    kept: list[int] = []
    for number in (*_SIGNALS, *_STOPS):
        if signal.getsignal(number) is not signal.SIG_IGN:  # ignored under nohup, and by shells for background jobs
            signal.signal(number, lambda number, _: kept.append(number))
    return kept


def leave_on_signals(leave: Callable[[int], object]) -> None:
    """Calls `leave` with the exit status (128 + number) on a signal, or when the terminal goes away.

    Textual restores the terminal when its application exits, but does not handle these signals, and reads in an endless
    loop from a terminal that has gone. If `leave` does not succeed, the process exits after `GRACE_S` or `GONE_GRACE_S`
    seconds.
    """
    loop = asyncio.get_running_loop()
    called = threading.Event()

    def go(status: int) -> None:
        if not called.is_set():
            called.set()
            threading.Thread(target=_be_gone, args=(status,), name="grace", daemon=True).start()
        leave(status)

    for number in _SIGNALS:
        if number == getattr(signal, "SIGHUP", None) and signal.getsignal(number) is signal.SIG_IGN:
            continue  # ignored under nohup; the hangup itself is detected below
        with contextlib.suppress(NotImplementedError, RuntimeError):  # not on Windows, nor outside the main thread
            loop.add_signal_handler(number, go, 128 + number)
    if hasattr(select, "poll") and sys.__stdin__ is not None:
        fd = sys.__stdin__.fileno()  # the keyboard; no terminal any more if that is gone already
        threading.Thread(target=_wait_for_hangup, args=(fd, loop, go), name="hangup", daemon=True).start()


def _be_gone(status: int) -> None:
    time.sleep(GONE_GRACE_S if status == _HUNG_UP else GRACE_S)
    os._exit(status)


def _wait_for_hangup(fd: int, loop: asyncio.AbstractEventLoop, go: Callable[[int], None]) -> None:
    """Blocks until the terminal goes away: `poll` reports a hangup even if no event is requested.

    On systems where `poll` does not support terminals it returns another event at once, which is ignored.
    """
    poll = select.poll()
    poll.register(fd, 0)
    if not any(events & (select.POLLHUP | select.POLLERR) for _, events in poll.poll()):
        return
    with contextlib.suppress(RuntimeError):  # the application has ended meanwhile
        loop.call_soon_threadsafe(go, _HUNG_UP)
