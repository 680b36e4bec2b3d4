"""Opens an article of the library again: from its source, else the library's copy."""

from __future__ import annotations

from typing import NamedTuple

from annotators.article import Article
from annotators.loaders import PIPE, LoadError, load
from tui.library.entries import Entry, is_file_name

__all__ = ["Reopened", "reopen"]


class Reopened(NamedTuple):
    """The article, `None` if it cannot be had any more, and a notice, which may be empty."""

    article: Article | None
    notice: str = ""


def reopen(entry: Entry, copy: Article | None) -> Reopened:
    """The article of an entry: a file is read again; of a page the `copy` is returned, without fetching it again."""
    if copy is not None and not is_file_name(entry.location):
        return Reopened(copy)
    if entry.location == PIPE:
        return Reopened(None, "the library has no text of this article")
    try:
        return Reopened(load(entry.location))
    except LoadError as error:
        if copy is None:
            return Reopened(None, str(error))
        return Reopened(copy, f"{error}; this is the library's own copy")
