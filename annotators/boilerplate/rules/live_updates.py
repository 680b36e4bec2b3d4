"""Live blogs: the title of an update is between its time of day and its text, and looks like the title of a teaser."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from annotators.annotation import BlockLabel
from annotators.boilerplate.language.line_wording import announces, ends_sentence, has_boilerplate_words
from annotators.boilerplate.relabelling import relabelled
from annotators.text.patterns import compiled_late

__all__ = ["with_live_updates"]

_SURE: Final = 0.8
_CLOCK: Final = re.compile(
    r"(?:updated (?:at )?)?(?:[01]?\d|2[0-3])[:.h][0-5]\d(?: ?[ap]\.?m\.?)?(?: ?(?:[A-Z]{2,4}|Uhr|Updated))?", re.I
)
_LONGEST_CLOCK: Final = 24
"""Characters of the longest time of day."""
_FEWEST: Final = 3
"""Updates of the shortest live blog."""
_SHARE: Final = 0.6
"""Least share of the times of day that have a paragraph below."""
_BETWEEN: Final = 2
"""Most lines between a time of day and the text of its update."""
_PROSE: Final = 5
"""Words of the shortest text of an update."""
_TITLE: Final = 16
"""Words of the longest title."""
_ABOVE: Final = 15
"""Lines above the first update among which the headline stands."""
_LIVE: Final = re.compile(r"\blive\b|\bas it happened\b|\blive ?blog\b|\blatest\b|\bminute by minute\b", re.I)
_HEADLINE: Final = 5
"""Words of the shortest headline of a live blog."""
_DECK: Final = 4
"""Words of the shortest deck."""
_APART: Final = frozenset(("ad", "caption", "comments", "consent", "credit", "headline", "share"))
_KEPT: Final = frozenset(("body", "subhead"))
_NAMES: Final = re.compile(
    r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){1,2}(?:(?:,| and| &) [A-Z][\w’'-]+(?: [A-Z][\w’'-]+){1,2})*"
)
_ITEM: Final = compiled_late(r"[•*·▪–-]\s+\S")


def with_live_updates(text: str, labels: Sequence[BlockLabel]) -> tuple[BlockLabel, ...]:
    """Returns the labels of a live blog, with times, titles and list items of its updates relabelled.

    The headline is the first line above the updates that says `live`, unless one is above it. Other texts keep their
    labels.
    """
    clocks = [number for number, label in enumerate(labels) if _is_clock(text, label)]
    if len(clocks) < _FEWEST:
        return tuple(labels)
    paragraphs = {clock: _paragraph_below(text, labels, clock) for clock in clocks}
    told = [paragraph for paragraph in paragraphs.values() if paragraph is not None]
    kept = sum(labels[paragraph].kind == "body" for paragraph in told)
    if len(told) < max(_FEWEST, _SHARE * len(clocks)) or 2 * kept < len(told):
        return tuple(labels)
    settled = list(labels)
    for clock, end in zip(clocks, [*clocks[1:], len(labels)], strict=True):
        if settled[clock].kind != "timestamp":
            settled[clock] = relabelled(labels[clock], "timestamp", _SURE, "is the time of an update")
        for number in range(clock + 1, (paragraphs[clock] or clock + 1) + 1):
            if number >= end:
                break
            if settled[number].kind not in _APART | _KEPT and _is_of_update(text, settled[number]):
                kind = "body" if ends_sentence(text[labels[number].start : labels[number].end]) else "subhead"
                settled[number] = relabelled(labels[number], kind, _SURE, "stands below the time of an update")
        _keep_items(text, settled, range(clock + 1, end))
    _find_headline(text, settled, clocks[0])
    return tuple(settled)


def _is_clock(text: str, label: BlockLabel) -> bool:
    short = label.end - label.start <= _LONGEST_CLOCK
    return short and _CLOCK.fullmatch(text, label.start, label.end) is not None


def _paragraph_below(text: str, labels: Sequence[BlockLabel], clock: int) -> int | None:
    """The number of the paragraph that follows a time of day, with few lines between; `None` if there is none."""
    for number in range(clock + 1, min(clock + 2 + _BETWEEN, len(labels))):
        label = labels[number]
        if _is_clock(text, label):
            return None
        said = text[label.start : label.end]
        mine = label.kind == "body" or _is_of_update(text, label)
        if mine and label.kind not in _APART and said.count(" ") + 1 >= _PROSE and ends_sentence(said):
            return number
    return None


def _is_of_update(text: str, label: BlockLabel) -> bool:
    """Whether a line below a time of day may be the title or the text of an update, and has no words of a button."""
    said = text[label.start : label.end]
    return said.count(" ") < _TITLE and not (has_boilerplate_words(said) or announces(said))


def _keep_items(text: str, settled: list[BlockLabel], update: range) -> None:
    """Relabels list items of an update as `body` if others of them are; changes `settled`."""
    items = [number for number in update if _ITEM.match(text, settled[number].start, settled[number].end)]
    if not any(settled[number].kind == "body" for number in items):
        return
    for number in items:
        if settled[number].kind not in _APART | _KEPT:
            settled[number] = relabelled(settled[number], "body", _SURE, "is in a list with lines of the story")


def _find_headline(text: str, settled: list[BlockLabel], first: int) -> None:
    """Relabels the line above the updates that says `live`, if the headline does not and is below; changes `settled`.

    What was predicted as the headline is the title of an update, the writers' names or the deck.
    """
    found = next((number for number, label in enumerate(settled) if label.kind == "headline"), None)
    for number in range(max(0, first - _ABOVE), min(first, len(settled) if found is None else found)):
        label = settled[number]
        said = text[label.start : label.end]
        if label.kind not in _APART and _HEADLINE <= len(said.split()) <= _TITLE and _LIVE.search(said):
            if found is not None:
                names = _NAMES.fullmatch(text, settled[found].start, settled[found].end)
                kind = "subhead" if found > first else "byline" if names else "deck"
                settled[found] = relabelled(settled[found], kind, _SURE, "has the headline of a live blog above it")
            settled[number] = relabelled(label, "headline", _SURE, "says that it is live, above the updates")
            below = settled[number + 1]
            words = text.count(" ", below.start, below.end) + 1
            if number + 1 < first and below.kind == "related" and words >= _DECK and _is_of_update(text, below):
                settled[number + 1] = relabelled(below, "deck", _SURE, "stands below the headline of a live blog")
            return
