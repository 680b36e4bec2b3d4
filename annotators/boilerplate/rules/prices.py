"""Boxes that sell: what something costs and where, or how much a code takes off.

`$80 at Maisonette`, `See price at Amazon`, `$90 $85 (6% off)` and `10% off your order with this promo code` stand amid
a story that compares things, and are none of it. A price in a list of facts (`Price: $300`) is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from annotators.annotation import BlockLabel
from annotators.memory.lazy_reasons import led_by

__all__ = ["with_prices"]

_SURE: Final = 0.8
_LONGEST: Final = 140
_TAKEN: Final = frozenset(("body", "caption", "comments", "other", "promo", "related", "subhead", "widget"))
_PRICE: Final = r"(?:US|CA|AU)?[$£€]\s?\d[\d.,]*"
_SHOP: Final = r"(?:[A-Z][\w.’'&-]*(?: [A-Z&][\w.’'&-]*){0,3}|[\w-]+\.(?:com|net|org|co\.uk))"
_AT: Final = r"(?:[Aa]t|[Oo]n|[Ff]rom)"
_SELLS: Final = re.compile(
    rf"(?:Now )?{_PRICE} (?:{_PRICE} )?\(?\d\d?% [Oo][Ff][Ff]\)?"
    rf"|(?:(?:{_PRICE} (?:{_PRICE} )?|(?:[Vv]iew|[Bb]uy|[Ss]ee it)(?: [Nn]ow| it)? ){_AT} {_SHOP}\s*)+"
    rf"|(?:[Ss]ee|[Cc]heck|[Vv]iew)(?: the)?(?: latest| current)? [Pp]rices? {_AT} {_SHOP}"
    rf"|[A-Z][^.!?]{{2,80}} at {_SHOP} {_PRICE}"
)
_CODE: Final = re.compile(r"\b(?:discount|promo|voucher) codes?\b", re.I)
_OFF: Final = re.compile(rf"\b(?:save|off|{_PRICE}|\d\d?%)", re.I)
_HEADS: Final = re.compile(r"(?:discount|promo|voucher) codes", re.I)
_ENDED: Final = re.compile(r"[.!?…][\"”’)]*$")


def with_prices(text: str, labels: Sequence[BlockLabel]) -> tuple[BlockLabel, ...]:
    """The labels, with lines that say what something costs at whose shop labelled as advertisements."""
    settled = list(labels)
    for number, label in enumerate(labels):
        if label.kind in _TAKEN and label.end - label.start <= _LONGEST and _sells(text[label.start : label.end]):
            reasons = led_by("says what something costs at a shop", label.reasons)
            settled[number] = replace(label, kind="ad", score=_SURE, reasons=reasons)
    return tuple(settled)


def _sells(said: str) -> bool:
    if _ENDED.search(said):
        return False
    if _SELLS.fullmatch(said) or _HEADS.fullmatch(said):
        return True
    return _CODE.search(said) is not None and _OFF.search(said) is not None
