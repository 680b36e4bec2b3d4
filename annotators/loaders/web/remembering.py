"""Pages that were read a moment ago, for a server to say that they have not changed (RFC 9110, 13; RFC 9111, 3).

Nothing is written to disk, and a page is never shown without asking: who reads it again wants to know what it says now.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Mapping
from typing import Final, Generic, NamedTuple, TypeVar

__all__ = ["Memory"]

_MOST_PAGES: Final = 8
_LARGEST: Final = 4 << 20
"""Bytes of a page that is kept."""
_LONGEST: Final = 1000
"""Characters of a validator that is sent back."""

PageT = TypeVar("PageT")


class _Kept(NamedTuple, Generic[PageT]):
    page: PageT
    asks: Mapping[str, str]


class Memory(Generic[PageT]):
    """The last few pages by address, with what a server is asked by whether they have changed."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, _Kept[PageT]] = OrderedDict()
        self._lock = threading.Lock()

    def asks(self, url: str) -> Mapping[str, str]:
        """The headers that ask whether the page that is kept for an address is still that; none where none is."""
        with self._lock:
            return self._kept[url].asks if url in self._kept else {}

    def unchanged(self, url: str) -> PageT | None:
        """The page, of which the server says that it is still that."""
        with self._lock:
            return self._kept[url].page if url in self._kept else None

    def keep(self, url: str, page: PageT, size: int, headers: Mapping[str, str]) -> None:
        """A page as it has come with an answer's `headers`, unless those say that nobody may keep it."""
        asks = {
            name: headers[validator]
            for name, validator in (("If-None-Match", "etag"), ("If-Modified-Since", "last-modified"))
            if 0 < len(headers.get(validator, "")) <= _LONGEST
        }
        with self._lock:
            self._kept.pop(url, None)
            if asks and size <= _LARGEST and "no-store" not in headers.get("cache-control", "").lower():
                self._kept[url] = _Kept(page, asks)
            while len(self._kept) > _MOST_PAGES:
                self._kept.popitem(last=False)
