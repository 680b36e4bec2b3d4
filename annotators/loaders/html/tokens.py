"""Tag-by-tag reading of pages that lxml cannot parse, so that no text is lost to malformed markup."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from itertools import islice
from typing import Final, Protocol

from annotators.text.patterns import compiled_late

__all__ = ["read_tokens"]

_TOKEN: Final = compiled_late(
    r"<!--|<[!?](?:doctype|xml|\[CDATA)[^<>]*+>|<(/?)([a-zA-Z][^\s<>/]*+)[^<>]*+>|[^<]++|<", re.I
)
"""Possessive, because an unclosed tag would otherwise be tried again from each of its characters."""
_VOID: Final = frozenset("area base br col embed frame hr img input link meta param source track wbr".split())
_RAW: Final = frozenset("script style template title".split())
_CLOSED_BY_THE_NEXT: Final = frozenset("p li td th tr option dt dd".split())
_PAGE: Final = re.compile(r"</head\s*>|<body\b[^<>]*+>", re.I)
_PART_OF_PAGE: Final = compiled_late(
    r"(?<![\"'`\\])<(?:p|div|li|h[1-6]|article|section|table|blockquote)\b[^<>]*+>", re.I
)
_LEAST_PARTS: Final = 5
"""Fewest elements outside string literals by which a page is distinguished from one that a script writes."""
_DEEPEST_SEARCH: Final = 200
"""Open elements that are searched for the one that an end tag closes."""


class Listener(Protocol):
    """Receives balanced elements and text."""

    def start(self, tag: str, attributes: Mapping[str, str | None]) -> None: ...
    def end(self, tag: str) -> None: ...
    def data(self, text: str) -> None: ...


def read_tokens(text: str, listener: Listener, unescape: Callable[[str], str]) -> None:
    """Reports a page to a listener, in linear time for any input.

    A comment, script or other invisible element counts only if its end tag exists and comes before the body; otherwise
    the end belongs to another element.
    """
    open_tags: list[str] = []
    endless, opened = set[str](), set[str]()
    at = 0
    while found := _TOKEN.match(text, at):
        at = found.end()
        tag = (found.group(2) or "").lower()
        if found.group() == "<!--" or (tag in _RAW and not found.group(1)):
            at = _skip(text, at, tag, endless, opened)
        elif tag and found.group(1):
            _end(tag, open_tags, listener)
        elif tag:
            _start(tag, open_tags, listener)
        elif not found.group().startswith(("<!", "<?")):
            listener.data(unescape(found.group()))
    while open_tags:
        listener.end(open_tags.pop())


def _skip(text: str, at: int, tag: str, endless: set[str], opened: set[str]) -> int:
    """Offset past a comment or invisible element that starts at `at`; `at` itself if it is not closed.

    A missing end is remembered per tag, since repeated searches would take quadratic time.
    """
    if tag in endless:
        return at
    end = re.compile(rf"</{tag}\s*>" if tag else "-->", re.I).search(text, at)
    if end is None:
        endless.add(tag)
        return at
    page = None if tag in opened else _PAGE.search(text, at, end.start())
    if page is not None and _holds_a_page(text, page.end(), end.start()):
        opened.add(tag)
        return page.start()
    return end.end()


def _holds_a_page(text: str, start: int, end: int) -> bool:
    parts = _PART_OF_PAGE.finditer(text, start, end)
    return sum(1 for _ in islice(parts, _LEAST_PARTS)) == _LEAST_PARTS


def _start(tag: str, open_tags: list[str], listener: Listener) -> None:
    if open_tags and open_tags[-1] == tag and tag in _CLOSED_BY_THE_NEXT:
        listener.end(open_tags.pop())
    listener.start(tag, {})
    if tag in _VOID:
        listener.end(tag)
    else:
        open_tags.append(tag)


def _end(tag: str, open_tags: list[str], listener: Listener) -> None:
    if tag in open_tags[-_DEEPEST_SEARCH:]:
        while (last := open_tags.pop()) != tag:
            listener.end(last)
        listener.end(tag)
