"""An article with its annotations as a file in some format: one module a format, all listed here.

Nothing here loads spaCy, numpy or Textual. What `txt`, `md` and `html` leave out is exactly what
the clean view leaves out; `json` and `jsonl` hold everything.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Final

from annotators.annotation import AnnotationSet
from annotators.article import Article
from annotators.cleaning import DEFAULT_STRIPPED, clean_text
from annotators.exporters.html import to_html
from annotators.exporters.json import to_json, to_json_line
from annotators.exporters.markdown import to_markdown

__all__ = ["FORMATS", "Format", "export"]

Writer = Callable[[Article, AnnotationSet, Collection[str]], str]


@dataclass(frozen=True, slots=True)
class Format:
    """A format: the name it is asked for by, the ending of its files, and one line about it.

    `clean` says that it holds the clean article only, not what was stripped.
    """

    name: str
    extension: str
    description: str
    write: Writer
    clean: bool = True


_ALL: Final = (
    Format("txt", ".txt", "the clean article, every kept line unchanged to the character", clean_text),
    Format("md", ".md", "the clean article as Markdown", to_markdown),
    Format("html", ".html", "the clean article as a page, with names and quotes marked", to_html),
    Format("json", ".json", "the whole text with every annotation (broadsheet/1)", to_json, clean=False),
    Format("jsonl", ".jsonl", "the same as json, one article a line", to_json_line, clean=False),
)

FORMATS: Final[dict[str, Format]] = {one.name: one for one in _ALL}
"""The formats by name, in the order in which a reader is offered them."""


def export(
    article: Article,
    annotations: AnnotationSet,
    format: str,  # noqa: A002 - the word that people use
    *,
    stripped: Collection[str] = DEFAULT_STRIPPED,
) -> str:
    """The content of a file in one of `FORMATS` (`KeyError` for any other), ending in a line break or as the text does.

    `stripped` are the kinds of block that the clean formats leave out.
    """
    return FORMATS[format].write(article, annotations, stripped)
