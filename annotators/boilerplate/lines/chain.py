"""Inference in a linear-chain CRF: the best sequence of kinds (Viterbi), and marginals (forward-backward).

Both use a beam: only the most probable kinds of a line are extended to all kinds of the next. With a beam of six, no
loss is measurable, and a step costs a third of one over all pairs of kinds.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp

__all__ = ["best_sequence", "marginals"]

Rows = Sequence[Sequence[float]]
_BEAM = 6
_FILLING = ((0, 0.0),) * _BEAM
_LEAST = 1e-4


def best_sequence(emissions: Rows, steps: Rows) -> list[int]:
    """The best sequence of kinds, as positions."""
    if not emissions:
        return []
    everything = range(len(steps))
    scores = list(emissions[0])
    back: list[list[int]] = []
    highest = [max(row) for row in steps]
    for row in emissions[1:]:
        beam = sorted(everything, key=scores.__getitem__, reverse=True)[:_BEAM]
        best = beam[0]
        base = scores[best]
        totals = [base + step for step in steps[best]]
        origin = [best] * len(totals)
        least = min(totals)
        for before in beam[1:]:
            base = scores[before]
            if base + highest[before] <= least:
                continue  # reaches no kind with a higher score
            for kind, step in enumerate(steps[before]):
                if base + step > totals[kind]:
                    totals[kind] = base + step
                    origin[kind] = before
        scores = [total + local for total, local in zip(totals, row, strict=True)]
        back.append(origin)
    kind = max(everything, key=scores.__getitem__)
    path = [kind]
    for origin in reversed(back):
        kind = origin[kind]
        path.append(kind)
    return path[::-1]


def marginals(emissions: Rows, steps: Rows) -> list[dict[int, float]]:
    """For each line the probabilities of its kinds, without negligible ones."""
    if not emissions:
        return []
    weights = [[exp(step) for step in row] for row in steps]
    forward = [_beam(_exponents(emissions[0]))]
    local = []
    for row in emissions[1:]:
        shares = _exponents(row)
        local.append(shares)
        forward.append(_beam(_reached(forward[-1], weights, shares)))
    found = [forward[-1]]
    message = dict.fromkeys(forward[-1], 1.0)
    for number in range(len(forward) - 2, -1, -1):
        shares = local[number]
        after = [(kind, value * shares[kind]) for kind, value in message.items()]
        message = _normalised({
            kind: sum([value * weights[kind][later] for later, value in after]) for kind in forward[number]
        })  # fmt: skip
        found.append(_normalised({kind: share * message[kind] for kind, share in forward[number].items()}))
    return found[::-1]


def _reached(before: dict[int, float], weights: Rows, shares: Sequence[float]) -> list[float]:
    """The unnormalised probabilities of a line's kinds from those of the beam before it, which is filled up with zeros.

    The sum over the beam is written out, because nothing else takes as much of the time of a page of short lines.
    """
    (a, p), (b, q), (c, r), (d, s), (e, t), (f, u) = (*before.items(), *_FILLING)[:_BEAM]
    rows = zip(shares, weights[a], weights[b], weights[c], weights[d], weights[e], weights[f], strict=True)
    return [
        (p * one + q * two + r * three + s * four + t * five + u * six) * share
        for share, one, two, three, four, five, six in rows
    ]


def _exponents(row: Sequence[float]) -> list[float]:
    top = max(row)
    return [exp(value - top) for value in row]


def _beam(shares: Sequence[float]) -> dict[int, float]:
    total = sum(shares) or 1.0
    least = _LEAST * total
    found = [(share, kind) for kind, share in enumerate(shares) if share >= least]
    if len(found) > _BEAM:
        found = sorted(found, reverse=True)[:_BEAM]
    return _normalised({kind: share for share, kind in found})


def _normalised(shares: dict[int, float]) -> dict[int, float]:
    total = sum(shares.values()) or 1.0
    return {kind: share / total for kind, share in shares.items()}
