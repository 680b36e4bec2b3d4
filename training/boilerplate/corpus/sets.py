"""An unpacked set of HTML pages: what its gold says of each page, and what kind that makes of a block."""

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
"""Letters of a title that is too short to be known by."""


@dataclass(frozen=True)
class GoldPage:
    """The gold of one page. Of `parts`, blocks of its story, and `silver`, blocks beside it: kinds by `letters_of`."""

    body: str
    url: str
    title: str
    parts: Mapping[str, str]
    silver: Mapping[str, str]

    def story_in(self, texts: Sequence[str]) -> list[bool]:
        """Which of the blocks are of the story: those of which the gold text has half."""
        return [share >= _HALF for share in shares_in_gold(texts, self.body)]

    def kind_in_story(self, text: str, tag: str) -> str:
        """The kind of a block of the story: `subhead`, `deck` or `body`."""
        part = self.parts.get(letters_of(text))
        if part == "subhead" or (part is None and tag in HEADINGS):
            return "subhead"
        return "deck" if part == "summary" else "body"

    def headline_in(self, article: Article, texts: Sequence[str], story: Sequence[bool]) -> int | None:
        """The block that is the title: a first heading rather than another, the last one before the story."""
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
    """A page of an unpacked set. Raises `LoadError` where it holds nothing to read."""
    return load_html((folder / "html" / f"{name}.html").read_bytes(), f"{name}.html")
