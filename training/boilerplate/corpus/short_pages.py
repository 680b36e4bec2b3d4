"""Pages with a short story: labelled pages that keep some paragraphs, or get a story of our own in place of theirs.

Labelled pages have long stories, and a model fitted to them takes what stands after the third paragraph for links to
other stories. In a page's frame any story may stand: a list of results, a recipe, an interview, a verse.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from annotators.annotation import BOILERPLATE_KINDS
from training.boilerplate.corpus.augment import retold
from training.boilerplate.corpus.labelled_pages import LabelledPage

__all__ = ["short_pages"]

_HERE = Path(__file__).parent
_STORIES, _ABROAD = _HERE / "short_stories.txt", _HERE / "short_stories_abroad.txt"
_STRIPPED = frozenset(BOILERPLATE_KINDS)
_LONG_RUN = 9
_ENDS = (2, 5)
"""The fewest and the most lines that a long run of furniture keeps at each end."""
_PARAGRAPHS = (2, 8)
_SPACINGS = ("as is", "apart", "tight")
_MOST_SET_IN = 3
"""Runs of furniture among the paragraphs of a story of our own, at most, and lines of one."""
_LONGEST_SET_IN = 8
_NOT_OURS = frozenset(("body", "deck", "note", "source", "subhead"))
"""What of the old story stands above and below its paragraphs."""
_LIKE_MENUS = frozenset(("nav", "related", "footer", "widget", "other", "promo"))
_SHORT_LINE, _FEWEST_IN_MENU = 4, 4

Line = tuple[str, str, bool]
"""Text, kind, and whether a blank line precedes."""
Story = Sequence[str]


def short_pages(labelled: Sequence[LabelledPage], silver: Sequence[LabelledPage], seed: int) -> list[LabelledPage]:
    """Each page with a part of its story; those labelled by hand or in other languages with stories of our own, too."""
    chance = random.Random(seed + 7)
    english, abroad = _stories(_STORIES, chance), _stories(_ABROAD, chance)
    found: list[LabelledPage | None] = []
    for page in (*labelled, *(with_menus(page) for page in silver)):
        stories = abroad if page.page.foreign else english
        copies = 2 if not page.silver else 1 if page.page.foreign else 0
        found += [_told_anew(page, next(stories), chance) for _ in range(copies)]
        found.append(_cut(page, chance))
    return [page for page in found if page is not None]


def with_menus(page: LabelledPage) -> LabelledPage:
    """A silver page, with runs of short lines above the headline made menus, and below the story made the footer.

    The HTML model calls names of sections links to other stories where the page's elements do.
    """
    kinds, texts = list(page.kinds), page.page.texts
    top = kinds.index("headline") if "headline" in kinds else kinds.index("body") if "body" in kinds else 0
    last = max((number for number, kind in enumerate(kinds) if kind == "body"), default=len(kinds))
    for first, end in _short_runs(texts, kinds, top):
        run = kinds[first:end]
        if end <= top:
            kinds[first:end] = ["nav" if kind in ("related", "footer") else kind for kind in run]
        elif first > last and run.count("footer") * 4 >= len(run):
            kinds[first:end] = ["footer" if kind in ("related", "nav") else kind for kind in run]
    return LabelledPage(page.name, page.publisher, page.article, kinds, page.set, page.key, page.variant, page.silver)


def _short_runs(texts: Sequence[str], kinds: Sequence[str], top: int) -> Iterator[tuple[int, int]]:
    """The first number of each run of short lines like a menu's, and the one after its last."""
    at = 0
    for alike, group in groupby(
        range(len(kinds)),
        key=lambda n: (kinds[n] in _LIKE_MENUS and len(texts[n].split()) <= _SHORT_LINE, n < top),
    ):
        first, at = at, at + len(list(group))
        if alike[0] and at - first >= _FEWEST_IN_MENU:
            yield first, at


def _stories(path: Path, chance: random.Random) -> Iterator[Story]:
    """The stories of a file in random order, again and again; comments and blank lines are none of them."""
    parts = path.read_text(encoding="utf-8").split("\n==== ")[1:]
    stories = [[line for line in part.split("\n")[1:] if line.strip()] for part in parts]
    while True:
        order = list(stories)
        chance.shuffle(order)
        yield from order


def _cut(page: LabelledPage, chance: random.Random) -> LabelledPage | None:
    """The page with some paragraphs of its story, the first ones or any; `None` if it has no more."""
    lines = _tight(page, chance)
    body = [number for number, line in enumerate(lines) if line[1] == "body"]
    keep = chance.randint(*_PARAGRAPHS)
    if len(body) <= keep:
        return None
    kept = body[:keep] if chance.random() < 0.5 else sorted(chance.sample(body, keep))
    dropped = set(body).difference(kept)
    left = []
    for number, line in enumerate(lines):
        headless = line[1] == "subhead" and (number > kept[-1] or number + 1 in dropped)
        amid = body[0] < number < body[-1] and line[1] in _STRIPPED
        if number not in dropped and not headless and not (amid and chance.random() < 0.5):
            left.append(line)
    return retold(page, left, chance.choice(_SPACINGS), "cut")


def _told_anew(page: LabelledPage, story: Story, chance: random.Random) -> LabelledPage | None:
    """The page with a story of our own and its headline; `None` if its own cannot be told from its furniture."""
    lines = _tight(page, chance)
    body = [number for number, line in enumerate(lines) if line[1] == "body"]
    if not body:
        return None
    top = [line for line in lines[: body[0]] if line[1] not in _NOT_OURS]
    bottom = [line for line in lines[body[-1] + 1 :] if line[1] not in _NOT_OURS]
    old = next((text for text, kind, _ in top if kind == "headline"), None)
    if old is None:
        if any(kind == "headline" for _, kind, _ in lines):
            return None
        top.append((story[0], "headline", True))
    top, bottom = ([(story[0] if text == old else text, *rest) for text, *rest in part] for part in (top, bottom))
    inside = lines[body[0] : body[-1] + 1]
    runs = [
        list(run)[:_LONGEST_SET_IN] for stripped, run in groupby(inside, lambda line: line[1] in _STRIPPED) if stripped
    ]
    told = _set_in(_told(story, apart=chance.random() < 0.7), runs, chance)
    return retold(page, [*top, *told, *bottom], chance.choice(_SPACINGS), "told anew")


def _told(story: Story, *, apart: bool) -> list[Line]:
    """The lines of a story below its headline: a few words that end as no sentence does head what stands under them."""
    found: list[Line] = []
    for number, text in enumerate(story[1:], start=1):
        words = [len(line.split()) for line in story[number - 1 : number + 2]]
        heads = words[1] <= 8 and text[-1] not in ".!?:;,\"”'’)" and not any(char.isdigit() for char in text)
        heads = heads and len(words) == 3 and words[2] >= 12 and (number == 1 or words[0] >= 10)
        found.append((text, "subhead" if heads else "body", apart))
    return found


def _set_in(told: list[Line], runs: list[list[Line]], chance: random.Random) -> list[Line]:
    """The lines of a story, with some runs of furniture between its paragraphs."""
    places = [at for at in range(1, len(told)) if len(told[at][0].split()) > 8 and len(told[at - 1][0].split()) > 8]
    chance.shuffle(runs)
    chance.shuffle(places)
    chosen = dict(zip(places, runs[: chance.randint(0, _MOST_SET_IN)], strict=False))
    return [line for at, own in enumerate(told) for line in (*chosen.get(at, ()), own)]


def _tight(page: LabelledPage, chance: random.Random) -> list[Line]:
    """The page's lines without the middle of long runs of furniture, as a short page has little of it."""
    view = page.page
    lines = [(text, kind, bool(gap)) for text, kind, gap in zip(view.texts, page.kinds, view.gaps[:-1], strict=True)]
    kept: list[Line] = []
    for kind, group in groupby(lines, key=lambda line: line[1]):
        run = list(group)
        if kind in _STRIPPED and len(run) > _LONG_RUN:
            run = run[: chance.randint(*_ENDS)] + run[-chance.randint(*_ENDS) :]
        kept += run
    return kept
