"""The links of an article: which of its words lead where. Addresses come from a page, so they are checked.

A page may have tens of thousands of links, of which the reader sees a screenful. They are held in columns, and an
address is completed and checked only when it is needed.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final, cast
from urllib.parse import urljoin, urlsplit

from annotators.rows import Column, Late, Rows, Words
from annotators.text.patterns import compiled_late

__all__ = ["Link", "LinksBuilder", "complete_address", "links_over", "may_lead", "stretches"]

_LONGEST: Final = 2048
"""The most characters that an address may have."""
_LEADS: Final = compiled_late(r"(?:https?:|mailto:|(?![a-z][a-z0-9+.-]*:)[^#])", re.I)
"""The start of a web or mail address or of a relative one; not of another scheme, nor of a place in the page itself."""
_WHOLE: Final = re.compile(r"\s*(?:https?:|mailto:)", re.I)
_MAILBOX: Final = re.compile(r"mailto:([\w.!#$%&'*+/=^`{|}~-]+@[\w-]+(?:\.[\w-]+)*)", re.I)
_BREAKS: Final = str.maketrans("", "", "\t\r\n")


@dataclass(frozen=True, slots=True)
class Link:
    """Linked words: `[start, end)` in code points of the article's text.

    `href` is an absolute http, https or mailto address as `complete_address` makes it; empty where it gave none.
    """

    start: int
    end: int
    href: str


def may_lead(raw: str) -> bool:
    """Whether an address, as it stands in a page, may become one that `complete_address` accepts."""
    return len(raw) <= _LONGEST and _LEADS.match(raw.lstrip()) is not None


@lru_cache(maxsize=512)
def complete_address(raw: str, base: str = "") -> str:
    """The absolute http, https or mailto address of `raw` on a page whose address is `base`; empty if there is none.

    Of a mailto address only the recipient is kept: a page does not get to write the reader's mail.
    """
    raw = raw.strip().translate(_BREAKS)
    if mailbox := _MAILBOX.match(raw):
        return f"mailto:{mailbox[1]}"
    try:
        whole = (raw if _WHOLE.match(raw) else urljoin(base, raw)).replace(" ", "%20")
        parts = urlsplit(whole)
        named = parts.scheme in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        return ""
    return whole if named and whole.isprintable() and len(whole) <= _LONGEST else ""


class _Addresses:
    """A column of addresses as they stand in a page; each is completed when it is asked for."""

    __slots__ = ("_base", "_raw")

    def __init__(self, base: str) -> None:
        self._base = base
        self._raw = Words()

    def append(self, value: str) -> None:
        self._raw.append(value)

    def __getitem__(self, position: int) -> str:
        return complete_address(self._raw[position], self._base)

    def __iter__(self) -> Iterator[str]:
        return (complete_address(raw, self._base) for raw in self._raw)


class LinksBuilder:
    """Collects links in the order of the text. `base` is the address of their page, empty where it is unknown.

    Relative addresses are left out without a base.
    """

    def __init__(self, base: str = "") -> None:
        self._base = base if base.lower().startswith(("http://", "https://")) else ""
        starts, ends, addresses = array("I"), array("I"), _Addresses(self._base)
        self._columns: dict[str, Column] = {"start": starts, "end": ends, "href": addresses}
        self._appends: tuple[Callable[[Any], None], ...] = (starts.append, ends.append, addresses.append)
        self._leads: dict[str, bool] = {}
        self._number = 0

    def add(self, start: int, end: int, raw: str) -> None:
        """Add the link of `[start, end)` after those before it; one with an address of another kind is ignored."""
        leads = self._leads.get(raw)
        if leads is None:
            leads = self._leads[raw] = may_lead(raw) and bool(self._base or _WHOLE.match(raw))
        if leads and start < end:
            for append, value in zip(self._appends, (start, end, raw), strict=True):
                append(value)
            self._number += 1

    def links(self) -> Sequence[Link]:
        """The links that were added."""
        return Rows(Link, self._columns, self._number) if self._number else ()


def links_over(links: Sequence[Link], start: int, end: int) -> Iterator[Link]:
    """The links with an address that overlap `[start, end)`, found without looking at the others."""
    if isinstance(links, Late):
        links = links.items
    for position in _places(links, start, end):
        if (link := links[position]).href:
            yield link


def stretches(text: str, links: Sequence[Link], start: int, end: int) -> Iterator[tuple[str, str]]:
    """`text[start:end]` in pieces, each with the address it is linked to; empty between links."""
    at = start
    for link in links_over(links, start, end):
        first, last = max(start, link.start), min(end, link.end)
        if at < first:
            yield text[at:first], ""
        yield text[first:last], link.href
        at = last
    if at < end:
        yield text[at:end], ""


def _places(links: Sequence[Link], start: int, end: int) -> range:
    if isinstance(links, Rows):  # reading the columns makes no `Link` and completes no address
        ends, starts = (cast("array[int]", links.values(name)) for name in ("end", "start"))
        return range(bisect_right(ends, start), bisect_left(starts, end))
    first = bisect_right(links, start, key=lambda link: link.end)
    return range(first, bisect_left(links, end, key=lambda link: link.start))
