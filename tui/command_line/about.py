"""What the program tells of itself: version, keys, folders, and whether everything it needs is there."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Callable, Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final, NamedTuple

from tui import paths
from tui.settings.config import Settings
from tui.settings.config_file import ConfigError, look_at_settings, read_settings
from tui.terminal.console import narrate, write_data

__all__ = ["SUBJECTS", "tell_doctor", "tell_keys", "tell_paths", "tell_version"]

_NEEDED: Final = (
    "textual",
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
    """One thing that was looked at: whether it is well, its name, and what was found."""

    well: bool
    subject: str
    found: str


def tell_version() -> int:
    """The version on standard output."""
    write_data(f"broadsheet {_version('broadsheet') or 'unknown'}\n")
    return 0


def tell_keys() -> int:
    """Every command with its keys, after the settings, as a table of tabs: keys, id, help."""
    from tui.commands import COMMANDS, key_label
    from tui.settings.keymap import KeymapError, resolve_keys

    try:
        keymap = resolve_keys(read_settings(paths.config_file()).keys)
    except (ConfigError, KeymapError) as error:
        narrate(str(error))
        return 1
    for command in COMMANDS:
        keys = " ".join(key_label(key) for key in keymap[command.id])
        write_data(f"{keys}\t{command.id}\t{command.help}\n")
    return 0


def tell_paths() -> int:
    """The files and folders that are used, each with its name, separated by a tab."""
    for name, path in _places().items():
        write_data(f"{name}\t{path}\n")
    return 0


def tell_doctor() -> int:
    """What is well and what is not, a line each; 1 when something needed is missing."""
    ill = 0
    for finding in _findings():
        write_data(f"{'ok ' if finding.well else 'BAD'}  {finding.subject}: {finding.found}\n")
        ill += not finding.well
    return 1 if ill else 0


def _places() -> dict[str, Path]:
    return {
        "settings": paths.config_file(),
        "data": paths.data_folder(),
        "state": paths.state_folder(),
        "cache": paths.cache_folder(),
        "samples": paths.sample_folder(),
    }


def _findings() -> Iterator[Finding]:
    yield Finding(True, "broadsheet", _version("broadsheet") or "not installed as a package")
    yield Finding(sys.version_info >= (3, 11), "Python", f"{platform.python_version()} ({sys.executable})")
    for package in _NEEDED:
        found = _version(package)
        yield Finding(bool(found), package, found or "missing; install broadsheet again")
    yield _terminal()
    yield _copying()
    yield from _settings()
    for name, folder in _places().items():
        if name in {"data", "state", "cache"}:
            yield _writable(name, folder)
    yield _model()


def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None


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
    """Which ways a copy can go; that the terminal takes OSC 52 cannot be asked."""
    from tui.terminal.clipboard import programs_here

    programs = programs_here()
    ways = " and ".join((*programs, "OSC 52, where the terminal takes it"))
    if os.environ.get("TMUX") and "tmux" not in programs:
        return Finding(False, "copying", f"{ways}; inside tmux that needs: tmux set -g set-clipboard on")
    return Finding(True, "copying", ways)


def _settings() -> Iterator[Finding]:
    path = paths.config_file()
    chosen, wrong = look_at_settings(path)
    for error in wrong:
        yield Finding(False, "settings", str(error))
    if not wrong:
        yield Finding(True, "settings", "all as built in" if chosen == Settings() else f"from {path}")


def _writable(name: str, folder: Path) -> Finding:
    nearest = next(parent for parent in (folder, *folder.parents) if parent.exists())
    well = nearest.is_dir() and os.access(nearest, os.W_OK)
    return Finding(
        well, name, str(folder) if well else f"{folder} cannot be written; check the permissions of {nearest}"
    )


def _model() -> Finding:
    from annotators.pipeline import ModelUnavailable, load_model

    try:
        load_model()
    except ModelUnavailable as error:
        return Finding(False, "model", str(error))
    return Finding(True, "model", "loads")


def _tell_corrections() -> int:
    from tui.command_line.corrections import tell_corrections  # here, because it imports the library

    return tell_corrections()


def _tell_manual() -> int:
    from tui.command_line.manual import tell_manual  # here, because it makes every command line

    return tell_manual()


SUBJECTS: Final[dict[str, tuple[Callable[[], int], str]]] = {
    "keys": (tell_keys, "Print every command of the reader with its keys."),
    "paths": (tell_paths, "Print the files and folders that broadsheet uses."),
    "corrections": (
        _tell_corrections,
        "Print every correction made in the reader as a training example, one JSON object a line.",
    ),
    "doctor": (tell_doctor, "Look whether everything that broadsheet needs is there."),
    "man": (_tell_manual, "Print the manual page: broadsheet man | man -l -, or into broadsheet.1 where man looks."),
}
"""What can be asked for by name, each with what it does."""
