"""Explains the labels of a page's blocks in words: the weightiest of the features that have a wording."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import Final

from annotators.article import Article
from annotators.boilerplate.language.lexicon import FAMILIES_SAID
from annotators.boilerplate.markup.features import Keys, Own, keys_of, own_of, side_of
from annotators.boilerplate.markup.kinds import STORY, Choice
from annotators.boilerplate.markup.model import MarkupModel
from annotators.boilerplate.markup.paths import NEAR, OWN, Path
from annotators.boilerplate.markup.view import View, view_of

__all__ = ["Explainer"]

_MOST: Final = 3
_NAMED_SAID: Final = "in a part of the page named “{}”"
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
    "p": "set as a paragraph", "li": "set as a list item", "h1": "set as a main heading",
    "h2": "set as a heading", "h3": "set as a heading", "h4": "set as a heading", "h5": "set as a heading",
    "h6": "set as a heading", "blockquote": "set as a quotation", "figcaption": "the caption of a figure",
    "button": "a button", "td": "a cell of a table", "tr": "a row of a table",
}  # fmt: skip
_PLACES_SAID: Final = {
    "before": "stands before the running text", "in": "stands within the running text",
    "after": "stands after the running text",
}  # fmt: skip


_UNDER_PICTURES: Final = frozenset(f"pic{out}c{beside}" for out in range(1, 6) for beside in (0, 1))


class Explainer:
    """Gives reasons for the blocks of one page.

    The view and features are computed again when they are needed: kept with each article, they would be thousands of
    rarely used objects that the garbage collector examines again and again.
    """

    def __init__(self, article: Article, model: MarkupModel, choices: Sequence[Choice]) -> None:
        self._article = article
        self._choices = choices
        self._model = model
        self._lanes = {kind: lane for lane, kind in enumerate(model.kinds, start=1)}
        self._paths: dict[tuple[Path, str, str], list[tuple[float, str]]] = {}

    @cached_property
    def _view(self) -> View:
        return view_of(self._article)

    @cached_property
    def _keys(self) -> Keys:
        return keys_of(self._view)

    def reasons(self, number: int) -> tuple[str, ...]:
        """Up to three reasons for the choice of a block, the weightiest first."""
        choice, own = self._choices[number], own_of(self._keys, number)
        gains = self._gains(choice)
        path = self._view.paths[number]
        outer = self._paths.get(key := (path, choice.kind, choice.rival))
        if outer is None:
            outer = self._paths[key] = sorted(self._of_path(path, gains), reverse=True)
        found = sorted(outer + _weighed(_said_of_block(self._view, number, own), gains), reverse=True)
        said = dict.fromkeys(([choice.reason] if choice.reason else []) + [words for _, words in found])
        if len(said) < _MOST:
            said |= dict.fromkeys(self._builders_names(path, gains))
            said[_size_said(self._view.sights[number].size)] = None
        return tuple(said)[:_MOST]

    def _of_path(self, path: Path, gains: Mapping[str, float]) -> list[tuple[float, str]]:
        """The reasons from the elements around a block, with their gains; of names only the weightiest."""
        telling = next((one for one in self._named(path, gains) if one[1].isalpha()), None)
        areas = [(area, _AREAS_SAID[area[3:]]) for area in path.shape.features[2:] if area[3:] in _AREAS_SAID]
        said = _weighed(areas, gains)
        return said if telling is None else [*said, (telling[0], _NAMED_SAID.format(telling[1]))]

    def _builders_names(self, path: Path, gains: Mapping[str, float]) -> Iterator[str]:
        """Names that are not words, such as `wp-block-list`: they mean little to a reader."""
        return (_NAMED_SAID.format(name) for _, name in self._named(path, gains) if not name.isalpha())

    def _named(self, path: Path, gains: Mapping[str, float]) -> list[tuple[float, str]]:
        """The names of the elements around a block with a positive gain, the weightiest first."""
        knows = self._model.knows
        named = [(gains[OWN + word], word.lstrip("@")) for word in path.own if knows(word)]
        named += [(gains[NEAR + word], word.lstrip("@")) for word in path.near if knows(word)]
        return sorted((one for one in named if one[0] > 0), reverse=True)

    def _gains(self, choice: Choice) -> Mapping[str, float]:
        """The gains of features for a choice: for the story by its own lane, for another kind against its rival."""
        if choice.kind in STORY:
            return self._model.gains(0, -1)
        return self._model.gains(self._lanes[choice.kind], self._lanes[choice.rival])


def _weighed(said: Sequence[tuple[str, str]], gains: Mapping[str, float]) -> list[tuple[float, str]]:
    """The wordings whose features have a positive gain, with this gain."""
    return [(gain, words) for feature, words in said if (gain := gains[feature]) > 0]


def _said_of_block(view: View, number: int, own: Own) -> list[tuple[str, str]]:
    """The features of the block itself that have a wording, with it; found by their position in the bundles."""
    sight = view.sights[number]
    shape, stand, look = own.shape, own.stand, own.look
    if sight.linked > 0.95 and sight.links == 1:
        length = "all of it is a link"
    else:
        length = _links_said(sight.links, sight.size) if sight.links else _size_said(sight.size)
    said = [(shape[3], length)]
    tag = view.blocks[number].tag
    if tag in _TAGS_SAID:
        said.append((shape[5], _TAGS_SAID[tag]))
    said.append((look[0], "ends like a sentence" if sight.stop else "ends no sentence"))
    side = side_of(view, number)[0]
    if side in _PLACES_SAID:
        said.append((stand[0], _PLACES_SAID[side]))
    if sight.told:
        said.append((look[2], "the page describes its article with the same words"))
    if sight.title:
        said.append((look[6], "repeats the page's title"))
    elif sight.title_share > 0.25:
        said.append((look[6], "shares words with the page's title"))
    if view.same[sight.key] > 1:
        said.append((look[3], "occurs more than once on the page"))
    if own.place[0][1] >= "3":
        said.append((own.place[0], "beside most of the running text"))
    said += [(feature, "stands alone under a picture") for feature in own.around if feature in _UNDER_PICTURES]
    said += [(f"has:{family}", FAMILIES_SAID[family]) for family in sight.families]
    return said


def _counted(count: int, what: str) -> str:
    number = _NUMBERS[count] if count < len(_NUMBERS) else str(count)
    return f"{number} {what}{'' if count == 1 else 's'}"


@lru_cache(maxsize=1024)
def _links_said(links: int, size: int) -> str:
    return f"{_counted(links, 'link')} in {_counted(size, 'word')}"


@lru_cache(maxsize=256)
def _size_said(size: int) -> str:
    return f"runs to {size} words" if size > 30 else f"has {_counted(size, 'word')}"
