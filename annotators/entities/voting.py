"""Uses the whole article to decide on names: labels by vote, and repeats elsewhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from annotators.annotation import Mark, Mention, Span
from annotators.entities.forms.edges import NAME_LABELS, tidy_names
from annotators.entities.forms.keys import key_of, person_words
from annotators.entities.forms.patterns import find_patterned_names, find_titles
from annotators.entities.linking.short_heads import find_short_heads
from annotators.entities.names.apart import without_common_words, without_joints
from annotators.entities.names.full_names import complete_people
from annotators.entities.names.joining import join_parts
from annotators.entities.names.repeats import missed_repeats
from annotators.entities.types.by_head import label_by_head, label_of_first, retype
from annotators.entities.types.context import read_context, read_places
from annotators.entities.types.senses import tell_bearers_apart
from annotators.entities.types.surnames import named_like_places

__all__ = ["settle_names"]

UNSURE = 0.75
"""Below this score a mention takes the label of the article's other mentions of the name."""

_MAJORITY = 2.0
"""How many times the weight of its own label another label must have."""

_LEAST = {"ORG": 0.5, "GPE": 0.45}
_LEAST_OF_OTHERS = 0.0
"""Scores below which more than half of a label's names are wrong, on held-out news and web text."""

_TAKEN_FOR = frozenset(("FAC", "GPE", "LOC", "ORG", "PRODUCT"))
"""Labels that a model gives people whose names it does not know."""
_MOST_WORDS = 3
_SURNAME = "surname"
_SURE = 0.9
"""Above this score a name of several words keeps its label, even if a person's name contains these words."""
_MISTAKEN = frozenset(("FAC", "LOC", "PRODUCT"))
"""Labels of a surname that are wrong at any score if the article has the person's full name."""
_VOTED = ("by the other mentions of this name",)


def settle_names(
    text: str, names: Sequence[Mention], passages: Sequence[Span], marks: Iterable[Mark] = ()
) -> list[Mention]:
    """The names with labels settled over the whole article, in order, without overlaps.

    `names` are a model's, in order. Names recognised by form, titles in `marks`, and repeats that the model missed are
    added.
    """
    sure = [*find_titles(text, marks, passages), *tidy_names(text, find_patterned_names(text, passages))]
    sure = _without(sure, [name for name in names if name.label not in NAME_LABELS])  # a model with labels of its own
    whole = complete_people(text, without_joints(text, join_parts(text, _without(names, sure))))
    typed = named_like_places(text, [retype(text, name) for name in read_context(text, whole)])
    typed = sorted([*without_common_words(text, typed), *sure], key=_in_text_order)
    votes = _votes(text, typed)
    settled = [_vote(text, name, votes) for name in typed]
    settled = [name for name in settled if _is_sure_enough(text, name)]
    settled += missed_repeats(text, settled, passages)
    settled.sort(key=_in_text_order)
    settled += find_short_heads(text, settled, passages)
    return tell_bearers_apart(text, sorted(settled, key=_in_text_order))


def _in_text_order(name: Mention) -> tuple[int, int]:
    return name.start, -name.end


def _is_sure_enough(text: str, name: Mention) -> bool:
    """Whether a name is more likely right than wrong; true without a score, or if its words imply its label."""
    if name.score is None or label_by_head(text[name.start : name.end]) == name.label:
        return True
    return name.score >= _LEAST.get(name.label, _LEAST_OF_OTHERS)


def _without(names: Iterable[Mention], others: Sequence[Mention]) -> list[Mention]:
    """The names that overlap none of the others."""
    taken = {place for other in others for place in range(other.start, other.end)}
    return [name for name in names if taken.isdisjoint(range(name.start, name.end))]


def _votes(text: str, names: Sequence[Mention]) -> Mapping[str, Mapping[str, float]]:
    """By key of a name, the weight of each label; under `_SURNAME` the weight of people with that surname."""
    votes: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for name in names:
        form = text[name.start : name.end]
        weight = name.score or 0.5
        votes[key_of(form)][name.label] += weight
        words = person_words(form)
        if name.label == "PERSON" and len(words) > 1:
            votes[words[-1]][_SURNAME] += _MAJORITY * weight
            if len(words) > _MOST_WORDS - 1:
                votes[" ".join(words[-2:])][_SURNAME] += _MAJORITY * weight
        if name.label == "EVENT" and len(words) == 2:  # a storm goes by its second word
            votes[words[-1]]["EVENT"] += weight * (label_of_first(words[0]) == "EVENT") * _MAJORITY
    return votes


def _is_named_by_surname(text: str, name: Mention, votes: Mapping[str, Mapping[str, float]]) -> bool:
    """Whether the last word of a name is elsewhere a person without another full name: Chase Miller, Miller."""
    form = text[name.start : name.end]
    words = person_words(form)
    if name.label not in _TAKEN_FOR or not 2 <= len(words) <= _MOST_WORDS or label_by_head(form) is not None:
        return False
    if not all(word[0].isalpha() for word in words):  # Marks & Spencer
        return False
    alone = votes.get(words[-1], {})
    return alone.get("PERSON", 0.0) >= UNSURE and alone.get("PERSON", 0.0) == sum(alone.values())


def _is_surname_of_someone(text: str, name: Mention, votes: Mapping[str, Mapping[str, float]]) -> bool:
    form = text[name.start : name.end]
    unsure = (name.score or 0.0) < _SURE
    several = " " in form and unsure and label_by_head(form) is None  # `El Saife` of Mohamed El Saife
    if form in read_places() or name.label not in (_TAKEN_FOR if several else _MISTAKEN):
        return False
    return votes.get(key_of(form), {}).get(_SURNAME, 0.0) > 0


def _vote(text: str, name: Mention, votes: Mapping[str, Mapping[str, float]]) -> Mention:
    if _is_named_by_surname(text, name, votes) or _is_surname_of_someone(text, name, votes):
        return replace(name, label="PERSON", reasons=_VOTED)
    several_words = " " in text[name.start : name.end]  # such a name hardly ever means two things in one article
    if (name.score or 0.0) >= UNSURE and not several_words:
        return name
    weights = dict(votes[key_of(text[name.start : name.end])])
    surname = weights.pop(_SURNAME, 0.0)
    if text[name.start : name.end] not in read_places():  # a place that a person is named after is a place still
        weights["PERSON"] = weights.get("PERSON", 0.0) + surname
    label, weight = max(weights.items(), key=lambda item: item[1])
    own = weights[name.label] if label != name.label else weight
    if label == name.label or weight < (1.0 if several_words else _MAJORITY) * own:
        return name
    return replace(name, label=label, reasons=_VOTED)
