"""Articles of one block a line, and our own labelled pages."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from annotators.article import Article, Block, Source

GOLD = Path(__file__).parents[2] / "gold" / "kinds"


@dataclass(frozen=True)
class Labelled:
    name: str
    article: Article
    kinds: tuple[str, ...]


def article_of(text: str) -> Article:
    blocks, at = [], 0
    for line in text.split("\n"):
        bare = line.strip()
        if bare:
            start = at + line.index(bare)
            blocks.append(Block(start, start + len(bare)))
        at += len(line) + 1
    return Article(text, tuple(blocks), Source("page.txt"))


def labelled_pages() -> list[Labelled]:
    found = []
    for path in sorted(GOLD.glob("*.page")):
        lines = path.read_text(encoding="utf-8").splitlines()
        parts = [line.partition(" ") for line in lines]
        article = article_of("\n".join(text for _, _, text in parts))
        found.append(Labelled(path.stem, article, tuple(kind for kind, _, _ in parts if kind)))
    return found
