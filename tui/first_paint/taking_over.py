"""A Textual driver that takes over a held terminal without clearing it and without losing typed keys."""

from __future__ import annotations

import os
from threading import Lock
from typing import Any, ClassVar

from textual.events import InputEvent
from textual.message import Message

from tui.first_paint.hearing import Hearing
from tui.first_paint.terminal import HeldTerminal

__all__ = ["TakingOver"]

_OTHER_SCREEN = "\x1b[?1049h"
_HUNG_UP = 128 + 1


class TakingOver(Hearing):
    """Starts with the screen as it is, and restores the terminal as it was before it was held.

    Keys are kept until `let_keys_through` is called.
    """

    held: ClassVar[HeldTerminal | None] = None

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._kept: list[Message] | None = []
        self._keeping = Lock()  # the thread that reads keys adds to them, that of the interface takes them all

    def start_application_mode(self) -> None:
        held = TakingOver.held
        if held is not None:
            held.keep_signals()  # half started, it could not be stopped
        super().start_application_mode()
        if held is not None and self._writer_thread is None:  # Textual has given up: no key would ever come
            held.give_back()
            os._exit(_HUNG_UP)
        if held is not None:  # only the first time: after a suspension the screen is to be entered again
            TakingOver.held = None
            held.hand_over()
            self.attrs_before = held.modes

    def write(self, data: str) -> None:
        if TakingOver.held is None or data != _OTHER_SCREEN:  # entering it again would clear it
            super().write(data)

    def process_message(self, message: Message) -> None:
        if isinstance(message, InputEvent):
            with self._keeping:
                if self._kept is not None:
                    self._kept.append(message)
                    return
        super().process_message(message)

    def let_keys_through(self) -> None:
        """Pass on the keys that were kept, and from now on every key at once."""
        waiting: list[Message] | None = None
        while waiting != []:
            with self._keeping:
                waiting = self._kept or []
                self._kept = [] if waiting else None  # more may come while these are handed on, and come after them
            for message in waiting:
                super().process_message(message)
