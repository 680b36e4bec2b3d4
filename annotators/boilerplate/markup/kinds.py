"""From probabilities to one kind a block: what the story keeps, one headline, and the likeliest kind of the rest."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp
from typing import Final, NamedTuple

from annotators.annotation import KINDS
from annotators.boilerplate.markup.model import MarkupModel
from annotators.boilerplate.markup.view import HEADINGS, View

__all__ = ["STORY", "STORY_FROM", "Choice", "kinds_of"]

STORY_FROM: Final = 0.4
"""How probable it must be that a block is the story's before it is labelled so: what is unsure stays."""
STORY: Final = ("body", "subhead", "deck")
_HEADING_FROM: Final = -1.5
_TEXT_FROM: Final = -0.5
"""By how many logits another kind may be likelier than a headline, of a heading and of other text."""
_LONGEST_HEADLINE: Final = 40
_NEGLIGIBLE: Final = 6.0
_SURE: Final = 0.9
_FAR: Final = 1.5
_LONGEST_CAPTION: Final = 60
_STORY_LANES: Final = tuple(KINDS.index(kind) + 1 for kind in STORY)
_HEADLINE_INTO: Final = 3
_LEAST_STORY: Final = 40


class Choice(NamedTuple):
    """A block's kind, how probable that is, the kind it was weighed against, and a reason that comes first, if any."""

    kind: str
    score: float
    rival: str
    reason: str = ""


def kinds_of(view: View, model: MarkupModel, totals: Sequence[int], shares: Sequence[float]) -> list[Choice]:
    """A kind for each block, from the packed sums of its features and the probability that it is the story's."""
    position = {kind: number for number, kind in enumerate(model.kinds, start=1)}
    inside = [position[kind] for kind in STORY]
    outside = [number for kind, number in position.items() if kind not in STORY and kind != "headline"]
    photos = [position[kind] for kind in ("caption", "credit")]
    names = ("", *model.kinds)
    groups = _groups(view, totals)
    kept = _kept(view, model, totals, shares)
    first = next((number for number in range(len(shares)) if kept[number]), len(shares))
    headline = _headline(view, model, totals, position["headline"], first)
    found = []
    for number, share in enumerate(shares):
        if number == headline:
            found.append(Choice("headline", _portion(model.lanes(totals[number])[1:], position["headline"] - 1), "nav"))
        elif kept[number]:
            row = model.lanes(totals[number])
            allowed = inside if _may_be_deck(view, number, shares) else inside[:2]
            kind = max(allowed, key=row.__getitem__)
            rival = max(outside, key=row.__getitem__)
            reason = "nothing else here could be the story" if share < STORY_FROM else ""
            found.append(Choice(names[kind], share, names[rival], reason))
        else:
            members, together = groups[_place(view, number)]
            row = model.lanes(totals[number] * members + together, 2 * members)
            among = photos if view.paths[number].caption else outside
            logits = [row[one] for one in among]
            best = max(logits)
            whole = sum([exp(logit - best) for logit in logits if logit > best - _NEGLIGIBLE])
            kind = among[logits.index(best)]
            found.append(Choice(names[kind], (1 - share) / whole, "body"))
    return found


def _kept(view: View, model: MarkupModel, totals: Sequence[int], shares: Sequence[float]) -> list[bool]:
    """Which blocks are the story's; where none is likely, what is as long as a paragraph or else the longest."""
    kept = [
        share >= STORY_FROM
        and not (view.paths[number].caption and view.sights[number].size <= _LONGEST_CAPTION)
        and (share >= _SURE or not _is_other(model.lanes(totals[number])))
        for number, share in enumerate(shares)
    ]
    if any(keep and sight.prose for keep, sight in zip(kept, view.sights, strict=True)):
        return kept
    long = [sight.size >= _LEAST_STORY and sight.linked < 0.5 for sight in view.sights]
    if any(long):
        return [keep or one for keep, one in zip(kept, long, strict=True)]
    if any(kept) or not shares:
        return kept
    weights = [share * sight.size for share, sight in zip(shares, view.sights, strict=True)]
    longest = max(range(len(shares)), key=weights.__getitem__)
    return [number == longest for number in range(len(shares))]


def _is_other(lanes: Sequence[float]) -> bool:
    """Whether another kind is likely by itself, and by far likelier than any of the story's."""
    story = max(lanes[number] for number in _STORY_LANES)
    return max(lanes[1:]) > max(0.0, story + _FAR)


def _headline(view: View, model: MarkupModel, totals: Sequence[int], lane: int, first: int) -> int | None:
    """The block that is the headline: what repeats the page's title close to the story, else the likeliest one."""
    reach = min(len(totals), first + _HEADLINE_INTO)
    candidates = [number for number in range(reach) if view.sights[number].title]
    titled = bool(candidates)
    if not titled:
        candidates = [number for number in range(reach) if view.sights[number].size <= _LONGEST_HEADLINE]
    logits: dict[int, float] = {}
    for number in candidates:
        row = model.lanes(totals[number])
        logits[number] = row[lane] - max(row[1:])
    if titled:
        return max(candidates, key=lambda number: (view.blocks[number].tag == "h1", logits[number], number))
    best = max(candidates, key=logits.__getitem__, default=None)
    if best is None:
        return None
    least = _HEADING_FROM if view.blocks[best].tag in HEADINGS else _TEXT_FROM
    return best if logits[best] >= least else None


def _may_be_deck(view: View, number: int, shares: Sequence[float]) -> bool:
    """Only what no paragraph of the story goes before."""
    return (
        not any(shares[other] >= STORY_FROM and view.sights[other].prose for other in range(max(0, number - 3), number))
        and number <= view.core[0] + 3
    )


def _place(view: View, number: int) -> tuple[str, str]:
    return view.paths[number].parent, view.blocks[number].tag


def _groups(view: View, totals: Sequence[int]) -> dict[tuple[str, str], tuple[int, int]]:
    """How many like blocks each container holds, and the sum of their features: a menu is one in all of its entries."""
    groups: dict[tuple[str, str], tuple[int, int]] = {}
    for number, total in enumerate(totals):
        members, together = groups.get(place := _place(view, number), (0, 0))
        groups[place] = members + 1, together + total
    return groups


def _portion(row: Sequence[float], position: int) -> float:
    top = max(row)
    shares = [exp(value - top) for value in row]
    return shares[position] / sum(shares)
