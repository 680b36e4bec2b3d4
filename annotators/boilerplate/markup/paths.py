"""The features of the elements around a block: their tags, and the words of their classes, ids and roles."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

__all__ = ["AREAS", "CLOSE", "FAR", "NEAR", "OWN", "Path", "label_of", "names_in", "path_of"]

AREAS: Final = (
    "article", "main", "aside", "nav", "header", "footer", "figure", "figcaption", "ul", "ol", "li", "table", "form",
    "blockquote", "section", "button", "dl", "address",
)  # fmt: skip
"""Elements that are features wherever they are on the path."""

_WORD: Final = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
_SPACED: Final = bytes(code if chr(code).isalpha() else ord(" ") for code in range(128)) + bytes(128)
"""A translation table: letters stay, all other ASCII becomes a space."""
_MOST_WORDS: Final = 6
_CAPTIONS: Final = frozenset(("caption", "captions", "figcaption"))
_CLOSE: Final = 3
"""The number of innermost elements that count as near, with the block's own."""
OWN, NEAR, FAR, CLOSE = "c0:", "c1:", "c2:", "c:"
"""Prefixes of word features, by how far out the element is; `CLOSE` stands for the first two."""

Words = tuple[str, ...]


class Label(NamedTuple):
    """An element of a path: its tag, the words of its names, and whether one of them means a caption."""

    tag: str
    words: Words
    caption: bool


class Shape(NamedTuple):
    """The tags of a path: as features, and as a set."""

    features: tuple[str, ...]
    inside: frozenset[str]


class _Path(NamedTuple):
    names: tuple[str, ...]
    outer: str
    shape: Shape
    parent: str
    grand: str
    depth: int
    caption: bool


class Path(_Path):
    """An element path: its names, its tags, the paths around it.

    `names` are the labels of the innermost three elements, from the outside in, and `outer` is the path of the others.
    `caption`: an element, or a name close by, means a caption. `parent` and `grand` are the paths of the element around
    the block's own and of the one around that; a link that spans the block is skipped. A path is equal only to itself.
    """

    __slots__ = ()
    __hash__ = object.__hash__
    __eq__ = object.__eq__

    @property
    def own(self) -> Words:
        """The words of the innermost element's names."""
        return label_of(self.names[-1]).words

    @property
    def near(self) -> Words:
        """The words of the next two elements that the own element does not have, the innermost first."""
        words = [word for name in self.names[-2::-1] for word in label_of(name).words]
        return tuple(dict.fromkeys(word for word in words if word not in self.own))

    @property
    def far(self) -> Words:
        """The words of the outer elements that none of the inner ones has."""
        close = {*self.own, *self.near}
        words = [word for name in names_in(self.outer) for word in label_of(name).words]
        return tuple(dict.fromkeys([word for word in words if word not in close]))

    @property
    def features(self) -> list[str]:
        """All its features, by name."""
        own, near = self.own, self.near
        named = ((OWN, own), (NEAR, near), (FAR, self.far), (CLOSE, own + near))
        return [step + word for step, words in named for word in words] + list(self.shape.features)


@lru_cache(maxsize=1024)
def path_of(path: str) -> Path:
    """The parsed form of a path such as `body/div#main.story/p`."""
    names = path.rsplit("/", _CLOSE)
    outer = names.pop(0) if len(names) > _CLOSE else ""
    tags, _, captions = zip(*map(label_of, names), strict=True)
    shape = _shape(tags, tags_in(outer))
    outer_path = path[:-2] if path.endswith("/a") else path
    parent = outer_path.rpartition("/")[0]
    caption = "figcaption" in shape.inside or True in captions
    return Path(tuple(names), outer, shape, parent, parent.rpartition("/")[0], parent.count("/"), caption)


def names_in(path: str) -> Sequence[str]:
    """The elements of a path; none for an empty one."""
    return path.split("/") if path else ()


@lru_cache(maxsize=512)
def tags_in(path: str) -> frozenset[str]:
    """The tags of a path's elements."""
    return frozenset([label_of(name).tag for name in names_in(path)])


@lru_cache(maxsize=1024)
def _shape(tags: tuple[str, ...], outer: frozenset[str]) -> Shape:
    """The shape of the innermost tags, from the outside in, and the tags of the outer elements."""
    inside = outer.union(tags)
    areas = ["in:" + area for area in AREAS if area in inside]
    return Shape(("t:" + "/".join(tags[-2:]), "t3:" + "/".join(tags), *areas), inside)


@lru_cache(maxsize=2048)
def label_of(label: str) -> Label:
    """Tag and words of `div#main.story-body@articleBody`: `story`, `body`, `story-body`, `@articlebody` and so on."""
    if label.isalnum():
        return Label(label, (), False)
    tag, *names = label.replace("#", ".").replace("@", ".@").split(".")
    found: list[str] = []
    for name in names:
        found += ("@" + name[1:].lower(),) if name[:1] == "@" else _words(name)
    words = tuple(dict.fromkeys(found))
    return Label(tag, words, not _CAPTIONS.isdisjoint(words))


@lru_cache(maxsize=4096)
def _words(name: str) -> Words:
    if name.isascii() and name.islower():  # lower case only: no capital begins a word inside another
        words = name.encode().translate(_SPACED).decode().split()
    else:
        words = [word.lower() for word in _WORD.findall(name)]
    found = [word for word in words[:_MOST_WORDS] if len(word) > 1]
    if 1 < len(words) <= 3:
        found.append("-".join(words))
    return tuple(found)
