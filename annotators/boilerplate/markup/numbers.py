"""Features for the trees: measures of a block and its neighbours, and the linear model's results around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from typing import Final, NamedTuple

from annotators.boilerplate.markup.surroundings import company, outermost
from annotators.boilerplate.markup.view import HEADINGS, View

__all__ = ["rows_of"]

_NOWHERE: Final = -99.0
_BEYOND: Final = -0.2
_FADE: Final = 0.85
_LONGEST: Final = 60
_SURE: Final = 0.6
_SURE_SIZE: Final = 8
_TOLD: Final = {"": 0.0, "body": 1.0, "deck": 2.0}
_ID: Final = re.compile(r"#[^/.@]*")
_NUMBER: Final = re.compile(r"\d+")
_ASCII: Final = bytes(range(128))
_FLAGS: Final = (
    "article",
    "main",
    "aside",
    "nav",
    "header",
    "footer",
    "figure",
    "figcaption",
    "ul",
    "li",
    "table",
    "form",
)


Numbers = tuple[float, ...]


class Around:
    """The linear model's probabilities, summed over containers and over the page."""

    def __init__(self, view: View, logits: Sequence[float], shares: Sequence[float], wanted: Sequence[int]) -> None:
        sizes = [sight.size for sight in view.sights]
        tags = [block.tag for block in view.blocks]
        self.view, self.logits, self.shares, self.sizes, self.tags = view, logits, shares, sizes, tags
        self.groups = self._grouped(wanted)
        mass = [share * min(size, _LONGEST) for share, size in zip(shares, sizes, strict=True)]
        self.mass = mass
        self.before = [0.0, *accumulate(mass, lambda sum_, one: sum_ * _FADE + one)]
        self.after = [0.0, *accumulate(reversed(mass), lambda sum_, one: sum_ * _FADE + one)][::-1]
        self.sums = list(accumulate(mass))
        self.total = self.sums[-1] if mass else 0.0
        self.most = max(shares, default=1.0) or 1.0
        sure = [n for n, share in enumerate(shares) if share > _SURE and sizes[n] >= _SURE_SIZE]
        self.first = sure[0] if sure else None
        self.last = sure[-1] if sure else None
        chars = [sight.chars for sight in view.sights]
        self.chars = list(accumulate(chars))
        self.prose = [0, *accumulate(sight.size if sight.prose else 0 for sight in view.sights)]
        self.menus = [0, *accumulate(sight.linked > 0.6 for sight in view.sights)]
        self._look_abroad(view, tags)

    def _grouped(self, wanted: Sequence[int]) -> list[dict[int, list[float]]]:
        """Per wanted block, for four kinds of container: words, article words, blocks, sum of their probabilities.

        Containers without a wanted block are not summed.
        """
        view, sizes, shares = self.view, self.sizes, self.shares
        parents = [path.parent for path in view.paths]
        paths = {path: block.path for path, block in zip(view.paths, view.blocks, strict=True)}
        shapes = {path: _unnumbered(whole) for path, whole in paths.items()}
        kinds: tuple[Sequence[object], ...] = (
            parents,
            [path.grand for path in view.paths],
            list(zip(parents, self.tags, strict=True)),
            list(map(shapes.__getitem__, view.paths)),
        )
        stories = [size * share for size, share in zip(sizes, shares, strict=True)]
        found = []
        for places in kinds:
            groups = {places[number]: [0.0, 0.0, 0.0, 0.0] for number in wanted}
            get = groups.get
            for place, size, story, share in zip(places, sizes, stories, shares, strict=True):
                group = get(place)
                if group is not None:
                    group[0] += size
                    group[1] += story
                    group[2] += 1
                    group[3] += share
            found.append({number: groups[places[number]] for number in wanted})
        return found

    def _look_abroad(self, view: View, tags: Sequence[str]) -> None:
        """Computes how often each block occurred before, the number of h1 so far, and where the headline is."""
        self.heads = list(accumulate(tag == "h1" for tag in tags))
        title = view.title_at
        self.title_labels = [] if title is None else view.blocks[title].path.split("/")
        self.title_heads = 0 if title is None else self.heads[title]
        self.title_article = "" if title is None else outermost(view.blocks[title].path)
        seen: dict[str, int] = {}
        self.times = []
        for sight in view.sights:
            self.times.append(seen.get(sight.key, 0))
            seen[sight.key] = self.times[-1] + 1


def _unnumbered(path: str) -> str:
    """A path without ids and digits, which number the entries of a list."""
    path = _ID.sub("", path) if "#" in path else path
    if path.isascii():  # deleting bytes takes a tenth of the time
        return path.encode().translate(None, b"0123456789").decode()
    return _NUMBER.sub("", path)


def rows_of(view: View, logits: Sequence[float], shares: Sequence[float], wanted: Sequence[int]) -> list[list[float]]:
    """Feature rows of the wanted blocks, from the linear model's logits and probabilities of all blocks.

    All values are floats, flags included, because comparing floats with each other takes a tenth of the time.
    """
    if not wanted:
        return []
    around, best = Around(view, logits, shares, wanted), view.best_parent.split("/")
    known = {view.paths[number]: number for number in wanted}
    ways = {path: _of_path(around, number, best) for path, number in known.items()}
    found = []
    for number in wanted:
        way = ways[view.paths[number]]
        found.append(_own(view, number, way) + _beside(around, number) + _context(around, number, way))
    return found


class _Way(NamedTuple):
    """Measures of a path: those of the elements around a block, which of `_FLAGS` they are, distance to the title."""

    around: Numbers
    flags: Numbers
    from_title: Numbers


def _own(view: View, number: int, way: _Way) -> list[float]:
    """Measures of a block itself, its position, and the elements around it."""
    sight, block = view.sights[number], view.blocks[number]
    text = view.article.text[block.start : block.end]
    first, last = view.core
    at, count = float(number), len(view.sights)
    return [
        float(sight.size), float(sight.chars), sight.linked, float(sight.links), 1.0 if sight.stop else 0.0,
        text.count(",") / sight.size,
        float(text.count(". ") + text.count("? ") + text.count("! ")),
        sight.functional, sight.capital, _digits(sight.key), sight.chars / sight.size,
        at / count, at, count - at, at - first, last - at,
        1.0 if first <= number <= last else 0.0,
        _NOWHERE if view.title_at is None else at - view.title_at,
        *way.around,
        float(view.same[sight.key]), sight.title_share, 1.0 if sight.title else 0.0, _TOLD[sight.told],
        1.0 if view.told > 2 else 0.0, *_of_tag(block.tag), 1.0 if text[0].isupper() else 0.0,
        1.0 if text[0].islower() else 0.0, 1.0 if sight.last == ":" else 0.0,
        1.0 if "|" in text or "•" in text else 0.0, 1.0 if '"' in text or "“" in text else 0.0, *way.flags,
    ]  # fmt: skip


def _digits(text: str) -> float:
    """The share of a text's characters that are digits."""
    data = text.encode("utf-8", "replace")
    found = len(data) - len(data.translate(None, b"0123456789"))  # a tenth of the time of testing each character
    if len(data) != len(text):
        found += sum(map(str.isdigit, data.translate(None, _ASCII).decode("utf-8")))
    return found / len(text)


def _of_path(around: Around, number: int, best: Sequence[str]) -> _Way:
    """The measures that all blocks with this block's path share."""
    view, path, whole = around.view, around.view.paths[number], around.view.blocks[number].path
    parent, grand = view.parents[path.parent], view.grands[path.grand]
    labels, article = whole.split("/"), outermost(whole)
    common = float(_common(best, path.parent.split("/")))
    with_title = float(_common(around.title_labels, labels))
    return _Way(
        (
            float(parent.chars), parent.linked / parent.chars, float(parent.count), parent.prose / view.prose,
            float(parent.prose_count),
            grand.linked / grand.chars, float(grand.count), grand.prose / view.prose, float(grand.prose_count),
            float(path.parent == view.best_parent), float(path.grand == view.best_grand),
            float(path.grand == view.best_parent),
            common - len(best), path.depth + 1.0 - len(best),
        ),
        tuple([1.0 if flag in path.shape.inside else 0.0 for flag in _FLAGS]),
        (
            with_title - len(around.title_labels), with_title - len(labels), 1.0 if article else 0.0,
            float(article == around.title_article),
        ),
    )  # fmt: skip


@lru_cache(maxsize=256)
def _of_tag(tag: str) -> Numbers:
    return (
        float(tag == "p"), float(tag[1]) if tag in HEADINGS else 0.0, float(tag == "li"), float(tag == "div"),
        float(tag == "blockquote"), float(tag in ("table", "tr", "td")),
    )  # fmt: skip


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """The number of outermost labels that two paths share."""
    common = 0
    for label, another in zip(one, other, strict=False):
        if label != another:
            break
        common += 1
    return common


def _beside(around: Around, number: int) -> list[float]:
    """Measures of the two blocks before and after a block, and of the five on either side."""
    view, count = around.view, len(around.sizes)
    path, parent = view.blocks[number].path, view.paths[number].parent
    found: list[float] = []
    for step in (-2, -1, 1, 2):
        other = number + step
        if 0 <= other < count:
            block = view.blocks[other]
            found += (
                float(around.sizes[other]), view.sights[other].linked, 1.0 if block.tag in HEADINGS else 0.0,
                1.0 if view.paths[other].parent == parent else 0.0, 1.0 if block.path == path else 0.0,
            )  # fmt: skip
        else:
            found += (-1.0, -1.0, 0.0, 0.0, 0.0)
    above, below = max(0, number - 5), min(count, number + 6)
    for sums in (around.prose, around.menus):
        found += (float(sums[number] - sums[above]), float(sums[below] - sums[number + 1]))
    return found


def _context(around: Around, number: int, way: _Way) -> list[float]:
    """The linear model's results at and around a block, its distance to title and picture, how often it occurred."""
    shares, count = around.shares, len(around.shares)
    share, size, mass = shares[number], around.sizes[number], around.mass[number]
    found = [around.logits[number], share]
    for step in (-4, -3, -2, -1, 1, 2, 3, 4):
        other = number + step
        found.append(shares[other] if 0 <= other < count else _BEYOND)
    for groups in around.groups:
        words, story, members, total = groups[number]
        found.append((story - size * share) / (words - size) if words > size else -0.1)
        found += (story, total / members)
    found += (members, words)  # of the last kind of container, the shape of paths
    pictured = around.view.blocks[number].pictured
    found += (
        float(pictured), float(company(around.view, number)), float(around.times[number]),
        float(around.heads[number] - around.title_heads), *way.from_title,
    )  # fmt: skip
    total = around.total or 1.0
    found += (
        around.before[number], around.after[number + 1], (around.sums[number] - mass) / total,
        1 - around.sums[number] / total, around.total, share / around.most, around.chars[number] / around.chars[-1],
        float(number - around.first) if around.first is not None else -999.0,
        float(around.last - number) if around.last is not None else -999.0,
    )  # fmt: skip
    return found
