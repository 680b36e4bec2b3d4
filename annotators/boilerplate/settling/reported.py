"""A line of reported speech next to article text belongs to it, whatever words the quotation contains.

`Follow us, the boys shouted.` has words of a call to action, but a reporting clause.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from annotators.annotation import BlockLabel
from annotators.boilerplate.relabelling import relabelled
from annotators.text.patterns import compiled_late

__all__ = ["reports_speech", "with_reported"]

_SURE: Final = 0.8
_LONGEST: Final = 330
"""Longest line that is looked at, in characters."""
_SAYS: Final = (
    r"(?:added|admitted|announced|answered|argued|asked|begged|bellowed|called|chanted|claimed|complained|confessed|cried"
    r"|declared|demanded|explained|implored|insisted|joked|murmured|muttered|ordered|pleaded|promised|protested|recalled"
    r"|remarked|replied|responded|roared|said|says|screamed|shouted|shrieked|sighed|snapped|suggested|thought|told|urged"
    r"|warned|whispered|wrote|yelled)"
)
_NO_SUBJECT: Final = (
    r"(?!(?:and|as|because|but|if|once|or|our|so|that|to|unless|until|we|when|where|which|while|who|whose|you|your)\b)"
)
"""Words that continue the quotation or address the reader, and so cannot begin a reporting clause."""
_NO_CLAUSE: Final = r"(?!(?:that|we|which|who|whom|whose|you)\b)"
"""Words that begin a relative clause about a thing: `the newsletter that our readers asked for`."""
_REPORTED: Final = compiled_late(
    rf"(?!\w+(?:\s\w+){{0,3}}:\s)[^,]{{2,}}.{{0,200}}[,?!][\"”’']?\s"
    rf"(?:{_NO_SUBJECT}(?:{_NO_CLAUSE}[a-z][\w’'-]*\s){{1,7}}{_SAYS}\b(?! in \d)"
    rf"|{_SAYS}\s(?:(?:an?|his|her|one|the|their|[A-Z]\S*)\s\S+|he|she|they|[A-Z]\S*)).{{0,120}}\.[\"”’']?",
    re.S,
)
_TAKEN_FOR: Final = frozenset(("promo", "share", "related", "ad", "comments", "widget", "nav", "tags", "other"))
_REASON: Final = "reports what was said, beside the story"


def reports_speech(text: str) -> bool:
    """Whether a line is a quotation, a comma, a lower-case subject and a verb of saying, up to a full stop.

    False after a lead-in with a colon, as in `Read more: Storm hits coast, people told to stay`.
    """
    return len(text) <= _LONGEST and text.rstrip("\"”’'").endswith(".") and _REPORTED.fullmatch(text) is not None


def with_reported(text: str, labels: Sequence[BlockLabel]) -> tuple[BlockLabel, ...]:
    """Returns the labels, with reported speech next to body text relabelled `body`."""
    settled = list(labels)
    for number, label in enumerate(labels):
        if label.kind not in _TAKEN_FOR:
            continue
        before = number > 0 and settled[number - 1].kind == "body"
        after = number + 1 < len(labels) and labels[number + 1].kind == "body"
        if (before or after) and reports_speech(text[label.start : label.end]):
            settled[number] = relabelled(label, "body", _SURE, _REASON)
    return tuple(settled)
