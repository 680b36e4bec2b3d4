"""Prices at shops are advertisements; sentences about prices are not."""

from __future__ import annotations

import pytest

from annotators.annotation import BlockLabel
from annotators.boilerplate.rules.prices import with_prices

STORY = (("headline", "The best kettles"), ("body", "We tried nine kettles in our kitchen for two weeks."))


def kinds_of(*lines: tuple[str, str]) -> list[str]:
    text, labels, at = "\n".join(line for _, line in lines), [], 0
    for kind, line in lines:
        labels.append(BlockLabel(start=at, end=at + len(line), kind=kind, score=0.5, reasons=("was so",)))
        at += len(line) + 1
    return [label.kind for label in with_prices(text, labels)]


@pytest.mark.parametrize(
    "line",
    [
        "$80 at Maisonette",
        "$185 at pooky.com",
        "$1,599.00 from Lowe's",
        "$58 at Amazon $78 at Wayfair $78 at Home Depot",
        "$200 at Amazon View on Williams Sonoma",
        "See price at Amazon",
        "Check the latest prices on Currys",
        "View on Walmart",
        "Buy now at AJ Madison",
        "$90 $85 (6% off)",
        "Now $45 10% off",
        "Gooseneck Kettle at Amazon $58",
        "Voucher codes",
        "John Lewis discount code - Save 10%",
        "See it at Amazon",
        "10% off first orders £20+ using this promo code",
        "Save up to £250 on selected hotels with your discount code",
    ],
)
def test_a_price_at_a_shop_is_an_advertisement(line: str) -> None:
    assert kinds_of(*STORY, ("body", line))[2] == "ad"


@pytest.mark.parametrize(
    "line",
    [
        "Price: $300 (USD)",
        "$90",
        "$1 million",
        "The kettle costs $80 at Maisonette.",
        "It was $90 last year and is $85 now (6% off).",
        "He saw the price at Amazon and left",
        "Shares close at record $240",
        "The code that took 10% off was a voucher.",
        "Discount codes are dead, says the industry",
        "View from the bridge",
        "Buy low, sell high",
        "From Oslo with love",
        "She paid with a voucher code and left",
        "Tickets from £20",
        "Police seize $58 million at Heathrow",
        "Swan Lake at Covent Garden £45",
        "Pub quiz at Red Lion £2",
        "£15 on Saturday",
        "£20 from Monday",
        "View from Westminster Bridge",
        "See it at Tate Britain",
        "Buy it on DVD",
        "How to save with discount codes",
        "Voucher codes worth £3m were stolen from one retailer",
    ],
)
def test_sentences_about_prices_are_kept(line: str) -> None:
    assert kinds_of(*STORY, ("body", line))[2] == "body"


def test_a_heading_over_the_story_is_its_subhead() -> None:
    lines = ("subhead", "Discount codes"), ("body", "The number of codes has doubled since January, they said.")
    assert kinds_of(*STORY, *lines)[2] == "subhead"
    assert kinds_of(*STORY, lines[0], ("body", "10% off first orders with this promo code"))[2:] == ["ad", "ad"]


def test_links_of_menus_stay_menus() -> None:
    assert kinds_of(("nav", "Shop on Amazon"), ("footer", "View on Amazon"), *STORY)[:2] == ["nav", "footer"]
