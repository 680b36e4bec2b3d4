"""Who wrote: a line that begins with the name above the story and says who that is, is about the author.

`By Anna Berg` stands above the story and `Anna Berg is a reporter in Oslo.` under it, by chance with her name alone
on the line between. Where the story itself is about whom the byline names, nothing is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from annotators.annotation import BlockLabel
from annotators.boilerplate.relabelling import relabelled

__all__ = ["with_writers"]

_SURE: Final = 0.8
_LONGEST: Final = 120
"""Characters of the longest byline."""
_MOST: Final = 5
"""Names of a byline that are looked for: more are a list of people."""
_ALL: Final = 6
"""Names that are looked for in a text."""
_NEAR: Final = 4
"""How many lines before the end of the story one about its author may stand."""
_OFTEN: Final = 3
"""Lines of the story that may have the writer's last name."""
_ABOVE: Final = 4
"""How many lines may stand between a byline without `by` and the headline, deck or date that it belongs to."""
_NAME: Final = re.compile(r"[^\W\d_a-z][\w.'’-]*(?: [^\W\d_a-z][\w.'’-]*){1,2}(?=$|[ ,|•·/(&])")
_BY: Final = re.compile(r"(?:(?:posted|written|reported|words|text|story) )?by\b\s*:?\s*", re.I)
_NO_NAME: Final = frozenset(
    "by the staff reporter writer editor senior associate chief news desk team updated published posted written author"
    " contributor correspondent daily editorial office agency agencies press service special monday tuesday wednesday"
    " thursday friday saturday sunday january february march april may june july august september october november"
    " december".split()
)
_MONTH: Final = re.compile(r" (?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?$", re.I)
_WHO: Final = re.compile(
    r"(?: \(@?[^()]{2,30}\))?,? (?:is|was|covers|writes|reports|has (?:been|worked|written|reported|covered)|joined"
    r"|lives|works|worked|serves|served|teaches|taught|studied|graduated|founded|edits|specializes|specialises)\b"
)
_HEADING: Final = re.compile(
    r"(?:about (?:the|our)|contact the) (?:author|contributor|writer)s?|(?:the )?(?:author|writer)s?|written by", re.I
)
_TOP: Final = frozenset(("headline", "deck", "timestamp"))
_NOT_TAKEN: Final = frozenset(("headline", "byline", "author_box", "deck"))
_REASON: Final = "says who the writer is that the byline names"


def with_writers(text: str, labels: Sequence[BlockLabel]) -> tuple[BlockLabel, ...]:
    """The labels, with lines about whom the byline names made the author's box where they stand beside the story."""
    story = [number for number, label in enumerate(labels) if label.kind == "body"]
    if not story:
        return tuple(labels)
    writers = [name for name in _writers(text, labels) if not _is_subject(text, labels, name)]
    settled = list(labels)
    for number, label in enumerate(labels) if writers else ():
        beside = number < story[0] + 1 or number > story[-1] - _NEAR
        if not beside or label.kind in _NOT_TAKEN:
            continue
        name = next((name for name in writers if text.startswith(name, label.start)), "")
        if name and _WHO.match(text, label.start + len(name), label.end):
            _introduce(settled, number, number)
            _introduce(settled, _top(text, settled, number, name), number - 1)
            _introduce(settled, number + 1, _end(text, settled, number, name))
    return tuple(settled)


def _introduce(labels: list[BlockLabel], first: int, last: int) -> None:
    for number in range(first, last + 1):
        label = labels[number]
        labels[number] = relabelled(label, "author_box", _SURE, _REASON)


def _top(text: str, labels: Sequence[BlockLabel], number: int, name: str) -> int:
    """The first line of the box that a line is in: the name alone may stand above it, and a heading above that."""
    first = number
    while first and _heads(text[labels[first - 1].start : labels[first - 1].end].strip(" :"), name):
        first -= 1
    return first


def _end(text: str, labels: Sequence[BlockLabel], number: int, name: str) -> int:
    """The last line of the box: one under it may offer more of the writer by name."""
    below = labels[number + 1 : number + 2]
    more = [label for label in below if label.boilerplate and text.find(name, label.start, label.end) >= 0]
    return number + len(more)


def _heads(said: str, name: str) -> bool:
    return said in (name, f"About {name}", f"By {name}") or _HEADING.fullmatch(said) is not None


def _writers(text: str, labels: Sequence[BlockLabel]) -> list[str]:
    """The names in the first bylines."""
    found: list[str] = []
    for number, label in enumerate(labels):
        if label.kind == "byline" and label.end - label.start <= _LONGEST:
            names = list(_names(text[label.start : label.end], _is_above(labels, number)))
            if len(names) <= _MOST:
                found += names
        if len(found) >= _ALL:
            break
    return list(dict.fromkeys(found))


def _is_above(labels: Sequence[BlockLabel], number: int) -> bool:
    """Whether the headline, its deck or the date stand close to a byline."""
    around = (*labels[max(0, number - _ABOVE) : number], *labels[number + 1 : number + 2])
    return any(label.kind in _TOP for label in around)


def _names(said: str, above: bool) -> Iterator[str]:
    by = _BY.match(said)
    if by is None and not above:
        return
    for found in _NAME.finditer(said, by.end() if by else 0):
        name = _MONTH.sub("", found.group())
        if " " in name and not _NO_NAME.intersection(name.lower().split()):
            yield name


def _is_subject(text: str, labels: Sequence[BlockLabel], name: str) -> bool:
    """Whether the headline or some lines of the story speak of whom a byline names."""
    last = name.rpartition(" ")[2]
    told = [label for label in labels if label.kind in ("headline", "deck", "subhead", "body")]
    spoken = [label for label in told if text.find(last, label.start, label.end) >= 0]
    return len(spoken) > _OFTEN or any(label.kind in ("headline", "deck") for label in spoken)
