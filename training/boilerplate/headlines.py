"""What speaks for a line being the headline, fitted to pages whose title is known."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import exp
from pathlib import Path

from annotators.boilerplate.context import body_span
from annotators.boilerplate.headline import candidates
from annotators.boilerplate.page import Page
from training.boilerplate.pages import LabelledPage, article_of, html_texts, publisher

__all__ = ["TitledPage", "fit_headline", "titled_pages"]

_EPOCHS = 10
_RATE = 0.3
_SHRINK = 1e-5
_LEAST_SEEN = 6

Example = tuple[Page, Sequence[str], int | None]


@dataclass(frozen=True)
class TitledPage:
    """A page without kinds of which the headline is known."""

    page: LabelledPage
    headline: int


def titled_pages(folder: Path, most: int) -> list[TitledPage]:
    """Up to `most` pages of an unpacked HTML set whose gold title stands, last of all times, before the gold body."""
    found: list[TitledPage] = []
    for name, text, gold in html_texts(folder):
        if len(found) == most:
            break
        title, body = _plain(gold["title"] or ""), _plain(gold["body"])
        if len(title) < 12 or len(body) < 400:
            continue
        article = article_of(text)
        lines = [_plain(article.text_of(block)) for block in article.blocks]
        start = next((n for n, line in enumerate(lines) if len(line) > 60 and line[:50] in body), None)
        if start is None:
            continue
        same = [n for n, line in enumerate(lines[: start + 3]) if line == title]
        page = LabelledPage(name, publisher(gold["url"]), article, ())
        if same:
            found.append(TitledPage(page, same[-1]))
    return found


def _plain(text: str) -> str:
    return re.sub(r"\W+", "", text.lower())


def fit_headline(examples: Iterable[Example]) -> dict[str, float]:
    """Weights by feature: a softmax over a page's candidates and "none of them", by gradient steps."""
    pages = []
    seen: dict[str, int] = defaultdict(int)
    for page, labels, headline in examples:
        found = candidates(page, labels, body_span(labels, page.sizes)[0])
        if not found or (headline is not None and headline not in found):
            continue
        pages.append((found, headline))
        for features in found.values():
            for feature in features:
                seen[feature] += 1
    weights: dict[str, float] = dict.fromkeys((f for f, n in seen.items() if n >= _LEAST_SEEN), 0.0)
    squares: dict[str, float] = dict.fromkeys(weights, 1e-6)
    for _ in range(_EPOCHS):
        for found, headline in pages:
            _step(weights, squares, found, headline)
    return {feature: round(weight, 3) for feature, weight in sorted(weights.items()) if abs(weight) >= 0.02}


def _step(
    weights: dict[str, float], squares: dict[str, float], found: dict[int, list[str]], headline: int | None
) -> None:
    scores = {n: sum([weights.get(feature, 0.0) for feature in features]) for n, features in found.items()}
    top = max(0.0, *scores.values())
    shares = {n: exp(score - top) for n, score in scores.items()}
    total = sum(shares.values()) + exp(-top)
    slope: dict[str, float] = defaultdict(float)
    for n, features in found.items():
        error = float(n == headline) - shares[n] / total
        if abs(error) > 1e-3:
            for feature in features:
                slope[feature] += error
    for feature, value in slope.items():
        if feature in weights:
            value -= _SHRINK * weights[feature]
            squares[feature] += value * value
            weights[feature] += _RATE * value / squares[feature] ** 0.5
