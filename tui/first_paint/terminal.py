"""The terminal between the first paint and the reader: held so that nothing typed is lost or echoed.

It is given back as it was, whatever ends the program meanwhile.
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
"""All that Textual may have switched on by then, and what was switched on here."""

_BEGIN_FRAME, _END_FRAME = "\x1b[?2026h", "\x1b[?2026l"


class HeldTerminal:
    """A terminal in the state in which Textual leaves it while it runs: raw, on its other screen, no cursor.

    `modes` are its modes from before, as `termios.tcgetattr` has them; `asked` says that it was asked for its ground.
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
        """Write the lines of a whole screen, from its top, and a question to the terminal; raises `TerminalGone`.

        Whoever takes over hears what it answers.
        """
        rows = "".join(f"\x1b[{row};1H{line}" for row, line in enumerate(lines, 1))
        self._page, self._question = f"{_BEGIN_FRAME}{rows}\x1b[0m{_END_FRAME}", question
        try:
            self._write(self._page + question)
            self.asked = bool(question)
        except OSError as error:
            raise TerminalGone from error

    def enter(self) -> None:
        """Take the terminal; where that fails it is as it was before."""
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
        """Set the modes and write what is shown; from behind, the kernel stops the program until it is in front."""
        import termios

        modes = termios.tcgetattr(self._keyboard)
        # As Textual sets them: keys come one by one, unechoed, control characters among them.
        modes[0] &= ~(termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR)
        modes[3] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN | termios.ISIG)
        modes[6][termios.VMIN] = 1
        termios.tcsetattr(self._keyboard, termios.TCSANOW, modes)
        self._write(_ENTER + self._page + question)

    def keep_signals(self) -> None:
        """Keep the numbers of signals in `signals` from now on: whoever takes over can be broken off only later."""
        self._waits = True

    def _on_signal(self, number: int, frame: FrameType | None) -> None:
        if self._waits:
            self.signals.append(number)
            return
        try:
            self.give_back()
            signal.signal(signal.SIGTTOU, signal.SIG_IGN)  # it may be behind, where `stty tostop` would stop it
            os.write(self._screen, f"broadsheet: ended by {signal.Signals(number).name}\n".encode())
        finally:
            os._exit(128 + number)  # an exception could be lost in an import, or leave another thread waiting for one

    def _on_stop(self, number: int, frame: FrameType | None) -> None:
        """Stop with the terminal as it was before, and take it again once the program is continued."""
        if self._waits:
            self.signals.append(number)
            return
        signal.signal(number, signal.SIG_IGN)  # once is enough
        taken = self._held and not self._leaving
        self._leave()
        signal.signal(number, signal.SIG_DFL)
        signal.signal(signal.SIGCONT, signal.SIG_DFL)
        signal.raise_signal(number)  # where no shell could ever continue the program, the kernel lets it fall
        signal.signal(number, self._on_stop)
        signal.signal(signal.SIGCONT, self._on_continued)
        if taken:
            self._held = True
            self._take_again(self._question)  # the answer to the first may have been dropped

    def _on_continued(self, number: int, frame: FrameType | None) -> None:
        """Take the terminal again where the program was stopped as no program is told of."""
        if self._waits:
            self.signals.append(number)
        elif self._held and not self._leaving:
            self._take_again()

    def _take_again(self, question: str = "") -> None:
        import termios

        self._taken += 1
        with contextlib.suppress(OSError, termios.error):  # it is gone, which whoever takes over will see
            self._take(question)

    def hand_over(self) -> None:
        """Somebody else gives the terminal back from now on."""
        self._held = False

    def give_back(self) -> None:
        """Put the terminal as it was, unless that is for somebody else to do; once is enough.

        One that has gone away takes nothing back, which is no error.
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
    """The terminal of this program, taken; `None` where there is none that works like this."""
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
    """Columns and rows, as Textual finds them; `None` where nothing says."""
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
