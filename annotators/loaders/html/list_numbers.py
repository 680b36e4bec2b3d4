"""The numbers of list items, as a browser counts them: from `start`, or on from an item's `value`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

__all__ = ["LISTED", "ListNumbers"]

LISTED: Final = frozenset(("li", "menu", "ol", "ul"))
"""The elements whose tags concern the numbers."""
_INTEGER: Final = re.compile(r"\s*(-?\d{1,6})")


class ListNumbers:
    """Follows the tags of lists; `take` gives an item's number to the first text inside it.

    An item of `<ul>`, of no list, or of a list that counts down has none: where such a list begins depends on how many
    items follow. Numbers below 1 count on but are not given, as no other format has them.
    """

    def __init__(self) -> None:
        self._last: list[int | None] = []
        """For each open list the number of its last item; `None` where its items have none."""
        self._pending = 0

    def start(self, tag: str, attributes: Mapping[str, str | None]) -> None:
        """Handles the start tag of one of `LISTED`."""
        self._pending = 0
        if tag == "ol":
            self._last.append(None if "reversed" in attributes else _integer(attributes.get("start"), 1) - 1)
        elif tag != "li":
            self._last.append(None)
        elif self._last and (last := self._last[-1]) is not None:
            number = self._last[-1] = _integer(attributes.get("value"), last + 1)
            self._pending = max(0, number)

    def end(self, tag: str) -> None:
        """Handles the end tag of one of `LISTED`."""
        self._pending = 0
        if tag != "li" and self._last:
            self._last.pop()

    def take(self) -> int:
        """The number of the item that has had no text yet, 0 where there is none; the next text gets none."""
        number, self._pending = self._pending, 0
        return number


def _integer(written: str | None, otherwise: int) -> int:
    found = _INTEGER.match(written or "")
    return int(found[1]) if found else otherwise
