"""What stands above the ingredients of a recipe: its name, the writer, times and servings.

Each line is as short as one of a menu, and the name of a dish has the words of no headline.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from annotators.annotation import BlockLabel
from annotators.boilerplate.language.line_wording import announces, ends_sentence, has_boilerplate_words
from annotators.boilerplate.relabelling import relabelled
from annotators.boilerplate.rules.recipes import INGREDIENTS

__all__ = ["with_recipe_heads"]

_SURE: Final = 0.8
_ABOVE: Final = 16
"""Lines above the ingredients among which the head of the recipe is."""
_LONGEST: Final = 60
"""Characters of the longest line of times or servings."""
_TITLE: Final = range(2, 13)
"""Words of the name of a dish."""
_SENTENCE: Final = 5
_SPAN: Final = (
    r"(?:(?:less|more) than )?\d+(?:[–-]\d+)? ?(?:min(?:ute)?s?|h(?:ou)?rs?|h|m)\b(?:,? (?:to|and)? ?\d+.{0,20})?"
)
_TIMES: Final = re.compile(
    r"(?:prep(?:aration)?|cook(?:ing)?|total|ready|baking|resting|chilling)(?: time)?(?: in)?(?:\s?:?\s"
    rf"{_SPAN}|\s?:)?|(?:serves|makes|servings|yields?)(?:\s?:?\s\d.{{0,30}}|\s?:)?|{_SPAN}|difficulty(?:\s?:.{{1,20}})?",
    re.I,
)
"""`Prep 10 min`, `Serves 4`, and the same in two lines."""
_WRITER: Final = re.compile(r"(?:(?i:recipe )?[Bb]y|BY) [^\W\d_a-z][\w.’'-]+(?: [^\W\d_a-z][\w.’'-]+){1,2}")
_APART: Final = frozenset(("ad", "caption", "comments", "consent", "credit", "share"))


def with_recipe_heads(text: str, labels: Sequence[BlockLabel]) -> tuple[BlockLabel, ...]:
    """Returns the labels, with the head of the first recipe whose ingredients are kept relabelled.

    Its name is the line above the times and the writer, and becomes the headline if none is above it.
    """
    first = next((number for number, label in enumerate(labels) if _is_list(text, label)), 0)
    said = [text[label.start : label.end] for label in labels[:first]]
    near = range(max(0, first - _ABOVE), first)
    head = next((number for number in near if _is_of_head(said[number])), None)
    if head is None or not head or not any(_TIMES.fullmatch(said[number]) for number in near):
        return tuple(labels)
    settled = list(labels)
    for number in range(head, first):
        if labels[number].boilerplate and (kind := _kind(said[number], labels[number])):
            settled[number] = relabelled(labels[number], kind, _SURE, "stands above the ingredients of a recipe")
    if _is_title(said[head - 1]) and all(label.kind != "headline" for label in labels[:head]):
        for number, label in enumerate(settled):
            if label.kind == "headline":
                kind = "body" if ends_sentence(text[label.start : label.end]) else "subhead"
                settled[number] = relabelled(label, kind, _SURE, "stands below the name of a recipe")
        settled[head - 1] = relabelled(labels[head - 1], "headline", _SURE, "names a recipe, above its times")
    return tuple(settled)


def _is_list(text: str, label: BlockLabel) -> bool:
    return not label.boilerplate and INGREDIENTS.fullmatch(text, label.start, label.end) is not None


def _is_of_head(said: str) -> bool:
    return len(said) <= _LONGEST and (_TIMES.fullmatch(said) is not None or _WRITER.fullmatch(said) is not None)


def _kind(said: str, label: BlockLabel) -> str:
    """The kind of a line below the name of a recipe that was predicted as boilerplate; empty if it may be that."""
    if len(said) <= _LONGEST and _WRITER.fullmatch(said):
        return "byline"
    if len(said) <= _LONGEST and _TIMES.fullmatch(said):
        return "body"
    told = said.count(" ") + 1 >= _SENTENCE and ends_sentence(said) and not has_boilerplate_words(said)
    return "body" if told and label.kind not in _APART else ""


def _is_title(said: str) -> bool:
    fits = said.count(" ") + 1 in _TITLE and not ends_sentence(said)
    return fits and not (has_boilerplate_words(said) or announces(said))
