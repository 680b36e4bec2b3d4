"""Holds the terminal between the first paint and the reader, so that nothing typed is lost or echoed.

It is restored whatever ends the program meanwhile.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from collections.abc import Iterable
from types import FrameType
from typing import Any, Final

from tui.terminal.console import TerminalGone

__all__ = ["HeldTerminal", "hold_terminal", "screen_size"]

_ENTER: Final = "\x1b[?1049h\x1b[?25l"
_LEAVE: Final = (
    "\x1b[?2004l\x1b[?7h\x1b[?2048l\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[<u\x1b[?1049l\x1b[?25h\x1b[?1004l"
)
"""Sequences that switch off everything that Textual or this module may have switched on."""

_BEGIN_FRAME, _END_FRAME = "\x1b[?2026h", "\x1b[?2026l"


class HeldTerminal:
    """A terminal in the state that Textual sets: raw mode, alternate screen, hidden cursor.

    `modes` are its previous modes as from `termios.tcgetattr`; `asked` says that its background colour was queried.
    """

    def __init__(self, keyboard: int, screen: int, modes: list[Any]) -> None:
        self.modes = modes
        self._keyboard = keyboard
        self._screen = screen
        self._held = False
        self._leaving = False
        self._page = self._question = ""
        self._taken = 0
        self._handlers: dict[int, Any] = {}
        self._waits = False
        self.signals: list[int] = []
        self.asked = False

    def show(self, lines: Iterable[str], question: str = "") -> None:
        """Writes the lines of a whole screen, and a query to the terminal; raises `TerminalGone`.

        Textual's driver reads the answer later.
        """
        rows = "".join(f"\x1b[{row};1H{line}" for row, line in enumerate(lines, 1))
        self._page, self._question = f"{_BEGIN_FRAME}{rows}\x1b[0m{_END_FRAME}", question
        try:
            self._write(self._page + question)
            self.asked = bool(question)
        except OSError as error:
            raise TerminalGone from error

    def enter(self) -> None:
        """Sets up the terminal; if that fails, it is unchanged."""
        try:
            self._enter()
        except BaseException:
            self.give_back()
            raise

    def _enter(self) -> None:
        for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
            if number != signal.SIGHUP or signal.getsignal(number) is not signal.SIG_IGN:  # nohup ignores it
                self._handlers[number] = signal.signal(number, self._on_signal)
        if signal.getsignal(signal.SIGTSTP) is not signal.SIG_IGN:
            self._handlers[signal.SIGTSTP] = signal.signal(signal.SIGTSTP, self._on_stop)
        self._handlers[signal.SIGCONT] = signal.signal(signal.SIGCONT, self._on_continued)
        self._held = True
        self._take()

    def _take(self, question: str = "") -> None:
        """Sets the modes and writes the screen; in the background, the kernel stops the program at this point."""
        import termios

        modes = termios.tcgetattr(self._keyboard)
        # As Textual sets them: keys come one by one, unechoed, control characters among them.
        modes[0] &= ~(termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR)
        modes[3] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN | termios.ISIG)
        modes[6][termios.VMIN] = 1
        termios.tcsetattr(self._keyboard, termios.TCSANOW, modes)
        self._write(_ENTER + self._page + question)

    def keep_signals(self) -> None:
        """Collects signals in `signals` from now on, because a half started application cannot be interrupted."""
        self._waits = True

    def _on_signal(self, number: int, frame: FrameType | None) -> None:
        if self._waits:
            self.signals.append(number)
            return
        try:
            self.give_back()
            signal.signal(signal.SIGTTOU, signal.SIG_IGN)  # in the background, `stty tostop` would stop it here
            os.write(self._screen, f"broadsheet: ended by {signal.Signals(number).name}\n".encode())
        finally:
            os._exit(128 + number)  # an exception could be lost in an import, or leave another thread waiting for one

    def _on_stop(self, number: int, frame: FrameType | None) -> None:
        """Stops with the terminal restored, and sets it up again when the program is continued."""
        if self._waits:
            self.signals.append(number)
            return
        signal.signal(number, signal.SIG_IGN)  # once is enough
        taken = self._held and not self._leaving
        self._leave()
        signal.signal(number, signal.SIG_DFL)
        signal.signal(signal.SIGCONT, signal.SIG_DFL)
        signal.raise_signal(number)  # without a shell to continue it, the kernel discards this
        signal.signal(number, self._on_stop)
        signal.signal(signal.SIGCONT, self._on_continued)
        if taken:
            self._held = True
            self._take_again(self._question)  # the answer to the first may have been dropped

    def _on_continued(self, number: int, frame: FrameType | None) -> None:
        """Sets up the terminal again after a SIGSTOP, which no handler sees."""
        if self._waits:
            self.signals.append(number)
        elif self._held and not self._leaving:
            self._take_again()

    def _take_again(self, question: str = "") -> None:
        import termios

        self._taken += 1
        with contextlib.suppress(OSError, termios.error):  # it is gone, which the caller will notice
            self._take(question)

    def hand_over(self) -> None:
        """From now on the application restores the terminal."""
        self._held = False

    def give_back(self) -> None:
        """Restores the terminal, unless the application does that; further calls do nothing.

        A terminal that has gone is no error.
        """
        self._leaving = True
        self._leave()
        for number, handler in self._handlers.items():
            signal.signal(number, signal.SIG_DFL if handler is None else handler)  # `None`: not set by Python
        self._handlers = {}

    def _leave(self) -> None:
        if self._held:
            import termios

            with contextlib.suppress(OSError):
                self._write(_LEAVE)
            with contextlib.suppress(OSError, termios.error):
                if self.asked:  # an answer would be typed into the shell
                    termios.tcflush(self._keyboard, termios.TCIFLUSH)
                termios.tcsetattr(self._keyboard, termios.TCSANOW, self.modes)
            self._held = False  # last: a signal meanwhile does it over again

    def _write(self, text: str) -> None:
        data, taken = memoryview(text.encode("utf-8", "replace")), self._taken
        while data and taken == self._taken:  # after a stop in the middle of it all has been written anew
            data = data[os.write(self._screen, data) :]


def hold_terminal() -> HeldTerminal | None:
    """Holds this program's terminal; returns `None` if there is none or it cannot be held."""
    screen = sys.__stderr__
    if os.name != "posix" or screen is None or not screen.isatty() or os.environ.get("TEXTUAL_DRIVER"):
        return None
    import termios

    try:
        terminal = HeldTerminal(0, screen.fileno(), termios.tcgetattr(0))
        terminal.enter()
    except (OSError, termios.error):
        return None
    return terminal


def screen_size() -> tuple[int, int] | None:
    """Columns and rows by the same rules as Textual; `None` if unknown."""
    try:
        columns, rows = os.get_terminal_size(sys.__stdout__.fileno() if sys.__stdout__ is not None else 1)
    except OSError:
        return None
    columns = _number("COLUMNS") or columns
    rows = _number("LINES") or rows
    return (columns, rows) if columns > 0 and rows > 2 else None


def _number(variable: str) -> int:
    value = os.environ.get(variable, "")
    return int(value) if value.isascii() and value.isdigit() else 0
