"""Finds parts of a block that are of another kind: the credit of a caption, a dateline, a teaser in a paragraph."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from annotators.annotation import BlockLabel, in_order
from annotators.boilerplate.parts.datelines import dateline_in, place_and_colon_in, service_in
from annotators.boilerplate.parts.photo_credits import credit_in
from annotators.boilerplate.parts.signed_and_dated import agency_in, byline_in, date_in, named_source_in
from annotators.text.patterns import compiled_late

__all__ = ["inline_labels"]

_Found = tuple[int, int] | None
_SOURCE: Final = compiled_late(
    r"(?<=[.!?”\"’])\s*(\(?Sources?: [A-Z][^.!?]{2,80}[.)]?|\((?:Reuters|AP|AFP|PA|ANI|PTI|dpa|EFE|UPI)\))$"
)
_RELATED: Final = re.compile(
    r"(?<=[.!?”\"’])\s*((?:(?=[A-Z])(?i:read more|read also|also read|read next|see also|related|watch)\s?[:|–—-]\s?"
    r"|READ MORE\b)\S.{3,180})$"
)
_TAIL: Final = 400
_OPENING: Final = 3
"""So many first paragraphs may begin with a dateline, because text above the story may be labelled body."""


def inline_labels(text: str, labels: Sequence[BlockLabel]) -> tuple[BlockLabel, ...]:
    """The parts of the labelled blocks that are of another kind; `text` is the article's."""
    parts = [part for block in labels if block.kind in _RULES for part in _parts(text[block.start : block.end], block)]
    return in_order((*parts, *_datelines(text, labels)))


def _datelines(text: str, labels: Sequence[BlockLabel]) -> Iterator[BlockLabel]:
    story = [block for block in labels if block.kind == "body"]
    for block in (*story[:_OPENING], *(block for block in labels if block.kind == "source")):
        said = text[block.start : block.end]
        yield from _label(service_in(said), said, block, "source", "a news service opens the paragraph")
        yield from _label(
            dateline_in(said), said, block, "dateline", "a place before a dash opens the story", whole=True
        )
    named = [(block, where) for block in story if (where := place_and_colon_in(text[block.start : block.end]))]
    if len(named) == 1 and named[0][0] in story[:_OPENING]:
        block, where = named[0]
        said = text[block.start : block.end]
        yield from _label(where, said, block, "dateline", "a place before a colon opens the story")


def _parts(said: str, block: BlockLabel) -> Iterator[BlockLabel]:
    for kind, find, reason in _RULES[block.kind]:
        if where := find(said):
            yield from _label(where, said, block, kind, reason)


def _label(
    where: _Found, said: str, block: BlockLabel, kind: str, reason: str, *, whole: bool = False
) -> Iterator[BlockLabel]:
    if where is None:
        return
    start, end = where[0], len(said[: where[1]].rstrip())
    if whole or end - start < len(said):
        yield BlockLabel(start=block.start + start, end=block.start + end, kind=kind, score=0.8, reasons=(reason,))


def _source_in(said: str) -> _Found:
    start = max(0, len(said) - _TAIL)
    if said.find("Source", start) < 0 and said.find(")", start) < 0:
        return None
    match = _SOURCE.search(said, start)
    return match.span(1) if match else None


def _related_in(said: str) -> _Found:
    """Tests for a word of it first; the tested strings avoid `i`, `k` and `s`, which have further case variants."""
    lowered = said[-_TAIL:].lower()
    if not ("read" in lowered or "ee al" in lowered or "related" in lowered or "watch" in lowered):
        return None
    match = _RELATED.search(said, max(0, len(said) - _TAIL))
    return match.span(1) if match else None


def _before_credit(said: str) -> _Found:
    credit = credit_in(said)
    shown = said[: credit[0]].rstrip(" |–—-") if credit else ""
    return (0, len(shown)) if shown else None


_RULES: Final[Mapping[str, Sequence[tuple[str, Callable[[str], _Found], str]]]] = {
    "caption": (("credit", credit_in, "credits a photo at the end of a caption"),),
    "credit": (("caption", _before_credit, "says what a picture shows before its credit"),),
    "body": (
        ("source", _source_in, "names a source at the end of a paragraph"),
        ("related", _related_in, "points to another story at the end of a paragraph"),
    ),
    "byline": (
        ("timestamp", date_in, "states a date within a byline"),
        ("source", agency_in, "names who sent the story within a byline"),
    ),
    "timestamp": (
        ("byline", byline_in, "names a writer beside a date"),
        ("source", named_source_in, "names a source beside a date"),
    ),
}
"""By kind of block: the kind of a part that it may have, the function that finds it, and the reason given."""
