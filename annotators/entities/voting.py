"""What the rest of an article says about a name: its type by vote, and where else it stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from annotators.annotation import Mark, Mention, Span
from annotators.entities.context import read_context
from annotators.entities.joining import join_parts
from annotators.entities.name_edges import tidy_names
from annotators.entities.name_keys import key_of, person_words
from annotators.entities.name_patterns import find_patterned_names, find_titles
from annotators.entities.repeats import missed_repeats
from annotators.entities.typing_by_head import retype

__all__ = ["settle_names"]

UNSURE = 0.75
"""Below this score a mention takes the label that the article's other mentions of the name have."""

_MAJORITY = 2.0
"""How many times the weight of its own label the other label must have."""

_SURNAME = "surname"
_VOTED = ("by the other mentions of this name",)


def settle_names(
    text: str, names: Sequence[Mention], passages: Sequence[Span], marks: Iterable[Mark] = ()
) -> list[Mention]:
    """The names with types settled over the whole article, in order, none overlapping.

    `names` are a model's, in order. Added are names that show by their form, titles between
    `marks`, and repeats that the model missed.
    """
    sure = [*find_titles(text, marks, passages), *tidy_names(text, find_patterned_names(text, passages))]
    typed = [retype(text, name) for name in read_context(text, join_parts(text, _without(names, sure)))]
    typed = sorted([*typed, *sure], key=lambda one: (one.start, -one.end))
    votes = _votes(text, typed)
    settled = [_vote(text, name, votes) for name in typed]
    settled += missed_repeats(text, settled, passages)
    return sorted(settled, key=lambda one: (one.start, -one.end))


def _without(names: Iterable[Mention], others: Sequence[Mention]) -> list[Mention]:
    """The names that do not touch any of the others."""
    taken = {place for other in others for place in range(other.start, other.end)}
    return [name for name in names if taken.isdisjoint(range(name.start, name.end))]


def _votes(text: str, names: Sequence[Mention]) -> Mapping[str, Mapping[str, float]]:
    """The weight of each label for each name; what a surname weighs is under `_SURNAME`."""
    votes: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for name in names:
        form = text[name.start : name.end]
        weight = name.score or 0.5
        votes[key_of(form)][name.label] += weight
        words = person_words(form)
        if name.label == "PERSON" and len(words) > 1:
            votes[words[-1]][_SURNAME] += weight
    return votes


def _vote(text: str, name: Mention, votes: Mapping[str, Mapping[str, float]]) -> Mention:
    if (name.score or 0.0) >= UNSURE:
        return name
    weights = dict(votes[key_of(text[name.start : name.end])])
    surname = weights.pop(_SURNAME, 0.0)
    if name.label != "GPE":  # a place that a person is named after is a place still
        weights["PERSON"] = weights.get("PERSON", 0.0) + surname
    label, weight = max(weights.items(), key=lambda item: item[1])
    own = weights[name.label] if label != name.label else weight
    if label == name.label or weight < _MAJORITY * own:
        return name
    return replace(name, label=label, reasons=_VOTED)
