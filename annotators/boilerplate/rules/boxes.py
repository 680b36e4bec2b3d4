"""Boxes that a heading names: the topics of a story, who wrote it, and the name under a `By` that stands alone.

A topic alone looks like the name of a section, and who wrote like a heading. What stands above tells them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from annotators.annotation import BlockLabel
from annotators.boilerplate.language.telling import announces, words_tell
from annotators.boilerplate.relabelling import relabelled

__all__ = ["with_boxes"]

_SURE: Final = 0.8
_CERTAIN: Final = 0.9
_TOPICS: Final = re.compile(
    r"(?:(?:article|post|related|story) )?(?:keywords|subjects|tags|topics?)|filed (?:in|under)"
    r"|tagged(?: (?:as|in|under|with))?|(?:read )?more about|(?:read more|explore|explore more|more) on these topics"
    r"|in this article",
    re.I,
)
_MOST: Final = 20
_LONGEST: Final = 6
_FIRST: Final = 14
"""Topics of a box, words of one, and words of a row of them that stands first."""
_FAR: Final = 40
"""Lines between the end of a story and its topics."""
_WRITER: Final = re.compile(
    r"(?:about|contact|meet) the (?:author|contributor|reporter|writer)s?|author bio|written by", re.I
)
_BY: Final = re.compile(r"by", re.I)
_NAME: Final = re.compile(r"[^\W\d_a-z][\w.’'-]*(?: [^\W\d_a-z][\w.’'-]*){1,3}")
_TELLS_WHO: Final = re.compile(r"(?:He|She|They|I|I['’]m|As)\b")
_SHORT: Final = 8
_ABOVE: Final = 3
"""Short lines that may stand between the heading and what is said of the writer."""
_ENDED: Final = re.compile(r"[.!?…:]$")
_OTHERS: Final = frozenset(("comments", "footer", "related", "share"))
"""Kinds that end a box where they are certain."""


def with_boxes(text: str, labels: Sequence[BlockLabel]) -> tuple[BlockLabel, ...]:
    """The labels, with furniture under a heading that names topics, a writer or a byline labelled as that."""
    settled = list(labels)
    story = [number for number, label in enumerate(labels) if label.kind == "body"]
    if not story:
        return tuple(labels)
    framed = next((number for number in range(story[-1] + 1, len(labels)) if _ends(labels[number])), len(labels))
    for number in range(len(labels) - 1):
        said = _said(text, labels[number]).strip(" :")
        if not said or len(said) > 40:
            continue
        if story[-1] < number < min(framed, story[-1] + _FAR) and _TOPICS.fullmatch(said):
            _topics(text, settled, number)
        elif number > story[0] and labels[number].kind not in ("headline", "byline") and _WRITER.fullmatch(said):
            _writer(text, settled, number)
        elif number < story[0] and _BY.fullmatch(said):
            _byline(text, settled, number)
    return tuple(settled)


def _ends(label: BlockLabel) -> bool:
    return label.kind == "footer" and (label.score or 0.0) >= _CERTAIN


def _said(text: str, label: BlockLabel) -> str:
    return text[label.start : min(label.end, label.start + 400)]


def _topics(text: str, labels: list[BlockLabel], number: int) -> None:
    """Makes tags of a heading and of the short lines under it, until one that is something else."""
    _become(labels, number, "tags", "opens a list of topics")
    for at in range(number + 1, min(number + 1 + _MOST, len(labels))):
        label, said = labels[at], _said(text, labels[at])
        first = at == number + 1
        long = said.count(" ") >= (_FIRST if first else _LONGEST)
        if not label.boilerplate or long or _ENDED.search(said):
            return
        if label.kind != "tags" and (words_tell(said) or announces(said)):
            return
        if not first and label.kind in _OTHERS and (label.score or 0.0) >= _CERTAIN:
            return
        _become(labels, at, "tags", "stands in a list of topics")


def _writer(text: str, labels: list[BlockLabel], number: int) -> None:
    """Makes an author's box of a heading, the name under it, and the paragraph that says who that is."""
    names: list[str] = []
    for at in range(number + 1, min(number + 2 + _ABOVE, len(labels))):
        said = _said(text, labels[at])
        if _NAME.fullmatch(said) and not names:
            names = said.split()
        elif said.count(" ") >= _SHORT:
            if not (_TELLS_WHO.match(said) or (names and said.startswith(names[0]))):
                return
            for one in range(number, at + 1):
                _become(labels, one, "author_box", "stands under a heading that names the writer")
            return
        elif not names or labels[at].kind in ("headline", "related", "comments"):
            return


def _byline(text: str, labels: list[BlockLabel], number: int) -> None:
    """Makes bylines of `By` and of the name under it, where these stand close to the story."""
    said = _said(text, labels[number + 1])
    near = any(label.kind in ("headline", "deck") for label in labels[max(0, number - 5) : number])
    if near and _NAME.fullmatch(said):
        for at in range(number, min(number + 3, len(labels))):
            if at < number + 2 or _said(text, labels[at]) == said:
                _become(labels, at, "byline", "is the name under a byline's first word")


def _become(labels: list[BlockLabel], number: int, kind: str, reason: str) -> None:
    label = labels[number]
    if label.kind != kind:
        labels[number] = relabelled(label, kind, _SURE, reason)
