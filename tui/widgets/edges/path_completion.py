"""What may follow in a path that somebody types, as a shell completes it; nothing is opened, and no article asked."""

from __future__ import annotations

import os
from itertools import islice
from typing import Final, NamedTuple

__all__ = ["Completion", "complete_path"]

_MOST: Final = 20_000
"""Names of a folder that are looked at."""


class Completion(NamedTuple):
    """The path with all that follows for certain, and the names it may go on with, folders with a slash."""

    typed: str
    names: tuple[str, ...]


def complete_path(typed: str) -> Completion:
    """Complete the last part of a path; `~` is the home folder and stays written.

    Names that begin with a dot come only where a dot was typed; case counts unless nothing begins so. A name that
    cannot be typed, with control characters or bytes of no letter in it, is left out.
    """
    head, slash, begun = typed.rpartition("/")
    if not slash and typed == "~":
        return Completion("~/", ())
    names = _names(os.path.expanduser(head + slash) or ".", begun)  # noqa: PTH111 - a str as typed
    found = [name for name in names if name.startswith(begun)]
    if not found:
        found = [name for name in names if name.casefold().startswith(begun.casefold())]
    if not found:
        return Completion(typed, ())
    common = os.path.commonprefix(found)  # noqa: RUF071 - of letters, not of parts
    if len(common) < len(begun):  # they differ in the case of what was typed
        common = begun
    return Completion(head + slash + common, tuple(sorted(found)))


def _names(folder: str, begun: str) -> list[str]:
    try:
        with os.scandir(folder) as entries:
            return [
                entry.name + "/" * _is_folder(entry)
                for entry in islice(entries, _MOST)
                if entry.name.isprintable() and entry.name.startswith(".") <= begun.startswith(".")
            ]
    except (OSError, ValueError):
        return []


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False
