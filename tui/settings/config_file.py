"""Reads `config.toml`; errors name the file, the key and the nearest valid name."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Final

from annotators.kinds import KINDS
from annotators.layer import Layer
from tui.settings.config import Settings
from tui.settings.keymap import KeymapError, resolve_keys

__all__ = ["ConfigError", "look_at_settings", "read_settings"]

NARROWEST, WIDEST = 20, 400
_NEAR: Final = 0.7
"""The least similarity, by `difflib`, of a name that is suggested for a wrong one."""


class ConfigError(Exception):
    """A setting cannot be used; the message is one line that names the file and what to change."""


def read_settings(path: Path) -> Settings:
    """The settings in a file, or the defaults if there is none; raises `ConfigError` for the first error."""
    settings, wrong = look_at_settings(path)
    if wrong:
        raise wrong[0]
    return settings


def look_at_settings(path: Path) -> tuple[Settings, tuple[ConfigError, ...]]:
    """The valid settings in a file, and all errors in the order of the file."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings(), ()
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        return Settings(), (ConfigError(f"{path} cannot be read ({reason}); mend it or move it away"),)
    known = list(Settings._fields)
    chosen: dict[str, Any] = {}
    wrong: list[ConfigError] = []
    for key, value in data.items():
        if key not in known:
            wrong.append(ConfigError(f"{path}: there is no setting {key!r}{_nearest(key, known)}"))
            continue
        try:
            chosen[key] = _READ[key](value)
        except ValueError as error:
            wrong.append(ConfigError(f"{path}: {key} {error}"))
    if "keys" in chosen:
        chosen["keys"], unbound = _bindable(chosen["keys"])
        wrong += [ConfigError(f"{path}: {said}") for said in unbound]
    return Settings(**chosen), tuple(wrong)


def _bindable(keys: Mapping[str, str]) -> tuple[dict[str, str], list[str]]:
    """The valid key bindings, and the errors in the others."""
    good: dict[str, str] = {}
    wrong: list[str] = []
    for command, listed in keys.items():
        try:
            resolve_keys({**good, command: listed})
        except KeymapError as error:
            wrong.append(str(error))
        else:
            good[command] = listed
    return good, wrong


def _nearest(word: str, known: list[str]) -> str:
    close = get_close_matches(word, known, n=1, cutoff=_NEAR)
    return f"; did you mean {close[0]!r}?" if close else f"; there are {', '.join(known)}"


def _text(value: object) -> str:
    if not isinstance(value, str) or not value:
        raise ValueError("needs a text in quotes")
    return value


def _switch(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError("needs true or false")
    return value


def _measure(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not NARROWEST <= value <= WIDEST:
        raise ValueError(f"needs a number of columns from {NARROWEST} to {WIDEST}")
    return value


def _keys(value: object) -> dict[str, str]:
    if not isinstance(value, dict) or not all(isinstance(keys, str) for keys in value.values()):
        raise ValueError('needs lines such as page_down = "space,n"')
    return dict(value)


def _layers(value: object) -> frozenset[Layer]:
    names = [str(layer) for layer in Layer]
    if not isinstance(value, list):
        raise ValueError(f"needs a list of {', '.join(names)}")
    for name in value:
        if name not in names:
            raise ValueError(f"has no layer {name!r}{_nearest(str(name), names)}")
    return frozenset(Layer(name) for name in value)


def _kinds(value: object) -> frozenset[str]:
    if not isinstance(value, list):
        raise ValueError(f"needs a list of {', '.join(KINDS)}")
    for name in value:
        if name not in KINDS:
            raise ValueError(f"has no kind {name!r}{_nearest(str(name), list(KINDS))}")
    return frozenset(value)


_READ: Final[dict[str, Callable[[object], Any]]] = {
    "theme": _text,
    "keys": _keys,
    "measure": _measure,
    "layers": _layers,
    "clean": _switch,
    "sidebar": _switch,
    "mouse": _switch,
    "keep": _kinds,
    "strip": _kinds,
    "model": _text,
}
