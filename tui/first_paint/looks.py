"""The reader's styles as escape sequences, for the first paint, before Textual can compute them.

The reader writes them into the cache folder when it ends, by theme and kind of terminal; those of the default themes
ship with it. An unknown style is painted with its attributes, in the colours of plain text.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Final

from tui.widgets.article_pane.layer_styles import BITS, LOOKS

__all__ = [
    "ATTRIBUTES",
    "LOOKS_FILE",
    "Looks",
    "Table",
    "known_looks",
    "looks_key",
    "read_looks",
    "shipped_looks_file",
    "written_looks",
]

LOOKS_FILE: Final = "first-paint.tsv"

_SHIPPED: Final = "looks.tsv"
_HEAD: Final = "broadsheet looks 3"
"""The first line of the file; the other lines have the key, part, style and codes of a style, separated by tabs."""

ATTRIBUTES: Final = {"bold": "1", "dim": "2", "italic": "3", "underline": "4", "reverse": "7", "underline2": "21"}

Table = dict[str, dict[str, str]]
"""By part of the screen and name of the style, the codes between `ESC[` and `m`; a mask is named by its number."""


class Looks:
    """The styles of one theme on one kind of terminal."""

    def __init__(self, table: Table) -> None:
        self._table = table

    def written(self, text: str, part: str, style: str | int) -> str:
        """The text in a style, which is the name of a component class or a mask of the article's styles."""
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
    """The key of a table: the chosen theme and the colours of the terminal."""
    if os.environ.get("COLORTERM", "").strip().lower() in {"truecolor", "24bit"}:
        depth = "truecolor"
    else:
        depth = "256" if os.environ.get("TERM", "").endswith("256color") else "16"
    return f"{theme} {depth}{' no-color' if 'NO_COLOR' in os.environ else ''}"


def known_looks(theme: str) -> Looks:
    """The known styles of a theme on this terminal."""
    from tui.paths import cache_folder_name

    key = looks_key(theme)
    kept = read_looks(os.path.join(cache_folder_name(), LOOKS_FILE), key)  # noqa: PTH118
    return Looks(kept.get(key) or read_looks(shipped_looks_file(), key).get(key, {}))


def shipped_looks_file() -> str:
    """The file of the styles that ship."""
    return os.path.join(os.path.dirname(__file__), _SHIPPED)  # noqa: PTH118, PTH120 - no pathlib before the first paint


def read_looks(path: str, key: str = "") -> dict[str, Table]:
    """The tables in a file by key, or only that of `key`; empty if there is no such file or it is damaged.

    The file is not JSON, whose module takes longer to import than the lines take to read. A table with codes other
    than numbers and semicolons, which could do anything to the terminal, is left out.
    """
    try:
        with open(path, encoding="utf-8") as file:  # noqa: PTH123
            head, *lines = file.read().split("\n")
    except (OSError, ValueError):
        return {}
    tables: dict[str, Table] = {}
    unsound: set[str] = set()
    wanted = f"{key}\t" if key else ""
    for line in lines if head == _HEAD else ():
        if not line.startswith(wanted):
            continue
        name, *fields = line.split("\t")
        if len(fields) == 3 and not fields[2].strip("0123456789;"):
            tables.setdefault(name, {}).setdefault(fields[0], {})[fields[1]] = fields[2]
        else:
            unsound.add(name)
    return {name: table for name, table in tables.items() if name not in unsound}


def written_looks(tables: Mapping[str, Table]) -> str:
    """The content of a file of these tables."""
    lines = [
        f"{key}\t{part}\t{style}\t{codes}"
        for key, table in tables.items()
        for part, styles in table.items()
        for style, codes in styles.items()
    ]
    return "\n".join([_HEAD, *lines]) + "\n"
