"""Why a block of a page was labelled so, in words: what weighed most among what can be said."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from annotators.boilerplate.lexicon import FAMILIES_SAID
from annotators.boilerplate.markup.kinds import STORY, Choice
from annotators.boilerplate.markup.model import MarkupModel
from annotators.boilerplate.markup.view import Sight, View

__all__ = ["Explainer"]

_MOST: Final = 3
_LEAST_GAIN: Final = 0.05
_NAMED: Final = ("c0:", "c1:")
_NUMBERS: Final = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)
_AREAS_SAID: Final = {
    "article": "inside the page's article", "main": "inside the page's main part", "aside": "beside the article",
    "nav": "inside a navigation list", "header": "inside a header", "footer": "inside a footer",
    "figure": "inside a figure", "figcaption": "the caption of a figure", "ul": "inside a list", "ol": "inside a list",
    "table": "inside a table", "form": "inside a form", "blockquote": "inside a quotation", "button": "a button",
    "address": "an address",
}  # fmt: skip
_TAGS_SAID: Final = {
    "p": "set as a paragraph", "li": "set as a list item", "h1": "set as the page's first heading",
    "h2": "set as a heading", "h3": "set as a heading", "h4": "set as a heading", "h5": "set as a heading",
    "h6": "set as a heading", "blockquote": "set as a quotation", "figcaption": "the caption of a figure",
    "button": "a button", "td": "a cell of a table", "tr": "a row of a table",
}  # fmt: skip
_PLACES_SAID: Final = {
    "before": "stands before the running text", "in": "stands within the running text",
    "after": "stands after the running text",
}  # fmt: skip


class Explainer:
    """Says why, for the blocks of one page."""

    def __init__(self, view: View, model: MarkupModel) -> None:
        self._view = view
        self._model = model
        self._lanes = {kind: lane for lane, kind in enumerate(model.kinds, start=1)}
        self._paths: dict[tuple[str, str, str], list[tuple[float, str]]] = {}

    def reasons(self, number: int, choice: Choice, features: Sequence[str]) -> tuple[str, ...]:
        """Up to three reasons for a choice, the weightiest first."""
        view = self._view
        sight, block = view.sights[number], view.blocks[number]
        key = (block.path, choice.kind, choice.rival)
        outer = self._paths.get(key)
        if outer is None:
            outer = self._paths[key] = self._weighed(_said_of_path(view.paths[number].features), choice)[:_MOST]
        found = sorted([*outer, *self._weighed(_said_of_block(view, number, features), choice)], reverse=True)
        said = dict.fromkeys(([choice.reason] if choice.reason else []) + [words for _, words in found])
        return tuple(said)[:_MOST] or (_size_said(sight),)

    def _weighed(self, said: Sequence[tuple[str, str]], choice: Choice) -> list[tuple[float, str]]:
        """What can be said, with how much its feature speaks for the kind.

        The story's side is weighed by its own lane, another kind against its rival.
        """
        weights = self._model.weights
        story = choice.kind in STORY
        lane, rival = (0, -1) if story else (self._lanes[choice.kind], self._lanes[choice.rival])
        found = []
        known = self._model.table
        for feature, words in said:
            if feature in known:
                own = weights(feature)
                gain = own.get(lane, 0.0) - own.get(rival, 0.0)
                if gain > _LEAST_GAIN:
                    found.append((gain, words))
        found.sort(reverse=True)
        return found


def _said_of_block(view: View, number: int, features: Sequence[str]) -> list[tuple[str, str]]:
    """Features of the block itself that can be said, with their words; by their places in `own_features`."""
    sight = view.sights[number]
    said = [(features[3], _links_said(sight) if sight.links else _size_said(sight))]
    tag = view.blocks[number].tag
    if tag in _TAGS_SAID:
        said.append((features[5], _TAGS_SAID[tag]))
    said.append((features[9], "ends like a sentence" if sight.stop else "ends no sentence"))
    side = features[7].partition(":")[0]
    if side in _PLACES_SAID:
        said.append((features[6], _PLACES_SAID[side]))
    if sight.told:
        said.append((features[11], "the page describes its article with the same words"))
    if sight.title:
        said.append((features[18], "repeats the page's title"))
    elif sight.title_share > 0.25:
        said.append((features[18], "shares words with the page's title"))
    if view.same[sight.key] > 1:
        said.append((features[12], "occurs more than once on the page"))
    if features[13][1] >= "3":
        said.append((features[13], "beside most of the running text"))
    said += [(f"has:{family}", FAMILIES_SAID[family]) for family in sight.families]
    return said


@lru_cache(maxsize=4096)
def _said_of_path(features: tuple[str, ...]) -> list[tuple[str, str]]:
    """What the elements around a block say, with the words for it."""
    said = []
    for feature in features:
        if feature.startswith(_NAMED):
            said.append((feature, f"in a part of the page named “{feature[3:].lstrip('@')}”"))
        elif feature.startswith("in:") and feature[3:] in _AREAS_SAID:
            said.append((feature, _AREAS_SAID[feature[3:]]))
    return said


def _counted(count: int, what: str) -> str:
    number = _NUMBERS[count] if count < len(_NUMBERS) else str(count)
    return f"{number} {what}{'' if count == 1 else 's'}"


def _links_said(sight: Sight) -> str:
    if sight.linked > 0.95 and sight.links == 1:
        return "all of it is a link"
    return f"{_counted(sight.links, 'link')} in {_counted(sight.size, 'word')}"


def _size_said(sight: Sight) -> str:
    if sight.size > 30:
        return f"runs to {sight.size} words"
    return f"has {_counted(sight.size, 'word')}"
