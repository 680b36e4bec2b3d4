"""What an article is called, on the screen and as a file."""

from __future__ import annotations

import os
from collections.abc import Collection
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from annotators.annotation import AnnotationSet
    from annotators.article import Article

__all__ = ["suggested_path", "title_from", "title_of", "with_extension"]

_LONGEST_TITLE: Final = 200
_LONGEST_NAME: Final = 70
"""Characters of a title that go into the name of a file: enough to know it by, short enough to see whole."""


def title_of(article: Article, annotations: AnnotationSet | None = None) -> str:
    """The title, else the headline, else the first block, else where it is from; one line, possibly hostile."""
    title = " ".join((article.metadata.title or "").split())
    if not title and article.blocks:
        labels = () if annotations is None else annotations.blocks
        first = next((label for label in labels if label.kind == "headline"), article.blocks[0])
        title = title_from(article.text, first.start, first.end)
    return title or os.path.basename(article.source.location) or article.source.location  # noqa: PTH119


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
