"""The clean article as plain text."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from annotators.annotation import AnnotationSet
from annotators.article import Article
from annotators.cleaning import DEFAULT_STRIPPED, clean_text

__all__ = ["squeezed", "to_plain_text"]

_PAGES: Final = frozenset(("text/html", "multipart/related"))
"""Sources whose blank lines are the loader's, between elements, and nobody's own."""
_BLANK_START: Final = re.compile(r"\A(?:[ \t]*\r?\n)+")
_BLANK_RUN: Final = re.compile(r"(?m)^([ \t]*\r?\n)(?:[ \t]*\r?\n)+")


def to_plain_text(article: Article, annotations: AnnotationSet, stripped: Collection[str] = DEFAULT_STRIPPED) -> str:
    """The clean text; of a page without the blank lines that stripped elements leave behind."""
    text = clean_text(article, annotations, stripped)
    return squeezed(text) if article.source.media_type in _PAGES else text


def squeezed(text: str) -> str:
    """Without blank lines at its beginning, and with one where there are several."""
    return _BLANK_RUN.sub(lambda found: found.group(1), _BLANK_START.sub("", text))
