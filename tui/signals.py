"""Signals that end the program: the terminal is given back as it was, and the exit status says which it was."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from collections.abc import Callable
from typing import Final

__all__ = ["leave_on_signals"]

_SIGNALS: Final = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP", "SIGINT") if hasattr(signal, name))


def leave_on_signals(leave: Callable[[int], object]) -> None:
    """Call `leave` with the exit status (128 + number) when one of the signals comes.

    Textual restores the terminal when its application exits, but does not listen for these.
    """
    loop = asyncio.get_running_loop()
    for number in _SIGNALS:
        with contextlib.suppress(NotImplementedError, RuntimeError):  # not on Windows, nor off the main thread
            loop.add_signal_handler(number, leave, 128 + number)
