"""`broadsheet SOURCE...`: the full-screen reader on a terminal, else the clean article as plain text."""

from __future__ import annotations

import gc
import os
import stat
import sys
from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from annotators.layer import Layer
from annotators.loaders import PIPE
from tui.opening import Opened, Opening
from tui.settings.config import Settings
from tui.settings.kinds import KindChoice, choice_of
from tui.terminal.console import narrate, on_terminal

if TYPE_CHECKING:
    from annotators.article import Article
    from tui.first_paint import HeldTerminal
    from tui.first_paint.glancing import Glance
    from tui.remembering import Memory

__all__ = ["Printed", "can_draw", "read", "settings_or_default"]


class Printed(NamedTuple):
    """How articles are printed: `always`, or only where no screen can be drawn.

    `said` are the layers that are put into words below each paragraph; without any the text is printed as it is.
    `corrections` says whether the reader's own corrections are applied.
    """

    always: bool = False
    said: frozenset[Layer] = frozenset()
    corrections: bool = True


AS_EVER: Final = Printed()
"""The default: printed only where no screen can be drawn, and as it is."""


def read(
    sources: Sequence[str],
    *,
    model: str | None = None,
    kinds: Mapping[str, bool] | None = None,
    printed: Printed = AS_EVER,
    compare: bool = False,
) -> int:
    """Show the articles, or without sources what is piped in, else the library; returns the exit status.

    Where no screen can be drawn, a sample article stands in for the library. `kinds` are kinds of block to leave
    out or to keep this time. With `compare` the second article is compared with the first.
    """
    wanted = list(sources) or ([PIPE] if _is_piped_in() else [])
    keyboard = None if printed.always or not can_draw() else _open_keyboard()
    if keyboard is None:
        gc.enable()
        return _print(wanted, model, kinds, printed)
    gc.disable()
    settings, wrong = _settings_and_complaints()
    settings = settings._replace(model=model) if model else settings
    opening = Opening(wanted)
    first = opening.first()
    if wanted and first is None:
        return 1
    _listen_to(keyboard)
    try:
        return _read(first, opening, settings, kinds, compare, wrong) or (1 if opening.failed else 0)
    finally:
        opening.stop()
        opening.narrate()


def _read(
    first: Opened | None,
    opening: Opening,
    settings: Settings,
    kinds: Mapping[str, bool] | None,
    compare: bool,
    wrong: Sequence[str],
) -> int:
    """Paint the first article, import and open the rest meanwhile, and let the reader take over."""
    choice = choice_of(settings, kinds, _remembered_kinds())
    chosen, settings = settings.layers, settings._replace(layers=_remembered_layers(settings.layers))
    seen, held = (None, None) if first is None else _paint(first, settings, choice, among=len(opening.sources))
    try:
        articles = opening.at_once(least=2 if compare else 1)
        from tui.first_paint.lean_textual import without_unused

        with without_unused():
            memory = _recalling(articles, settings, seen)
            from tui.app import run_reader  # here, because it imports Textual

        return run_reader(
            articles,
            settings,
            memory,
            kinds=choice,
            keep_kinds=_keep_kinds,
            keep_layers=partial(_keep_layers, chosen),
            compare=compare and not opening.failed,
            held=held,
            complaints=[*wrong, *opening.complaints()],
            opening=opening if opening.to_come else None,
        )
    finally:
        if held is not None:
            held.give_back()


def _paint(
    first: Opened, settings: Settings, choice: KindChoice, among: int
) -> tuple[Glance | None, HeldTerminal | None]:
    """Write the first screen of an article at once; returns what the library knows of it, and the held terminal."""
    from tui.first_paint import present
    from tui.first_paint.glancing import glance
    from tui.paths import library_file_name

    seen = glance(library_file_name(), first, settings.model, choice.stripped)
    return seen, present(first, settings, seen, among=among)


def _recalling(articles: Sequence[Article], settings: Settings, seen: Glance | None) -> Memory:
    """The library, which looks the first article up while Textual is imported."""
    from tui.paths import library_file
    from tui.remembering import Memory

    memory = Memory(library_file(), settings.model)
    if articles:
        memory.expect(articles[0], None if seen is None else seen.found)
    return memory


def _remembered_kinds() -> Mapping[str, bool]:
    from tui.paths import remembered_kinds_file, remembered_kinds_file_name

    if not os.path.lexists(remembered_kinds_file_name()):
        return {}
    from tui.settings.remembered_kinds import recall_kinds

    return recall_kinds(remembered_kinds_file())


def _remembered_layers(chosen: frozenset[Layer]) -> frozenset[Layer]:
    from tui.paths import remembered_layers_file, remembered_layers_file_name

    if not os.path.lexists(remembered_layers_file_name()):
        return chosen
    from tui.settings.remembered_layers import recall_layers

    return recall_layers(remembered_layers_file(), chosen)


def _keep_layers(chosen: frozenset[Layer], lit: frozenset[Layer]) -> None:
    from tui.paths import remembered_layers_file
    from tui.settings.remembered_layers import remember_layers

    remember_layers(remembered_layers_file(), chosen, lit)


def _keep_kinds(choice: KindChoice) -> str:
    """Remember which kinds are shown and hidden for the next time; returns a complaint, empty if there is none."""
    from tui.paths import remembered_kinds_file
    from tui.settings.remembered_kinds import remember_kinds

    return remember_kinds(remembered_kinds_file(), choice.turned)


def _print(sources: Sequence[str], model: str | None, kinds: Mapping[str, bool] | None, printed: Printed) -> int:
    from tui.command_line.batch import Job, run_job
    from tui.paths import sample_articles

    if not sources:
        sources = sample_articles()[:1]
        narrate("no article was given, and this is a sample; broadsheet SOURCE reads one, --help says more")
    job = Job(
        tuple(sources),
        "txt",
        choice_of(settings_or_default(), kinds).stripped,
        entities=not printed.said.isdisjoint((Layer.ENTITIES, Layer.QUOTES)),  # the model names speakers, too
        model=model,
        said=printed.said,
        corrections=printed.corrections,
        squeezed=True,
    )
    return run_job(job)


def settings_or_default() -> Settings:
    """The settings; those that are wrong are reported and replaced by their defaults."""
    return _settings_and_complaints()[0]


def _settings_and_complaints() -> tuple[Settings, tuple[str, ...]]:
    """The settings, and what is wrong with them: printed here, and returned for the screen that will cover it."""
    from tui.paths import config_file, config_file_name

    if os.path.lexists(config_file_name()):
        from tui.settings.config_file import look_at_settings  # here, because reading TOML takes time to import

        path = config_file()
        settings, wrong = look_at_settings(path)
        for error in wrong:
            narrate(str(error))
        return settings, tuple(str(error).replace(str(path), path.name) for error in wrong)
    return Settings(), ()


def _is_piped_in() -> bool:
    """Whether standard input is a file or a pipe, and not a terminal or closed."""
    try:
        mode = os.fstat(0).st_mode
    except OSError:
        return False
    return stat.S_ISFIFO(mode) or stat.S_ISREG(mode) or stat.S_ISSOCK(mode)


def can_draw() -> bool:
    """Whether standard output and error are a terminal on which a screen can be drawn."""
    return on_terminal() and os.environ.get("TERM", "dumb") not in {"", "dumb"}


def _open_keyboard() -> int | None:
    """A file descriptor of the terminal to read keys from; `None` if there is none."""
    if sys.stdin is not None and sys.stdin.isatty():
        return os.dup(sys.stdin.fileno())
    try:
        return os.open("/dev/tty", os.O_RDWR)
    except OSError:
        return None


def _listen_to(keyboard: int) -> None:
    """Make the terminal the standard input, even where the article came through it.

    Otherwise the article would be taken for keys, and a `q` in it would end the program. Textual draws on standard
    error, so that has to be the terminal too.
    """
    os.dup2(keyboard, 0)
    os.close(keyboard)
    if sys.stdin is None or sys.__stdin__ is None:
        sys.stdin = os.fdopen(0)
        setattr(sys, "__stdin__", sys.stdin)  # noqa: B010 - typed as constant
    if sys.__stderr__ is None or not sys.__stderr__.isatty():
        setattr(sys, "__stderr__", sys.__stdout__)  # noqa: B010 - typed as constant
