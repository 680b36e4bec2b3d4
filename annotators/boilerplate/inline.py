"""Parts of a block that are of another kind than the block: the credit of a caption, a run-in teaser."""

from __future__ import annotations

import re
from collections.abc import Iterator

from annotators.annotation import BlockLabel

__all__ = ["inline_labels"]

_AGENCY = r"(?:AP|AFP|EPA|PA|Reuters|Getty(?: Images)?|Shutterstock|Alamy|Bloomberg|Xinhua|iStock|Unsplash|Flickr|Pool)"
_CREDIT_WORD = r"(?:photo(?:graph)?s?|pictures?|images?|video|graphic|illustration|credit|screengrab|file photo)"
_CREDITS: tuple[re.Pattern[str], ...] = tuple(
    re.compile(pattern)
    for pattern in (
        rf"[\[(](?i:{_CREDIT_WORD}|courtesy)\b[^\])]*[\])]\s*$",
        rf"[\[(][^\[\]()]*/\s?{_AGENCY}[^\[\]()]*[\])]\s*$",
        rf"[\[(]{_AGENCY}[^\[\]()]*[\])]\s*$",
        rf"(?<=\s)(?i:{_CREDIT_WORD})(?:\s(?i:credit|by|courtesy of|via))?\s?[:–—-]\s?\S[^.!?]*$",
        rf"(?<=\s)(?i:{_CREDIT_WORD}) by [A-Z][^.!?]*$",
        rf"(?<=[—–-]\s)(?i:{_CREDIT_WORD}) by [A-Z][^.!?]*$",
        rf"(?<=[.!?]\s)[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){{1,3}}\s?/\s?{_AGENCY}\b[^.!?]*$",
    )
)
_SOURCE = re.compile(
    r"(?<=[.!?”\"’]\s)\(?Sources?: [A-Z][^.!?]{2,80}[.)]?$|(?<=[.!?”\"’]\s)\((?:Reuters|AP|AFP|PA|ANI|PTI)\)$"
)
_RELATED = re.compile(
    r"(?<=[.!?”\"’]\s)(?:(?i:read more|also read|read also|see also|related|watch|read next)\s?[:|–—-]\s?"
    r"|READ MORE\b)\S.{3,180}$"
)
_DATE = re.compile(
    r"(?:(?i:last updated|published|updated|posted|on):?\s)?"
    r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,?\s)?"
    r"(?:\d{1,2}(?:st|nd|rd|th)?\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?,?\s\d{4}"
    r"|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s\d{1,2},?\s\d{4})"
    r"(?:,?\s(?:at\s)?\d{1,2}[:.]\d{2}(?:\s?[apAP]\.?[mM]\.?)?(?:\s[A-Z]{2,4}\b)?)?"
)


def inline_labels(text: str, block: BlockLabel) -> Iterator[BlockLabel]:
    """The parts of a labelled block that are of another kind; `text` is the article's."""
    said = text[block.start : block.end]
    if block.kind == "caption":
        yield from _first(said, block, "credit", _CREDITS, "credits a photo at the end of a caption")
    elif block.kind == "body":
        yield from _first(said, block, "source", (_SOURCE,), "names a source at the end of a paragraph")
        yield from _first(said, block, "related", (_RELATED,), "points to another story at the end of a paragraph")
    elif block.kind == "byline":
        yield from _first(said, block, "timestamp", (_DATE,), "states a date within a byline")


def _first(
    said: str, block: BlockLabel, kind: str, patterns: tuple[re.Pattern[str], ...], reason: str
) -> Iterator[BlockLabel]:
    offset = max(0, len(said) - 400)
    for pattern in patterns:
        match = pattern.search(said, offset)
        if match is None or match.end() - match.start() >= len(said):
            continue
        start = block.start + match.start()
        end = block.start + len(said[: match.end()].rstrip())
        yield BlockLabel(start=start, end=end, kind=kind, score=0.8, reasons=(reason,))
        return
