"""The pages of the HTML sets as our loader reads them, with the kinds of their blocks by gold and labels."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from annotators.article import Article, Block
from annotators.boilerplate import choices_for
from annotators.boilerplate.lines.model import load_model
from annotators.boilerplate.lines.page import page_of
from annotators.boilerplate.markup.kinds import STORY
from annotators.boilerplate.markup.view import letters_of
from annotators.loaders.errors import LoadError
from training.boilerplate.corpus.labelled_pages import LabelledPage, publisher
from training.boilerplate.corpus.sets import GoldPage, golds_in, load_page

__all__ = ["MarkedPage", "marked_pages", "reduced"]

_NAMES = re.compile(r"[#.@][^/]*")


@dataclass(frozen=True)
class MarkedPage:
    """A page: for each block whether it is in the story, and its kind; `gold` is the text of the story."""

    set: str
    name: str
    publisher: str
    article: Article
    story: Sequence[bool]
    kinds: Sequence[str]
    gold: str


def marked_pages(folder: Path, ours: Mapping[str, LabelledPage]) -> Iterator[MarkedPage]:
    """The pages of an unpacked HTML set; `ours` are our labelled pages by `set.name`."""
    for name, gold in golds_in(folder).items():
        try:
            article = load_page(folder, name)
        except LoadError:  # it has no readable text
            continue
        texts = [article.text_of(block) for block in article.blocks]
        story = gold.story_in(texts)
        kinds = _kinds(article, texts, story, gold, ours.get(f"{folder.name}.{name}"))
        yield MarkedPage(folder.name, name, publisher(gold.url), article, story, kinds, gold.body)


def _kinds(
    article: Article, texts: Sequence[str], story: Sequence[bool], gold: GoldPage, ours: LabelledPage | None
) -> list[str]:
    """The kind of each block: the story's by its gold; of the rest our own label, the set's, or the text model's."""
    known = dict(gold.silver)
    if ours is not None:
        known.update(zip(map(letters_of, ours.page.texts), ours.kinds, strict=True))
    guesses = choices_for(page_of(article), load_model())[0]
    kinds = []
    for text, block, inside, guess in zip(texts, article.blocks, story, guesses, strict=True):
        if inside:
            kinds.append(gold.kind_in_story(text, block.tag))
            continue
        kind = known.get(letters_of(text), guess.kind)
        if kind in STORY or kind == "headline":
            kind = guess.kind if guess.kind not in STORY else guess.rival
        kinds.append("nav" if kind in STORY or kind == "headline" else kind)
    headline = gold.headline_in(article, texts, story)
    if headline is not None:
        kinds[headline] = "headline"
    return kinds


def reduced(page: MarkedPage, chance: random.Random) -> MarkedPage:
    """The page as a reading view or a plain writer leaves it: little furniture, perhaps no class names and ids."""
    named = chance.random() < 0.4
    left = chance.choice((0.0, 0.05, 0.2))
    kept: list[int] = []
    last, stays = None, True
    for number, (block, kind, inside) in enumerate(zip(page.article.blocks, page.kinds, page.story, strict=True)):
        group = (block.path.rpartition("/")[0], kind)
        if group != last:
            last, stays = group, chance.random() < (0.7 if kind in ("headline", "byline", "timestamp") else left)
        if inside or stays:
            kept.append(number)
    texts, blocks, at = [], [], 0
    for number in kept:
        block = page.article.blocks[number]
        text = page.article.text_of(block)
        path = block.path if named else _NAMES.sub("", block.path)
        blocks.append(replace(block, start=at, end=at + len(text), path=path, told=block.told if named else ""))
        texts.append(text)
        at += len(text) + 2
    article = Article("\n\n".join(texts), tuple[Block, ...](blocks), page.article.source, page.article.metadata)
    return replace(
        page, name=f"{page.name} reduced", article=article,
        story=[page.story[n] for n in kept], kinds=[page.kinds[n] for n in kept],
    )  # fmt: skip
