"""Pages of the HTML sets that nobody labelled: the story by its gold, the furniture by what our HTML model says."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from annotators.annotation import BOILERPLATE_KINDS
from annotators.article import Article
from annotators.boilerplate.markup import label_markup
from annotators.boilerplate.markup.view import HEADINGS
from annotators.loaders.html import load_html
from training.boilerplate.markup.gold import shares_in_gold
from training.boilerplate.pages import LabelledPage, article_of, publisher

__all__ = ["silver_pages"]

_LETTERS = re.compile(r"[\W_]+")
_SILVER = {"caption": "caption", "credit": "credit", "byline": "byline"}
_BESIDE = frozenset((*BOILERPLATE_KINDS, "byline", "timestamp", "source", "deck"))
_PARAGRAPHS = frozenset("p h1 h2 h3 h4".split())
_HALF = 0.5
_LEAST = 400
"""Characters of a story: a shorter gold text is not a page's whole story."""


def silver_pages(folder: Path, but: frozenset[str], most: int, chance: random.Random) -> Iterator[LabelledPage]:
    """Up to `most` pages of an unpacked HTML set by chance, but those in `but`; set as lines in one of three ways."""
    golds = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    silver_file = folder / "blocks_silver.json"
    silver = json.loads(silver_file.read_text(encoding="utf-8")) if silver_file.exists() else {}
    names = sorted(name for name, gold in golds.items() if name not in but and len(gold["body"]) >= _LEAST)
    for name in sorted(chance.sample(names, min(most, len(names)))):
        article = load_html((folder / "html" / f"{name}.html").read_bytes(), f"{name}.html")
        kinds = _kinds(article, golds[name], silver.get(name, ()))
        how = chance.choice(("apart", "as set", "tight"))
        who = publisher(golds[name]["url"])
        yield LabelledPage(f"silver.{name}", who, _as_lines(article, how), kinds, folder.name, name, silver=True)


def _as_lines(article: Article, how: str) -> Article:
    parts: list[str] = []
    for number, block in enumerate(article.blocks):
        around = {block.tag, article.blocks[number - 1].tag if number else block.tag}
        apart = how == "apart" or (how == "as set" and not around.isdisjoint(_PARAGRAPHS))
        parts.append(("\n\n" if apart else "\n") if number else "")
        parts.append(" ".join(article.text_of(block).split()))
    return article_of("".join(parts))


def _kinds(article: Article, gold: Mapping[str, Any], silver: Sequence[Sequence[str]]) -> list[str]:
    """The kind of each block: of the story by its gold, of the rest by the set's silver label or the HTML model."""
    texts = [article.text_of(block) for block in article.blocks]
    story = [share >= _HALF for share in shares_in_gold(texts, gold["body"])]
    parts = {_bare(text): kind for kind, text in gold.get("blocks") or ()}
    known = {_bare(text): _SILVER[kind] for kind, text in silver if kind in _SILVER}
    kinds = []
    for text, block, inside, guess in zip(texts, article.blocks, story, label_markup(article), strict=True):
        bare = _bare(text)
        if inside:
            part = parts.get(bare)
            heading = part == "subhead" or (part is None and block.tag in HEADINGS)
            kinds.append("subhead" if heading else "deck" if part == "summary" else "body")
        else:
            kind = known.get(bare, guess.kind)
            kinds.append(kind if kind in _BESIDE else "other")
    headline = _headline(article, texts, story, gold.get("title") or "")
    if headline is not None:
        kinds[headline] = "headline"
    return kinds


def _headline(article: Article, texts: Sequence[str], story: Sequence[bool], title: str) -> int | None:
    """The block that is the title: a first heading rather than another, the last one before the story."""
    wanted = _bare(title)
    first = next((number for number, inside in enumerate(story) if inside), len(story))
    found = [n for n, text in enumerate(texts) if len(wanted) > 8 and _bare(text) == wanted and not story[n]]
    early = [number for number in found if number <= first + 2] or found
    return max(early, key=lambda number: (article.blocks[number].tag == "h1", number), default=None)


def _bare(text: str) -> str:
    return _LETTERS.sub("", text).lower()
