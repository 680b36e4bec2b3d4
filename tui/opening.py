"""Opening sources for the reader or for a batch: what fails is said, and passed over."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator

from annotators.article import Article
from annotators.loaders import LoadError, load
from tui.console import narrate

__all__ = ["open_articles"]


def open_articles(sources: Iterable[str]) -> Iterator[Article | None]:
    """The articles one by one, with what is to be said about how they were read; `None` for one that failed."""
    piped = None if sys.stdin is None or sys.stdin.isatty() else sys.stdin.buffer
    for source in sources:
        try:
            article = load(source, stdin=piped)
        except LoadError as error:
            narrate(str(error))
            yield None
            continue
        for notice in article.notices:
            narrate(f"{source}: {notice}")
        yield article
