"""Textual's driver, for a terminal that is held already: nothing is cleared and nothing that was typed is lost."""

from __future__ import annotations

from typing import Any, ClassVar

from textual.drivers.linux_driver import LinuxDriver
from textual.events import InputEvent
from textual.message import Message

from tui.first_paint.terminal import HeldTerminal

__all__ = ["TakingOver"]

_OTHER_SCREEN = "\x1b[?1049h"


class TakingOver(LinuxDriver):
    """Leaves the screen as it is when it starts, and gives the terminal back as it was before it was held.

    Keys are kept until there is a screen to take them.
    """

    held: ClassVar[HeldTerminal | None] = None

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._kept: list[Message] | None = []

    def start_application_mode(self) -> None:
        held = TakingOver.held
        if held is not None:
            held.keep_signals()  # half started, it could not be stopped
        super().start_application_mode()  # type: ignore[no-untyped-call]
        if held is not None:  # only the first time: after a suspension the screen is to be entered again
            TakingOver.held = None
            held.hand_over()
            self.attrs_before = held.modes

    def write(self, data: str) -> None:
        if TakingOver.held is None or data != _OTHER_SCREEN:  # entering it again would clear it
            super().write(data)

    def process_message(self, message: Message) -> None:
        if self._kept is not None and isinstance(message, InputEvent):
            self._kept.append(message)
            return
        super().process_message(message)

    def let_keys_through(self) -> None:
        """Hand on the keys that came so far, and from now on each as it comes."""
        while self._kept:  # more may come meanwhile, from the thread that reads them
            super().process_message(self._kept.pop(0))
        kept, self._kept = self._kept, None
        for message in kept or ():
            super().process_message(message)
