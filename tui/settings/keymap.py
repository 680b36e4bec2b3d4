"""The key bindings: the defaults with those of the settings applied."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from tui.commands import COMMANDS, key_label

__all__ = ["Keymap", "KeymapError", "resolve_keys"]

Keymap = Mapping[str, tuple[str, ...]]
"""The keys of every command, by its id."""

_MODIFIERS: Final = ("ctrl", "shift", "alt")
_NAMES: Final = frozenset(
    (
        "up down left right home end pageup pagedown tab enter escape space backspace delete insert comma "
        + " ".join(f"f{number}" for number in range(1, 25))
    ).split()
)


class KeymapError(ValueError):
    """A key cannot be bound; the message is one line that names it and the nearest valid name."""


def resolve_keys(chosen: Mapping[str, str]) -> Keymap:
    """The keys of every command: those in `chosen` (`"n,ctrl+n"` by command id) in place of the built-in ones.

    A chosen key is taken from the command that has it by default; raises `KeymapError` for an
    unknown command or key, and for one key chosen twice.
    """
    known = {command.id for command in COMMANDS}
    taken: dict[str, str] = {}
    own: dict[str, tuple[str, ...]] = {}
    for command_id, listed in chosen.items():
        if command_id not in known:
            raise KeymapError(f"keys.{command_id}: no such command{_nearest(command_id, known)}")
        own[command_id] = tuple(_check(command_id, key.strip()) for key in listed.split(",") if key.strip())
        for key in own[command_id]:
            if taken.setdefault(key, command_id) != command_id:
                raise KeymapError(f"keys.{command_id}: {key_label(key)} is already chosen for {taken[key]}")
    return {
        command.id: own.get(command.id, tuple(key for key in command.keys if key not in taken)) for command in COMMANDS
    }


def _check(command_id: str, key: str) -> str:
    *modifiers, name = key.split("+") if len(key) > 1 else (key,)
    right = name in _NAMES or (len(name) == 1 and name.isprintable() and not name.isspace())
    if not right or any(modifier not in _MODIFIERS for modifier in modifiers):
        raise KeymapError(f"keys.{command_id}: no key is called {key!r}{_nearest(name, _NAMES)}")
    return key


def _nearest(word: str, known: set[str] | frozenset[str]) -> str:
    import difflib  # only where there is something to complain about

    close = difflib.get_close_matches(word, sorted(known), n=1)
    return f"; did you mean {close[0]}?" if close else ""
