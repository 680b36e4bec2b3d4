"""Rows with explicit wording: `Tags: …`, `12 comments`, a date, a caption with its credit, a writer's biography."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from annotators.annotation import BlockLabel
from annotators.boilerplate.language.line_wording import is_about_somebody, is_sentence
from annotators.boilerplate.parts.photo_credits import is_credited
from annotators.boilerplate.parts.signed_and_dated import is_date
from annotators.boilerplate.relabelling import relabelled
from annotators.text.patterns import compiled_late

__all__ = ["with_named_rows"]

_SURE: Final = 0.8
_LIKELY: Final = 0.5
_TAGS: Final = re.compile(
    r"(?:tags?|topics?|keywords?|filed (?:under|in)|posted in|more on|related topics)\s?:\s?\S.{1,300}"
    r"|filed under (?-i:[A-Z]).{2,80}|(?:#\w+[\s,|·]*){2,}",
    re.I,
)
_TAGS_BEGIN: Final = frozenset("#fkmprt")
_COMMENTS: Final = re.compile(
    r"(?:(?:view|show|see|read) )?(?:all )?\(?\d{1,5}\)? (?:comments?|thoughts on|responses to|replies)\b.{0,80}"
    r"|(?:reader|your) (?:views|comments) ?\(\d+\)"
    r"|leave a (?:comment|reply)\b(?! (?:in|at|with|that|specif)).{0,120}|(?:post|add) a comment|join the conversation",
    re.I,
)
_COMMENTS_BEGIN: Final = frozenset("(ajlprsvyſ")
"""First characters of a row about comments in lower case, unless it begins with a digit."""
_WRITES: Final = compiled_late(
    r".{0,400}\b(?:writers?|reporter|journalist|editor|author|correspondent|columnist|freelance\w*|blogger|contributor"
    r"|professor|founder|fellow|writes|covers|covering|reported)\b",
    re.S,
)
_BIOGRAPHY: Final = re.compile(
    r"[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,3},? (?:is|was|writes|covers|has (?:written|reported|covered|worked|been)"
    r"|reports|joined)\b.{0,500}",
    re.S,
)
_MISTAKEN: Final = frozenset(
    ("body", "subhead", "byline", "source", "nav", "related", "promo", "ad", "share", "footer", "widget", "other")
)
"""Kinds that such a row may have been predicted as."""
_COUNTED: Final = _MISTAKEN - {"share"}
_DATES: Final = frozenset(("body", "subhead", "deck", "note", "source"))
_ROWS: Final = frozenset(("tags", "comments"))
"""Kinds that are not assigned to a sentence of the article, however it begins."""
_PARAGRAPH: Final = 30
"""Spaces that make a block the first paragraph. A date above it is the page's; one below may be a subhead."""
_CREDITED: Final = frozenset(("body", "subhead", "deck", "related", "promo", "other"))
_LONGEST: Final = 700
"""Characters of a block that are looked at."""
_BOXES: Final = frozenset(("related", "promo", "ad", "footer", "widget", "other", "comments"))


def with_named_rows(text: str, labels: Sequence[BlockLabel]) -> tuple[BlockLabel, ...]:
    """Returns the labels, with rows that name their own function relabelled accordingly."""
    first = _opening(text, labels)
    last = max((number for number, label in enumerate(labels) if label.kind == "body"), default=len(labels))
    closing = _closing(labels, last)
    settled = list(labels)
    for number, label in enumerate(labels):
        said, kind = text[label.start : label.end][:_LONGEST], label.kind
        begin = said[0].lower()
        if begin in _TAGS_BEGIN and kind in _MISTAKEN and _TAGS.fullmatch(said):
            found = "tags", "names the topics of the story"
        elif (begin in _COMMENTS_BEGIN or begin.isdecimal()) and kind in _COUNTED and _COMMENTS.fullmatch(said):
            found = "comments", "counts or asks for comments"
        elif (number in closing or (number > last and kind in _BOXES)) and _introduces(said):
            found = "author_box", "introduces who wrote, after the story"
        elif number < first and kind in _DATES and is_date(said):
            found = "timestamp", "says when the story was published, above it"
        elif kind in _CREDITED and is_credited(said):
            found = "caption", "ends with the credit of a picture"
        else:
            continue
        if not (found[0] in _ROWS and kind in _DATES and (is_sentence(said) or is_about_somebody(said))):
            settled[number] = relabelled(label, found[0], _SURE, found[1])
    return tuple(settled)


def _opening(text: str, labels: Sequence[BlockLabel]) -> int:
    """Number of the first paragraph; where all are short, of the first sentence of the story."""
    long = (number for number, label in enumerate(labels) if text.count(" ", label.start, label.end) >= _PARAGRAPH)
    told = (
        number
        for number, label in enumerate(labels)
        if label.kind == "body" and _is_told(text[label.start : label.end])
    )
    return next(long, next(told, 0))


def _is_told(said: str) -> bool:
    return is_sentence(said) and not is_date(said)


def _introduces(said: str) -> bool:
    return _BIOGRAPHY.fullmatch(said) is not None and _WRITES.match(said) is not None


def _closing(labels: Sequence[BlockLabel], last: int) -> set[int]:
    """Numbers of the last `body` labels with a low score: article text only by default, perhaps a biography."""
    found: set[int] = set()
    for number in range(min(last, len(labels) - 1), 0, -1):
        if labels[number].kind == "body" and (labels[number].score or 0.0) >= _LIKELY:
            break
        if labels[number].kind == "body":
            found.add(number)
    return found
