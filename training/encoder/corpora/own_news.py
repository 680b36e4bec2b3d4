"""News written for this project, with names marked in the text: `[[Reading|GPE]] braces for closures`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from training.encoder.corpora.chunks import tags_of_text
from training.encoder.corpora.paragraphs import Paragraph
from training.encoder.heads import NAME_LABELS

__all__ = ["own_news_paragraphs", "unmark"]

_MARKED = re.compile(r"\[\[([^\[\]|]+)\|([A-Z_]+)\]\]")


def unmark(marked: str) -> tuple[str, list[tuple[int, int, str]]]:
    """The text without its marks, and the spans they mark; `ValueError` for an unknown label or an unclosed mark."""
    text, spans, at = "", [], 0
    for match in _MARKED.finditer(marked):
        text += marked[at : match.start()]
        name, label = match.groups()
        if label not in NAME_LABELS:
            raise ValueError(f"{label} is no label of a name: {match.group()}")
        spans.append((len(text), len(text) + len(name), label))
        text += name
        at = match.end()
    text += marked[at:]
    if "[[" in text or "]]" in text:
        raise ValueError(f"a mark that is not closed: {text[:80]!r}")
    return text, spans


def own_news_paragraphs(folder: Path, nlp: Any) -> Iterator[Paragraph]:
    """The paragraphs of the folder's text files; blank lines separate them."""
    for path in sorted(folder.glob("*.txt")):
        for paragraph in re.split(r"\n\s*\n", path.read_text(encoding="utf-8")):
            text, spans = unmark(" ".join(paragraph.split()))
            if text:
                yield tags_of_text(nlp, text, spans, ())
