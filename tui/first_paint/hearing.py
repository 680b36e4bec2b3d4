"""A Textual driver that reads the terminal's answer about its background, which Textual would take for keys."""

from __future__ import annotations

import codecs
import re
import signal
import time
from collections.abc import Callable, Iterable
from functools import partial
from types import FrameType
from typing import Any, ClassVar, Final

from textual import constants
from textual._xterm_parser import XTermParser
from textual.drivers import linux_driver
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from tui.first_paint.ground import QUESTION, is_light
from tui.first_paint.terminal import screen_size
from tui.messages import GroundTold

__all__ = ["Hearing"]

_ANSWER: Final = re.compile(r"\x1b?\]11;([^\x07\x1b]*)(?:\x07|\x1b\\)")
_BEGUN: Final = re.compile(r"\x1b(?:\]1{0,2};?[rgba:/0-9a-fA-F]*\x1b?)?\Z")
_ESCAPE: Final = "\x1b"
_PATIENCE: Final = 10.0
"""Seconds in which an answer may come; after them everything is keys."""


class Hearing(LinuxDriver):
    """Posts once whether the background is light, if `asks` is set. `asked` says that the question was sent already."""

    asks: ClassVar[bool] = False
    asked: ClassVar[bool] = False

    def __init__(self, *arguments: Any, **options: Any) -> None:
        self._heeded = {number: signal.getsignal(number) for number in (signal.SIGTSTP, signal.SIGCONT)}
        super().__init__(*arguments, **options)
        for number, handler in self._heeded.items():
            signal.signal(number, signal.SIG_DFL if handler is None else handler)

    def _sigtstp_application(self, number: int = 0, frame: FrameType | None = None) -> None:
        """Calls the previous handler: Textual's would stop and start parts that have not been started yet."""
        handler = self._heeded.get(signal.Signals(number))
        if callable(handler):
            handler(number, frame)

    _sigcont_application = _sigtstp_application

    def start_application_mode(self) -> None:
        super().start_application_mode()  # type: ignore[no-untyped-call]
        if Hearing.asks and not Hearing.asked and self.input_tty:
            Hearing.asked = True
            self.write(QUESTION)
            self.flush()

    def _get_terminal_size(self) -> tuple[int, int]:
        """The size as Textual finds it, without importing `shutil` and the compression modules that it imports."""
        return screen_size() or super()._get_terminal_size()

    def run_input_thread(self) -> None:
        # Textual makes its parser and its decoder by these names; there is no other hook.
        parser = partial(_Parser, self._told) if Hearing.asks else XTermParser
        setattr(linux_driver, "XTermParser", parser)  # noqa: B010 - typed as a class
        setattr(linux_driver, "getincrementaldecoder", _forgiving)  # noqa: B010 - typed as another function
        try:
            super().run_input_thread()
        except OSError:  # the terminal has gone away, which `signals` handles
            return
        except Exception as error:
            self._app.call_later(self._app._handle_exception, error)

    def _told(self, colour: str) -> None:
        light = is_light(colour)
        Hearing.asks = False  # after a suspension nothing is asked again
        if light is not None:
            self.process_message(GroundTold(light))


def _forgiving(name: str) -> Callable[[], codecs.IncrementalDecoder]:
    """A decoder that turns a byte that is no UTF-8 into an odd key; a strict one would end the reader."""
    return partial(codecs.getincrementaldecoder(name), errors="replace")


class _Parser(XTermParser):
    """Takes the answer out of the input, in whatever pieces it comes; a lone escape becomes a key after a moment."""

    def __init__(self, tell: Callable[[str], object], *arguments: Any) -> None:
        self._tell = tell
        self._held = ""
        self._held_since = 0.0
        self._until = time.monotonic() + _PATIENCE
        super().__init__(*arguments)

    def feed(self, data: str) -> Iterable[Message]:
        if not data or not self._until:  # no data means the end of the input
            return super().feed(data)
        data, self._held = self._held + data, ""
        if found := _ANSWER.search(data):
            self._until = 0.0
            self._tell(found.group(1))
            data = data[: found.start()] + data[found.end() :]
        elif time.monotonic() > self._until:
            self._until = 0.0
        elif begun := _BEGUN.search(data):
            data, self._held = data[: begun.start()], begun.group()
            self._held_since = time.monotonic()
        return super().feed(data) if data else ()

    def tick(self) -> Iterable[Message]:
        if self._held == _ESCAPE and time.monotonic() - self._held_since > constants.ESCAPE_DELAY:
            self._held = ""
            yield from super().feed(_ESCAPE)
            self._timeout_time = 0.0  # its time has passed
        yield from super().tick()
