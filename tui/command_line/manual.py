"""`broadsheet man`: the manual page, made from the parsers and the registry of commands."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import Final

from tui.command_line.parsers import PARSERS, reading_parser
from tui.commands import GROUPS, commands_of, key_label
from tui.settings.keymap import resolve_keys
from tui.terminal.console import write_data

__all__ = ["manual_page", "tell_manual"]

_ENVIRONMENT: Final = (
    ("NO_COLOR", "no colours: the terminal's own ink and ground"),
    ("VISUAL, EDITOR", "what E starts"),
    ("TMUX", "inside tmux copies go into its buffer too"),
    ("BROADSHEET_DEBUG", "shows where an unforeseen error came from"),
)
_STATUS: Final = "0: done. 1: failed, with one line that says what to do. 2: wrong usage. 128 + n: ended by signal n."


def tell_manual() -> int:
    """Print the page: `broadsheet man > broadsheet.1`, or `broadsheet man | man -l -`."""
    write_data(manual_page())
    return 0


def manual_page() -> str:
    """The manual page in roff."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    reading = reading_parser()
    yield '.TH BROADSHEET 1 "" broadsheet "User commands"'
    yield from (".SH NAME", _escaped("broadsheet - a reader for annotated news, in the terminal"), ".SH SYNOPSIS")
    yield from _usage(reading)
    for make in PARSERS.values():
        yield ".br"
        yield from _usage(make())
    yield from (".SH DESCRIPTION", _escaped(reading.description or ""), ".SH OPTIONS")
    yield from _options(reading)
    for name, make in PARSERS.items():
        parser = make()
        yield from (f".SH {_escaped(name).upper()}", _escaped(parser.description or ""))
        yield from _options(parser)
    commands = list(commands_of(resolve_keys({})))
    for group in GROUPS:
        yield f'.SH "KEYS: {_escaped(group).upper()}"'
        for command in (one for one in commands if one.group == group):
            keys = ", ".join(map(key_label, command.keys)) or "no key"
            yield from (".TP", f".B {_escaped(keys)}", _escaped(f"{command.help} ({command.id})"))
    yield ".SH ENVIRONMENT"
    for name, what in _ENVIRONMENT:
        yield from (".TP", f".B {_escaped(name)}", _escaped(what))
    yield from (".SH FILES", "Told by", '.BR "broadsheet paths" .', '.SH "EXIT STATUS"', _escaped(_STATUS))


def _usage(parser: argparse.ArgumentParser) -> Iterator[str]:
    words = " ".join(parser.format_usage().removeprefix("usage: ").split())
    yield f".B {_escaped(parser.prog)}"
    yield _escaped(words.removeprefix(parser.prog).strip())


def _options(parser: argparse.ArgumentParser) -> Iterator[str]:
    for action in parser._actions:
        names = ", ".join(action.option_strings) or str(action.metavar or action.dest)
        value = "" if action.nargs == 0 or not action.option_strings else f" {action.metavar or action.dest.upper()}"
        yield from (".TP", f".B {_escaped(names + value)}", _escaped((action.help or "").replace("%%", "%")))


def _escaped(text: str) -> str:
    """Text escaped for roff, so that no line of it is a request."""
    text = " ".join(text.split()).replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{text}" if text.startswith((".", "'")) or not text else text
