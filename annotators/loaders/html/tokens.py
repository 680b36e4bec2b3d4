"""A page that a parser makes nothing of, read tag by tag: nothing that could be text is lost to broken markup."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from itertools import islice
from typing import Final, Protocol

__all__ = ["read_tokens"]

_TOKEN: Final = re.compile(
    r"<!--|<[!?](?:doctype|xml|\[CDATA)[^<>]*+>|<(/?)([a-zA-Z][^\s<>/]*+)[^<>]*+>|[^<]++|<", re.I
)
"""What was matched is not given back: a tag that never ends would be tried from each of its letters."""
_VOID: Final = frozenset("area base br col embed frame hr img input link meta param source track wbr".split())
_RAW: Final = frozenset("script style template title".split())
_CLOSED_BY_THE_NEXT: Final = frozenset("p li td th tr option dt dd".split())
_PAGE: Final = re.compile(r"</head\s*>|<body\b[^<>]*+>", re.I)
_PART_OF_PAGE: Final = re.compile(r"(?<![\"'`\\])<(?:p|div|li|h[1-6]|article|section|table|blockquote)\b[^<>]*+>", re.I)
_LEAST_PARTS: Final = 5
"""Elements, none of them at the beginning of a string, by which a page is told from one that a script writes."""
_DEEPEST_SEARCH: Final = 200
"""Open elements among which the one that an end tag means is looked for."""


class Listener(Protocol):
    """What is told of a page: elements that end in the order in which they began, and text."""

    def start(self, tag: str, attributes: Mapping[str, str | None]) -> None: ...
    def end(self, tag: str) -> None: ...
    def data(self, text: str) -> None: ...


def read_tokens(text: str, listener: Listener, unescape: Callable[[str], str]) -> None:
    """Tell a listener of a page, in time that grows with its length whatever is in it.

    What begins something that is never shown, such as a comment or a script, counts only when its
    end is there too, and no farther than to the page's body, where that end is another one's.
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
    """Where a comment or an element that is never shown is over; `at` itself where it never is.

    Each may be found to hold the page once: looking to the end time and again would take the square of its length.
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
