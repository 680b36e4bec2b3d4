"""Article text that looks like boilerplate line by line and is recognised by its position.

- Live blogs: an entry has a time or its writer's name above it. Times, headings and paragraphs of entries are kept,
  although a time alone looks like a list of links.
- Headline: if none was found, captions directly above the first byline are relabelled as headline and deck.
- Deck: a single sentence between the headline and the byline or picture.
- Prose: several sentences inside the article are kept unless the score of their label is very high.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from annotators.annotation import BlockLabel
from annotators.boilerplate.language.line_wording import SENTENCE_END, ends_sentence, has_boilerplate_words
from annotators.boilerplate.parts.datelines import dateline_in
from annotators.text.patterns import compiled_late

__all__ = ["rescue_story"]

_CLOCK: Final = re.compile(
    r"\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?(?:\s[A-Z]{2,4})?(?:[\s|•·-]{0,3}[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3})?"
)
"""A time, optionally with the name of the entry's writer."""
_SIGNED: Final = re.compile(r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}")
"""A name and nothing else."""
_LEAST_ENTRIES: Final = 3
_SHORT: Final = 24
"""Most words in the heading of an entry."""
_PROSE: Final = compiled_late(
    rf"(?=(?:\S+\s+){{30}})(?=.*{SENTENCE_END}\Z)"  # the end is checked once, not at the end of each sentence
    rf"\S.*(?:[)\"”’“«»]|[^\W\d_A-Z]){SENTENCE_END}\s+[\"“‘„«»(]?[^\W\d_a-z].*{SENTENCE_END}",
    re.S,
)
"""At least thirty words in at least two sentences, with an end."""
_CERTAIN: Final = 0.9
_TOP: Final = 14
_PICTURED: Final = re.compile(r"photo|picture|image|getty|reuters|file\b|left\b|right\b|above\b|credit|©|\bAP\b", re.I)
_PARTS_THE_STORY: Final = frozenset(("byline", "timestamp", "caption", "credit", "share"))
_LONGEST_DECK: Final = 40
_DECKS: Final = 5
"""Lines below the headline within which the byline or date must stand."""
_DECK_WORDS: Final = 5
_DECK_LIKE: Final = frozenset(("other", "promo", "related"))
_LEAST_FILED: Final = 12
"""Fewest spaces in the first paragraph of an article."""
_DIVIDER: Final = re.compile(r"(?:[*~•#=_-]\s*){3,}|§+|⁂|❧")
_LIST_LIKE: Final = frozenset(("related", "widget", "nav", "caption", "share"))


def rescue_story(text: str, labels: Sequence[BlockLabel]) -> tuple[BlockLabel, ...]:
    """Returns the labels, with article text relabelled by its position."""
    rescued = list(labels)
    _entries(text, rescued)
    _head(text, rescued)
    _deck(text, rescued)
    _prose(text, rescued)
    _datelined(text, rescued)
    _dividers(text, rescued)
    return tuple(rescued)


def _entries(text: str, labels: list[BlockLabel]) -> None:
    times = [at for at, one in enumerate(labels) if _CLOCK.fullmatch(text, one.start, one.end)]
    after = [at for at in times if any(_is_entry(text, one) for one in labels[at + 1 : at + 4])]
    if len(after) >= _LEAST_ENTRIES:
        for at in after:
            _become(labels, at, "timestamp", "a time above each entry")
            _entry(text, labels, at)
    for at in _signed_entries(text, labels):
        _become(labels, at, "byline", "a name above each entry")
        _entry(text, labels, at)


def _entry(text: str, labels: list[BlockLabel], at: int) -> None:
    """Relabels the heading and the paragraphs under the time or name of an entry; changes `labels`."""
    for next_at in range(at + 1, min(at + 3, len(labels))):
        one = labels[next_at]
        if one.kind not in _LIST_LIKE:
            continue
        if _PROSE.fullmatch(text, one.start, one.end):
            _become(labels, next_at, "body", "an entry under its mark")
        elif next_at == at + 1 and text.count(" ", one.start, one.end) < _SHORT:
            _become(labels, next_at, "subhead", "the heading of an entry under its mark")


def _signed_entries(text: str, labels: Sequence[BlockLabel]) -> list[int]:
    """Numbers of the lines that are a name above a heading and a paragraph, if the name recurs inside the article."""
    story = [at for at, one in enumerate(labels) if one.kind == "body"]
    places: dict[str, list[int]] = defaultdict(list)
    for at in range(story[0], min(story[-1], len(labels) - 2)) if story else ():
        one = labels[at]
        if one.kind in _LIST_LIKE and labels[at + 2].kind == "body" and _SIGNED.fullmatch(text, one.start, one.end):
            places[text[one.start : one.end]].append(at)
    found = [at for where in places.values() if len(where) >= _LEAST_ENTRIES for at in where]
    return [at for at in found if not has_boilerplate_words(text[labels[at].start : labels[at].end])]


def _is_entry(text: str, label: BlockLabel) -> bool:
    prose = label.kind in _LIST_LIKE and _PROSE.fullmatch(text, label.start, label.end) is not None
    return label.kind == "body" or prose


def _head(text: str, labels: list[BlockLabel]) -> None:
    byline = next((at for at, one in enumerate(labels[:_TOP]) if one.kind == "byline"), None)
    if (
        byline is None
        or any(one.kind == "headline" for one in labels)
        or any(one.kind == "body" for one in labels[:byline])
    ):
        return
    first = byline
    while first and labels[first - 1].kind in ("caption", "deck") and not _is_pictured(text, labels[first - 1]):
        first -= 1
    for at in range(first, byline):
        _become(labels, at, "headline" if at == first else "deck", "above the byline, where the headline stands")


def _deck(text: str, labels: list[BlockLabel]) -> None:
    """Relabels a single sentence between headline and byline, date or picture as `deck`; changes `labels`."""
    _decks(text, labels)
    for at, one in enumerate(labels[1:-1], start=1):
        alone = labels[at - 1].kind == "headline" and labels[at + 1].kind in _PARTS_THE_STORY
        if alone and one.kind == "body" and text.count(" ", one.start, one.end) < _LONGEST_DECK:
            _become(labels, at, "deck", "a sentence alone under the headline")


def _decks(text: str, labels: list[BlockLabel]) -> None:
    """Relabels lines of five words or more between the headline and the byline or date as `deck`; changes `labels`."""
    headline = next((at for at, one in enumerate(labels) if one.kind == "headline"), None)
    if headline is None:
        return
    near = range(headline + 1, min(headline + 1 + _DECKS, len(labels)))
    end = next((at for at in near if labels[at].kind in ("byline", "timestamp")), headline)
    for at in range(headline + 1, end):
        one = labels[at]
        said = text[one.start : one.end]
        short = not _DECK_WORDS <= said.count(" ") + 1 <= _LONGEST_DECK
        unlike = one.kind != "deck" and (one.kind not in _DECK_LIKE or _is_pictured(text, one))
        if short or unlike or has_boilerplate_words(said):
            return
        _become(labels, at, "deck", "between the headline and who wrote or when")


def _is_pictured(text: str, label: BlockLabel) -> bool:
    return _PICTURED.search(text, label.start, label.end) is not None


def _prose(text: str, labels: list[BlockLabel]) -> None:
    story = [at for at, one in enumerate(labels) if one.kind == "body"]
    for at in range(story[0] + 1, story[-1]) if story else ():
        one = labels[at]
        if one.kind in _LIST_LIKE and (one.score or 0.0) < _CERTAIN and _PROSE.fullmatch(text, one.start, one.end):
            _become(labels, at, "body", "prose amid the story")


def _datelined(text: str, labels: list[BlockLabel]) -> None:
    """Relabels a paragraph that opens with a dateline as `body`, unless it is a caption; changes `labels`."""
    for at, one in enumerate(labels):
        if one.kind not in _LIST_LIKE or text.count(" ", one.start, one.end) < _LEAST_FILED:
            continue
        said = text[one.start : one.end]
        if dateline_in(said) and ends_sentence(said) and not _is_pictured(text, one):
            _become(labels, at, "body", "opens with where it was filed from")


def _dividers(text: str, labels: list[BlockLabel]) -> None:
    """Relabels a row of stars or the like between two sections of the article as `body`; changes `labels`."""
    for at, one in enumerate(labels[1:-1], start=1):
        amid = labels[at - 1].kind == "body" and labels[at + 1].kind in ("body", "subhead")
        if amid and one.boilerplate and _DIVIDER.fullmatch(text, one.start, one.end):
            _become(labels, at, "body", "divides the parts of the story")


def _become(labels: list[BlockLabel], at: int, kind: str, reason: str) -> None:
    if labels[at].kind != kind:
        labels[at] = replace(labels[at], kind=kind, reasons=(reason, *labels[at].reasons)[:3])
