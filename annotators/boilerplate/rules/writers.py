"""Author boxes, recognised by a name from the byline or by a heading, and names under a line that is only `By`.

With the byline `By Anna Berg` above the article, `Anna Berg is a reporter in Oslo.` below it is an author box, as is
her name alone above that line. Nothing is relabelled if the article is about the person. Without a byline, a heading
such as `About the author` marks the box.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from annotators.annotation import BlockLabel
from annotators.boilerplate.relabelling import relabelled
from annotators.text.patterns import compiled_late

__all__ = ["with_writers"]

_SURE: Final = 0.8
_LONGEST: Final = 120
"""Longest byline, in characters."""
_MOST: Final = 5
"""Most names in a byline; more are a list of people."""
_ALL: Final = 6
"""Most names that are searched for in a text."""
_NEAR: Final = 4
"""The author box may begin so many lines before the end of the article."""
_OFTEN: Final = 3
"""If more lines of the article have the writer's last name, it is about the writer."""
_ABOVE: Final = 4
"""Most lines between a byline without `by` and its headline, deck or date."""
_PART: Final = r"[^\W\d_a-z][\w.'’-]*"
_NAME: Final = re.compile(rf"{_PART}(?: {_PART}){{1,2}}(?=$|[ ,|•·/(&])")
_NAME_ALONE: Final = compiled_late(rf"{_PART}(?: {_PART}){{1,3}}")
_BY: Final = re.compile(r"(?:(?:posted|written|reported|words|text|story) )?by\b\s*:?\s*", re.I)
_NO_NAME: Final = frozenset(
    "by the staff reporter writer editor senior associate chief news desk team updated published posted written author"
    " contributor correspondent daily editorial office agency agencies press service special monday tuesday wednesday"
    " thursday friday saturday sunday january february march april may june july august september october november"
    " december".split()
)
_MONTH: Final = re.compile(r" (?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?$", re.I)
_WHO: Final = compiled_late(
    r"(?: \(@?[^()]{2,30}\))?,? (?:is|was|covers|writes|reports|has (?:been|worked|written|reported|covered)|joined"
    r"|lives|works|worked|serves|served|teaches|taught|studied|graduated|founded|edits|specializes|specialises)\b"
)
_HEADING: Final = re.compile(
    r"(?:(?:about|meet) (?:the|our)|contact the) (?:author|contributor|reporter|writer)s?|author bio|written by", re.I
)
_LONE_WORD: Final = re.compile(r"(?:the )?(?:author|writer)s?", re.I)
"""A heading of an author box only if the byline's name is under it."""
_LONGEST_HEADING: Final = 40
"""Longest heading, in characters."""
_TELLS_WHO: Final = re.compile(r"(?:He|She|They|I|I['’]m|As)\b")
_SHORT: Final = 8
_BETWEEN: Final = 3
"""Words from which a line is not short, and most short lines between the heading and the biography."""
_UNDER_HEADLINE: Final = 5
"""Most lines between the headline or deck and a lone `By`."""
_LOOKED_AT: Final = 400
"""Characters of a line that are looked at."""
_TOP: Final = frozenset(("headline", "deck", "timestamp"))
_NOT_TAKEN: Final = frozenset(("headline", "byline", "author_box", "deck"))
_NO_BOX: Final = frozenset(("headline", "related", "comments"))
_NAMED: Final = "says who the writer is that the byline names"
_HEADED: Final = "stands under a heading that names the writer"
_UNDER_BY: Final = "is the name under a byline's first word"
_WHOLE_NAME: Final = rf"{_PART}(?: (?:al|bin|da|de|del|den|der|di|la|le|van|von|{_PART})){{1,4}}"
_NAMES_ALONE: Final = compiled_late(
    rf"[*_]{{0,3}}(?i:(?:(?:written|reported|words|text|story) )?by:?) {_WHOLE_NAME}"
    rf"(?:(?:,| and|, and| &) {_WHOLE_NAME}){{0,4}}[*_]{{0,3}}"
)
"""`By Anna Berg and Tom Lie` and nothing else, as Markdown sets it, too."""


def with_writers(text: str, labels: Sequence[BlockLabel]) -> tuple[BlockLabel, ...]:
    """Returns the labels, with author boxes relabelled `author_box` and names under a lone `By` `byline`."""
    story = [number for number, label in enumerate(labels) if label.kind == "body"]
    if not story:
        return tuple(labels)
    settled = list(labels)
    _take_named(text, settled, story)
    for number, label in enumerate(labels[:-1]):
        said = _said(text, label).strip(" :")
        if len(said) > _LONGEST_HEADING:
            continue
        if number > story[0] and label.kind not in ("headline", "byline") and _HEADING.fullmatch(said):
            _take_headed(text, settled, number)
        elif number < story[0] and said.lower() == "by":
            _take_under_by(text, settled, number)
    for number in _alone_under_headline(text, labels):
        _become(settled, range(number, number + 1), "byline", "names who wrote, under the headline")
    return tuple(settled)


def _alone_under_headline(text: str, labels: Sequence[BlockLabel]) -> Iterator[int]:
    """Which of the lines right under the headline say who wrote and nothing else."""
    top = next((number for number, label in enumerate(labels) if label.kind == "headline"), len(labels))
    for number in range(top + 1, min(top + 1 + _UNDER_HEADLINE, len(labels))):
        label = labels[number]
        short = label.kind != "byline" and label.end - label.start <= _LONGEST
        if short and _NAMES_ALONE.fullmatch(text, label.start, label.end):
            yield number


def _said(text: str, label: BlockLabel) -> str:
    return text[label.start : min(label.end, label.start + _LOOKED_AT)]


def _take_named(text: str, labels: list[BlockLabel], story: Sequence[int]) -> None:
    """Relabels a line next to the article that begins with a byline's name and says who that is; changes `labels`."""
    writers = [name for name in _writers(text, labels) if not _is_subject(text, labels, name)]
    for number, label in enumerate(tuple(labels)) if writers else ():
        beside = number < story[0] + 1 or number > story[-1] - _NEAR
        if not beside or label.kind in _NOT_TAKEN:
            continue
        name = next((name for name in writers if text.startswith(name, label.start)), "")
        if name and _WHO.match(text, label.start + len(name), label.end):
            for at in range(_top(text, labels, number, name), _end(text, labels, number, name) + 1):
                labels[at] = relabelled(labels[at], "author_box", _SURE, _NAMED)


def _take_headed(text: str, labels: list[BlockLabel], number: int) -> None:
    """Relabels a heading of an author box, the name under it and the biography; changes `labels`."""
    names: list[str] = []
    for at in range(number + 1, min(number + 2 + _BETWEEN, len(labels))):
        said = _said(text, labels[at])
        if _NAME_ALONE.fullmatch(said) and not names:
            names = said.split()
        elif said.count(" ") >= _SHORT:
            if _TELLS_WHO.match(said) or (names and said.startswith(names[0])):
                _become(labels, range(number, at + 1), "author_box", _HEADED)
            return
        elif not names or labels[at].kind in _NO_BOX:
            return


def _take_under_by(text: str, labels: list[BlockLabel], number: int) -> None:
    """Relabels a lone `By` near the headline and the name under it, which may be repeated; changes `labels`."""
    said = _said(text, labels[number + 1])
    above = labels[max(0, number - _UNDER_HEADLINE) : number]
    if _NAME_ALONE.fullmatch(said) and any(label.kind in ("headline", "deck") for label in above):
        twice = number + 2 < len(labels) and _said(text, labels[number + 2]) == said
        _become(labels, range(number, number + 3 if twice else number + 2), "byline", _UNDER_BY)


def _become(labels: list[BlockLabel], numbers: range, kind: str, reason: str) -> None:
    for number in numbers:
        if labels[number].kind != kind:
            labels[number] = relabelled(labels[number], kind, _SURE, reason)


def _top(text: str, labels: Sequence[BlockLabel], number: int, name: str) -> int:
    """Number of the box's first line: the name alone may be above the biography, and a heading above that."""
    first = number
    while first and _heads(text[labels[first - 1].start : labels[first - 1].end].strip(" :"), name):
        first -= 1
    return first


def _end(text: str, labels: Sequence[BlockLabel], number: int, name: str) -> int:
    """Number of the box's last line: the line below the biography may mention the writer again."""
    below = labels[number + 1 : number + 2]
    more = [label for label in below if label.boilerplate and text.find(name, label.start, label.end) >= 0]
    return number + len(more)


def _heads(said: str, name: str) -> bool:
    alone = said in (name, f"About {name}", f"By {name}")
    return alone or _HEADING.fullmatch(said) is not None or _LONE_WORD.fullmatch(said) is not None


def _writers(text: str, labels: Sequence[BlockLabel]) -> list[str]:
    """The names in the first bylines of a text."""
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
    """Whether the headline, deck or date is close to a byline."""
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
    """Whether the headline or several lines of the article mention a writer's last name."""
    last = name.rpartition(" ")[2]
    told = [label for label in labels if label.kind in ("headline", "deck", "subhead", "body")]
    spoken = [label for label in told if text.find(last, label.start, label.end) >= 0]
    return len(spoken) > _OFTEN or any(label.kind in ("headline", "deck") for label in spoken)
