"""What ends the program from outside: the terminal is given back as it was, and the exit status says what it was."""

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
"""How long leaving may take, whatever hinders it."""
GONE_GRACE_S: Final = 2.0
"""The same where the terminal is gone: nothing has to be restored, and Textual waits for ever to write to it."""

_SIGNALS: Final = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP", "SIGINT") if hasattr(signal, name))
_STOPS: Final = tuple(getattr(signal, name) for name in ("SIGTSTP", "SIGCONT") if hasattr(signal, name))
_HUNG_UP: Final = 128 + 1
"""The exit status of SIGHUP, which comes only where the terminal is the process's own."""


def keep_signals() -> list[int]:
    """From now on signals that end or stop the program are only put into this list, until somebody else sees to them.

    Half taken or half given back, a terminal that is left as it is can be used by nobody.
    """
    kept: list[int] = []
    for number in (*_SIGNALS, *_STOPS):
        if signal.getsignal(number) is not signal.SIG_IGN:  # as nohup has it, and a shell for what runs behind
            signal.signal(number, lambda number, _: kept.append(number))
    return kept


def leave_on_signals(leave: Callable[[int], object]) -> None:
    """Call `leave` with the exit status (128 + number) when one of the signals comes or the terminal goes away.

    Textual restores the terminal when its application exits, but does not listen for these, and
    reads from a terminal that has gone away over and over again. Whatever hinders `leave`, the
    process is gone `GRACE_S` seconds later, or `GONE_GRACE_S`.
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
            continue  # as nohup has it; a terminal that goes away ends the program all the same
        with contextlib.suppress(NotImplementedError, RuntimeError):  # not on Windows, nor off the main thread
            loop.add_signal_handler(number, go, 128 + number)
    if hasattr(select, "poll") and sys.__stdin__ is not None:
        fd = sys.__stdin__.fileno()  # the keyboard; no longer a terminal if that has gone away already
        threading.Thread(target=_wait_for_hangup, args=(fd, loop, go), name="hangup", daemon=True).start()


def _be_gone(status: int) -> None:
    time.sleep(GONE_GRACE_S if status == _HUNG_UP else GRACE_S)
    os._exit(status)


def _wait_for_hangup(fd: int, loop: asyncio.AbstractEventLoop, go: Callable[[int], None]) -> None:
    """Sleep until the terminal goes away; no event is asked for, and a hangup is told unasked.

    Where `poll` knows nothing of terminals it says so at once, which is no hangup: none is told then.
    """
    poll = select.poll()
    poll.register(fd, 0)
    if not any(events & (select.POLLHUP | select.POLLERR) for _, events in poll.poll()):
        return
    with contextlib.suppress(RuntimeError):  # the application has ended by itself meanwhile
        loop.call_soon_threadsafe(go, _HUNG_UP)
