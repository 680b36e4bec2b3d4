"""Labels the blocks of HTML pages: elements, classes and links are stronger evidence than words alone.

A linear model of named features gives each block a first probability of being article text. For uncertain blocks, trees
decide again from the first probabilities of neighbours and containers. The kind is then the most probable one on the
side, article or boilerplate, that was decided.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp
from typing import Final

from annotators.annotation import BlockLabel
from annotators.article import Article
from annotators.boilerplate.markup.amid import with_lines_amid
from annotators.boilerplate.markup.doubt import with_lower_threshold
from annotators.boilerplate.markup.features import keys_of
from annotators.boilerplate.markup.kinds import kinds_of
from annotators.boilerplate.markup.model import MarkupModel, load_markup_model
from annotators.boilerplate.markup.numbers import rows_of
from annotators.boilerplate.markup.reasons import Explainer
from annotators.boilerplate.markup.view import View, view_of
from annotators.memory.lazy_reasons import Reasons
from annotators.rows import Rows

__all__ = ["has_markup", "label_markup", "story_shares"]

UNSURE: Final = (0.03, 0.97)
"""First probabilities between which the trees decide again; outside, hardly any block would change sides."""
_DEEP: Final = 15
"""From so many path elements on, the outermost are missing from a block's path."""
_ROOTS: Final = ("body", "html")


def has_markup(article: Article) -> bool:
    """Whether the article's blocks come from the elements of a page."""
    if isinstance(article.blocks, Rows) and "path" not in article.blocks.columns:
        return False  # avoids building a block for each row
    return any(block.path.startswith(_ROOTS) or block.path.count("/") >= _DEEP for block in article.blocks)


def label_markup(article: Article, model: MarkupModel | None = None) -> tuple[BlockLabel, ...]:
    """The labels of an HTML article's blocks, in order, each with up to three reasons; by the shipped model by default.

    Reasons are computed when they are read.
    """
    model = model or load_markup_model()
    view = view_of(article)
    keys = keys_of(view)
    totals = model.totals(view.paths, keys)
    shares = story_shares(view, model, totals)
    choices = with_lines_amid(view, kinds_of(view, model, totals, shares), shares)
    reasons = Explainer(article, model, choices).reasons
    return tuple(
        BlockLabel(
            start=block.start,
            end=block.end,
            kind=choice.kind,
            score=round(choice.score, 4),
            reasons=Reasons(reasons, number),
        )
        for number, (block, choice) in enumerate(zip(view.blocks, choices, strict=True))
    )


def story_shares(view: View, model: MarkupModel, totals: Sequence[int]) -> list[float]:
    """The probability of each block that it belongs to the story."""
    logits = model.stories(totals)
    first = [_share(logit) for logit in logits]
    wanted = [n for n, share in enumerate(first) if UNSURE[0] <= share < UNSURE[1]]
    for number, row in zip(wanted, rows_of(view, logits, first, wanted), strict=True):
        first[number] = _share(model.grown(row))
    return with_lower_threshold(view.sights, first)


def _share(logit: float) -> float:
    return 1 / (1 + exp(-logit)) if -30.0 < logit < 30.0 else 1 / (1 + exp(-30.0 if logit > 0 else 30.0))
