"""The command line: `broadsheet SOURCE...` opens the reader, sub-commands annotate, export and inform.

Data goes to standard output, messages to standard error. Exit status: 0 done, 1 failed, 2 wrong usage, 128 plus
the number of the signal that ended it (SIGHUP where the terminal went away).
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from tui.terminal.console import OutputFailed, OutputGone, TerminalGone, narrate, narrate_crash

if TYPE_CHECKING:
    import argparse

__all__ = ["main"]

_HUNG_UP: Final = 129
_INTERRUPTED: Final = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program; returns the exit status."""
    if "_ARGCOMPLETE" in os.environ:
        from tui.command_line.completion import complete

        complete()
    words = list(sys.argv[1:] if argv is None else argv)
    name = words[0] if words else ""
    try:
        if name in _COMMANDS:
            from tui.command_line.parsers import PARSERS

            parser = PARSERS[name]()
            return _COMMANDS[name](parser, parser.parse_args(words[1:]))
        if any(word.startswith("-") for word in words):
            return _read(words)
        gc.disable()  # saves a seventh of the time to the first screen; `read` and `run_reader` turn it on
        from tui.reading import read  # no parser is needed without options

        status = read(words)
        if status == 1:
            _suggest_command(name)
        return status
    except OutputGone:
        return 0
    except OutputFailed as error:
        narrate(str(error))
        return 1
    except TerminalGone:
        return _HUNG_UP
    except KeyboardInterrupt:
        return _INTERRUPTED
    except Exception as error:
        narrate_crash(error)
        return 1


def _suggest_command(word: str) -> None:
    """Suggest a command where the first word is not a file but close to the name of one."""
    from difflib import get_close_matches

    nearest = [] if word.startswith("-") else get_close_matches(word, _COMMANDS, n=1)
    if nearest and not os.path.lexists(word):
        narrate(f"did you mean broadsheet {nearest[0]}?")


def _read(words: Sequence[str]) -> int:
    from tui.command_line.listed_options import take_kind_switches, take_said
    from tui.command_line.parsers import reading_parser

    parser = reading_parser()
    try:
        chosen = parser.parse_args(words)
    except SystemExit as refused:
        if refused.code:  # an option of a command, but not of reading
            _suggest_command(words[0])
        raise
    kinds, said = take_kind_switches(parser, chosen), take_said(parser, chosen)
    if chosen.version:
        from tui.command_line.about import tell_version

        return tell_version()
    from tui.reading import Printed, can_draw, read

    printed = Printed(chosen.plain or bool(said), said, chosen.corrections)
    if (printed.always or not can_draw()) and _lacks_model(chosen):
        return 1  # the reader says so on its screen, and shows what needs no model
    return read(chosen.sources, model=chosen.model, kinds=kinds, printed=printed)


def _annotate(parser: argparse.ArgumentParser, chosen: argparse.Namespace) -> int:
    return _run(chosen)


def _export(parser: argparse.ArgumentParser, chosen: argparse.Namespace) -> int:
    from tui.command_line.listed_options import take_kind_switches

    kinds = take_kind_switches(parser, chosen)
    if not chosen.sources:
        parser.error("the following arguments are required: SOURCE")
    return _run(chosen, kinds)


def _layers(parser: argparse.ArgumentParser, chosen: argparse.Namespace) -> int:
    from tui.command_line.layers_and_eval import tell_layers

    return tell_layers(chosen.sources, entities=chosen.entities, model=chosen.model)


def _eval(parser: argparse.ArgumentParser, chosen: argparse.Namespace) -> int:
    from tui.command_line.layers_and_eval import tell_agreement

    return tell_agreement(chosen.documents, entities=chosen.entities, model=chosen.model)


def _compare(parser: argparse.ArgumentParser, chosen: argparse.Namespace) -> int:
    if chosen.read:
        from tui.reading import can_draw, read

        if can_draw() and not any(map(os.path.isdir, (chosen.left, chosen.right))):
            return read((chosen.left, chosen.right), model=chosen.model, compare=True)
    if _lacks_model(chosen):
        return 1
    from tui.command_line.compare import run_comparison

    return run_comparison(
        chosen.left, chosen.right, format_name=chosen.format, entities=chosen.entities, model=chosen.model
    )


def _run(chosen: argparse.Namespace, kinds: Mapping[str, bool] | None = None) -> int:
    from annotators.cleaning import DEFAULT_STRIPPED
    from annotators.exporters import FORMATS
    from tui.command_line.batch import Job, run_job
    from tui.reading import settings_or_default
    from tui.settings.kinds import choice_of

    if _lacks_model(chosen):
        return 1
    by_format = FORMATS[chosen.format].names
    return run_job(
        Job(
            sources=tuple(chosen.sources),
            format=chosen.format,
            stripped=DEFAULT_STRIPPED if kinds is None else choice_of(settings_or_default(), kinds).stripped,
            entities=by_format if chosen.entities is None else chosen.entities,
            model=chosen.model,
            output=chosen.output,
            force=chosen.force,
            corrections=chosen.corrections,
            notes=chosen.notes,
        )
    )


def _lacks_model(chosen: argparse.Namespace) -> bool:
    """Whether the chosen model cannot be used; says why, even if this command would not need it."""
    if chosen.model is None:
        return False
    from annotators.pipeline import ModelUnavailable, find_model

    try:
        find_model(chosen.model)
    except ModelUnavailable as error:
        narrate(str(error))
        return True
    return False


def _models(parser: argparse.ArgumentParser, chosen: argparse.Namespace) -> int:
    from tui.command_line.models import tell_models

    return tell_models(chosen.names, tried=chosen.tried)


def _corrections(parser: argparse.ArgumentParser, chosen: argparse.Namespace) -> int:
    from tui.command_line.corrections import tell_corrections

    return tell_corrections()


def _keys(parser: argparse.ArgumentParser, chosen: argparse.Namespace) -> int:
    from tui.command_line.about import tell_keys

    return tell_keys()


def _paths(parser: argparse.ArgumentParser, chosen: argparse.Namespace) -> int:
    from tui.command_line.about import tell_paths

    return tell_paths()


def _doctor(parser: argparse.ArgumentParser, chosen: argparse.Namespace) -> int:
    from tui.command_line.doctor import tell_doctor

    return tell_doctor(_themes)


def _themes() -> Collection[str]:
    """The names of all themes, for which the part of Textual that has them is imported."""
    from textual.theme import BUILTIN_THEMES

    return BUILTIN_THEMES.keys()


def _man(parser: argparse.ArgumentParser, chosen: argparse.Namespace) -> int:
    from tui.command_line.manual import tell_manual

    return tell_manual()


def _completion(parser: argparse.ArgumentParser, chosen: argparse.Namespace) -> int:
    from tui.command_line.completion import tell_completion

    return tell_completion(chosen.shell)


_COMMANDS: Final[dict[str, Callable[[argparse.ArgumentParser, argparse.Namespace], int]]] = {
    "annotate": _annotate,
    "export": _export,
    "layers": _layers,
    "eval": _eval,
    "compare": _compare,
    "models": _models,
    "corrections": _corrections,
    "keys": _keys,
    "paths": _paths,
    "doctor": _doctor,
    "man": _man,
    "completion": _completion,
}
