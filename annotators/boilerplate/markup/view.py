"""An HTML page as a list of blocks, with measures of each block, of its container and of the page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter
from typing import Final, NamedTuple

from annotators.article import Article, Block
from annotators.boilerplate.language.lexicon import families, function_words
from annotators.boilerplate.language.tokens import tokens
from annotators.boilerplate.markup.paths import Path, path_of

__all__ = ["HEADINGS", "Container", "Sight", "View", "letters_of", "view_of"]

HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_HEAD: Final = 200
_BETWEEN: Final = re.compile(r"[\W_]+")
_STOPS: Final = frozenset('.!?…"”»。')
_TITLE: Final = 60
_LONG: Final = 40
_FIRST: Final = 24
_PROSE: Final = 12
_LINKED: Final = 0.4
_ALIKE: Final = 0.3
_TITLE_LEAST: Final = 8
_BEGIN: Final = itemgetter(0)
_FARTHEST: Final = 4
_ANCHOR: Final = 3
"""The most neighbours on either side, and the number of path elements by which a shared element is recognised."""


class Sight(NamedTuple):
    """One block by itself: counts, shares (0 to 1), and the families of phrases in it."""

    size: int
    chars: int
    linked: float
    links: int
    last: str
    stop: bool
    prose: bool
    words: tuple[str, ...]
    families: tuple[str, ...]
    functional: float
    capital: float
    title: bool
    title_share: float
    key: str
    told: str


class Container:
    """Sums over the blocks in one element: letters, linked letters, blocks, letters and blocks of running text."""

    __slots__ = ("chars", "count", "linked", "prose", "prose_count")

    def __init__(self) -> None:
        self.chars = self.count = self.prose = self.prose_count = 0
        self.linked = 0.0

    def of(self, sights: Sequence[Sight]) -> Container:
        """Sum over the blocks, one pass per measure: a page has hundreds of blocks in a few dozen elements."""
        self.chars = sum([sight.chars for sight in sights])
        self.linked = sum([sight.chars * sight.linked for sight in sights])
        self.count = len(sights)
        prose = [sight.chars for sight in sights if sight.prose]
        self.prose, self.prose_count = sum(prose), len(prose)
        return self

    def add_all(self, other: Container) -> None:
        """Add the blocks of an inner element."""
        self.chars += other.chars
        self.linked += other.linked
        self.count += other.count
        self.prose += other.prose
        self.prose_count += other.prose_count


@dataclass(frozen=True)
class View:
    """All blocks of a page in order; `core` is the first and last block of the stretch most like running text."""

    article: Article
    blocks: Sequence[Block]
    sights: Sequence[Sight]
    paths: Sequence[Path]
    parents: dict[str, Container]
    grands: dict[str, Container]
    same: Mapping[str, int]
    core: tuple[int, int]
    best_parent: str
    best_grand: str
    prose: int
    told: int
    title_at: int | None

    @cached_property
    def companies(self) -> Mapping[int, int]:
        """For each block after a picture, how many neighbours share the element that also holds the picture.

        0 to 8: a caption has hardly any, a paragraph under a picture many.
        """
        return {number: _company(self.blocks, number) for number, one in enumerate(self.blocks) if one.pictured}


def view_of(article: Article) -> View:
    """The view of an article's blocks."""
    title = article.metadata.title or ""
    title_letters, title_words = letters_of(title), frozenset(tokens(title))
    known: dict[tuple[str, int, int, str], Sight] = {}
    sights: list[Sight] = []
    paths: list[Path] = []
    page = article.text
    for block in article.blocks:
        text = page[block.start : block.end]
        sight = known.get(key := (text, block.linked, block.links, block.told))
        if sight is None:
            sight = known[key] = _sight(text, block, title_letters, title_words)
        sights.append(sight)
        paths.append(path_of(block.path))
    parents, grands = _containers(paths, sights)
    return View(
        article,
        article.blocks,
        sights,
        paths,
        parents,
        grands,
        Counter([sight.key for sight in sights]),
        _core(sights),
        max(parents, key=lambda place: parents[place].prose, default=""),
        max(grands, key=lambda place: grands[place].prose, default=""),
        sum(container.prose for container in parents.values()) or 1,
        sum(sight.told == "body" for sight in sights),
        next((number for number, sight in enumerate(sights) if sight.title), None),
    )


def _containers(paths: Sequence[Path], sights: Sequence[Sight]) -> tuple[dict[str, Container], dict[str, Container]]:
    """The sums over the elements around the blocks, by path, and over the elements around those."""
    held: dict[str, list[Sight]] = {}
    for path, sight in zip(paths, sights, strict=True):
        if (inside := held.get(path.parent)) is None:
            inside = held[path.parent] = []
        inside.append(sight)
    parents = {place: Container().of(inside) for place, inside in held.items()}
    grands: dict[str, Container] = {}
    for place, container in parents.items():
        grands.setdefault(place.rpartition("/")[0], Container()).add_all(container)
    return parents, grands


def _sight(text: str, block: Block, title: str, title_words: frozenset[str]) -> Sight:
    size, chars = text.count(" ") + 1, len(text)
    linked = block.linked / chars
    head = text[:_HEAD]
    words = tokens(head)
    last = text[-1]
    stop = last in _STOPS
    parts = head.split(None, _FIRST)[:_FIRST]
    share, titled = 0.0, False
    if size < _LONG and not title_words.isdisjoint(words):
        share = len(title_words.intersection(words)) / len(title_words.union(words))
        if share > _ALIKE:
            letters = letters_of(head)
            titled = len(letters) > _TITLE_LEAST and letters[:_TITLE] == title[:_TITLE]
    return Sight(
        size,
        chars,
        linked,
        block.links,
        "x" if last.isalnum() else last,
        stop,
        size >= _PROSE and linked < _LINKED and (stop or size > 30),
        tuple(words),
        tuple(families(words[:40])),
        sum(map(function_words().__contains__, words)) / (len(words) or 1),
        sum(map(str.isupper, map(_BEGIN, parts))) / (len(parts) or 1),
        titled,
        share,
        head,
        block.told,
    )


def _company(blocks: Sequence[Block], number: int) -> int:
    block = blocks[number]
    around = block.path.rsplit("/", block.pictured - 1)[0]
    anchor = "/".join(around.rsplit("/", _ANCHOR)[-_ANCHOR:]) + "/"
    above, below = range(number - 1, max(-1, number - 1 - _FARTHEST), -1), range(number + 1, number + 1 + _FARTHEST)
    found = 0
    for side in (above, below[: max(0, len(blocks) - number - 1)]):
        for other in side:
            if anchor not in blocks[other].path:
                break
            found += 1
    return found


def letters_of(text: str) -> str:
    """The letters and digits of a text in lower case: equal for different spellings of one text."""
    return _BETWEEN.sub("", text).lower()


def _core(sights: Sequence[Sight]) -> tuple[int, int]:
    best = (0, 0, -1)
    total = start = 0
    for number, sight in enumerate(sights):
        total += min(sight.size, 60) if sight.prose else -4
        if total <= 0:
            total, start = 0, number + 1
        elif total > best[0]:
            best = (total, start, number)
    return best[1], best[2]
