"""An unpacked set of HTML pages: the gold of each page, and the kinds of blocks that follow from it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from annotators.article import Article
from annotators.boilerplate.markup.view import HEADINGS, letters_of
from annotators.loaders.html import load_html
from training.boilerplate.corpus.gold import shares_in_gold

__all__ = ["GoldPage", "golds_in", "load_page"]

_SILVER = frozenset(("caption", "credit", "byline"))
_HALF = 0.5
_SHORT = 8
"""Titles of so many letters or fewer are too short to be recognised."""


@dataclass(frozen=True)
class GoldPage:
    """The gold of one page. `parts` (blocks of the story) and `silver` (others) give kinds by `letters_of` the text."""

    body: str
    url: str
    title: str
    parts: Mapping[str, str]
    silver: Mapping[str, str]

    def story_in(self, texts: Sequence[str]) -> list[bool]:
        """Whether each block belongs to the story: at least half of it is in the gold text."""
        return [share >= _HALF for share in shares_in_gold(texts, self.body)]

    def kind_in_story(self, text: str, tag: str) -> str:
        """The kind of a block of the story: `subhead`, `deck` or `body`."""
        part = self.parts.get(letters_of(text))
        if part == "subhead" or (part is None and tag in HEADINGS):
            return "subhead"
        return "deck" if part == "summary" else "body"

    def headline_in(self, article: Article, texts: Sequence[str], story: Sequence[bool]) -> int | None:
        """The number of the block that is the title: an h1 if any, then the last one before the story; or `None`."""
        wanted = letters_of(self.title)
        if len(wanted) <= _SHORT:
            return None
        first = next((number for number, inside in enumerate(story) if inside), len(story))
        found = [number for number, text in enumerate(texts) if not story[number] and letters_of(text) == wanted]
        early = [number for number in found if number <= first + 2] or found
        return max(early, key=lambda number: (article.blocks[number].tag == "h1", number), default=None)


def golds_in(folder: Path) -> dict[str, GoldPage]:
    """The golds of an unpacked set, by the names of its pages."""
    silver_file = folder / "blocks_silver.json"
    silver = json.loads(silver_file.read_text(encoding="utf-8")) if silver_file.exists() else {}
    return {
        name: GoldPage(
            gold["body"],
            gold["url"],
            gold.get("title") or "",
            {letters_of(text): kind for kind, text in gold.get("blocks") or ()},
            {letters_of(text): kind for kind, text in silver.get(name, ()) if kind in _SILVER},
        )
        for name, gold in json.loads((folder / "gold.json").read_text(encoding="utf-8")).items()
    }


def load_page(folder: Path, name: str) -> Article:
    """A page of an unpacked set. Raises `LoadError` if it has no readable text."""
    return load_html((folder / "html" / f"{name}.html").read_bytes(), f"{name}.html")
