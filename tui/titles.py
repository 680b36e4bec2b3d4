"""What an article is called, on the screen and as a file."""

from __future__ import annotations

import os
from collections.abc import Collection
from typing import TYPE_CHECKING, Final

from annotators.kinds import BOILERPLATE_KINDS
from annotators.rows import column

if TYPE_CHECKING:
    from annotators.annotation import AnnotationSet, BlockLabel
    from annotators.article import Article

__all__ = ["suggested_path", "title_from", "title_of", "with_extension"]

_LONGEST_TITLE: Final = 200
_LONGEST_NAME: Final = 70
"""Characters of a title that go into the name of a file: enough to know it by, short enough to see whole."""


def title_of(article: Article, annotations: AnnotationSet | None = None) -> str:
    """The title, else the headline, else the first block that is the article, else where it is from.

    One line, possibly hostile.
    """
    title = " ".join((article.metadata.title or "").split())
    if not title and article.blocks:
        first = _first(annotations) or article.blocks[0]
        title = title_from(article.text, first.start, first.end)
    return title or os.path.basename(article.source.location) or article.source.location  # noqa: PTH119


def _first(annotations: AnnotationSet | None) -> BlockLabel | None:
    """The headline, else the first block that is the article; `None` where neither is known."""
    if annotations is None or not annotations.blocks:
        return None
    kinds = list(column(annotations.blocks, "kind"))
    if "headline" in kinds:
        return annotations.blocks[kinds.index("headline")]
    return next((annotations.blocks[at] for at, kind in enumerate(kinds) if kind not in BOILERPLATE_KINDS), None)


def title_from(text: str, start: int, end: int) -> str:
    """The words of a headline or a block as a title."""
    return " ".join(text[start : min(end, start + _LONGEST_TITLE)].split())


def suggested_path(title: str, folder: str, extension: str) -> str:
    """Where to write an article: a safe name made from its title, in a folder; `extension` begins with its dot."""
    from pathlib import Path

    from tui.saving import safe_name

    if len(title) > _LONGEST_NAME:
        title = title[:_LONGEST_NAME].rpartition(" ")[0] or title[:_LONGEST_NAME]
    return str(Path(folder) / safe_name(title, extension))


def with_extension(path: str, extension: str, known: Collection[str]) -> str:
    """`path` with another extension in place of the one it has, if that is one of `known`; dots included."""
    from pathlib import Path

    suffix = Path(path).suffix
    return path.removesuffix(suffix) + extension if suffix in known else path
