"""Whether the terminal's background is light or dark: asked with OSC 11, and kept for the next first paint.

The answer comes among the keys, after a few milliseconds or, over a slow connection, after the first screen. Until
then the answer of the last time is used, or `COLORFGBG`.
"""

from __future__ import annotations

import contextlib
import os
from typing import Final

__all__ = ["LIGHT", "QUESTION", "is_light", "keep_ground", "may_ask", "theme_at_first"]

QUESTION: Final = "\x1b]11;?\x1b\\"
LIGHT: Final = "textual-light"
"""The theme for a light background."""

_FILE: Final = "ground.tsv"
_SHADES: Final = {"dark": False, "light": True}
"""The words in the file after the name of a terminal and a tab."""

_MUTE: Final = ("dumb", "linux", "vt", "cons", "sun")
"""The beginnings of the names of terminals that may print the question instead of answering it."""

_LIGHT_NUMBERS: Final = frozenset({"7", "9", "10", "11", "12", "13", "14", "15"})
"""The numbers of the light ones among 16 colours."""


def may_ask(theme: str) -> bool:
    """Whether the theme depends on the background, and the terminal can be asked."""
    term = os.environ.get("TERM", "")
    return theme == "auto" and "NO_COLOR" not in os.environ and bool(term) and not term.startswith(_MUTE)


def theme_at_first(theme: str) -> str:
    """The theme to begin with: the one in the settings, or for `auto` the one for the last known background."""
    if not may_ask(theme):
        return theme
    light = _kept().get(_terminal())
    return LIGHT if (_told_by_environment() if light is None else light) else theme


def is_light(colour: str) -> bool | None:
    """Whether an answer such as `rgb:ffff/ffff/dddd` is a light background; `None` if it cannot be parsed."""
    name, _, parts = colour.partition(":")
    try:
        shares = [int(part, 16) / float(16 ** len(part) - 1) for part in parts.split("/")[:3]]
    except (ValueError, ZeroDivisionError):
        return None
    if name not in {"rgb", "rgba"} or len(shares) != 3:
        return None
    red, green, blue = shares
    return 0.299 * red + 0.587 * green + 0.114 * blue > 0.5


def keep_ground(light: bool) -> None:
    """Keep the answer of this terminal, if it is new."""
    kept, terminal = _kept(), _terminal()
    if kept.get(terminal) is light or not terminal.isprintable():
        return
    from tui.paths import cache_folder

    folder = cache_folder()
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        lines = [f"{name}\t{'light' if shade else 'dark'}\n" for name, shade in {**kept, terminal: light}.items()]
        (folder / _FILE).write_text("".join(lines), encoding="utf-8")


def _terminal() -> str:
    """An identifier of the kind of terminal."""
    return " ".join(os.environ.get(name, "") for name in ("TERM", "TERM_PROGRAM", "COLORTERM"))


def _told_by_environment() -> bool:
    """Whether `COLORFGBG`, which some terminals set, names a light background."""
    return os.environ.get("COLORFGBG", "").rpartition(";")[2] in _LIGHT_NUMBERS


def _kept() -> dict[str, bool]:
    """The kept answers by terminal. The file is not JSON, whose module takes a while to import."""
    from tui.paths import cache_folder_name

    try:
        with open(os.path.join(cache_folder_name(), _FILE), encoding="utf-8") as file:  # noqa: PTH118, PTH123
            lines = [line.rpartition("\t") for line in file.read().split("\n")]
    except (OSError, ValueError):
        return {}
    return {name: _SHADES[shade] for name, _, shade in lines if shade in _SHADES}
