"""A page that a parser makes nothing of, read tag by tag: nothing that could be text is lost to broken markup."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final, Protocol

__all__ = ["read_tokens"]

_TOKEN: Final = re.compile(
    r"<!--|<[!?](?:doctype|xml|\[CDATA)[^<>]*+>|<(/?)([a-zA-Z][^\s<>/]*+)[^<>]*+>|[^<]++|<", re.I
)
"""What was matched is not given back: a tag that never ends would be tried from each of its letters."""
_VOID: Final = frozenset("area base br col embed frame hr img input link meta param source track wbr".split())
_RAW: Final = frozenset("script style template svg title".split())
_CLOSED_BY_THE_NEXT: Final = frozenset("p li td th tr option dt dd".split())
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
    end is there too.
    """
    open_tags: list[str] = []
    endless: set[str] = set()
    at = 0
    while found := _TOKEN.match(text, at):
        at = found.end()
        tag = (found.group(2) or "").lower()
        if found.group() == "<!--" or (tag in _RAW and not found.group(1)):
            at = _skip(text, at, tag, endless)
        elif tag and found.group(1):
            _end(tag, open_tags, listener)
        elif tag:
            _start(tag, open_tags, listener)
        elif not found.group().startswith(("<!", "<?")):
            listener.data(unescape(found.group()))
    while open_tags:
        listener.end(open_tags.pop())


def _skip(text: str, at: int, tag: str, endless: set[str]) -> int:
    """Where a comment or an element that is never shown is over; `at` itself where it never is."""
    if tag in endless:
        return at
    end = re.compile(rf"</{tag}\s*>" if tag else "-->", re.I).search(text, at)
    if end is None:
        endless.add(tag)
        return at
    return end.end()


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
