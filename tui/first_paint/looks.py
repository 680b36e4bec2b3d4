"""What the styles of the reader are as escape sequences, known before Textual can work them out.

The reader writes them down as it ends, by theme and kind of terminal, in the folder of what can be
made again; those of the theme it starts with ship with it. A style that is not known is painted by
its attributes, in the colours of the plain text.
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
"""The first line of a file of looks; then, with tabs between, the key, part, style and codes of each, a line."""

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
    kept = read_looks(os.path.join(cache_folder_name(), LOOKS_FILE), key)  # noqa: PTH118
    return Looks(kept.get(key) or read_looks(shipped_looks_file(), key).get(key, {}))


def shipped_looks_file() -> str:
    """Where they are."""
    return os.path.join(os.path.dirname(__file__), _SHIPPED)  # noqa: PTH118, PTH120 - no pathlib before the first paint


def read_looks(path: str, key: str = "") -> dict[str, Table]:
    """The tables in a file, or the one of a key, by key; none where there is no such file or it is broken.

    Not JSON: what reads that takes longer to import than the lines take to read. What is not numbers and
    semicolons would do something else to the terminal, and is left out with the table it is in.
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
    """A file of these tables."""
    lines = [
        f"{key}\t{part}\t{style}\t{codes}"
        for key, table in tables.items()
        for part, styles in table.items()
        for style, codes in styles.items()
    ]
    return "\n".join([_HEAD, *lines]) + "\n"
