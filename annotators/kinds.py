"""The names of the kinds of block, for settings and the command line, which need not load `annotators.annotation`."""

from __future__ import annotations

__all__ = ["BOILERPLATE_KINDS", "EXPORTED", "KEPT_KINDS", "KINDS", "PART_KINDS"]

KEPT_KINDS: tuple[str, ...] = (
    "headline", "deck", "byline", "timestamp", "body", "subhead", "note", "source",
)  # fmt: skip
"""Kinds of block that the clean view keeps."""

BOILERPLATE_KINDS: tuple[str, ...] = (
    "caption", "credit", "nav", "ad", "promo", "related", "share", "comments", "consent", "tags",
    "author_box", "footer", "widget", "other",
)  # fmt: skip
"""Kinds of block that the clean view strips."""

KINDS: tuple[str, ...] = KEPT_KINDS + BOILERPLATE_KINDS

PART_KINDS: tuple[str, ...] = ("dateline",)
"""Kinds that only a part of a block can have; the clean view keeps them."""

EXPORTED: str = "broadsheet-clean"
"""The class of the element around an article exported as HTML. Inside it the class of each block is its kind."""
