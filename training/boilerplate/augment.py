"""Pages as they come out of other programs: without most of their furniture, without blank lines."""

from __future__ import annotations

import random
from collections.abc import Sequence

from annotators.annotation import BOILERPLATE_KINDS
from training.boilerplate.pages import LabelledPage, article_of

__all__ = ["cleaned", "retold"]

_STRIPPED = frozenset(BOILERPLATE_KINDS)
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
    """The page after an extractor: runs of boilerplate dropped, or a few of their lines left."""
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


def retold(page: LabelledPage, lines: Sequence[tuple[str, str, bool]], spacing: str, how: str) -> LabelledPage:
    """A page of (text, kind, blank line before); `spacing` keeps, adds or drops blank lines."""
    parts = []
    for text, _, gap in lines:
        parts.append("\n" if spacing == "apart" or (gap and spacing == "as is") else "")
        parts.append(text + "\n")
    article = article_of("".join(parts).strip("\n"))
    return LabelledPage(f"{page.name} {how}", page.publisher, article, [kind for _, kind, _ in lines], page.copies)
