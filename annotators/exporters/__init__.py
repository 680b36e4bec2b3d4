"""Exports an article with its annotations to a file format; each format is a module, and all are listed here.

Nothing here loads spaCy, numpy or Textual. `txt`, `md` and `html` leave out exactly what the clean view leaves out;
`json`, `jsonl`, `w3c` and `csv` contain everything.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Final

from annotators.annotation import AnnotationSet
from annotators.article import Article
from annotators.cleaning import DEFAULT_STRIPPED
from annotators.exporters.footnotes import to_footnotes
from annotators.exporters.html import to_html
from annotators.exporters.json import to_json, to_json_line
from annotators.exporters.markdown import to_markdown
from annotators.exporters.plain_text import to_plain_text
from annotators.exporters.table import to_table
from annotators.exporters.web_annotation import to_web_annotations

__all__ = ["FORMATS", "Format", "export"]

Writer = Callable[[Article, AnnotationSet, Collection[str]], str]


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name, the extension of its files, and a line of description.

    `clean` says that it contains only the clean article, `names` that it shows named entities or speakers by name, and
    `notes` that it contains the reader's notes. `several` says how articles are joined in one stream: "named" (each
    below its name), "ruled" (with rules between them), "noted" (the same with footnotes numbered by article), "apart"
    (with blank lines), "lines", "table" (rows of one table) or "array".
    """

    name: str
    extension: str
    description: str
    write: Writer
    clean: bool = True
    names: bool = False
    notes: bool = False
    several: str = "apart"


def _whole(name: str, extension: str, description: str, write: Writer, several: str) -> Format:
    """A format that holds every annotation."""
    return Format(name, extension, description, write, clean=False, names=True, notes=True, several=several)


_ALL: Final = (
    Format(
        "txt",
        ".txt",
        "the clean article, every kept line unchanged; a dash before the items of a page",
        to_plain_text,
        several="named",
    ),
    Format("md", ".md", "the clean article as Markdown", to_markdown, several="ruled"),
    Format("html", ".html", "the clean article as a page, with quotes and names marked", to_html, names=True),
    Format(
        "footnotes",
        ".md",
        "the clean article as Markdown, with who says each quote and your notes as footnotes",
        to_footnotes,
        names=True,
        notes=True,
        several="noted",
    ),
    _whole("json", ".json", "the whole text with every annotation (broadsheet/1)", to_json, "array"),
    _whole("jsonl", ".jsonl", "the same as json, one article a line", to_json_line, "lines"),
    _whole("w3c", ".jsonld", "every annotation as a W3C Web Annotation", to_web_annotations, "array"),
    _whole("csv", ".csv", "every annotation as a row of a table", to_table, "table"),
)

FORMATS: Final[dict[str, Format]] = {one.name: one for one in _ALL}
"""The formats by name, in the order in which they are offered."""


def export(
    article: Article,
    annotations: AnnotationSet,
    format: str,  # noqa: A002 - the word that people use
    *,
    stripped: Collection[str] = DEFAULT_STRIPPED,
) -> str:
    """The content of a file in one of `FORMATS` (else `KeyError`), ending in a line break or as the text does.

    `stripped` are the kinds of block that the clean formats leave out.
    """
    return FORMATS[format].write(article, annotations, stripped)
