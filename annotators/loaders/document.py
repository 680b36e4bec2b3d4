"""Loads broadsheet's own JSON: the text, its blocks and links, and the metadata.

Its annotations are not used; they are made again by the present annotators.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import astuple, replace
from typing import Any, Final

from annotators.article import Article, Block, Source
from annotators.document import FORMAT, DocumentError, from_document
from annotators.loaders.decoding import decode
from annotators.loaders.errors import LoadError
from annotators.loaders.text import article_from_text

__all__ = ["load_document"]

_LONE_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_LONGEST_NAME: Final = 40
_OF_A_BLOCK: Final = tuple(map(type, astuple(Block(0, 1))))


def load_document(data: bytes, location: str) -> Article:
    """The article in a document, the first one of several; raises `LoadError` for a document that cannot be read."""
    decoded = decode(data, location)
    documents = _documents(decoded.text, location)
    article = _article(documents[0], location)
    several = f"{len(documents)} articles are in this file; the first is shown"
    return replace(article, notices=(*decoded.notices, *([several] if len(documents) > 1 else ())))


def _documents(text: str, location: str) -> list[Any]:
    """The objects in a file: one, an array, or one on each line."""
    try:
        try:
            read: Any = json.loads(text)
        except ValueError:
            read = [json.loads(line) for line in text.split("\n") if line.strip()]
    except (ValueError, RecursionError) as error:
        raise _damaged(location) from error
    return read if isinstance(read, list) and read else [read]


def _article(document: Any, location: str) -> Article:
    written_as = document.get("format") if isinstance(document, Mapping) else None
    if written_as != FORMAT:
        name = f"{written_as}"[:_LONGEST_NAME]
        raise LoadError(
            f"{location} is written as {name}, and this broadsheet reads {FORMAT}",
            "open it with the broadsheet that wrote it, or annotate its article again",
        )
    try:
        text = _LONE_SURROGATE.sub("\ufffd", document["text"])
        found, _ = from_document({**document, "text": text})
        if not _is_sound(found):
            raise DocumentError("a value of another type than it should be")
    except (DocumentError, KeyError, TypeError) as error:
        raise _damaged(location) from error
    source = Source(location, str(found.source.media_type))
    if source.media_type == "text/plain" or not found.blocks:
        return replace(article_from_text(text, location), metadata=found.metadata)
    return replace(found, source=source)


def _is_sound(article: Article) -> bool:
    """Whether the metadata of an article and the fields of its blocks have the right types."""
    known = all(isinstance(value, str | None) for value in astuple(article.metadata))
    return known and all(tuple(map(type, astuple(block))) == _OF_A_BLOCK for block in article.blocks)


def _damaged(location: str) -> LoadError:
    return LoadError(
        f"{location} is a document of broadsheet's that is damaged or cut short",
        "write it again with broadsheet annotate",
    )
