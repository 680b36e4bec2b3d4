"""`broadsheet doctor`: checks the installation."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from tui import paths
from tui.command_line.about import places, version_of
from tui.settings.config import Settings
from tui.settings.config_file import look_at_settings
from tui.settings.theme_names import no_such_theme
from tui.terminal.console import write_data

__all__ = ["tell_doctor"]

_NEEDED: Final = (
    "textual",
    "rich",
    "markdown-it-py",
    "lxml",
    "spacy",
    "onnxruntime",
    "numpy",
    "httpx",
    "platformdirs",
    "argcomplete",
)


class Finding(NamedTuple):
    """The result of a check: whether it passed, its name, and what was found."""

    well: bool
    subject: str
    found: str


def tell_doctor(themes: Callable[[], Collection[str]]) -> int:
    """Print the result of each check; returns 1 if something that is needed is missing.

    `themes` names all themes; it is asked only if the settings name one.
    """
    ill = 0
    for finding in _findings(themes):
        write_data(f"{'ok ' if finding.well else 'BAD'}  {finding.subject}: {finding.found}\n")
        ill += not finding.well
    return 1 if ill else 0


def _findings(themes: Callable[[], Collection[str]]) -> Iterator[Finding]:
    yield Finding(True, "broadsheet", version_of("broadsheet") or "not installed as a package")
    yield Finding(sys.version_info >= (3, 11), "Python", f"{platform.python_version()} ({sys.executable})")
    for package in _NEEDED:
        found = version_of(package)
        yield Finding(bool(found), package, found or "missing; install broadsheet again")
    yield _terminal()
    yield _copying()
    chosen, wrong = look_at_settings(paths.config_file())
    yield from _settings(chosen, [*map(str, wrong), *_theme(chosen, themes)])
    for name, folder in places().items():
        if name in {"data", "state", "cache"}:
            yield _writable(name, folder)
    yield _model(chosen.model)


def _terminal() -> Finding:
    term = os.environ.get("TERM", "")
    if not (sys.stdin and sys.stdin.isatty() and sys.stdout.isatty()):
        return Finding(True, "terminal", "none here; articles are printed as plain text")
    if term in {"", "dumb"}:
        return Finding(False, "terminal", f"TERM is {term or 'not set'}; articles are printed as plain text")
    size = os.get_terminal_size()
    colour = ", NO_COLOR" if os.environ.get("NO_COLOR") else ""
    return Finding(True, "terminal", f"{term}, {size.columns}x{size.lines}{colour}")


def _copying() -> Finding:
    """The ways of copying that work here; whether the terminal supports OSC 52 cannot be found out."""
    from tui.terminal.clipboard import programs_here

    programs = programs_here()
    ways = " and ".join((*programs, "OSC 52, where the terminal takes it"))
    if os.environ.get("TMUX") and "tmux" not in programs:
        return Finding(False, "copying", f"{ways}; inside tmux that needs: tmux set -g set-clipboard on")
    return Finding(True, "copying", ways)


def _settings(chosen: Settings, wrong: Sequence[str]) -> Iterator[Finding]:
    for error in wrong:
        yield Finding(False, "settings", error)
    if not wrong:
        yield Finding(True, "settings", "all as built in" if chosen == Settings() else f"from {paths.config_file()}")


def _theme(chosen: Settings, themes: Callable[[], Collection[str]]) -> Iterator[str]:
    """Why the theme in the settings cannot be had."""
    if chosen.theme != Settings().theme:
        known = themes()
        wrong = no_such_theme(chosen.theme, known, f"there are {', '.join(sorted(known))}")
        if wrong:
            yield f"{paths.config_file()}: {wrong}"


def _writable(name: str, folder: Path) -> Finding:
    nearest = next(parent for parent in (folder, *folder.parents) if parent.exists())
    well = nearest.is_dir() and os.access(nearest, os.W_OK)
    return Finding(
        well, name, str(folder) if well else f"{folder} cannot be written; check the permissions of {nearest}"
    )


def _model(name: str | None) -> Finding:
    """Whether the model loads that the settings name, or the one that ships."""
    from annotators.pipeline import ModelUnavailable, load_model

    try:
        load_model(name)
    except ModelUnavailable as error:
        return Finding(False, "model", str(error))
    return Finding(True, "model", f"{name} loads" if name else "loads")
