"""What the elements around a block say of it: their tags, and the words of their classes, ids and roles."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

__all__ = ["AREAS", "CLOSE", "FAR", "NEAR", "OWN", "Path", "path_of"]

AREAS: Final = (
    "article", "main", "aside", "nav", "header", "footer", "figure", "figcaption", "ul", "ol", "li", "table", "form",
    "blockquote", "section", "button", "dl", "address",
)  # fmt: skip
"""Elements that say what is in them wherever they stand on the path."""

_PART: Final = re.compile(r"([#.@]?)([^#.@]+)")
_WORD: Final = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
_MOST_WORDS: Final = 6
_CAPTIONS: Final = frozenset(("caption", "captions", "figcaption"))
_CLOSE: Final = 3
"""Elements that are no farther out than near, the block's own among them."""
OWN, NEAR, FAR, CLOSE = "c0:", "c1:", "c2:", "c:"
"""What features of words begin with, by how far out the element is that has them; `CLOSE` is the first two."""

Words = tuple[str, ...]


class _Path(NamedTuple):
    own: Words
    near: Words
    far: Words
    shape: tuple[str, ...]
    tags: tuple[str, ...]
    inside: frozenset[str]
    parent: str
    grand: str
    depth: int
    caption: bool


class Path(_Path):
    """An element path: its names, its tags from the outside in, the paths around it.

    `own` are the words of the innermost element's names, `near` those of the next two elements that it has not, `far`
    those of the others that none of these has. `shape` says its tags as features. `caption` says that an element or a
    name close by makes it a picture's. `parent` and `grand` are the paths of the element around the block's own and of
    the one around that; a link that is all of a block counts as none. A path is equal to itself alone.
    """

    __slots__ = ()
    __hash__ = object.__hash__
    __eq__ = object.__eq__

    @property
    def features(self) -> list[str]:
        """All that it says, by name."""
        named = ((OWN, self.own), (NEAR, self.near), (FAR, self.far), (CLOSE, self.own + self.near))
        return [step + word for step, words in named for word in words] + list(self.shape)


@lru_cache(maxsize=1024)
def path_of(path: str) -> Path:
    """What a path such as `body/div#main.story/p` says."""
    names = path.rsplit("/", _CLOSE)
    outer, far = _outside(names.pop(0)) if len(names) > _CLOSE else ((), ())
    labels = [_label(name) for name in names]
    tags = outer + tuple([tag for tag, _ in labels])
    inside = frozenset(tags)
    own = labels.pop()[1]
    close = dict.fromkeys(own)
    for _, words in reversed(labels):
        close.update(dict.fromkeys(words))
    near = tuple(close)[len(own) :]
    if far and close and not close.keys().isdisjoint(far):
        far = tuple([word for word in far if word not in close])
    outer_path = path[:-2] if path.endswith("/a") else path
    parent = outer_path.rpartition("/")[0]
    caption = "figcaption" in inside or not _CAPTIONS.isdisjoint(close)
    return Path(
        own, near, far, _shape(tags[-3:], inside), tags, inside,
        parent, parent.rpartition("/")[0], parent.count("/"), caption,
    )  # fmt: skip


@lru_cache(maxsize=512)
def _outside(path: str) -> tuple[tuple[str, ...], Words]:
    """Tags and words of the elements farther out."""
    labels = [_label(name) for name in path.split("/")]
    return tuple([tag for tag, _ in labels]), tuple(dict.fromkeys([word for _, words in labels for word in words]))


@lru_cache(maxsize=1024)
def _shape(tags: tuple[str, ...], inside: frozenset[str]) -> tuple[str, ...]:
    areas = ["in:" + area for area in AREAS if area in inside]
    return ("t:" + "/".join(tags[-2:]), "t3:" + "/".join(tags), *areas)


@lru_cache(maxsize=2048)
def _label(label: str) -> tuple[str, Words]:
    """Tag and words of `div#main.story-body@articleBody`: `story`, `body`, `story-body`, `@articlebody` and so on."""
    if label.isalnum():
        return label, ()
    tag = label
    found: list[str] = []
    for mark, name in _PART.findall(label):
        if mark:
            found += ("@" + name.lower(),) if mark == "@" else _words(name)
        else:
            tag = name
    return tag, tuple(dict.fromkeys(found))


@lru_cache(maxsize=4096)
def _words(name: str) -> Words:
    words = [word.lower() for word in _WORD.findall(name)]
    found = [word for word in words[:_MOST_WORDS] if len(word) > 1]
    if 1 < len(words) <= 3:
        found.append("-".join(words))
    return tuple(found)
