"""Which kinds a page's lines have, taken together: the best sequence, and how probable each kind is.

Kinds far less likely than the best one of a line are left out of the sums, which makes a step cost
a tenth of what all pairs of kinds would.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp

__all__ = ["best_sequence", "marginals"]

Rows = Sequence[Sequence[float]]
_PRUNED = 12.0
_KEPT = 7


def best_sequence(emissions: Rows, steps: Rows) -> list[int]:
    """The sequence of kinds that fits best (Viterbi), as positions."""
    if not emissions:
        return []
    options = [_options(row) for row in emissions]
    scores = {kind: emissions[0][kind] for kind in options[0]}
    back: list[dict[int, int]] = []
    for row, kinds in zip(emissions[1:], options[1:], strict=True):
        items = list(scores.items())
        best: dict[int, float] = {}
        origin: dict[int, int] = {}
        for kind in kinds:
            score, source = max([(score + steps[before][kind], before) for before, score in items])
            best[kind] = score + row[kind]
            origin[kind] = source
        scores = best
        back.append(origin)
    kind = max(scores, key=scores.__getitem__)
    path = [kind]
    for origin in reversed(back):
        kind = origin[kind]
        path.append(kind)
    return path[::-1]


def marginals(emissions: Rows, steps: Rows) -> list[dict[int, float]]:
    """For each line the probability of its kinds (forward-backward), the negligible ones left out."""
    if not emissions:
        return []
    weights = [[exp(step) for step in row] for row in steps]
    local = []
    for row in emissions:
        top = max(row)
        local.append({kind: exp(row[kind] - top) for kind in _options(row)})
    forward = [_normalised(local[0])]
    for here in local[1:]:
        last = list(forward[-1].items())
        forward.append(_normalised(
            {kind: value * sum([share * weights[before][kind] for before, share in last]) for kind, value in here.items()}
        ))  # fmt: skip
    found = [forward[-1]]
    message = dict.fromkeys(local[-1], 1.0)
    for number in range(len(local) - 2, -1, -1):
        after = [(kind, value * local[number + 1][kind]) for kind, value in message.items()]
        message = _normalised(
            {kind: sum([value * weights[kind][later] for later, value in after]) for kind in local[number]}
        )
        found.append(_normalised({kind: share * message[kind] for kind, share in forward[number].items()}))
    return found[::-1]


def _options(row: Sequence[float]) -> list[int]:
    ordered = sorted(range(len(row)), key=row.__getitem__, reverse=True)[:_KEPT]
    least = row[ordered[0]] - _PRUNED
    return [kind for kind in ordered if row[kind] >= least]


def _normalised(shares: dict[int, float]) -> dict[int, float]:
    total = sum(shares.values()) or 1.0
    return {kind: share / total for kind, share in shares.items()}
