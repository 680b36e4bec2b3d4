"""broadsheet/1 as JSON text."""

from __future__ import annotations

import json
import re
from collections.abc import Collection
from typing import Final

from annotators.annotation import AnnotationSet
from annotators.article import Article
from annotators.document import to_document
from annotators.metadata import with_metadata

__all__ = ["to_json", "to_json_line"]

_ODD: Final = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff]")
"""Characters that JSON allows but that disturb terminals, `str.splitlines` or UTF-8."""


def to_json(article: Article, annotations: AnnotationSet, stripped: Collection[str] = ()) -> str:
    """The document on many lines. Nothing is left out, whatever is `stripped`."""
    document = to_document(with_metadata(article, annotations), annotations)
    return _escaped(json.dumps(document, ensure_ascii=False, indent=2)) + "\n"


def to_json_line(article: Article, annotations: AnnotationSet, stripped: Collection[str] = ()) -> str:
    """The document on one line. Nothing is left out, whatever is `stripped`."""
    document = to_document(with_metadata(article, annotations), annotations)
    return _escaped(json.dumps(document, ensure_ascii=False, separators=(",", ":"))) + "\n"


def _escaped(text: str) -> str:
    return _ODD.sub(lambda found: f"\\u{ord(found.group()):04x}", text)
