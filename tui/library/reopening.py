"""Opening an article of the library again: from where it came, else as the library has it."""

from __future__ import annotations

from typing import NamedTuple

from annotators.article import Article
from annotators.loaders import PIPE, LoadError, load
from tui.library.entries import Entry, is_file_name

__all__ = ["Reopened", "reopen"]


class Reopened(NamedTuple):
    """The article, `None` where there is none any more, and what is to be said about it."""

    article: Article | None
    notice: str = ""


def reopen(entry: Entry, copy: Article | None) -> Reopened:
    """The article of an entry: the file as it is now; what came from elsewhere as it was, without fetching it again."""
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
