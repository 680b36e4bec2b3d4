"""The entries of the library as rows: title, how far it was read, and what a search found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from tui.library import Entry, Found
from tui.library.entries import shortened
from tui.widgets.lists import Row

__all__ = ["library_rows"]

_SITE: Final = 24
_WIDE, _MEDIUM, _NARROW = 96, 64, 40
"""Widths in cells from which on site and tags, the date, and anything besides the title are shown."""


def library_rows(found: Sequence[Found], width: int) -> Iterator[Row]:
    """One row for each article, and one below it where a search found words in its text."""
    for each in found:
        entry = each.entry
        strong = None if entry.read else (2, 2 + len(entry.title))
        title = f"{_lamp(entry)} {entry.title}"
        yield Row(title, _about(entry, width), strong=strong, key=entry.fingerprint, target=entry)
        if each.snippet and each.snippet != entry.title:
            yield Row(each.snippet, indent=4, strong=each.strong, style="dim")


def _lamp(entry: Entry) -> str:
    """The sign of an unread, begun or read article."""
    return "○" if entry.read else "◐" if entry.position else "●"


def _about(entry: Entry, width: int) -> str:
    parts: list[str] = []
    if width >= _WIDE:
        parts += [" ".join(f"#{tag}" for tag in entry.tags), shortened(entry.site, _SITE)]
    if width >= _MEDIUM:
        parts.append(entry.day)
    if width >= _NARROW:
        parts.append(f"{entry.minutes} min")
        parts.append(f"{entry.share:.0%}" if entry.position else "read" if entry.read else "")
    return " · ".join(part for part in parts if part)
