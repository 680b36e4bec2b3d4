"""Addresses that stand in the text of an article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from annotators.annotation import Annotation

__all__ = ["Link", "link_at", "links_in"]

_ADDRESS: Final = re.compile(r"https?://[^\s<>\"“”‘’|\\^`{}\x00-\x1f\x7f-\x9f]+", re.IGNORECASE)
_LONGEST: Final = 2048
"""Characters that are looked back for the beginning of an address."""

_CLOSED_BY: Final = {")": "(", "]": "[", "’": "‘", "'": "'"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Link(Annotation):
    """A web address in the text, as it stands there."""

    address: str


def links_in(text: str, start: int, end: int) -> Iterator[Link]:
    """The addresses that begin in `[start, end)`; what closes the sentence or the bracket around one is not of it."""
    for found in _ADDRESS.finditer(text, start):
        if found.start() >= end:
            return
        address = _without_closing(found.group()[:_LONGEST])
        yield Link(start=found.start(), end=found.start() + len(address), address=address)


def link_at(text: str, offset: int) -> Link | None:
    """The address at an offset, if one is there."""
    around = links_in(text, max(0, offset - _LONGEST), offset + 1)
    return next((link for link in around if link.start <= offset < link.end), None)


def _without_closing(address: str) -> str:
    while address[-1] in ".,;:!?*_" or (
        address[-1] in _CLOSED_BY and address.count(address[-1]) > address[:-1].count(_CLOSED_BY[address[-1]])
    ):
        address = address[:-1]
    return address
