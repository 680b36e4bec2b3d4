"""What the elements around a block say of it: their tags, and the words of their classes, ids and roles."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

__all__ = ["AREAS", "Path", "path_of"]

AREAS: Final = (
    "article", "main", "aside", "nav", "header", "footer", "figure", "figcaption", "ul", "ol", "li", "table", "form",
    "blockquote", "section", "button", "dl", "address",
)  # fmt: skip
"""Elements that say what is in them wherever they stand on the path."""

_PART: Final = re.compile(r"([#.@]?)([^#.@]+)")
_WORD: Final = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
_MOST_WORDS: Final = 6
_CAPTIONS: Final = frozenset(("caption", "captions", "figcaption"))
_NEAR: Final = 2
"""Elements out from the block's own whose names count as near."""


class Path(NamedTuple):
    """An element path: its tags from the outside in, what it says as features, the paths around it.

    `caption` says that an element or a name close by makes it a picture's. `parent` and `grand` are the paths of the
    element around the block's own and of the one around that; a link that is all of a block counts as none.
    """

    tags: tuple[str, ...]
    inside: frozenset[str]
    features: tuple[str, ...]
    parent: str
    grand: str
    depth: int
    caption: bool


@lru_cache(maxsize=8192)
def path_of(path: str) -> Path:
    """What a path such as `body/div#main.story/p` says."""
    labels = path.split("/")
    nearest: dict[str, str] = {}
    near: list[str] = []
    tags = []
    step = "c0:"
    for away, label in enumerate(reversed(labels)):
        tag, words = _label_words(label)
        tags.append(tag)
        if away <= _NEAR:
            step = "c1:" if away else "c0:"
            near += words
        else:
            step = "c2:"
        for word in words:
            if word not in nearest:
                nearest[word] = step + word
    features = [*nearest.values(), *["c:" + word for word in dict.fromkeys(near)]]
    tags.reverse()
    features += (f"t:{'/'.join(tags[-2:])}", f"t3:{'/'.join(tags[-3:])}")
    inside = frozenset(tags)
    features += ["in:" + area for area in AREAS if area in inside]
    outer = path[:-2] if path.endswith("/a") else path
    parent = outer.rpartition("/")[0]
    caption = "figcaption" in inside or not _CAPTIONS.isdisjoint(near)
    return Path(tuple(tags), inside, tuple(features), parent, parent.rpartition("/")[0], parent.count("/"), caption)


@lru_cache(maxsize=16384)
def _label_words(label: str) -> tuple[str, tuple[str, ...]]:
    """Tag and words of `div#main.story-body@articleBody`: `story`, `body`, `story-body`, `@articlebody` and so on."""
    tag = label
    found: dict[str, None] = {}
    for mark, name in _PART.findall(label):
        if not mark:
            tag = name
        elif mark == "@":
            found[f"@{name.lower()}"] = None
        else:
            words = [word.lower() for word in _WORD.findall(name)]
            found.update(dict.fromkeys(word for word in words[:_MOST_WORDS] if len(word) > 1))
            if 1 < len(words) <= 3:
                found["-".join(words)] = None
    return tag, tuple(found)
