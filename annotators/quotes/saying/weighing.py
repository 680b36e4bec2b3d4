"""The confidence of claims: a logistic ranker over their features, with weights fitted on annotated news."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from annotators.quotes.claims import Claim
from annotators.quotes.english.lexicon import table

__all__ = ["LEAST", "Judge", "probability", "weigh"]

LEAST: Final = 0.4
"""The least probability of a claim of speech outside quotation marks."""

Judge = Callable[[Claim, Sequence[str]], "Claim | None"]
"""Takes a claim and its features; returns the claim with its score, or `None` if it is not kept."""


def probability(signs: Sequence[str]) -> float:
    """The probability that a claim with these features is right, 0 to 1."""
    weights: dict[str, float] = table("ranker", "annotators.quotes.saying")["weights"]
    total: float = weights["always"] + sum(weights.get(sign, 0.0) for sign in signs)
    return 1 / (1 + math.exp(-total))


def weigh(claim: Claim, signs: Sequence[str]) -> Claim | None:
    """The claim with its probability as the score, or `None` if that is below `LEAST`."""
    score = probability(signs)
    return replace(claim, score=score) if score >= LEAST else None
