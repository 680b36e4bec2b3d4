"""Shopping boxes: the price of something at a shop, or a discount code.

`$80 at Maisonette`, `See price at Amazon`, `$90 $85 (6% off)` and `10% off your order with this promo code` stand
between paragraphs of product reviews. A price in a list of facts (`Price: $300`) belongs to the article.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from annotators.annotation import BlockLabel
from annotators.boilerplate.language.line_wording import ends_sentence
from annotators.boilerplate.relabelling import relabelled
from annotators.text.patterns import compiled_late

__all__ = ["with_prices"]

_SURE: Final = 0.8
_LONGEST: Final = 140
_TAKEN: Final = frozenset(("body", "caption", "comments", "other", "promo", "related", "subhead", "widget"))
_PRICE: Final = r"(?:US|CA|AU)?[$£€]\s?\d[\d.,]*"
_NAME: Final = r"[A-Z][\w.’'&-]*(?: [A-Z&][\w.’'&-]*){0,3}"
_ADDRESS: Final = r"[\w-]+\.(?:com|net|org|co\.uk)"
_SHOPS: Final = (
    r"(?:AO|Abt|Adorama|Aldi|AliExpress|Amazon|Apple|Argos|Asda|Asos|B&H(?: Photo)?|B&M|B&Q|Backcountry"
    r"|Bed Bath & Beyond|Best Buy|Bloomingdale[’']s|Boots|Chewy|Costco|Crate & Barrel|Currys|Dell"
    r"|Dick[’']s Sporting Goods|Etsy|Flipkart|GameStop|HP|H&M|Halfords|Home Depot|Ikea|IKEA|John Lewis"
    r"|Kohl[’']s|Lakeland|Lenovo|Lidl|Lowe[’']s|Macy[’']s|Marks & Spencer|Microsoft|Morrisons|Newegg|Nike"
    r"|Nordstrom|Overstock|Pottery Barn|REI|Sainsbury[’']s|Samsung|Sephora|Shopee|Staples|Steam|Target|Tesco"
    r"|The Home Depot|Ulta|Very|Waitrose|Walmart|Wayfair|West Elm|Williams[- ]Sonoma|Zappos|eBay)"
    r"(?: (?:UK|US|Canada|Australia|India))?"
)
"""Large retailers and chains, listed by hand."""
_AT: Final = rf"[Aa]t (?:{_NAME}|{_ADDRESS})"
_KNOWN: Final = rf"(?:[Aa]t|[Oo]n|[Ff]rom) (?:{_SHOPS}|{_ADDRESS})"
"""At a known shop. A theatre has prices, too, and `on` or `from` also precede days and places."""
_SIGNS: Final = re.compile(r"[$£€]|[Ss]ee|[Vv]iew|[Bb]uy|[Cc]heck")
"""One of these occurs in everything that `_SELLS` matches: a quick test before a long pattern."""
_SELLS: Final = compiled_late(
    rf"(?:Now )?{_PRICE} (?:{_PRICE} )?\(?\d\d?% [Oo][Ff][Ff]\)?"
    rf"|(?:(?:(?:{_PRICE} (?:{_PRICE} )?|(?:[Vv]iew|[Bb]uy)(?: [Nn]ow| it)? )(?:{_AT}|{_KNOWN})"
    rf"|[Ss]ee it(?: [Nn]ow)? {_KNOWN})\s*)+"
    rf"|(?:[Ss]ee|[Cc]heck|[Vv]iew)(?: the)?(?: latest| current)? [Pp]rices? (?:{_AT}|[Oo]n {_NAME}|{_KNOWN})"
    rf"|[A-Z][^.!?]{{2,80}} {_KNOWN} {_PRICE}"
)
_CODE: Final = re.compile(r"\b(?:discount|promo|voucher) codes?\b", re.I)
_OFFERS: Final = compiled_late(
    rf"(?:save|get|use|enjoy|take|claim|grab|up to|(?:an )?extra|exclusive|{_PRICE}|\d\d?%)"
    rf"|.{{0,60}}\bcodes?\s*[:–—|-]\s?.{{0,60}}(?:\bsave\b|\boff\b|{_PRICE}|\d%)",
    re.I,
)
"""An offer of a code, not a text about codes: `How to save with discount codes` is a subhead."""
_HEADS: Final = re.compile(r"(?:discount|promo|voucher) codes", re.I)


def with_prices(text: str, labels: Sequence[BlockLabel]) -> tuple[BlockLabel, ...]:
    """Returns the labels, with lines that give a price at a shop or a discount code relabelled `ad`."""
    settled = list(labels)
    for number, label in enumerate(labels):
        if label.kind not in _TAKEN or label.end - label.start > _LONGEST:
            continue
        said = text[label.start : label.end]
        if _sells(said) or (_HEADS.fullmatch(said) and not _heads_the_story(text, labels, number)):
            settled[number] = relabelled(label, "ad", _SURE, "says what something costs at a shop")
    return tuple(settled)


def _sells(said: str) -> bool:
    if ends_sentence(said):
        return False
    if _SIGNS.search(said) is not None and _SELLS.fullmatch(said) is not None:
        return True
    return _CODE.search(said) is not None and _OFFERS.match(said) is not None


def _heads_the_story(text: str, labels: Sequence[BlockLabel], number: int) -> bool:
    """Whether the block under a line is a sentence of the article."""
    below = labels[number + 1 : number + 2]
    return any(not one.boilerplate and ends_sentence(text[one.start : one.end]) for one in below)
