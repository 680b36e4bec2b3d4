"""What the rest of an article says about a name: its type by vote, and where else it stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from annotators.annotation import Mention, Span
from annotators.entities.name_keys import key_of, person_words
from annotators.entities.repeats import missed_repeats
from annotators.entities.typing_by_head import retype

__all__ = ["settle_names"]

UNSURE = 0.75
"""Below this score a mention takes the label that the article's other mentions of the name have."""

_MAJORITY = 2.0
"""How many times the weight of its own label the other label must have."""

_VOTED = ("by the other mentions of this name",)


def settle_names(text: str, names: Sequence[Mention], passages: Sequence[Span]) -> list[Mention]:
    """The names with types settled over the whole article and missed repeats added, in order."""
    typed = [retype(text, name) for name in names]
    votes = _votes(text, typed)
    settled = [_vote(text, name, votes) for name in typed]
    settled += missed_repeats(text, settled, passages)
    return sorted(settled, key=lambda one: (one.start, -one.end))


def _votes(text: str, names: Sequence[Mention]) -> Mapping[str, Mapping[str, float]]:
    """The weight of each label for each name, and of PERSON for each surname."""
    votes: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for name in names:
        form = text[name.start : name.end]
        weight = name.score or 0.5
        votes[key_of(form)][name.label] += weight
        words = person_words(form)
        if name.label == "PERSON" and len(words) > 1:
            votes[words[-1]]["PERSON"] += weight
    return votes


def _vote(text: str, name: Mention, votes: Mapping[str, Mapping[str, float]]) -> Mention:
    if (name.score or 0.0) >= UNSURE:
        return name
    weights = votes[key_of(text[name.start : name.end])]
    label, weight = max(weights.items(), key=lambda item: item[1])
    own = weights[name.label] if label != name.label else weight
    if label == name.label or weight < _MAJORITY * own:
        return name
    return replace(name, label=label, reasons=_VOTED)
