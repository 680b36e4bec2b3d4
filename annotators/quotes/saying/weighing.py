"""How sure a claim is: a logistic ranker over its signs, its weights counted out of annotated news."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from annotators.quotes.claims import Claim
from annotators.quotes.english.lexicon import table

__all__ = ["LEAST", "Judge", "probability", "weigh"]

LEAST: Final = 0.4
"""How sure a claim of speech outside quotation marks has to be."""

Judge = Callable[[Claim, Sequence[str]], "Claim | None"]
"""Takes a claim and its signs; gives the claim back with its score, or nothing where it does not hold."""


def probability(signs: Sequence[str]) -> float:
    """How likely a claim with these signs is right, 0 to 1."""
    weights: dict[str, float] = table("ranker", "annotators.quotes.saying")["weights"]
    total: float = weights["always"] + sum(weights.get(sign, 0.0) for sign in signs)
    return 1 / (1 + math.exp(-total))


def weigh(claim: Claim, signs: Sequence[str]) -> Claim | None:
    """The claim with its probability as its score, `None` where that is too low."""
    score = probability(signs)
    return replace(claim, score=score) if score >= LEAST else None
