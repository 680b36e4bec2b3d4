"""Variants of pages as other programs give them: without most of their furniture, without blank lines."""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import groupby

from annotators.annotation import BOILERPLATE_KINDS
from training.boilerplate.corpus.labelled_pages import LabelledPage, article_of

__all__ = ["cleaned", "retold", "trimmed"]

_STRIPPED = frozenset(BOILERPLATE_KINDS)
_LONG_RUN = 20
_ENDS = (3, 8)
"""The fewest and the most lines that a long run keeps at each end."""
_LEFT_OVER = {
    "caption": 0.8,
    "credit": 0.8,
    "related": 0.4,
    "promo": 0.4,
    "ad": 0.4,
    "author_box": 0.5,
    "nav": 0.06,
    "footer": 0.06,
}


def cleaned(page: LabelledPage, chance: random.Random) -> LabelledPage:
    """The page as an extractor leaves it: most runs of boilerplate dropped, some kept in part."""
    kept: list[tuple[str, str, bool]] = []
    last = ""
    drop = False
    for number, (text, kind) in enumerate(zip(page.page.texts, page.kinds, strict=True)):
        if kind != last:
            drop = kind in _STRIPPED and chance.random() > _LEFT_OVER.get(kind, 0.2)
            last = kind
        if drop or (kind in ("nav", "footer", "related") and chance.random() < 0.6):
            continue
        kept.append((text, kind, bool(page.page.gaps[number])))
    return retold(page, kept, chance.choice(("as is", "apart", "tight", "as is")), "cleaned")


def trimmed(page: LabelledPage, chance: random.Random) -> LabelledPage:
    """The page without the middle of long runs of furniture, which teach little and take long."""
    view = page.page
    lines = [(text, kind, bool(gap)) for text, kind, gap in zip(view.texts, page.kinds, view.gaps[:-1], strict=True)]
    kept: list[tuple[str, str, bool]] = []
    for kind, group in groupby(lines, key=lambda line: line[1]):
        run = list(group)
        if kind in _STRIPPED and len(run) > _LONG_RUN:
            run = run[: chance.randint(*_ENDS)] + run[-chance.randint(*_ENDS) :]
        kept += run
    return retold(page, kept, "as is", "trimmed")


def retold(page: LabelledPage, lines: Sequence[tuple[str, str, bool]], spacing: str, how: str) -> LabelledPage:
    """A page of lines (text, kind, blank line before); `spacing` keeps, adds or drops blank lines."""
    parts = []
    for text, _, gap in lines:
        parts.append("\n" if spacing == "apart" or (gap and spacing == "as is") else "")
        parts.append(text + "\n")
    article = article_of("".join(parts).strip("\n"))
    kinds = [kind for _, kind, _ in lines]
    return LabelledPage(f"{page.name} {how}", page.publisher, article, kinds, page.set, page.key, True, page.silver)
