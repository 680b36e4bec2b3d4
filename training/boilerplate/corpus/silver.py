"""Silver pages: blocks of the story labelled by the gold text, all others by the HTML model."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

from annotators.annotation import BOILERPLATE_KINDS
from annotators.article import Article
from annotators.boilerplate.markup import label_markup
from annotators.boilerplate.markup.view import letters_of
from training.boilerplate.corpus.labelled_pages import LabelledPage, article_of, publisher
from training.boilerplate.corpus.sets import GoldPage, golds_in, load_page

__all__ = ["silver_pages"]

_BESIDE = frozenset((*BOILERPLATE_KINDS, "byline", "timestamp", "source", "deck"))
_PARAGRAPHS = frozenset("p h1 h2 h3 h4".split())
_LEAST = 400
"""The fewest characters of a gold text that is taken for a page's whole story."""


def silver_pages(folder: Path, but: frozenset[str], most: int, chance: random.Random) -> Iterator[LabelledPage]:
    """Up to `most` random pages of an unpacked HTML set, none in `but`; their lines are spaced in one of three ways."""
    golds = golds_in(folder)
    names = sorted(name for name, gold in golds.items() if name not in but and len(gold.body) >= _LEAST)
    for name in sorted(chance.sample(names, min(most, len(names)))):
        article = load_page(folder, name)
        kinds = _kinds(article, golds[name])
        how = chance.choice(("apart", "as set", "tight"))
        who = publisher(golds[name].url)
        yield LabelledPage(f"silver.{name}", who, _as_lines(article, how), kinds, folder.name, name, silver=True)


def _as_lines(article: Article, how: str) -> Article:
    parts: list[str] = []
    for number, block in enumerate(article.blocks):
        around = {block.tag, article.blocks[number - 1].tag if number else block.tag}
        apart = how == "apart" or (how == "as set" and not around.isdisjoint(_PARAGRAPHS))
        parts.append(("\n\n" if apart else "\n") if number else "")
        parts.append(" ".join(article.text_of(block).split()))
    return article_of("".join(parts))


def _kinds(article: Article, gold: GoldPage) -> list[str]:
    """The kind of each block: in the story by the gold, elsewhere by the set's silver label or the HTML model."""
    texts = [article.text_of(block) for block in article.blocks]
    story = gold.story_in(texts)
    kinds = []
    for text, block, inside, guess in zip(texts, article.blocks, story, label_markup(article), strict=True):
        if inside:
            kinds.append(gold.kind_in_story(text, block.tag))
            continue
        kind = gold.silver.get(letters_of(text), guess.kind)
        kinds.append(kind if kind in _BESIDE else "other")
    headline = gold.headline_in(article, texts, story)
    if headline is not None:
        kinds[headline] = "headline"
    return kinds
