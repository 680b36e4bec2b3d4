"""Chooses the kind of each block of a page: article text, one headline, and the most probable kind for the rest."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import exp
from operator import itemgetter
from typing import Final, NamedTuple

from annotators.annotation import KINDS
from annotators.boilerplate.markup.model import MIDDLE, MarkupModel
from annotators.boilerplate.markup.strays import SURE, Stray, strays_among
from annotators.boilerplate.markup.view import HEADINGS, View

__all__ = ["STORY", "STORY_FROM", "Choice", "kinds_of"]

STORY_FROM: Final = 0.45
"""Least probability of a block to be labelled article text: below one half, because uncertain blocks are kept."""
STORY: Final = ("body", "subhead", "deck")
_HEADING_FROM: Final = -1.5
_TEXT_FROM: Final = -0.5
"""How much less probable than another kind the headline may be, as a negative logit: for headings and for other
blocks."""
_LONGEST_HEADLINE: Final = 40
_NEGLIGIBLE: Final = 6.0
_FAR: Final = 1.5
_LONGEST_CAPTION: Final = 120
_UNDER: Final = 2
_ECHO: Final = 0.4
_REPEATED: Final = 0.75
"""Shares of the title's words from which a block may repeat the title, and from which it does."""
_LEAST_OPENING: Final = 8
_LINKED: Final = 0.3
_OPENING_INTO: Final = 3
"""Most short article blocks that may precede the opening block."""
_OPENING_NEAR: Final = 0.1
_OPENING_FROM: Final = 0.2
"""Least probability of the opening block: directly below the headline, and farther away."""
_SECOND_FROM: Final = 0.3
"""The same for a heading directly below the headline whose words are not those of a deck."""
_APART_LANES: Final = tuple(
    KINDS.index(kind) + 1 for kind in ("caption", "credit", "byline", "timestamp", "ad", "share")
)
_DECK_LANE: Final = KINDS.index("deck") + 1
_FEW: Final = 12
_SHORT_LANES: Final = tuple(
    n + 1 for n, kind in enumerate(KINDS) if kind not in (*STORY, "headline", "related", "note")
)
"""Lanes of the kinds that occur among paragraphs: short blocks have more of these kinds than long ones."""
_STORY_LANES: Final = tuple(KINDS.index(kind) + 1 for kind in STORY)
_HEADLINE_INTO: Final = 3
_LEAST_STORY: Final = 40


_BY_RULE: Final = 0.8
"""The score of a block that a rule has excluded from the story."""
_NO_STRAY: Final = Stray("", "")


class Choice(NamedTuple):
    """A block's kind, its probability, the kind it was compared with, and a reason that is given first, or empty."""

    kind: str
    score: float
    rival: str
    reason: str = ""


def kinds_of(view: View, model: MarkupModel, totals: Sequence[int], shares: Sequence[float]) -> list[Choice]:
    """The choice for each block, from the packed sums of its features and the probability that it is in the story."""
    position = {kind: number for number, kind in enumerate(model.kinds, start=1)}
    outside = [number for kind, number in position.items() if kind not in STORY and kind != "headline"]
    photos = [position[kind] for kind in ("caption", "credit")]
    inside, outside_lanes = [position[kind] for kind in STORY], itemgetter(*outside)
    photo_lanes, names = itemgetter(*photos), ("", *model.kinds)
    places = [(path.parent, block.tag) for path, block in zip(view.paths, view.blocks, strict=True)]
    groups = _groups(places, totals)
    kept, strays = _kept(view, model, totals, shares)
    first = next((number for number in range(len(shares)) if kept[number]), len(shares))
    headline = _headline(view, model, totals, position["headline"], first)
    opening = _opening(view, model, totals, shares, headline, kept)
    found = []
    for number, share in enumerate(shares):
        if number in opening:
            found.append(Choice("deck", share, "related", "opens the story under its headline"))
        elif number == headline:
            found.append(Choice("headline", _portion(model.lanes(totals[number])[1:], position["headline"] - 1), "nav"))
        elif kept[number]:
            row = model.unpacked(totals[number])
            allowed = inside if _may_be_deck(view, number, shares) else inside[:2]
            kind = max(allowed, key=row.__getitem__)
            others = outside_lanes(row)
            rival = outside[others.index(max(others))]
            reason = "nothing else here could be the story" if share < STORY_FROM else ""
            found.append(Choice(names[kind], share, names[rival], reason))
        else:
            stray = strays.get(number, _NO_STRAY)
            pictured = view.paths[number].caption or stray.kind == "caption"
            among, lanes_of = (photos, photo_lanes) if pictured else (outside, outside_lanes)
            best, whole = _likeliest(model, totals[number], groups[places[number]], lanes_of)
            found.append(_outside(names[among[best]], share, whole, stray))
    return found


def _outside(kind: str, share: float, whole: float, stray: Stray) -> Choice:
    """The choice for a boilerplate block whose likeliest kind is `kind`; `whole` is the sum of its kinds' weights."""
    score = _BY_RULE if stray.reason else (1 - share) / whole
    return Choice("related" if stray.kind == "related" else kind, score, "body", stray.reason)


def _likeliest(
    model: MarkupModel, total: int, group: tuple[int, int], among: Callable[[Sequence[int]], Sequence[int]]
) -> tuple[int, float]:
    """The index of the likeliest kind for a block and those like it, and the sum of all weights over its own."""
    members, together = group
    parts = 2 * members
    lanes = among(model.unpacked(total * members + together))
    most = max(lanes)
    scale = model.scale / parts
    best = (most - MIDDLE) * scale
    least = most - int(_NEGLIGIBLE / scale) - 2
    floor = best - _NEGLIGIBLE
    logits = [logit for lane in lanes if lane > least and (logit := (lane - MIDDLE) * scale) > floor]
    return lanes.index(most), sum([exp(logit - best) for logit in logits])


def _kept(
    view: View, model: MarkupModel, totals: Sequence[int], shares: Sequence[float]
) -> tuple[list[bool], dict[int, Stray]]:
    """Which blocks are article text, and which only read like it.

    If none is probable, blocks as long as paragraphs are taken, else the longest block.
    """
    kept = [
        share >= STORY_FROM
        and not (view.paths[number].caption and view.sights[number].size <= _LONGEST_CAPTION)
        and not (share < SURE and view.sights[number].title_share >= _REPEATED)
        and (share >= SURE or not _is_other(model.lanes(totals[number]), view.sights[number].size <= _FEW))
        for number, share in enumerate(shares)
    ]
    strays = strays_among(view, kept, shares)
    kept = [keep and number not in strays for number, keep in enumerate(kept)]
    if any(keep and sight.prose for keep, sight in zip(kept, view.sights, strict=True)):
        return kept, strays
    long = [sight.size >= _LEAST_STORY and sight.linked < 0.5 for sight in view.sights]
    if any(long):
        return [keep or one for keep, one in zip(kept, long, strict=True)], strays
    if any(kept) or not shares:
        return kept, strays
    weights = [share * sight.size for share, sight in zip(shares, view.sights, strict=True)]
    longest = max(range(len(shares)), key=weights.__getitem__)
    return [number == longest for number in range(len(shares))], strays


def _opening(
    view: View, model: MarkupModel, totals: Sequence[int], shares: Sequence[float], headline: int | None,
    kept: Sequence[bool],
) -> set[int]:  # fmt: skip
    """The block that opens the story between headline and first paragraph, if it is likely enough; at most one."""
    if headline is None:
        return set()
    first = next((number for number in range(len(kept)) if kept[number]), 0)
    for number in range(headline + 1, min(len(kept), first + _OPENING_INTO)):
        sight = view.sights[number]
        if kept[number]:
            if sight.prose:
                break
            continue
        near = number <= headline + _UNDER
        least = _OPENING_NEAR if near else _OPENING_FROM
        if shares[number] < least or sight.size < _LEAST_OPENING or sight.linked > _LINKED:
            continue
        if view.paths[number].caption or sight.title_share > _ECHO or not (sight.prose or near):
            continue
        row = model.lanes(totals[number])
        second = number == headline + 1 and shares[number] >= _SECOND_FROM
        if view.blocks[number].tag in ("h1", "h2") and row[_DECK_LANE] < 0 and not second:
            continue
        if max(row[lane] for lane in _APART_LANES) < max(0.0, row[_DECK_LANE]):
            return {number}
    return set()


def _is_other(lanes: Sequence[float], short: bool) -> bool:
    """Whether another kind that occurs among paragraphs is probable by itself, and far more so than article text."""
    story = max(lanes[number] for number in _STORY_LANES)
    likeliest = max(lanes[number] for number in (_SHORT_LANES if short else _APART_LANES))
    return likeliest > max(0.0, story + _FAR)


def _headline(view: View, model: MarkupModel, totals: Sequence[int], lane: int, first: int) -> int | None:
    """The headline's block: one that repeats the page's title close to the story, else the likeliest, or `None`."""
    reach = min(len(totals), first + _HEADLINE_INTO)
    candidates = [number for number in range(reach) if view.sights[number].title]
    titled = bool(candidates)
    if not titled:
        candidates = [number for number in range(reach) if view.sights[number].size <= _LONGEST_HEADLINE]
    logits: dict[int, float] = {}
    for number in candidates:
        row = model.unpacked(totals[number])
        logits[number] = (row[lane] - max(row[1:])) * model.scale
    if titled:
        return max(candidates, key=lambda number: (view.blocks[number].tag == "h1", logits[number], number))
    best = max(candidates, key=logits.__getitem__, default=None)
    if best is None:
        return None
    least = _HEADING_FROM if view.blocks[best].tag in HEADINGS else _TEXT_FROM
    return best if logits[best] >= least else None


def _may_be_deck(view: View, number: int, shares: Sequence[float]) -> bool:
    """Whether a block can be the deck: no paragraph of the story precedes it."""
    return number <= view.core[0] + 3 and not any(
        shares[other] >= STORY_FROM and view.sights[other].prose for other in range(max(0, number - 3), number)
    )


def _groups(places: Sequence[tuple[str, str]], totals: Sequence[int]) -> dict[tuple[str, str], tuple[int, int]]:
    """Number of blocks and sum of their features by container and tag: entries of a menu have all in common."""
    groups: dict[tuple[str, str], tuple[int, int]] = {}
    for place, total in zip(places, totals, strict=True):
        members, together = groups.get(place, (0, 0))
        groups[place] = members + 1, together + total
    return groups


def _portion(row: Sequence[float], position: int) -> float:
    top = max(row)
    shares = [exp(value - top) for value in row]
    return shares[position] / sum(shares)
