"""Notes by the editors: corrections, disclosures, and where an article first appeared.

They use set phrases and are rare, so patterns recognise them more reliably than a model trained on few examples.
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
"""First characters of such a note, in lower case."""
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
"""Lower-case substrings, one of which occurs in everything that `_SAYS` can match."""
_MORE_CASES: Final = "\u0130\u0131\u017f\u212a"
"""Non-ASCII letters that a case-insensitive pattern treats as `i`, `s` or `k`."""
_MOST: Final = 90
"""Longest disclosure, in words. A longer text is an article about affiliate links."""
_OPENING: Final = frozenset(
    ("body", "deck", "note", "related", "promo", "ad", "other", "author_box", "widget", "source")
)
_ANYWHERE: Final = frozenset(("body", "deck", "note", "promo", "ad", "other"))
"""Kinds that a disclosure may have been predicted as. One in a footer stays there."""


def with_notes(text: str, labels: Sequence[BlockLabel]) -> tuple[BlockLabel, ...]:
    """Returns the labels, with blocks that identify themselves as editors' notes relabelled `note`."""
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
    """Whether `_SAYS` could match anywhere in a text: a quick test that most texts fail."""
    if any(map(text.__contains__, _MORE_CASES)):
        return True
    lowered = text.encode("ascii", "ignore").lower()
    return any(map(lowered.__contains__, _WORDS))


def _has_sign(lowered: str) -> bool:
    """Whether `_SAYS` could match in a lower-case text: a quick test before the pattern.

    The substrings avoid `i`, `k` and `s`, which have more than two case variants. A chain of `in` tests is fastest.
    """
    return (
        "comm" in lowered or "aff" in lowered or "expre" in lowered or "compen" in lowered
        or "by u" in lowered or "by our" in lowered or "amazon" in lowered
    )  # fmt: skip
