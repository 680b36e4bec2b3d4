"""A cache of pages in memory, for conditional requests (RFC 9110, 13; RFC 9111, 3).

Nothing is written to disk, and a cached page is never used without asking the server whether it has changed.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Mapping
from typing import Final, Generic, NamedTuple, TypeVar

__all__ = ["Memory"]

_MOST_PAGES: Final = 8
_LARGEST: Final = 4 << 20
"""The most bytes of a cached page."""
_LONGEST: Final = 1000
"""The most characters of a validator."""

PageT = TypeVar("PageT")


class _Kept(NamedTuple, Generic[PageT]):
    page: PageT
    asks: Mapping[str, str]


class Memory(Generic[PageT]):
    """The last few pages by address, with their validators."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, _Kept[PageT]] = OrderedDict()
        self._lock = threading.Lock()

    def asks(self, url: str) -> Mapping[str, str]:
        """The conditional headers for an address; empty if its page is not cached."""
        with self._lock:
            return self._kept[url].asks if url in self._kept else {}

    def unchanged(self, url: str) -> PageT | None:
        """The cached page, after the server has said that it has not changed."""
        with self._lock:
            return self._kept[url].page if url in self._kept else None

    def keep(self, url: str, page: PageT, size: int, headers: Mapping[str, str]) -> None:
        """Cache a page, unless the answer's `headers` forbid it."""
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
