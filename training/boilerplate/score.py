"""Scores of a model on pages that it was not fitted to, by block."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from annotators.annotation import BOILERPLATE_KINDS
from annotators.boilerplate import choices_for
from annotators.boilerplate.lines.model import Model
from training.boilerplate.corpus.labelled_pages import LabelledPage

__all__ = ["Judged", "judge", "summary"]

_STRIPPED = frozenset(BOILERPLATE_KINDS)


@dataclass(frozen=True)
class Judged:
    """One page with the kinds that a model gave its lines, and their probabilities."""

    page: LabelledPage
    found: tuple[str, ...]
    scores: tuple[float, ...] = ()


def judge(model: Model, pages: Sequence[LabelledPage]) -> list[Judged]:
    """The pages with the model's labels."""
    found = []
    for page in pages:
        choices = choices_for(page.page, model)[0]
        kinds, scores = (choice.kind for choice in choices), (choice.score for choice in choices)
        found.append(Judged(page, tuple(kinds), tuple(scores)))
    return found


def summary(judged: Sequence[Judged]) -> str:
    """Boilerplate F1 by line, body F1 by character, accuracy, macro F1, exact headlines; then P/R/F1 of each kind."""
    pairs = Counter((gold, found) for one in judged for gold, found in zip(one.page.kinds, one.found, strict=True))
    stripped = _f1(*(sum(n for (g, f), n in pairs.items() if test(g in _STRIPPED, f in _STRIPPED)) for test in _SIDES))
    body = Counter[tuple[bool, bool]]()
    exact = 0
    for one in judged:
        for text, gold, found in zip(one.page.page.texts, one.page.kinds, one.found, strict=True):
            body[gold == "body", found == "body"] += len(text) - text.count(" ")
        exact += [k == "headline" for k in one.page.kinds] == [k == "headline" for k in one.found]
    kinds = sorted({gold for gold, _ in pairs})
    rows, scores = [], []
    for kind in kinds:
        counts = [sum(n for (g, f), n in pairs.items() if test(g == kind, f == kind)) for test in _SIDES]
        precision, recall, f1 = _f1(*counts)
        rows.append(f"{kind} {precision:.0f}/{recall:.0f}/{f1:.0f}")
        if counts[0] + counts[2] >= 10:
            scores.append(f1)
    body_f1 = _f1(body[True, True], body[False, True], body[True, False])
    right = sum(n for (g, f), n in pairs.items() if g == f) / sum(pairs.values())
    return (
        f"boilerplate lines F1 {stripped[2]:.2f} (P {stripped[0]:.1f} R {stripped[1]:.1f})"
        f"  body characters F1 {body_f1[2]:.2f} (P {body_f1[0]:.1f} R {body_f1[1]:.1f})"
        f"  accuracy {100 * right:.1f}  macro F1 {sum(scores) / len(scores):.1f}"
        f"  headline {100 * exact / len(judged):.1f}\n  " + "  ".join(rows)
    )


_SIDES = (lambda g, f: g and f, lambda g, f: f and not g, lambda g, f: g and not f)


def _f1(both: int, only_found: int, only_gold: int) -> tuple[float, float, float]:
    precision = 100 * both / max(1, both + only_found)
    recall = 100 * both / max(1, both + only_gold)
    return precision, recall, 200 * both / max(1, 2 * both + only_found + only_gold)
