"""The prompt: a line to type a search, a note or a path in."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from textual import events, on
from textual.containers import Horizontal
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input

from tui.widgets.edges.one_line import OneLine, Piece
from tui.working import begin_work

__all__ = ["Prompt"]

_BACK: Final = {"up": 1, "down": -1}


class _Line(Input):
    """Handles enter at once; Textual would handle it after the keys that follow, which would then be in the line."""

    entered = False
    """Whether enter or escape was pressed and has not been handled yet."""

    def __init__(self, enter: Callable[[], object]) -> None:
        super().__init__(compact=True, select_on_focus=False)
        self._enter = enter

    def on_key(self, event: events.Key) -> None:
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self._enter()
        elif event.key == "escape":
            self.entered = True
        elif self.entered and event.is_printable:
            event.prevent_default()  # it bubbles to the screen, which knows whether the line is still open

    async def action_submit(self) -> None:
        self._enter()


class Prompt(Horizontal):
    """A title, an input, and a remark about the typed words on the right."""

    DEFAULT_CSS = """
    Prompt { height: 1; background: $panel; }
    Prompt OneLine { width: auto; }
    Prompt Input { width: 1fr; height: 1; border: none; padding: 0; background: $panel; }
    Prompt Input > .input--placeholder { color: $foreground; text-style: dim; }
    Prompt Input:focus { border: none; background: $panel; }
    """

    @dataclass
    class Changed(Message):
        """The words have changed."""

        prompt: Prompt
        words: str

        @property
        def holds(self) -> bool:
            """Whether the prompt is still open with the same words."""
            return self.prompt.display and self.prompt.words == self.words

    @dataclass
    class Entered(Message):
        """Enter was pressed."""

        prompt: Prompt
        words: str

    def __init__(self) -> None:
        super().__init__()
        self.purpose = ""
        self._is_path = False
        self._past: tuple[str, ...] = ("",)
        self._back = 0
        self._told = ""
        self._title = OneLine()
        self._said = OneLine()
        self._input = _Line(self.enter)

    def compose(self) -> Iterator[Widget]:
        yield self._title
        yield self._input
        yield self._said

    def ask(
        self, purpose: str, title: str, words: str = "", hint: str = "", path: bool = False, past: Sequence[str] = ()
    ) -> None:
        """Ask for words. `purpose` identifies the question in the answer; `hint` is shown while the input is empty.

        The tab key completes a `path`; up and down recall the `past` answers.
        """
        self._input.placeholder = hint
        self._is_path = path
        self._past, self._back = (*past, words), 0
        self.purpose = purpose
        self._input.entered = False
        if title[-1:].isalnum():
            title += ":"  # else it would run into the words
        self._title.styles.width = len(title) + 2
        self._title.show_pieces((Piece(f" {title} ", "line--strong"),))
        self.say("")
        self.fill_in(words)
        self.screen.set_focus(self._input)  # at once, because the next key may be waiting

    def fill_in(self, words: str) -> None:
        """Replace the typed words without posting `Changed`."""
        self._told = words
        with self.prevent(Input.Changed):
            self._input.value = words
        self._input.cursor_position = len(words)

    def say(self, sentence: str, *, alert: bool = False) -> None:
        """Show a remark about the words, such as the number of matches."""
        self._said.styles.width = len(sentence) + 2 if sentence else 0
        self._said.show_pieces((Piece(f" {sentence} ", "line--alert" if alert else "line--dim"),))

    @property
    def words(self) -> str:
        """The typed words."""
        return self._input.value

    def on_key(self, event: events.Key) -> None:
        if event.key == "tab" and self._is_path:
            event.stop()
            begin_work(self, self._complete, exclusive=True)
        elif event.key in _BACK and len(self._past) > 1:
            event.stop()
            self._bring_back(_BACK[event.key])

    def _bring_back(self, step: int) -> None:
        """Recall the past answer `step` further back, or forward; the words typed now come after the last one."""
        if not self._back:
            self._past = (*self._past[:-1], self.words)
        self._back = max(0, min(self._back + step, len(self._past) - 1))
        self.fill_in(self._past[-1 - self._back])
        self._tell(self.Changed(self, self.words))

    async def _complete(self) -> None:
        """Complete the path before the cursor as far as it is unambiguous, and show what may follow."""
        from tui.widgets.edges.path_completion import complete_path

        typed, at = self.words, self._input.cursor_position
        found = await asyncio.to_thread(complete_path, typed[:at])
        if self.words != typed:
            return
        if found.typed != typed[:at]:
            self.fill_in(found.typed + typed[at:])
            self._input.cursor_position = len(found.typed)
            self._tell(self.Changed(self, self.words))
        self._say_names(found.names)

    def _say_names(self, names: tuple[str, ...]) -> None:
        if len(names) == 1:
            self.say("")
            return
        room = max(12, self.size.width // 2)
        said = f"{len(names)}: {'  '.join(names)}" if names else "no file begins so"
        self.say(said if len(said) <= room else f"{said[: room - 1]}…")

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self._told = event.value
        if self._is_path:  # the remark was about another path
            self.say("")
        self._tell(self.Changed(self, event.value))

    def enter(self) -> None:
        """Report enter before any key that was typed after it."""
        self._input.entered = True
        if self.words != self._told:  # the handler of enter has to know the words
            self._tell(self.Changed(self, self.words))
        self._tell(self.Entered(self, self.words))
        if isinstance(self.parent, Widget):
            self.parent.call_later(self._take_more)

    def _tell(self, message: Message) -> None:
        """Call the handler directly instead of queueing a message, so that the order of events is kept."""
        if isinstance(self.parent, Widget):
            self.parent.post_message(message)

    def _take_more(self) -> None:
        self._input.entered = False
