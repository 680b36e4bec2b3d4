"""Completion of a typed path, as in a shell; it lists folders and opens no file."""

from __future__ import annotations

import os
from itertools import islice
from typing import Final, NamedTuple

__all__ = ["Completion", "complete_path"]

_MOST: Final = 20_000
"""The most names of a folder that are read."""


class Completion(NamedTuple):
    """The path completed as far as it is unambiguous, and the names that may follow, folders with a slash."""

    typed: str
    names: tuple[str, ...]


def complete_path(typed: str) -> Completion:
    """Complete the last part of a path; `~` stands for the home folder and is kept.

    Names that begin with a dot are offered only after a typed dot. Case counts, unless no name matches with it. Names
    with control characters or undecodable bytes, which cannot be typed, are left out.
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
    if len(common) < len(begun):  # the names differ in case from what was typed
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
