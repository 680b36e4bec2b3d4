"""Readers' comments on an HTML page, recognised by the names of the elements that hold them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from annotators.annotation import BlockLabel
from annotators.article import Article
from annotators.boilerplate.relabelling import relabelled
from annotators.text.patterns import compiled_late

__all__ = ["with_threads"]

_SURE: Final = 0.9
_STORY: Final = ("body", "subhead", "deck", "note", "source")
_TAKEN_FOR: Final = frozenset(
    (*_STORY, "byline", "timestamp", "caption", "related", "footer", "promo", "other", "author_box")
)
_LEAST_STORY: Final = 30
"""Spaces in the article text above the comments. With fewer, the page is a discussion, and that is its content."""
_NAMES: Final = re.compile(r"[#.]([^#./]+)")
_THREAD: Final = compiled_late(
    r"(?:(?:reader|user|blog|post|article|wp|view)s?[-_]?)?(?:comments?|disqus)"
    r"(?:[-_]?(?:list|thread|area|section|wrap(?:per)?|container|content|body|text|box|block|item|respond|holder|\d+))?s?"
    r"|disqus_thread|respond",
    re.I,
)
"""Classes and ids of comment sections. `no-comments` and `comments-open` are states of a page and do not match."""


def with_threads(article: Article, labels: Sequence[BlockLabel]) -> tuple[BlockLabel, ...]:
    """Returns the labels of an HTML article, with blocks inside its comment section relabelled `comments`.

    Nothing changes if such an element holds the headline: it is then an opinion piece. A block that the page's metadata
    marks as article text keeps its label.
    """
    threads = _threads({block.path for block in article.blocks})
    if not threads:  # as on most pages
        return tuple(labels)
    headlines = {block.path for block, label in zip(article.blocks, labels, strict=True) if label.kind == "headline"}
    if not threads.isdisjoint(headlines):
        return tuple(labels)
    settled, above = list(labels), 0
    for number, (block, label) in enumerate(zip(article.blocks, labels, strict=True)):
        if block.path not in threads:
            if label.kind in _STORY:
                above += article.text.count(" ", label.start, label.end)
        elif above >= _LEAST_STORY and label.kind in _TAKEN_FOR and block.told != "body":
            settled[number] = relabelled(label, "comments", _SURE, "stands among the readers' comments")
    return tuple(settled)


def _threads(paths: set[str]) -> set[str]:
    """The paths that pass through an element named after comments."""
    lowered = "/".join(paths).lower()  # one quick test for all paths
    if not ("comment" in lowered or "disqus" in lowered or "respond" in lowered) and lowered.isascii():
        return set()
    return set(filter(_is_of_thread, paths))


def _is_of_thread(path: str) -> bool:
    """Whether a path passes through an element named after comments. The root, which names the page, does not count."""
    lowered = path.lower()
    if not ("comment" in lowered or "qu" in lowered or "pond" in lowered):  # all names that match have one of these
        return False
    return any(map(_is_named_so, path.split("/")[1:]))


@lru_cache(maxsize=512)
def _is_named_so(element: str) -> bool:
    return any(map(_THREAD.fullmatch, _NAMES.findall(element)))
