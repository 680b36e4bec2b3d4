"""What the styles of the reader are as escape sequences, known before Textual can work them out.

The reader writes them down as it ends, by theme and kind of terminal, in the folder of what can be
made again; those of the theme it starts with ship with it. A style that is not known is painted by
its attributes, in the colours of the plain text.
"""

from __future__ import annotations

import json
import os
from typing import Any, Final, TypeGuard

from tui.widgets.article_pane.layer_styles import BITS, LOOKS

__all__ = [
    "ATTRIBUTES",
    "FORMAT",
    "LOOKS_FILE",
    "Looks",
    "known_looks",
    "looks_key",
    "shipped_looks",
    "shipped_looks_file",
]

FORMAT: Final = 1
LOOKS_FILE: Final = "first-paint.json"

_SHIPPED: Final = "looks.json"
ATTRIBUTES: Final = {"bold": "1", "dim": "2", "italic": "3", "underline": "4", "reverse": "7", "underline2": "21"}

Table = dict[str, dict[str, str]]
"""By part of the screen and name of the style, what stands between `ESC[` and `m`; a mask is its own name."""


class Looks:
    """The styles of one theme on one kind of terminal."""

    def __init__(self, table: Table) -> None:
        self._table = table

    def written(self, text: str, part: str, style: str | int) -> str:
        """`text` in a style: the name of a component class, or a mask of the article's styles."""
        codes = self._codes(part, style)
        return f"\x1b[0;{codes}m{text}" if codes else f"\x1b[0m{text}"

    def _codes(self, part: str, style: str | int) -> str:
        known = self._table.get(part, {})
        found = known.get(str(style))
        if found is None:
            plain = known.get("0" if isinstance(style, int) else "", "")
            found = ";".join(filter(None, [plain, *(_attributes(style) if isinstance(style, int) else ())]))
            known[str(style)] = found
        return found


def _attributes(mask: int) -> list[str]:
    names = {name for style, bit in BITS.items() if mask & bit for name in LOOKS[style].attributes.split()}
    return [code for name, code in ATTRIBUTES.items() if name in names]


def looks_key(theme: str) -> str:
    """What a table is known by: the theme that was asked for and what the terminal can show."""
    if os.environ.get("COLORTERM", "").strip().lower() in {"truecolor", "24bit"}:
        depth = "truecolor"
    else:
        depth = "256" if os.environ.get("TERM", "").endswith("256color") else "16"
    return f"{theme} {depth}{' no-color' if 'NO_COLOR' in os.environ else ''}"


def known_looks(theme: str) -> Looks:
    """The styles of a theme on this terminal, as far as they are known."""
    from tui.paths import cache_folder_name

    key = looks_key(theme)
    kept = _read(os.path.join(cache_folder_name(), LOOKS_FILE))  # noqa: PTH118
    table = kept.get(key) if isinstance(kept, dict) and kept.get("format") == FORMAT else None
    return Looks(table if _sound(table) else shipped_looks().get(key, {}))


def shipped_looks() -> dict[str, Table]:
    """The tables that ship, by `looks_key`."""
    shipped: dict[str, Table] = _read(shipped_looks_file()) or {}
    return shipped


def shipped_looks_file() -> str:
    """Where they are."""
    return os.path.join(os.path.dirname(__file__), _SHIPPED)  # noqa: PTH118, PTH120 - no pathlib before the first paint


def _sound(table: Any) -> TypeGuard[Table]:
    """Whether it can be written to a terminal: numbers and semicolons alone."""
    return isinstance(table, dict) and all(
        isinstance(styles, dict)
        and all(isinstance(codes, str) and not codes.strip("0123456789;") for codes in styles.values())
        for styles in table.values()
    )


def _read(path: str) -> Any:
    try:
        with open(path, encoding="utf-8") as file:  # noqa: PTH123
            return json.load(file)
    except (OSError, ValueError):
        return None
