"""The title of an article, for the screen and for file names."""

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
"""The most characters of a title in a file name."""


def title_of(article: Article, annotations: AnnotationSet | None = None) -> str:
    """The title in the metadata, else the headline, else the first block that is kept, else the source.

    It is one line, which may hold control characters.
    """
    title = " ".join((article.metadata.title or "").split())
    if not title and article.blocks:
        first = _first(annotations) or article.blocks[0]
        title = title_from(article.text, first.start, first.end)
    return title or os.path.basename(article.source.location) or article.source.location  # noqa: PTH119


def _first(annotations: AnnotationSet | None) -> BlockLabel | None:
    """The headline, else the first block that is kept; `None` if neither is known."""
    if annotations is None or not annotations.blocks:
        return None
    kinds = list(column(annotations.blocks, "kind"))
    if "headline" in kinds:
        return annotations.blocks[kinds.index("headline")]
    return next((annotations.blocks[at] for at, kind in enumerate(kinds) if kind not in BOILERPLATE_KINDS), None)


def title_from(text: str, start: int, end: int) -> str:
    """The words of `text[start:end]` as a title of one line."""
    return " ".join(text[start : min(end, start + _LONGEST_TITLE)].split())


def suggested_path(title: str, folder: str, extension: str) -> str:
    """A path to write an article to: a safe name made of its title, in `folder`; `extension` begins with a dot."""
    from pathlib import Path

    from tui.saving import safe_name

    if len(title) > _LONGEST_NAME:
        title = title[:_LONGEST_NAME].rpartition(" ")[0] or title[:_LONGEST_NAME]
    return str(Path(folder) / safe_name(title, extension))


def with_extension(path: str, extension: str, known: Collection[str]) -> str:
    """`path` with `extension` in place of its own, if that is one of `known`; extensions begin with a dot."""
    from pathlib import Path

    suffix = Path(path).suffix
    return path.removesuffix(suffix) + extension if suffix in known else path
