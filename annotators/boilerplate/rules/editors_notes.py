"""Notes of the editors to the reader: corrections, disclosures, where a story was first published.

They say what they are in so many words, and hardly a page has one: a rule knows them better than what was learnt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from annotators.annotation import BlockLabel
from annotators.boilerplate.relabelling import relabelled
from annotators.text.patterns import compiled_late

__all__ = ["with_notes"]

_STORY: Final = (
    r"(?:story|article|post|report|piece|feature|column|review|page|interview|conversation|transcript|excerpt|essay)"
)
_OPENS: Final = re.compile(
    r"[(\[*\s]{0,3}(?:"
    r"(?:editor|editors|author|publisher|writer)(?:['’]s?)? note\b|editorial note\b|(?:note to|a note for) readers\b"
    r"|(?:corrections?|clarification|disclosure|disclaimer|erratum)(?: (?:appended|\([^)]{1,40}\)))?\s?[:—–]"
    rf"|(?:an? |the )?(?:earlier|previous|original) version of this {_STORY}\b"
    rf"|this {_STORY} (?:has been |was |is being )(?:first |originally |last |recently |also |lightly |slightly )?"
    r"(?:updated|corrected|amended|revised|produced|translated|adapted|edited|condensed|sponsored)\b"
    rf"|this {_STORY} (?:is|was) (?:a joint publication|part of a series|developed in partnership)\b"
    rf"|this {_STORY} (?:may )?contains? (?:affiliate|sponsored)\b"
    r"|this is a (?:breaking|developing) (?:news? )?story\b"
    r")",
    re.I,
)
_BEGIN: Final = frozenset("([* acdenoptw")
"""What such a note begins with in lower case."""
_SAYS: Final = compiled_late(
    r"\b(?:we|us|i|our|site|links?)\b[^.]{0,120}\b(?:earn|receive|get|make)s? (?:us )?"
    r"(?:(?:an? |some )(?:\w+ )?|affiliate )?(?:commissions?|compensation)\b(?! of)"
    r"|\bamazon associates?,? (?:i|we) (?:may )?earn\b"
    r"|\b(?:may|might) (?:contain|include) (?:\w+ )?affiliate links\b"
    r"|\b(?:are|is) (?:independently )?(?:selected|chosen|picked) (?:independently )?by (?:our (?:editors|team)|us)\b"
    r"|\bviews expressed (?:here|in|by|on)\b.{0,120}\bnot necessarily\b",
    re.I | re.S,
)
_WORDS: Final = (
    b"commission", b"compensation", b"amazon associate", b"affiliate link", b" by us", b" by our editors",
    b" by our team", b"views expressed",
)  # fmt: skip
"""One of these is in all that does so, in lower case."""
_MORE_CASES: Final = "\u0130\u0131\u017f\u212a"
"""Letters that a pattern without case takes for `i`, `s` and `k`."""
_MOST: Final = 90
"""Words of the longest disclosure: an article about affiliate links is none."""
_OPENING: Final = frozenset(
    ("body", "deck", "note", "related", "promo", "ad", "other", "author_box", "widget", "source")
)
_ANYWHERE: Final = frozenset(("body", "deck", "note", "promo", "ad", "other"))
"""Kinds that such a line may have been given instead; a footer is one."""


def with_notes(text: str, labels: Sequence[BlockLabel]) -> tuple[BlockLabel, ...]:
    """The labels, with blocks that say to be a note to the reader labelled so."""
    return tuple(_settled(text, labels))


def _settled(text: str, labels: Sequence[BlockLabel]) -> Iterator[BlockLabel]:
    disclosing = _may_disclose(text)
    for label in labels:
        said = _reason(text, label, disclosing) if label.kind in _OPENING else ""
        if said and label.kind != "note":
            yield relabelled(label, "note", 0.8, said)
        else:
            yield label


def _reason(text: str, label: BlockLabel, disclosing: bool) -> str:
    if text[label.start].lower() in _BEGIN and _OPENS.match(text, label.start, label.end):
        return "opens as a note of the editors" if _is_short(text, label) else ""
    if disclosing and label.kind in _ANYWHERE and _is_short(text, label):
        lowered = text[label.start : label.end].lower()
        if _has_sign(lowered) and _SAYS.search(text, label.start, label.end):
            return "discloses how the page earns money or whose views it holds"
    return ""


def _is_short(text: str, label: BlockLabel) -> bool:
    return text.count(" ", label.start, label.end) < _MOST


def _may_disclose(text: str) -> bool:
    """Whether a word is there that all have which `_SAYS` finds, in all of a text: on most pages there is none."""
    if any(map(text.__contains__, _MORE_CASES)):
        return True
    lowered = text.encode("ascii", "ignore").lower()
    return any(map(lowered.__contains__, _WORDS))


def _has_sign(lowered: str) -> bool:
    """Whether a part of words is there that all have which `_SAYS` finds, in a text in lower case.

    They are without `i`, `k`, `s`, which have more than two cases, and asked for one by one: nothing is faster.
    """
    return (
        "comm" in lowered or "aff" in lowered or "expre" in lowered or "compen" in lowered
        or "by u" in lowered or "by our" in lowered or "amazon" in lowered
    )  # fmt: skip
