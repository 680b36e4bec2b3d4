"""`broadsheet SOURCE...`: on a terminal the full-screen reader, anywhere else the clean article as plain text."""

from __future__ import annotations

import gc
import os
import stat
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from annotators.article import Article
from annotators.layer import Layer
from annotators.loaders import PIPE, expand
from tui.config import Settings
from tui.config_file import ConfigError, read_settings
from tui.console import narrate, on_terminal
from tui.kinds import choice_of
from tui.opening import open_articles
from tui.paths import config_file, library_file, remembered_kinds_file, sample_articles
from tui.remembered_kinds import recall_kinds, remember_kinds
from tui.remembering import Memory

__all__ = ["Printed", "can_draw", "read", "settings_or_default"]


@dataclass(frozen=True, slots=True)
class Printed:
    """How articles are printed: `always`, or only where no screen can be drawn.

    `said` are the layers to put in words below each paragraph; with none the text is printed as it
    is. `corrections` says whether those that the reader made hold.
    """

    always: bool = False
    said: frozenset[Layer] = frozenset()
    corrections: bool = True


def read(
    sources: Sequence[str],
    *,
    model: str | None = None,
    kinds: Mapping[str, bool] | None = None,
    printed: Printed = Printed(),
    compare: bool = False,
) -> int:
    """Show the articles; the exit status. Without sources: what is piped in, else the library.

    Where no screen can be drawn a sample article stands in for the library. `kinds` are the kinds of
    block to leave out or keep for this once. With `compare` the second article is held against the first.
    """
    wanted = list(sources) or ([PIPE] if _is_piped_in() else [])
    keyboard = None if printed.always or not can_draw() else _open_keyboard()
    if keyboard is None:
        return _print(wanted or sample_articles()[:1], model, kinds, printed)
    settings = settings_or_default()
    settings = replace(settings, model=model) if model else settings
    articles, failed = _open(wanted)
    if wanted and not articles:
        return 1
    memory, remembered = Memory(library_file(), settings.model), remembered_kinds_file()
    if articles:
        memory.expect(articles[0])  # its thread asks while Textual is imported
    _listen_to(keyboard)
    gc.disable()  # a seventh of the time to the first screen; `run_reader` has it on again
    from tui.app import run_reader  # here, because it imports Textual

    choice = choice_of(settings, kinds, recall_kinds(remembered))
    status = run_reader(
        articles,
        settings,
        memory,
        kinds=choice,
        keep_kinds=lambda kept: remember_kinds(remembered, kept.turned),
        compare=compare and not failed,
    )
    return status or (1 if failed else 0)


def _print(sources: Sequence[str], model: str | None, kinds: Mapping[str, bool] | None, printed: Printed) -> int:
    from tui.batch import Job, run_job

    job = Job(
        tuple(sources),
        "txt",
        choice_of(settings_or_default(), kinds).stripped,
        entities=Layer.ENTITIES in printed.said,
        model=model,
        said=printed.said,
        corrections=printed.corrections,
    )
    return run_job(job)


def _open(sources: Sequence[str]) -> tuple[list[Article], int]:
    opened = list(open_articles(expand(sources)))
    articles = [article for article in opened if article is not None]
    return articles, len(opened) - len(articles)


def settings_or_default() -> Settings:
    """The settings; broken ones are said, and do not keep anyone from reading."""
    try:
        return read_settings(config_file())
    except ConfigError as error:
        narrate(str(error))
        return Settings()


def _is_piped_in() -> bool:
    """Whether standard input is a file or the end of a pipe, and not a keyboard or nothing at all."""
    try:
        mode = os.fstat(0).st_mode
    except OSError:
        return False
    return stat.S_ISFIFO(mode) or stat.S_ISREG(mode) or stat.S_ISSOCK(mode)


def can_draw() -> bool:
    """Whether there is a terminal that a screen can be drawn on."""
    return on_terminal() and os.environ.get("TERM", "dumb") not in {"", "dumb"}


def _open_keyboard() -> int | None:
    """A descriptor of the terminal that keys come from, `None` without one."""
    if sys.stdin is not None and sys.stdin.isatty():
        return os.dup(sys.stdin.fileno())
    try:
        return os.open("/dev/tty", os.O_RDWR)
    except OSError:
        return None


def _listen_to(keyboard: int) -> None:
    """Take keys from the terminal, even where the article came through standard input.

    Otherwise the article would be read as keystrokes, and a `q` in it would end the program.
    Textual draws on standard error, so that has to be the terminal too.
    """
    os.dup2(keyboard, 0)
    os.close(keyboard)
    if sys.stdin is None or sys.__stdin__ is None:
        sys.stdin = os.fdopen(0)
        setattr(sys, "__stdin__", sys.stdin)  # noqa: B010 - typed as constant
    if sys.__stderr__ is None or not sys.__stderr__.isatty():
        setattr(sys, "__stderr__", sys.__stdout__)  # noqa: B010 - typed as constant
