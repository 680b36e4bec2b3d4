"""The application in the terminal: it owns settings, themes, keys and signals, and shows the reader or the library."""

from __future__ import annotations

import contextlib
import gc
import os
import signal
import sys
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, NoReturn, cast

from textual.app import App

from annotators.article import Article
from annotators.layer import Layer
from tui.annotating import Annotator
from tui.first_paint.lean_textual import without_unused
from tui.first_paint.looks import looks_key
from tui.messages import AnotherOpened, Remark
from tui.screens.library.door import LibraryDoor
from tui.screens.panels import Panels
from tui.settings.config import Settings
from tui.settings.keymap import Keymap, KeymapError, resolve_keys
from tui.settings.kinds import KindChoice, choice_of
from tui.terminal.console import narrate
from tui.terminal.safe_text import one_line
from tui.terminal.signals import keep_signals, leave_on_signals
from tui.theming import Theming

if TYPE_CHECKING:
    from textual.screen import Screen

    from tui.first_paint import HeldTerminal
    from tui.first_paint.taking_over import TakingOver
    from tui.opening import Opening
    from tui.remembering import Memory
    from tui.screens.application import Application
    from tui.screens.reader.desk import Desk

__all__ = ["BroadsheetApp", "run_reader"]


_SIGNALLED = 128
"""Added to the number of a signal, the exit status of a program that the signal has ended."""

_SWITCH = 0.0005
"""Python's switch interval in seconds, a tenth of the default: keys wait less for other threads."""


class BroadsheetApp(Theming, LibraryDoor, App[int]):
    """Shows the given articles, or the library if there are none."""

    ENABLE_COMMAND_PALETTE = False

    def __init__(
        self,
        articles: Sequence[Article],
        settings: Settings | None = None,
        *,
        annotator: Annotator | None = None,
        memory: Memory | None = None,
        kinds: KindChoice | None = None,
        keep_kinds: Callable[[KindChoice], str] | None = None,
        keep_layers: Callable[[frozenset[Layer]], object] | None = None,
        compare: bool = False,
        complaints: Sequence[str] = (),
        opening: Opening | None = None,
    ) -> None:
        self.opening = opening
        self.settings = settings or Settings()
        self.articles = tuple(articles)
        self.export_format = "md"
        self.export_folder = "."
        self.keymap, unbound = _keymap(self.settings)
        self._complaints = [*complaints, *unbound]
        self.annotator = annotator
        self.memory = memory
        self.kinds = kinds or choice_of(self.settings)
        self._keep_kinds = keep_kinds
        self._keep_layers = keep_layers
        self.compare = compare
        self._looks_key = looks_key(self.settings.theme)  # before Textual takes NO_COLOR out of the environment
        self.keeps_keys = False
        self.signals_before: Sequence[int] = ()
        super().__init__()
        self._disable_tooltips = self._disable_notifications = True  # unused here, and part of every screen

    def on_mount(self) -> None:
        if not self.is_headless:
            leave_on_signals(self._leave)
            self._heed_stops()
            self._heed_signals_before()
        if no_theme := self.begin_theme():
            self._complaints.insert(0, no_theme)  # first, as nothing else tells of it
        self.screen.call_after_refresh(self._take_keys)
        if self.opening is not None:
            self.opening.go_on(lambda article: self.post_message(AnotherOpened(article)))
        if self.memory is not None:
            self.memory.on_notice(lambda sentence: self.post_message(Remark(sentence)))
        if self._complaints:
            first, *others = self._complaints
            more = f", and {len(others)} more: broadsheet doctor tells" if others else ""
            self.post_message(Remark(first + more))

    def get_default_screen(self) -> Screen[None]:
        """The reader or the library, as the bottom of the screen stack in place of Textual's empty screen."""
        screen = self.first_screen(self.articles)
        screen._push_result_callback(self, None)  # as `push_screen` would: `switch_screen` needs it
        return screen

    def _take_keys(self) -> None:
        """Let the keys through that the driver has kept until there was a screen."""
        if self.keeps_keys and self._driver is not None:
            cast("TakingOver", self._driver).let_keys_through()

    def on_another_opened(self, event: AnotherOpened) -> None:
        """Add an article behind the others; after the last one, say how many did not open."""
        if self.desk is not None and self.opening is not None:
            self.desk.take_another(event.article, self.opening.to_come)
        if event.article is None and self.opening is not None:
            for complaint in self.opening.complaints():
                if complaint not in self._complaints:
                    self.post_message(Remark(complaint))

    def on_remark(self, event: Remark) -> None:
        """Say a sentence on the current screen, once it has been drawn."""
        self.call_after_refresh(self._say, event.sentence)

    def _say(self, sentence: str) -> None:
        if isinstance(self.screen, Panels):
            self.screen.say(sentence, alert=True, lasting=True)

    def choose_kinds(self, kinds: KindChoice) -> str:
        """Set the kinds of block that are left out; returns why that cannot be remembered, else an empty string."""
        self.kinds = kinds
        return self._keep_kinds(kinds) if self._keep_kinds is not None else ""

    def _heed_stops(self) -> None:
        if self._driver is None or not hasattr(signal, "SIGTSTP"):
            return
        from tui.terminal.stopping import heed_stops

        def where_it_can(action: Callable[[Panels], object]) -> None:
            if not self._exit and isinstance(self.screen, Panels):
                action(self.screen)

        heed_stops(self._driver, partial(where_it_can, Panels.action_suspend), partial(where_it_can, Panels.go_on))

    def _heed_signals_before(self) -> None:
        """Handle signals that came during the start: end, stop, or redraw after a SIGSTOP, which no handler sees."""
        stop, go_on = getattr(signal, "SIGTSTP", None), getattr(signal, "SIGCONT", None)
        for number in [number for number in self.signals_before if number not in (stop, go_on)][:1]:
            self.call_after_refresh(self._leave, _SIGNALLED + number)
            return
        for number in self.signals_before:
            self.call_after_refresh(os.kill, os.getpid(), number)

    def end_behind(self, number: int) -> NoReturn:
        """Exit at once because of a signal: another program has the terminal, which has been restored before."""
        self.save_place()
        self._keep()
        signal.signal(signal.SIGTTOU, signal.SIG_IGN)  # with `stty tostop`, the line below would stop it once more
        with contextlib.redirect_stderr(sys.__stderr__):  # Textual has its own
            _end(self.memory, _SIGNALLED + number)
        os._exit(_SIGNALLED + number)

    def exit(self, *arguments: Any, **options: Any) -> None:
        self._keep()
        super().exit(*arguments, **options)

    def _keep(self) -> None:
        """Store styles and lit layers for the next start."""
        if self.desk is not None:
            with contextlib.suppress(Exception):  # they only speed up the next start
                self.keep_looks(self.desk)
            if self._keep_layers is not None:
                self._keep_layers(self.desk.lit)

    @property
    def desk(self) -> Desk | None:
        """The screen that articles are read on; `None` if none has been opened."""
        return self._reader

    def action_help_quit(self) -> None:
        if isinstance(self.screen, Panels):
            self.screen.say_how_to_quit()

    def _leave(self, status: int) -> None:
        self.save_place()
        self.exit(status, return_code=status)

    def _fatal_error(self) -> None:
        """Print one line in place of a traceback, which would show text of an article unfiltered."""
        if os.environ.get("BROADSHEET_DEBUG"):
            super()._fatal_error()
            return
        with contextlib.suppress(Exception):  # save what can be saved, whatever else is broken
            self.save_place()
        error = self._exception
        error = getattr(error, "error", error)  # `WorkerFailed` wraps the error of a worker
        what = one_line(f"{type(error).__name__}: {error}")
        self._exit_renderables.append(f"broadsheet: something went wrong ({what}); BROADSHEET_DEBUG=1 shows where")
        self._close_messages_no_wait()


if TYPE_CHECKING:

    def _as_screens_know_it(app: BroadsheetApp) -> Application:
        """For the type checker: the application has all that screens ask of it."""
        return app


def _keymap(settings: Settings) -> tuple[Keymap, tuple[str, ...]]:
    try:
        return resolve_keys(settings.keys), ()
    except KeymapError as error:
        return resolve_keys({}), (str(error),)


def run_reader(
    articles: Sequence[Article],
    settings: Settings,
    memory: Memory | None = None,
    *,
    kinds: KindChoice | None = None,
    keep_kinds: Callable[[KindChoice], str] | None = None,
    keep_layers: Callable[[frozenset[Layer]], object] | None = None,
    compare: bool = False,
    held: HeldTerminal | None = None,
    complaints: Sequence[str] = (),
    opening: Opening | None = None,
) -> int:
    """Run the reader on articles, or the library if there are none, until it is left; returns the exit status.

    With `compare` the second article is compared with the first as soon as both are annotated. A terminal that is
    `held` is taken over with what is on it. `complaints` are shown on the first screen. Sources that are still
    `opening` are opened while the first articles are read.
    """
    with without_unused():  # `App.__init__` imports the driver
        app = BroadsheetApp(
            articles,
            settings,
            memory=memory,
            kinds=kinds,
            keep_kinds=keep_kinds,
            keep_layers=keep_layers,
            compare=compare,
            complaints=complaints,
            opening=opening,
        )
        _choose_driver(app, held)
    if held is None:
        app.signals_before = keep_signals()
    return _run(app, memory)


def _run(app: BroadsheetApp, memory: Memory | None) -> int:
    """Run the application until it is left, and close the library; returns the exit status."""
    _collect_less()
    sys.setswitchinterval(_SWITCH)
    app.run(mouse=app.settings.mouse)
    if hasattr(signal, "SIGTSTP"):
        from tui.terminal.stopping import heed_stops_no_more

        heed_stops_no_more()
    status = app.return_code or 0
    _end(memory, status)
    return status


def _collect_less() -> None:
    """Run the garbage collector rarely, and exclude the objects that exist now.

    Imported modules live until the end, and annotations are many, small and free of cycles: examining either costs
    frames and finds nothing.
    """
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)
    gc.enable()


def _end(memory: Memory | None, status: int) -> None:
    """Close the library, and say on standard error what could not be kept and which signal ended the reader."""
    if memory is not None:
        memory.close()
        if memory.lost:
            narrate(f"{memory.lost} of your notes and corrections could not be kept; make room and write them again")
    if status > _SIGNALLED:
        kept = "; the place and what was written are kept" if memory is not None else ""
        narrate(f"ended by {signal.Signals(status - _SIGNALLED).name}{kept}")


def _choose_driver(app: BroadsheetApp, held: HeldTerminal | None) -> None:
    """Set Textual's driver: one that takes over a held terminal, or one that asks for its background colour."""
    from tui.first_paint.ground import may_ask, theme_at_first

    if os.name != "posix" or os.environ.get("TEXTUAL_DRIVER"):
        return
    from tui.first_paint.hearing import Hearing

    app.driver_class = Hearing
    if may_ask(app.settings.theme):
        Hearing.asks, Hearing.asked = True, held is not None and held.asked
        app.begin_with(theme_at_first(app.settings.theme))
    if held is not None:
        from tui.first_paint.taking_over import TakingOver

        TakingOver.held, app.driver_class = held, TakingOver
        app.keeps_keys = True
        app.signals_before = held.signals
