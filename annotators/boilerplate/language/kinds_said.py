"""The kinds of block in words, for reasons."""

from __future__ import annotations

from typing import Final

__all__ = ["KIND_SAID"]

KIND_SAID: Final[dict[str, str]] = {
    "ad": "an advertisement", "author_box": "a note about the author", "body": "running text", "byline": "a byline",
    "caption": "a caption", "comments": "comments", "consent": "a consent notice", "credit": "a photo credit",
    "deck": "the deck", "footer": "the page's footer", "headline": "the headline", "nav": "a menu",
    "note": "an editor's note",
    "other": "odds and ends", "promo": "an offer of the publisher", "related": "links to other stories",
    "share": "share buttons", "source": "a source line", "subhead": "a subhead", "tags": "topics",
    "timestamp": "a date line",
    "widget": "a widget",
}  # fmt: skip
