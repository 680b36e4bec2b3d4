"""`broadsheet completion`: completes commands, options, kinds, layers, models and files in shells."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final

from argcomplete import autocomplete
from argcomplete.completers import FilesCompleter
from argcomplete.lexers import split_line
from argcomplete.shell_integration import shellcode

from annotators.kinds import KINDS
from annotators.layer import Layer
from tui.command_line.listed_options import ALL_LAYERS
from tui.command_line.parsers import PARSERS, reading_parser
from tui.terminal.console import write_data

__all__ = ["complete", "tell_completion"]

_PROGRAM: Final = "broadsheet"
_files: Final = FilesCompleter()


def tell_completion(shell: str) -> int:
    """Print the script that makes a shell (one of `SHELLS`) call `complete`."""
    write_data(shellcode([_PROGRAM], shell=shell))
    return 0


def complete() -> None:
    """Answer a shell's request for completions, and exit.

    Each command has a parser of its own, which is used as if program and command were one word.
    """
    _, _, _, words, _ = split_line(os.environ["COMP_LINE"], int(os.environ["COMP_POINT"]))
    make = PARSERS.get(words[1]) if len(words) > 1 else None
    if make is not None:
        os.environ["_ARGCOMPLETE"] = "2"
    parser = make() if make is not None else reading_parser()
    for action in parser._actions:
        if action.choices is None and action.nargs != 0:
            action.completer = _completer(action, first=make is None)  # type: ignore[attr-defined]
    autocomplete(parser, always_complete_options=False)


def _completer(action: argparse.Action, *, first: bool) -> Callable[..., Iterable[str]]:
    """The completer of an argument's values; `first` if a command may stand in place of a source."""
    match action.dest:
        case "keep" | "strip":
            return _names(KINDS)
        case "say":
            return _names((*Layer, ALL_LAYERS))
        case "model" | "names":
            return _models
        case "sources" if first:
            return _commands_and_files
        case _:
            return _files


def _names(known: Sequence[str]) -> Callable[..., Iterable[str]]:
    """A completer of names, several of which may be joined by commas."""

    def listed(prefix: str, **_: Any) -> Iterable[str]:
        before, comma, _after = prefix.rpartition(",")
        return [before + comma + name for name in known if name not in before.split(",")]

    return listed


def _commands_and_files(prefix: str, parsed_args: argparse.Namespace, **more: Any) -> Iterable[str]:
    commands = () if parsed_args.sources else tuple(PARSERS)
    return [*commands, *_files(prefix, **more)]


def _models(prefix: str, **more: Any) -> Iterable[str]:
    from annotators.model_catalogue import installed_models

    return [*(info.name for info in installed_models()), *_files(prefix, **more)]
